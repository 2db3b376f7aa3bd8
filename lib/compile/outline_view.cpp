// Walks the lines once with what is open: a division, decimals, lists.
#include "compile/outline_view.h"

#include <algorithm>

#include "compile/lists.h"
#include "compile/numbers.h"
#include "compile/outline.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t none = OutlineEntry::none;

struct LineFacts {
  bool skipped = false;          // not body text: another story, a contents page, a table
  std::string entry;             // term of a glossary entry, in quotes
  LineNumber number;
};

struct OpenDecimal {
  std::vector<std::string> parts;
  std::size_t entry;
};

bool is_prefix(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return a.size() < b.size() && std::equal(a.begin(), a.end(), b.begin());
}

class Outliner {
 public:
  Outliner(const Document& document, const Projection& projection, const Profile& profile)
      : document_(document), projection_(projection), profile_(profile), divisions_(profile) {}

  std::vector<OutlineEntry> run() {
    facts_.resize(projection_.lines.size());
    for (std::size_t i = 0; i < facts_.size(); ++i) look_at(i);
    drop_front_matter();
    for (line_ = 0; line_ < facts_.size(); ++line_) place();
    close_all(static_cast<std::uint32_t>(facts_.size()));
    set_own_lines();
    return std::move(entries_);
  }

 private:
  std::string_view text(std::size_t line) const { return slice(projection_.text, projection_.lines[line].span); }

  void look_at(std::size_t i) {
    auto& facts = facts_[i];
    const auto& paragraph = document_.paragraphs[projection_.lines[i].paragraph];
    if (paragraph.part != Part::body || is_contents_line(document_, projection_, i)) {
      facts.skipped = true;
      return;
    }
    if (paragraph.cell) {
      facts.skipped = true;
      look_at_cell(i, paragraph.cell);
      return;
    }
    facts.number = read_line_number(document_, projection_, i, divisions_);
    if (!facts.number.any()) facts.entry = entry_term(text(i));
  }

  /// The left cells of a definition table begin entries.
  void look_at_cell(std::size_t i, Id<Cell> cell) {
    const auto& c = document_.cells[cell];
    if (c.column != 0 || document_.rows[c.row].header) return;
    const auto table = document_.rows[c.row].table;
    if (table != known_table_) {
      known_table_ = table;
      known_table_defines_ = is_definition_table(document_, table);
      first_row_ = c.row;
    }
    if (!known_table_defines_ || (i > 0 && document_.paragraphs[projection_.lines[i - 1].paragraph].cell == cell)) return;
    const auto folded = fold_phrase(text(i));
    if (c.row == first_row_ && (folded == "term" || folded == "acronym" || folded == "abbreviation" || folded == "expression" || folded == "definition" ||
                                folded == "defined term"))
      return;
    auto term = trim(text(i));
    while (!term.empty() && (term.front() == '"' || term.front() == '\'')) term.remove_prefix(1);
    while (!term.empty() && (term.back() == '"' || term.back() == '\'' || term.back() == ':')) term.remove_suffix(1);
    if (!term.empty() && term.size() < 200) facts_[i].entry = "\"" + std::string(term) + "\"";
  }

