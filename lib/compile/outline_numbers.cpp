// Which of the numbers that lines begin with are provisions, and where they belong.
#include <algorithm>

#include "compile/outliner.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Whether number `b` stands below number `a`: 2.1 below 2, and D2.1 below a 2 whose heading leaves the letter out.
bool is_prefix(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || a.size() >= b.size() || !std::equal(a.begin() + 1, a.end(), b.begin() + 1)) return false;
  return a.front() == b.front() || a.front() == b.front().substr(std::min(b.front().find_first_of("0123456789"), b.front().size()));
}

/// "Not Used" of "to 16. Not Used", which stands behind the first number of a range; empty for other words.
std::string_view behind_range(std::string_view rest) {
  static const Pattern range = Pattern::literal("(?:to|and|-|\xE2\x80\x93) [0-9]{1,3}[A-Z]?[.:]? ");
  const auto found = range.match_at(rest, 0);
  return found ? rest.substr(found->span.end) : std::string_view();
}

/// How many letters stand in front of the figure of a part: 1 of B3.
std::size_t letters_of(const std::string& part) { return std::min(part.find_first_of("0123456789"), part.size()); }

}  // namespace

bool Outliner::accept_decimal(const LineNumber& n) const {
  const auto parts = parts_of(*n.decimal);
  if (parts.size() == 1 && is_listed_figure(n)) return false;
  if (n.automatic) {
    if (parts.size() == 1 && n.list != main_list_ && continues_list(n)) return false;
    if (parts.size() == 1 && n.list == main_list_ && main_level_ >= 0 && n.level > main_level_) return false;  // a list inside "1. Definitions"
    if (parts.size() > 1 || due(parts)) return true;
    return n.list == main_list_ || decimals_.empty();
  }
  const auto rest = this->rest();
  if (!quoted_.empty() && decimals_.empty() && (n.sure || n.dotted)) return true;  // what is quoted begins with any number
  if (parts.size() == 1 && !n.sure && !n.dotted && is_quantity(rest)) return false;
  if (due(parts))
    return n.sure || parts.size() > 1 || says_not_used(behind_range(rest))
               ? true
               : starts_upper(rest) || rest.empty() || !n.items.empty() || rest.front() == '"' || rest.front() == '[' || rest.front() == '(';
  if (parts.size() > 1) return n.sure || starts_upper(rest) || (!rest.empty() && (rest.front() == '"' || rest.front() == '[' || rest.front() == '('));
  // A lone figure out of turn: a heading that skips or repeats a number, never a quantity.
  const auto figure = value_of_part(parts.front()).figure;
  const auto last = decimals_.empty() ? last_figure_ : value_of_part(decimals_.front().parts.front()).figure;
  const bool lettered =
      !decimals_.empty() && letters_of(parts.front()) > 0 && letters_of(parts.front()) == letters_of(decimals_.front().parts.front());
  return (n.sure || n.dotted || lettered) && (starts_upper(rest) || !n.items.empty()) &&
         (figure <= last + 5 || (last == 0 && counts_on_below(parts)));
}

bool Outliner::counts_on_below(const std::vector<std::string>& parts) const {
  for (std::size_t i = line_ + 1; i < facts_.size(); ++i) {
    const auto& n = facts_[i].number;
    if (n.division) return false;
    if (n.decimal && !facts_[i].skipped) return is_prefix(parts, parts_of(*n.decimal));
  }
  return false;
}

bool Outliner::continues_list(const LineNumber& n) const {
  return std::any_of(lists_.open().begin(), lists_.open().end(), [&](const OpenList& open) { return open.list == n.list && open.level == n.level; });
}

bool Outliner::is_listed_figure(const LineNumber& n) const {
  if (decimals_.empty() || !n.items.empty() || n.decimal->find('.') != std::string::npos) return false;
  const auto value = value_of_part(*n.decimal);
  if (!value.letters.empty() || letters_of(*n.decimal) > 0 || (n.automatic ? n.list == main_list_ && main_list_ >= 0 : !n.dotted)) return false;
  if (value.figure == 1) return previous_ends_open() && numbers_go_on_behind(1);
  const auto& open = lists_.open();
  return !open.empty() && entries_[open.back().item].number == "(" + std::to_string(value.figure - 1) + ")" && numbers_go_on_behind(value.figure);
}

bool Outliner::numbers_go_on_behind(std::uint32_t from) const {
  auto figure = from;
  const auto top = value_of_part(decimals_.front().parts.front()).figure;
  constexpr std::size_t farthest = 500;  // lines: a longer list is told by its beginning
  for (std::size_t i = line_ + 1; i < facts_.size() && i <= line_ + farthest; ++i) {
    const auto& n = facts_[i].number;
    if (n.division) break;
    if (!n.decimal || facts_[i].skipped) continue;
    const auto parts = parts_of(*n.decimal);
    if (parts.size() > 1) return due(parts) || (figure > std::max(from, 2U) && figure == top + 1 && value_of_part(parts.front()).figure == figure);
    const auto next = value_of_part(parts.front()).figure;
    if (next == figure + 1)
      ++figure;
    else
      return next == top + 1;
  }
  return !starts_upper(rest());  // nothing is numbered behind it: a sentence goes on, or another text begins
}

