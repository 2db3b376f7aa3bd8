// Theme colours, and the tints and shades made of them.
#include "read/docx/theme.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dovetail::docx {
namespace {

constexpr std::array<std::string_view, 12> scheme_names{"dk1",     "lt1",     "dk2",     "lt2",     "accent1", "accent2",
                                                        "accent3", "accent4", "accent5", "accent6", "hlink",   "folHlink"};
constexpr std::array<std::string_view, 12> colour_names{"dark1",   "light1",  "dark2",   "light2",  "accent1",   "accent2",
                                                        "accent3", "accent4", "accent5", "accent6", "hyperlink", "followedHyperlink"};
constexpr std::array<std::string_view, 4> mapped_names{"background1", "text1", "background2", "text2"};
constexpr std::array<std::string_view, 4> mapping_attributes{"bg1", "t1", "bg2", "t2"};

std::optional<std::uint32_t> hexadecimal(std::string_view text) {
  std::uint32_t value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

template <std::size_t n>
std::optional<std::size_t> position(const std::array<std::string_view, n>& names, std::string_view name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<std::size_t>(it - names.begin());
}

double channel(double low, double high, double hue) {
  if (hue < 0) hue += 1;
  if (hue > 1) hue -= 1;
  if (hue < 1.0 / 6) return low + (high - low) * 6 * hue;
  if (hue < 0.5) return high;
  if (hue < 2.0 / 3) return low + (high - low) * (2.0 / 3 - hue) * 6;
  return low;
}

/// The colour with its lightness (HSL) replaced by `change` of it.
template <class Change>
std::uint32_t with_lightness(std::uint32_t colour, Change change) {
  const double r = ((colour >> 16) & 0xFF) / 255.0, g = ((colour >> 8) & 0xFF) / 255.0, b = (colour & 0xFF) / 255.0;
  const double high = std::max({r, g, b}), low = std::min({r, g, b}), spread = high - low;
  double lightness = (high + low) / 2, hue = 0, saturation = 0;
  if (spread > 0) {
    saturation = lightness > 0.5 ? spread / (2 - high - low) : spread / (high + low);
    hue = high == r ? (g - b) / spread + (g < b ? 6 : 0) : high == g ? (b - r) / spread + 2 : (r - g) / spread + 4;
    hue /= 6;
  }
  lightness = std::clamp(change(lightness), 0.0, 1.0);
  const double upper = lightness < 0.5 ? lightness * (1 + saturation) : lightness + saturation - lightness * saturation;
  const double lower = 2 * lightness - upper;
  const auto byte = [&](double shift) { return static_cast<std::uint32_t>(std::lround(channel(lower, upper, hue + shift) * 255)); };
  return byte(1.0 / 3) << 16 | byte(0) << 8 | byte(-1.0 / 3);
}

}  // namespace

std::optional<std::uint32_t> hexadecimal_colour(std::string_view text) {
  if (!text.empty() && text.front() == '#') text.remove_prefix(1);
  return text.size() == 6 ? hexadecimal(text) : std::nullopt;
}

void Theme::read(const XmlPart& part) {
  const auto scheme = part.child(part.child(part.root(), Space::drawing, "themeElements"), Space::drawing, "clrScheme");
  for (const auto slot : scheme.children()) {
    if (slot.type() != pugi::node_element) continue;
    const auto index = position(scheme_names, part.name(slot).local);
    if (!index) continue;
    if (const auto plain = part.child(slot, Space::drawing, "srgbClr")) {
      colours_[*index] = hexadecimal_colour(plain.attribute("val").value());
    } else if (const auto system = part.child(slot, Space::drawing, "sysClr")) {
      colours_[*index] = hexadecimal_colour(system.attribute("lastClr").value());
    }
  }
}

void Theme::read_mapping(const XmlPart& settings) {
  const auto mapping = settings.child(settings.root(), Space::word, "clrSchemeMapping");
  for (std::size_t i = 0; i < mapping_attributes.size(); ++i) {
    const auto slot = position(colour_names, settings.attribute(mapping, Space::word, mapping_attributes[i]).value());
    if (slot) mapped_[i] = static_cast<std::uint8_t>(*slot);
  }
}

std::optional<std::uint32_t> Theme::colour(std::string_view name, std::string_view tint, std::string_view shade) const {
  auto slot = position(colour_names, name);
  if (const auto mapped = position(mapped_names, name)) slot = mapped_[*mapped];
  if (!slot || !colours_[*slot]) return std::nullopt;
  std::uint32_t colour = *colours_[*slot];
  if (const auto value = hexadecimal(shade); value && *value <= 0xFF) colour = with_lightness(colour, [&](double l) { return l * *value / 255.0; });
  if (const auto value = hexadecimal(tint); value && *value <= 0xFF)
    colour = with_lightness(colour, [&](double l) { return l * *value / 255.0 + 1 - *value / 255.0; });
  return colour;
}

}  // namespace dovetail::docx