  /// Numbered statements before the body ("1. Reference is made …") are no provisions: numbering begins again at 1 with 1.1 below it.
  void drop_front_matter() {
    std::size_t last_one = none, numbers_before = 0, numbers = 0;
    bool dotted = false;
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      const auto& n = facts_[i].number;
      if (n.division && profile_.divisions[n.division->level].restarts) break;
      if (!n.decimal) continue;
      const auto parts = parts_of(*n.decimal);
      if (parts == std::vector<std::string>{"1"} && !dotted) last_one = i, numbers_before = numbers;
      if (parts.size() > 1) dotted = true;
      ++numbers;
    }
    if (last_one == none || numbers_before == 0 || !dotted) return;
    for (std::size_t i = 0; i < last_one; ++i) facts_[i].number = {};
  }

  void place() {
    const auto& facts = facts_[line_];
    if (!facts.entry.empty()) return add_entry(facts.entry);
    if (facts.skipped) return;
    const auto& n = facts.number;
    if (n.division) return add_division(*n.division);
    const bool decimal = n.decimal && accept_decimal(n);
    if (decimal) add_decimal(*n.decimal);
    else if (n.decimal && n.automatic && parts_of(*n.decimal).size() == 1) add_item("(" + *n.decimal + ")", n, 0);
    for (std::size_t k = 0; k < n.items.size(); ++k) add_item(n.items[k], n, k);
    if (!n.any()) add_text();
  }

  // -- decimals

  std::size_t division_scope() const { return scope_; }

  /// A typed number counts when it stands where one is due; a computed one always, a lone figure of another list apart.
  bool accept_decimal(const LineNumber& n) const {
    const auto parts = parts_of(*n.decimal);
    if (n.automatic) {
      if (parts.size() > 1 || due(parts)) return true;
      return main_list_ < 0 || n.list == main_list_ || decimals_.empty();
    }
    const auto rest = trim(slice(projection_.text, {n.rest, projection_.lines[line_].span.end}));
    if (due(parts)) return n.sure || parts.size() > 1 ? true : starts_upper(rest) || rest.empty() || rest.front() == '"' || rest.front() == '[' || rest.front() == '(';
    if (parts.size() > 1) return n.sure || starts_upper(rest) || (!rest.empty() && (rest.front() == '"' || rest.front() == '[' || rest.front() == '('));
    // A lone figure out of turn: a heading that skips or repeats a number, never a quantity.
    const auto figure = value_of_part(parts.front()).figure;
    const auto last = decimals_.empty() ? 0 : value_of_part(decimals_.front().parts.front()).figure;
    return (n.sure || projection_.text[n.rest - 2] == '.') && starts_upper(rest) && figure <= last + 5;
  }

  /// Whether the number is the next one at its depth, or the first below an open one.
  bool due(const std::vector<std::string>& parts) const {
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
    if (parent || (parts.size() == 1 && decimals_.empty())) return value.figure <= 1;
    return false;
  }

  void add_decimal(const std::string& number) {
    const auto parts = parts_of(number);
    close_lists(static_cast<std::uint32_t>(line_));
    close_entry(static_cast<std::uint32_t>(line_));
    while (!decimals_.empty() && !is_prefix(decimals_.back().parts, parts)) {
      entries_[decimals_.back().entry].last_line = static_cast<std::uint32_t>(line_);
      decimals_.pop_back();
    }
    const auto& n = facts_[line_].number;
    if (n.automatic && main_list_ < 0) main_list_ = n.list;
    OutlineEntry entry = begin(ProvisionKind::numbered, number, number, decimals_.empty() ? inner_division() : decimals_.back().entry);
    entry.heading = n.items.empty() ? heading() : std::string();
    entry.not_used = n.items.empty() && says_not_used(rest());
    entries_.push_back(entry);
    decimals_.push_back({parts, entries_.size() - 1});
  }

  // -- items

  void add_item(const std::string& label, const LineNumber& n, std::size_t k) {
    const bool on_same_line = k > 0 || (n.decimal && !entries_.empty() && entries_.back().lines.begin == line_);
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
    const std::size_t holder = entry_ != none ? entry_ : decimals_.empty() ? inner_division() : decimals_.back().entry;
    const std::size_t parent = open.size() > 1 ? open[open.size() - 2].item : holder;
    const bool shows_parent = parent != none && entries_[parent].kind != ProvisionKind::division;
    OutlineEntry entry = begin(ProvisionKind::item, label, (shows_parent ? entries_[parent].label : std::string()) + label, parent);
    entry.list = open.back().id;
    entry.not_used = k + 1 >= n.items.size() && says_not_used(rest());
    entries_.push_back(entry);
    tail_ = false;
  }

  bool previous_ends_open() const {
    for (std::size_t i = line_; i-- > 0;) {
      const auto words = trim(text(i));
      if (words.empty()) continue;
      return words.ends_with(':') || words.ends_with('-') || words.ends_with("\xE2\x80\x93") || words.ends_with("\xE2\x80\x94");
    }
    return false;
  }

  std::string next_item() const {
    for (std::size_t i = line_ + 1; i < facts_.size() && i < line_ + 60; ++i) {
      const auto& n = facts_[i].number;
      if (n.division || n.decimal || !facts_[i].entry.empty()) return {};
      if (!n.items.empty()) return n.items.front();
    }
    return {};
  }

  // -- divisions, glossary entries, plain text

  void add_division(const DivisionNumber& division) {
    // A title repeated on the page after the cover is one division.
    if (!entries_.empty() && entries_.back().kind == ProvisionKind::division && entries_.back().label == division.label) return;
    close_decimals(static_cast<std::uint32_t>(line_));
    while (!open_divisions_.empty() && open_divisions_.back().first >= division.level) {
      entries_[open_divisions_.back().second].last_line = static_cast<std::uint32_t>(line_);
      open_divisions_.pop_back();
    }
    scope_ = none;
    for (const auto& [level, entry] : open_divisions_)
      if (profile_.divisions[level].restarts) scope_ = entry;
    OutlineEntry entry = begin(ProvisionKind::division, division.label, division.label, open_divisions_.empty() ? none : open_divisions_.back().second);
    entry.heading = squeeze(rest());
    if (entry.heading.empty()) entry.heading = next_line_heading();
    entry.not_used = says_not_used(entry.heading);
    entries_.push_back(entry);
    open_divisions_.emplace_back(division.level, entries_.size() - 1);
    if (profile_.divisions[division.level].restarts) {
      scope_ = entries_.size() - 1;
      main_list_ = -1;
    }
  }

  void add_entry(const std::string& term) {
    close_lists(static_cast<std::uint32_t>(line_));
    close_entry(static_cast<std::uint32_t>(line_));
    OutlineEntry entry = begin(ProvisionKind::entry, term, term, decimals_.empty() ? inner_division() : decimals_.back().entry);
    entries_.push_back(entry);
    entry_ = entries_.size() - 1;
    tail_ = false;
  }

  /// A line without a number: the tail of what its list stands in, or another paragraph of the item when it is set in as far.
  void add_text() {
    if (trim(text(line_)).empty() || lists_.open().empty()) return;
    const auto& last = entries_[lists_.open().back().item];
    const auto indent = [&](Id<Paragraph> id) {
      const auto format = document_.paragraphs[id].format[index(projection_.view)];
      return format ? document_.paragraph_formats[format].indent : 0;
    };
    const auto here = indent(projection_.lines[line_].paragraph), item = indent(last.paragraph);
    if (item > 0 && here >= item && !starts_lower(trim(text(line_)))) return;
    for (const auto& list : lists_.open()) end_item(list.item, static_cast<std::uint32_t>(line_));
    tail_ = true;
  }

  std::size_t inner_division() const { return open_divisions_.empty() ? none : open_divisions_.back().second; }

  // -- shared

  OutlineEntry begin(ProvisionKind kind, const std::string& number, const std::string& label, std::size_t parent) {
    OutlineEntry entry;
    entry.kind = kind;
    entry.number = number;
    entry.label = label;
    entry.parent = parent;
    entry.scope = kind == ProvisionKind::division && scope_ == entries_.size() ? none : scope_;
    entry.lines = {static_cast<std::uint32_t>(line_), static_cast<std::uint32_t>(line_ + 1)};
    const auto& line = projection_.lines[line_];
    entry.paragraph = line.first;
    entry.span = projection_.to_source(line.span);
    if (line.span.empty()) entry.span = document_.paragraphs[line.paragraph].span;
    entry.automatic = facts_[line_].number.automatic;
    for (std::size_t i = entries_.size(); i-- > 0 && entries_[i].paragraph == entry.paragraph;) ++entry.ordinal;
    return entry;
  }

  std::string_view rest() const {
    const auto& line = projection_.lines[line_];
    const auto from = std::max(facts_[line_].number.rest, line.span.begin);
    return trim(slice(projection_.text, {std::min(from, line.span.end), line.span.end}));
  }

  /// The words of a numbered line when they are a heading: styled so, or a few words without a full stop above something deeper.
  std::string heading() const {
    const auto words = squeeze(rest());
    if (words.empty()) return {};
    if (has_heading_style(document_, projection_, line_)) return words.size() < 250 && !words.ends_with('.') ? words : std::string();
    if (words.size() > 120 || words.ends_with('.') || words.ends_with(';') || words.ends_with(':') || words.ends_with(',')) return {};
    if (!starts_upper(words) && words.front() != '"' && words.front() != '[') return {};
    if (all_upper(words)) return words;
    static const Pattern verbs = Pattern::literal("(?:^| )(?:shall|must|may|will|is|are|has|have|means|includes) ");
    if (verbs.find(words)) return {};
    return words;
  }

  std::string next_line_heading() const {
    for (std::size_t i = line_ + 1; i < facts_.size() && i < line_ + 3; ++i) {
      const auto words = trim(text(i));
      if (words.empty()) continue;
      if (facts_[i].number.any() || facts_[i].skipped || words.size() > 120 || words.ends_with('.') || words.ends_with(':')) return {};
      return squeeze(words);
    }
    return {};
  }

  void end_item(std::size_t item, std::uint32_t line) {
    if (entries_[item].last_line == 0) entries_[item].last_line = line;
  }
  void close_lists(std::uint32_t line) {
    for (const auto& list : lists_.open()) end_item(list.item, line);
    lists_.clear();
    tail_ = false;
  }
  void close_entry(std::uint32_t line) {
    if (entry_ != none) entries_[entry_].last_line = line;
    entry_ = none;
  }
  void close_decimals(std::uint32_t line) {
    close_lists(line);
    close_entry(line);
    for (const auto& open : decimals_) entries_[open.entry].last_line = line;
    decimals_.clear();
  }
  void close_all(std::uint32_t line) {
    close_decimals(line);
    for (const auto& [level, entry] : open_divisions_) entries_[entry].last_line = line;
  }

  /// Own lines run to the next provision or to the end of all that is below, whichever is first.
  void set_own_lines() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      auto& entry = entries_[i];
      if (entry.last_line == 0) entry.last_line = entry.lines.begin + 1;
      const std::uint32_t next = i + 1 < entries_.size() ? std::max(entries_[i + 1].lines.begin, entry.lines.begin + 1) : entry.last_line;
      entry.last_line = std::max(entry.last_line, entry.lines.begin + 1);
      entry.lines.end = std::clamp(next, entry.lines.begin + 1, entry.last_line);
    }
  }

  const Document& document_;
  const Projection& projection_;
  const Profile& profile_;
  DivisionPatterns divisions_;
  std::vector<LineFacts> facts_;
  std::vector<OutlineEntry> entries_;
  std::vector<OpenDecimal> decimals_;
  std::vector<std::pair<std::size_t, std::size_t>> open_divisions_;   // level, entry
  ListStack lists_;
  std::size_t line_ = 0;
  std::size_t entry_ = none;       // the open glossary entry
  std::size_t scope_ = none;
  std::int32_t main_list_ = -1;    // the automatic list that numbers the provisions
  bool tail_ = false;
  Id<TextTable> known_table_;
  bool known_table_defines_ = false;
  Id<Row> first_row_;
};

}  // namespace

