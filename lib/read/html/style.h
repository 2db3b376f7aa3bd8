// What HTML elements and their style attributes make of the characters inside them. Style sheets are not read.
#pragma once

#include "model/document.h"
#include "read/html/tree.h"

namespace dovetail::html {

/// What the element adds to the format around it.
Format format_inside(const GumboNode* element, Format outside);

/// Whether the element and all in it is not shown: script and the like, the hidden attribute, display: none; and page furniture: navigation, and
/// header, footer and aside outside of the page's articles.
bool is_left_out(const GumboNode* element);

/// Whether the element begins and ends a line of its own.
bool is_block(const GumboNode* element);

/// The value of a property of the style attribute, lower case without spaces; empty where it is absent.
std::string style_property(const GumboNode* element, std::string_view name);

}  // namespace dovetail::html
