// Plain text and marked text: one paragraph a line, with CriticMarkup for what was inserted and deleted.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads plain text with or without marks. The notation:
/// - a line that is not empty is a paragraph (so a numbered list needs no blank lines); blank lines are nothing. White space in front of a line
///   is its indent (a tab half an inch, a space a tenth of that). Typed numbers stay text.
/// - `# Heading` to `######### Heading` have the outline level of as many signs.
/// - `| a | b |` is a table row; rows that follow one another are one table; a `|---|---|` line makes the rows above it header rows; `<br>` in
///   a cell begins a new paragraph.
/// - `{++inserted++}`, `{--deleted--}`, `{~~old~>new~~}`, `{==highlighted==}`, `{>>comment<<}` (about the highlighted words before it, else about
///   a point). Marks nest and may span lines: a line end inside one is a revised paragraph mark (or a revised table row); a mark that begins at
///   the start of a line and ends at the end of one covers that line's end too.
/// - `[^1]` is a note whose text stands in a line `[^1]: text`; without that line it stays text.
/// - A backslash takes the meaning from `{++`-like signs, `#`, `|`, `[^`.
/// A mark without its other half stays text and is an "input.damaged" problem. Bytes that are not UTF-8 become U+FFFD, which is one too.
void read_marked_text(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
