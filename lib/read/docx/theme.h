// The colours of a document's theme (ECMA-376-1 20.1.6), which styles and runs name instead of giving numbers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ooxml/xml.h"

namespace dovetail::docx {

class Theme {
 public:
  /// Reads word/theme/theme1.xml; colours that are absent stay unknown.
  void read(const XmlPart& part);
  /// Reads w:clrSchemeMapping of word/settings.xml: which slot "text1" and its kin mean (17.15.1.20).
  void read_mapping(const XmlPart& settings);

  /// The colour 0xRRGGBB of a w:themeColor value, changed by w:themeTint and w:themeShade (two hexadecimal digits, or empty; 17.3.2.6).
  /// Nothing for names or slots that are unknown.
  [[nodiscard]] std::optional<std::uint32_t> colour(std::string_view name, std::string_view tint, std::string_view shade) const;

 private:
  static constexpr std::size_t slots = 12;
  std::array<std::optional<std::uint32_t>, slots> colours_;
  std::array<std::uint8_t, 4> mapped_{1, 0, 3, 2};  // background1, text1, background2, text2
};

/// A colour of six hexadecimal digits; nothing for "auto" and anything else.
std::optional<std::uint32_t> hexadecimal_colour(std::string_view text);

}  // namespace dovetail::docx
