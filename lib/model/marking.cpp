// Colours in plain words, so that every red is red.
#include "model/marking.h"

#include <algorithm>
#include <utility>

namespace dovetail {

std::string hue_of(std::uint32_t colour) {
  if (colour == Format::automatic) return {};
  const int red = static_cast<int>(colour >> 16 & 0xFF), green = static_cast<int>(colour >> 8 & 0xFF), blue = static_cast<int>(colour & 0xFF);
  const int most = std::max({red, green, blue}), least = std::min({red, green, blue}), spread = most - least;
  if (most < 48) return "black";
  if (spread < 32) return most > 232 ? "white" : "grey";
  const double along = most == red     ? static_cast<double>(green - blue) / spread
                       : most == green ? 2 + static_cast<double>(blue - red) / spread
                                       : 4 + static_cast<double>(red - green) / spread;
  const double degrees = (along < 0 ? along + 6 : along) * 60;
  if (degrees < 16 || degrees >= 340) return "red";
  if (degrees < 46) return "orange";
  if (degrees < 70) return "yellow";
  if (degrees < 165) return "green";
  return degrees < 255 ? "blue" : "purple";
}

std::optional<std::uint32_t> colour_of_highlight(const std::string& name) {
  // ST_HighlightColor (ECMA-376-1 17.18.40).
  static const std::pair<const char*, std::uint32_t> colours[] = {
      {"black", 0x000000},    {"blue", 0x0000FF},       {"cyan", 0x00FFFF},      {"green", 0x00FF00},
      {"magenta", 0xFF00FF},  {"red", 0xFF0000},        {"yellow", 0xFFFF00},    {"white", 0xFFFFFF},
      {"darkBlue", 0x000080}, {"darkCyan", 0x008080},   {"darkGreen", 0x008000}, {"darkMagenta", 0x800080},
      {"darkRed", 0x800000},  {"darkYellow", 0x808000}, {"darkGray", 0x808080},  {"lightGray", 0xC0C0C0}};
  for (const auto& [known, colour] : colours)
    if (name == known) return colour;
  return std::nullopt;
}

}  // namespace dovetail
