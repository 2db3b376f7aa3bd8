// HTML pages, as code portals and data specifications are published.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads the page's own text: the main element where there is one, else the body without navigation, page header and footer, scripts and hidden
/// elements. Block elements and two or more `<br>` in a row end paragraphs; white space collapses as CSS white-space: normal says, so that a
/// linked term on a line of its own stays inside its sentence. `<ins>` and `<del>` are revisions (a paragraph or row all of whose text is
/// inserted is inserted itself); `<s>` and `<strike>` are only struck. List numbers are computed from type, start and value; an item that begins
/// with a typed number has only that, since a style sheet, which is not read, may hide the other. Tables are named by their caption or the heading
/// before them. Notes are links in a superscript to an element of the page, which then is not body. Encoding: byte order mark, meta, content.
/// An "input.lossy-source" problem always says that style sheets and scripts are not read; Document::lost only what this page loses by that.
void read_html(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
