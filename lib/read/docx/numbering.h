// Automatic numbering: lists as word/numbering.xml defines them, and counting through the paragraphs of one view (ECMA-376-1 17.9).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/docx/number_format.h"
#include "read/docx/styles.h"

namespace dovetail::docx {

inline constexpr std::size_t level_count = 9;

struct ListLevel {
  bool defined = false;
  std::int64_t start = 0;  // where w:start is left out (17.9.25)
  NumberFormat format = NumberFormat::decimal;
  std::uint8_t width = 0;     // of padded numbers
  std::string text;           // "%1.%2"; what is not %n stands as it is
  std::int32_t restart = -1;  // w:lvlRestart: 0 never, n after the n-th level; -1: after any higher level
  std::string style;          // the id of the paragraph style that belongs to this level
  bool legal = false;         // w:isLgl: the numbers in its text are decimal
  bool picture = false;       // a picture bullet
  std::int32_t indent = ParagraphProperties::unset;
};

class Numbering {
 public:
  /// Reads word/numbering.xml. Links to numbering styles are followed once all is read (17.9.21, 17.9.27).
  void read(const XmlPart& part, const StyleSheet& styles);

  /// The level of a list; none for w:numId 0, unknown lists and levels out of range.
  [[nodiscard]] const ListLevel* level(std::int32_t list, std::int32_t level) const;
  /// The level whose w:pStyle is that style; -1 for none.
  [[nodiscard]] std::int32_t level_of_style(std::int32_t list, std::string_view style_id) const;
  /// The abstract list behind a list, which lists that count together share; -1 when there is none.
  [[nodiscard]] std::int32_t abstract_of(std::int32_t list) const;
  [[nodiscard]] std::optional<std::int64_t> start_override(std::int32_t list, std::size_t level) const;

 private:
  struct AbstractList {
    std::array<ListLevel, level_count> levels;
    std::string style_link, numbering_style_link;
    std::int32_t linked = -1;  // the abstract list that the link leads to
  };
  struct List {
    std::int32_t abstract = -1;
    std::array<std::optional<std::int64_t>, level_count> starts;
    std::map<std::size_t, ListLevel> levels;  // redefined for this list
  };
  void read_abstract(const XmlPart& part, pugi::xml_node node);
  void read_list(const XmlPart& part, pugi::xml_node node);
  void follow_links(const StyleSheet& styles);

  std::vector<AbstractList> abstracts_;
  std::map<std::int64_t, std::int32_t> abstract_by_id_;
  std::map<std::int32_t, List> lists_;
};

/// Counts the numbered paragraphs of one story in one view, in order.
class NumberCounter {
 public:
  /// The number of the next paragraph of that list and level, as shown: "3.2.1", "(a)", a bullet's character.
  std::string next(const Numbering& numbering, std::int32_t list, std::int32_t level);

 private:
  struct State {
    std::array<std::int64_t, level_count> value{};
    std::array<bool, level_count> used{};
  };
  void begin(const Numbering& numbering, std::int32_t list, std::size_t level, State& state);
  template <class Start>
  static void count(State& state, std::size_t at, const Start& start);
  static std::string spelled(const Numbering& numbering, std::int32_t list, std::size_t at, const State& state);
  std::map<std::int32_t, State> states_;              // by abstract list
  std::map<std::int32_t, std::uint16_t> overridden_;  // by list: the levels whose start override has had its effect
};

/// The number that w:numberingChange/@w:original stands for ("%1:3:0:.%2:1:4:)" is "3.a)") (17.13.5.20); empty when it is not of that form.
std::string original_number(std::string_view original);

}  // namespace dovetail::docx
