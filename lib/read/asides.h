// Words to this program in HTML comments of line-based texts: "<!-- dovetail:ignore RULE reason -->".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace dovetail {

struct AsideInLines {
  std::string text;
  std::uint32_t line = 0;  // from 1: the one that it begins in
  bool alone = false;      // nothing else stands in its lines
};

/// What a comment says to this program, trimmed; empty for any other comment. `inside` is what stands between its marks.
std::string_view said_to_us(std::string_view inside);

/// Takes such comments out of a text, line ends kept, and gives what they say. Other comments stay.
std::vector<AsideInLines> take_asides(std::string& text);

/// Puts them into a document whose paragraphs have lines as origins: at the paragraph of their line; one that stands alone at the next one.
void place_asides(const std::vector<AsideInLines>& asides, Document& document);

}  // namespace dovetail
