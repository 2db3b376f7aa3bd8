// The walk over the lines of a view with what is open: divisions, decimals, lists, quotations.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compile/lists.h"
#include "compile/outline_lines.h"
#include "compile/outline_view.h"

namespace dovetail {

struct OpenDecimal {
  std::vector<std::string> parts;
  std::size_t entry;
};

/// What is open while the lines are walked; a quotation has an own one.
struct Open {
  std::vector<OpenDecimal> decimals;
  std::vector<std::pair<std::size_t, std::size_t>> divisions;  // level, entry
  std::vector<OpenList> lists;
  std::size_t entry = OutlineEntry::none;  // the open glossary entry
  std::size_t scope = OutlineEntry::none;
  std::int32_t main_list = -1;  // the automatic list that numbers the provisions
  std::int32_t main_level = -1;
  std::uint32_t last_figure = 0;
  bool tail = false;
};

struct OpenQuotation {
  std::uint32_t begin, end;  // its lines, half-open
  std::uint32_t skipped;     // bytes of its mark
  std::size_t holder;        // the provision that it stands in
  std::size_t first;         // its first entry
  Open outside;
};

/// Builds the outline of one view. Used once.
class Outliner {
 public:
  Outliner(const Document& document, const Projection& projection, const Profile& profile)
      : document_(document),
        projection_(projection),
        profile_(profile),
        divisions_(profile),
        above_{std::find(profile.headings.begin(), profile.headings.end(), "above") != profile.headings.end(),
               std::find(profile.headings.begin(), profile.headings.end(), "above 2") != profile.headings.end()} {}

  Outline run();

 private:
  static constexpr std::size_t none = OutlineEntry::none;

  std::string_view text(std::size_t line) const { return slice(projection_.text, projection_.lines[line].span); }

  void place();

  // -- quotations

  /// The provision that a line without a number of its own stands in.
  std::size_t innermost() const;

  std::size_t holder_of_items() const { return entry_ != none ? entry_ : decimals_.empty() ? inner_division() : decimals_.back().entry; }

  void enter_quotation(const Quotation& quotation);

  void leave_quotation();

  /// The label of what stands below `parent`: the parents of items are part of it, and quotation marks stand around what is quoted.
  std::string label_below(std::size_t parent, const std::string& number, bool shows_parent) const;

  // -- decimals

  /// A typed number counts when it stands where one is due; a computed one always, a lone figure of another list apart.
  bool accept_decimal(const LineNumber& n) const;

  bool continues_list(const LineNumber& n) const;

  /// Whether the next number stands below these parts: 35.1 behind 35, the first chapter of an extract.
  bool counts_on_below(const std::vector<std::string>& parts) const;

  /// "… in this order:", "1. read the meter;", "2. send it.": a lone figure that counts a list inside a numbered provision, whose own numbers go on
  /// behind it.
  bool is_listed_figure(const LineNumber& n) const;

  /// Whether the numbers that are open go on behind a list of lone figures that has come to `from`: 2.2, or 3 and its 3.1, behind a list in 2.1.
  bool numbers_go_on_behind(std::uint32_t from) const;

  /// "2 Working Days is enough.": a figure and its unit in a sentence, or in an answer to the line before.
  bool is_quantity(std::string_view rest) const;

  /// Whether the number is the next one at its depth, or the first below an open one.
  bool due(const std::vector<std::string>& parts) const;

  void add_decimal(const std::string& number);

  // -- items

  void add_item(const std::string& label, const LineNumber& n, std::size_t k);

  bool previous_ends_open() const;

  std::string next_item() const;

  // -- divisions, glossary entries, plain text

  /// A keyword that the profile has twice ("Section" above "Schedule" and below it) means the inner one inside what stands between.
  DivisionNumber at_its_level(DivisionNumber division) const;

  void add_division(const DivisionNumber& division);

  void add_entry(const std::string& term);

  /// A line without a number: the tail of what its list stands in, or another paragraph of the item when it is set in as far.
  void add_text();

  std::size_t inner_division() const { return open_divisions_.empty() ? none : open_divisions_.back().second; }

  // -- shared

  OutlineEntry begin(ProvisionKind kind, const std::string& number, const std::string& label, std::size_t parent);

  std::string_view rest() const;

  /// The words of a numbered line when they are a heading: styled so, or a few words without a full stop above something deeper.
  std::string heading() const;

  std::string next_line_heading();

  /// Without the mark of a quotation that begins with it.
  std::string_view words_of_heading(std::size_t line) const;

  /// The line above a number of so many parts when it is a heading and the profile says that headings stand there: a section of an Act.
  std::size_t heading_above(std::size_t parts) const;

  void end_item(std::size_t item, std::uint32_t line);
  void close_lists(std::uint32_t line);
  void close_entry(std::uint32_t line);
  void close_decimals(std::uint32_t line);
  void close_all(std::uint32_t line);

  /// Own lines run to the next provision or to the end of all that is below, whichever is first.
  void set_own_lines();

  const Document& document_;
  const Projection& projection_;
  const Profile& profile_;
  DivisionPatterns divisions_;
  std::array<bool, 2> above_;  // headings of lone figures, and of numbers of two parts, stand on the line above them
  std::vector<LineFacts> facts_;
  std::vector<OutlineEntry> entries_;
  std::vector<OpenDecimal> decimals_;
  std::vector<std::pair<std::size_t, std::size_t>> open_divisions_;  // level, entry
  std::set<std::size_t> restarting_;                                 // entries of divisions in which numbers begin again
  ListStack lists_;
  std::vector<OpenQuotation> quoted_;
  std::size_t line_ = 0;
  std::size_t taken_heading_ = OutlineEntry::none;  // the line that is already the heading of a division
  std::size_t entry_ = OutlineEntry::none;          // the open glossary entry
  std::size_t scope_ = OutlineEntry::none;
  std::int32_t main_list_ = -1;    // the automatic list that numbers the provisions
  std::int32_t main_level_ = -1;   // and its level that counts lone figures
  std::uint32_t last_figure_ = 0;  // of the last lone figure before a division that does not begin numbering again
  bool tail_ = false;
};

}  // namespace dovetail
