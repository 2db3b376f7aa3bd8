// Markdown: drafts kept in a repository.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads CommonMark with tables (md4c), and what drafters add to it:
/// - CriticMarkup (see marked_text.h) and `<ins>`, `<del>` are revisions; `~~struck~~` is only struck.
/// - An ordered list's numbers are computed as a browser shows them ("1."), the start and delimiter as written; a line that begins with a number
/// Markdown knows
///   nothing of ("3.2.1 …", "(a) …", "1.1A …") begins a paragraph of its own, as the reader of the source sees it.
/// - `[^1]` and `[^1]: text` are notes. YAML front matter is not text: its `key: value` lines go into the properties.
/// A hard line break is a line break, a soft one a space; code blocks are text, a line break a line. Other raw HTML is dropped, its text kept.
void read_markdown(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
