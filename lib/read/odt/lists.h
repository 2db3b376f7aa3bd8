// Counts list items and headings, per view.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/odt/styles.h"

namespace dovetail::odt {

/// The counters of one list: a level counts on until a higher one does (ODF 1.3-3 5.3).
struct Counter {
  std::array<std::array<std::int64_t, 10>, 2> counts{};
  std::array<std::array<bool, 10>, 2> begun{};

  /// Counts the level on in one view; `restart` sets it, where it is not negative.
  void advance(const ListStyle& style, std::size_t level, View view, std::int64_t restart = -1);
};

class Lists {
 public:
  explicit Lists(const Styles& styles) : styles_(styles) {}

  void enter_list(pugi::xml_node list);
  void leave_list();
  void enter_item(pugi::xml_node item, bool is_header);

  /// The numbers of a paragraph that ends now: of the first one of its item, or of a heading that the outline numbers.
  std::array<std::string, 2> number_paragraph(const Styles::ParagraphStyle& style, Views views, ParagraphFormat& format);
  std::array<std::string, 2> number_heading(pugi::xml_node heading, int level, Views views);

  [[nodiscard]] bool in_list() const { return !open_.empty(); }

 private:
  struct Open {
    std::string style;
    std::size_t counter = 0;
    bool item_begins = false;
    std::int64_t restart = -1;
  };
  const Styles& styles_;
  std::vector<Open> open_;
  std::vector<Counter> counters_;
  std::map<std::string, std::size_t, std::less<>> by_id_;     // xml:id of a list to its counter
  std::map<std::string, std::size_t, std::less<>> by_style_;  // the last list of each style
  Counter outline_;
};

}  // namespace dovetail::odt
