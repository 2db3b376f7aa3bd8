// What a web page shows by means that are not read: style sheets, scripts, other pages.
#pragma once

#include <string>

#include "model/document.h"
#include "read/html/tree.h"

namespace dovetail::html {

/// What is lost of the text below `own`, which has been read into `document`. Judged by what is there and not by what might be:
/// numbers, where the page's style sheets count (CSS counters) or may renumber its lists, or where no number of the text is typed and a style
/// sheet stands elsewhere; marks, where elements are called inserted or deleted by their class alone; text, where a script writes it, the page asks
/// for scripts to be switched on, or a part of it is another page.
Losses losses_of(const GumboNode* root, const GumboNode* own, const Document& document);

/// The message of input.lossy-source: which of these a page has lost, or that its numbers are typed.
std::string loss_message(const Losses& lost);

}  // namespace dovetail::html