bool Outliner::is_quantity(std::string_view rest) const {
  static const Pattern units = Pattern::literal(
      "(?:(?:working|business|calendar|settlement|clear) (?:days?|periods?)|wds?|days?|weeks?|months?|years?|hours?|minutes?|half[- ]hours?)(?: "
      "|,|;|\\.|$)",
      true);
  if (!units.match_at(rest, 0)) return false;
  return rest.ends_with('.') || rest.ends_with(';') || rest.ends_with(',') || previous_ends_open();
}

bool Outliner::due(const std::vector<std::string>& parts) const {
  const auto value = value_of_part(parts.back());
  const OpenDecimal* sibling = nullptr;
  const OpenDecimal* parent = nullptr;
  for (const auto& open : decimals_) {
    if (is_prefix(open.parts, parts) && open.parts.size() + 1 == parts.size()) parent = &open;
    if (open.parts.size() == parts.size() && std::equal(parts.begin(), parts.end() - 1, open.parts.begin())) sibling = &open;
  }
  if (sibling) {
    const auto last = value_of_part(sibling->parts.back());
    if (value.letters.empty()) return value.figure == last.figure + 1;
    return value.figure == last.figure || value.figure == last.figure + 1;
  }
  if (parts.size() == 1 && decimals_.empty() && last_figure_ > 0 && value.figure == last_figure_ + 1) return true;  // numbers go on through Parts
  if (parent || (parts.size() == 1 && decimals_.empty())) return value.figure <= 1;
  return false;
}

void Outliner::add_decimal(const std::string& number) {
  const auto parts = parts_of(number);
  const auto& n = facts_[line_].number;
  const auto own = n.items.empty() ? heading() : std::string();
  const auto above = own.empty() ? heading_above(parts.size()) : none;
  const auto first = static_cast<std::uint32_t>(above == none ? line_ : above);
  close_lists(first);
  close_entry(first);
  while (!decimals_.empty() && !is_prefix(decimals_.back().parts, parts)) {
    entries_[decimals_.back().entry].last_line = first;
    decimals_.pop_back();
  }
  if (n.automatic && main_list_ < 0) main_list_ = n.list;
  if (n.automatic && main_level_ < 0 && parts.size() == 1 && n.list == main_list_) main_level_ = n.level;
  const auto parent = decimals_.empty() ? inner_division() : decimals_.back().entry;
  OutlineEntry entry = begin(ProvisionKind::numbered, number, label_below(parent, number, false), parent);
  entry.lines.begin = first;
  entry.heading = above == none ? own : squeeze(words_of_heading(above));
  entry.not_used = n.items.empty() && (says_not_used(rest()) || says_not_used(behind_range(rest())));
  entries_.push_back(entry);
  decimals_.push_back({parts, entries_.size() - 1});
}

void Outliner::add_item(const std::string& label, const LineNumber& n, std::size_t k) {
  const bool on_same_line = k > 0 || (n.decimal && !entries_.empty() && entries_.back().paragraph == projection_.lines[line_].first);
  ItemSight sight;
  sight.label = label;
  if (n.automatic) sight.list = n.list, sight.level = n.level;
  sight.after_colon = on_same_line || previous_ends_open();
  sight.after_tail = tail_;
  sight.next = k + 1 < n.items.size() ? std::string() : next_item();
  sight.roman_outer = profile_.definitions_outer_roman;
  const auto before = lists_.open();
  lists_.place(sight, entries_.size());
  const auto& open = lists_.open();
  if (open.empty()) return add_text();
  for (std::size_t i = open.size() - 1; i < before.size(); ++i) end_item(before[i].item, static_cast<std::uint32_t>(line_));
  const std::size_t parent = open.size() > 1 ? open[open.size() - 2].item : holder_of_items();
  OutlineEntry entry = begin(ProvisionKind::item, label, label_below(parent, label, true), parent);
  entry.list = open.back().id;
  entry.not_used = k + 1 >= n.items.size() && says_not_used(rest());
  entries_.push_back(entry);
  tail_ = false;
}

bool Outliner::previous_ends_open() const {
  for (std::size_t i = line_; i-- > 0;) {
    const auto words = trim(text(i));
    if (words.empty()) continue;
    return words.ends_with(':') || words.ends_with('-') || words.ends_with("\xE2\x80\x93") || words.ends_with("\xE2\x80\x94");
  }
  return false;
}

std::string Outliner::next_item() const {
  for (std::size_t i = line_ + 1; i < facts_.size() && i < line_ + 60; ++i) {
    const auto& n = facts_[i].number;
    if (n.division || n.decimal || !facts_[i].entry.empty()) return {};
    if (!n.items.empty()) return n.items.front();
  }
  return {};
}

}  // namespace dovetail
