// The numbers that footnotes show, which no file stores: they follow from what stands in front in each view.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace dovetail {

/// Whether a note is a footnote of that view.
bool is_footnote_of(const Note& note, View view);

/// The footnote that shows a number or a sign in a view; null where none does. Those with a sign of their own are not counted.
const Note* footnote_numbered(const Document& document, View view, std::string_view label);

/// What a footnote of the document shows in a view; empty where the view has it not.
std::string footnote_number(const Document& document, View view, const Note& note);

}  // namespace dovetail