std::vector<OutlineEntry> outline_view(const Document& document, const Projection& projection, const Profile& profile) {
  return Outliner(document, projection, profile).run();
}

std::string entry_term(std::string_view line) {
  static const Pattern entry = Pattern::literal(
      R"re(^ *"([^"]{1,150})"?"? ?(?:,? ?(?:\([^)]{1,40}\)|(?:or|and) "[^"]{1,100}"))* ?(?::|,? (?:in (?:relation|respect)|for the purposes) |(?:shall )?means?\b|shall have|has the|have the))re");
  const auto found = entry.match_at(line, 0);
  if (!found) return {};
  const auto term = trim(slice(line, *found->groups[0]));
  return term.empty() ? std::string() : "\"" + std::string(term) + "\"";
}

bool says_not_used(std::string_view words) {
  std::string folded = fold(squeeze(words));
  std::erase_if(folded, [](char c) { return c == '[' || c == ']' || c == '(' || c == ')' || c == '.' || c == ';' || c == ':' || c == ','; });
  std::string_view text = trim(folded);
  for (const std::string_view end : {" and", " or", " -", " \xE2\x80\x93"})
    if (text.ends_with(end)) text = trim(text.substr(0, text.size() - end.size()));
  for (const std::string_view front : {"- ", "\xE2\x80\x93 "})
    if (text.starts_with(front)) text = trim(text.substr(front.size()));
  static constexpr std::array phrases{"not used", "no longer used", "not presently used", "not currently used", "deleted", "intentionally not used", "spare",
                                      "intentionally left blank", "intentionally blank", "reserved", "paragraph not used", "clause not used", "section not used", "number not used"};
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view p) { return text == p; });
}

}  // namespace dovetail
