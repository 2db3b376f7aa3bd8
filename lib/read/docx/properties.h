// Properties as one place of the file states them: a run, a paragraph, a style; what is not stated is left to the next place.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/document.h"
#include "ooxml/xml.h"
#include "read/docx/theme.h"

namespace dovetail::docx {

/// A three-valued property: not stated, off, on.
enum class Switch : std::int8_t { unset = -1, off = 0, on = 1 };

/// Run properties that a reader of text can see (ECMA-376-1 17.3.2).
struct RunProperties {
  static constexpr std::uint32_t unset = 0xFFFFFFFE;
  std::uint32_t colour = unset;  // 0xRRGGBB or Format::automatic
  std::uint32_t shading = unset;
  std::int32_t style = -1;     // index of the character style
  std::int8_t highlight = -1;  // index into highlight_names; 0 is none
  std::int8_t underline = -1;  // an Underline
  std::int8_t vertical = -1;   // a VerticalAlign
  Switch double_strike = Switch::unset;
  Switch bold = Switch::unset, italic = Switch::unset, strike = Switch::unset, hidden = Switch::unset, capitals = Switch::unset,
         small_capitals = Switch::unset;
  friend bool operator==(const RunProperties&, const RunProperties&) = default;

  /// Takes over what `stronger` states.
  void apply(const RunProperties& stronger);
};

/// The properties whose values in table, paragraph and character styles are combined by exclusive or (17.7.3).
inline constexpr std::array toggles{&RunProperties::bold,   &RunProperties::italic,   &RunProperties::strike,
                                    &RunProperties::hidden, &RunProperties::capitals, &RunProperties::small_capitals};

/// The name of a highlight index ("yellow"); empty for 0 and below.
std::string_view highlight_name(std::int8_t index);

/// Paragraph properties that decide numbering, level and look (17.3.1).
struct ParagraphProperties {
  static constexpr std::int32_t unset = INT32_MIN;
  std::int32_t style = -1;       // index of the paragraph style
  std::int32_t list = unset;     // w:numId
  std::int32_t level = unset;    // w:ilvl
  std::int32_t outline = unset;  // w:outlineLvl
  std::int32_t indent = unset;   // twentieths of a point
  std::uint32_t shading = RunProperties::unset;
  friend bool operator==(const ParagraphProperties&, const ParagraphProperties&) = default;

  void apply(const ParagraphProperties& stronger);
};

/// Whether an on/off element says on (17.17.4): absent value, "1", "true", "on".
bool is_on(const XmlPart& part, pugi::xml_node node);
/// The w:val attribute; empty when absent.
std::string_view value_of(const XmlPart& part, pugi::xml_node node);
/// A w: attribute; empty when absent.
std::string_view word_attribute(const XmlPart& part, pugi::xml_node node, std::string_view local);

/// Reads the children of one w:rPr except its style; returns the w:rStyle value, or nothing. `change` becomes the w:rPrChange, if any.
std::optional<std::string_view> read_run_properties(const XmlPart& part, pugi::xml_node properties, const Theme& theme, RunProperties& result,
                                                    pugi::xml_node* change = nullptr);
/// Reads the children of one w:pPr except its style; returns the w:pStyle value, or nothing.
std::optional<std::string_view> read_paragraph_properties(const XmlPart& part, pugi::xml_node properties, const Theme& theme,
                                                          ParagraphProperties& result);

/// A measure in twentieths of a point; strict files write units ("36pt", "1in") (22.9.2.14).
std::optional<std::int32_t> twentieths(std::string_view text);

}  // namespace dovetail::docx
