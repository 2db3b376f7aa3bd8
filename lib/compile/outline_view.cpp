// Walks the lines once with what is open: a division, decimals, lists.
#include "compile/outline_view.h"

#include <algorithm>
#include <set>

#include "compile/lists.h"
#include "compile/outline_lines.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t none = OutlineEntry::none;

struct OpenDecimal {
  std::vector<std::string> parts;
  std::size_t entry;
};

/// What is open while the lines are walked; a quotation has an own one.
struct Open {
  std::vector<OpenDecimal> decimals;
  std::vector<std::pair<std::size_t, std::size_t>> divisions;  // level, entry
  std::vector<OpenList> lists;
  std::size_t entry = none;  // the open glossary entry
  std::size_t scope = none;
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

bool ends_with_dash(std::string_view words) { return words.ends_with("\xE2\x80\x94") || words.ends_with("\xE2\x80\x93") || words.ends_with('-'); }

/// Whether number `b` stands below number `a`: 2.1 below 2, and D2.1 below a 2 whose heading leaves the letter out.
bool is_prefix(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || a.size() >= b.size() || !std::equal(a.begin() + 1, a.end(), b.begin() + 1)) return false;
  return a.front() == b.front() || a.front() == b.front().substr(std::min(b.front().find_first_of("0123456789"), b.front().size()));
}

/// How many letters stand in front of the figure of a part: 1 of B3.
std::size_t letters_of(const std::string& part) { return std::min(part.find_first_of("0123456789"), part.size()); }

class Outliner {
 public:
  Outliner(const Document& document, const Projection& projection, const Profile& profile)
      : document_(document),
        projection_(projection),
        profile_(profile),
        divisions_(profile),
        above_(std::find(profile.headings.begin(), profile.headings.end(), "above") != profile.headings.end()) {}

  Outline run() {
    auto lines = look_at_lines(document_, projection_, profile_, divisions_);
    facts_ = std::move(lines.facts);
    auto quotation = lines.quotations.begin();
    for (line_ = 0; line_ < lines.body_end; ++line_) {
      while (!quoted_.empty() && quoted_.back().end <= line_) leave_quotation();
      for (; quotation != lines.quotations.end() && quotation->begin == line_; ++quotation) enter_quotation(*quotation);
      place();
    }
    while (!quoted_.empty()) leave_quotation();
    close_all(static_cast<std::uint32_t>(lines.body_end));
    set_own_lines();
    return {std::move(entries_), static_cast<std::uint32_t>(lines.body_end)};
  }

 private:
  std::string_view text(std::size_t line) const { return slice(projection_.text, projection_.lines[line].span); }

  void place() {
    const auto& facts = facts_[line_];
    if (!facts.entry.empty()) return add_entry(facts.entry);
    if (facts.skipped) return;
    const auto& n = facts.number;
    if (n.division) return add_division(at_its_level(*n.division));
    const bool decimal = n.decimal && accept_decimal(n);
    if (decimal)
      add_decimal(*n.decimal);
    else if (n.decimal && n.automatic && parts_of(*n.decimal).size() == 1)
      add_item("(" + *n.decimal + ")", n, 0);
    if (!n.decimal || decimal || n.automatic)
      for (std::size_t k = 0; k < n.items.size(); ++k) add_item(n.items[k], n, k);
    if (!n.any() && !n.bullet) add_text();
  }

  // -- quotations

  /// The provision that a line without a number of its own stands in.
  std::size_t innermost() const {
    if (!lists_.open().empty() && !tail_) return lists_.open().back().item;
    return holder_of_items();
  }

  std::size_t holder_of_items() const { return entry_ != none ? entry_ : decimals_.empty() ? inner_division() : decimals_.back().entry; }

  void enter_quotation(const Quotation& quotation) {
    const auto last = quoted_.empty() ? quotation.end : std::min(quotation.end, quoted_.back().end);
    quoted_.push_back(
        {quotation.begin,
         last,
         quotation.skipped,
         innermost(),
         entries_.size(),
         {std::move(decimals_), std::move(open_divisions_), lists_.open(), entry_, scope_, main_list_, main_level_, last_figure_, tail_}});
    decimals_.clear();
    open_divisions_.clear();
    lists_.clear();
    entry_ = none;
    tail_ = false;
  }

  void leave_quotation() {
    close_all(static_cast<std::uint32_t>(std::min<std::size_t>(line_, facts_.size())));
    open_divisions_.clear();
    auto outside = std::move(quoted_.back().outside);
    quoted_.pop_back();
    decimals_ = std::move(outside.decimals);
    open_divisions_ = std::move(outside.divisions);
    lists_.reopen(std::move(outside.lists));
    entry_ = outside.entry;
    scope_ = outside.scope;
    main_list_ = outside.main_list;
    main_level_ = outside.main_level;
    last_figure_ = outside.last_figure;
    tail_ = outside.tail;
  }

  /// The label of what stands below `parent`: the parents of items are part of it, and quotation marks stand around what is quoted.
  std::string label_below(std::size_t parent, const std::string& number, bool shows_parent) const {
    const bool shown = shows_parent && parent != none && entries_[parent].kind != ProvisionKind::division;
    if (quoted_.empty()) return (shown ? entries_[parent].label : std::string()) + number;
    const auto holder = quoted_.back().holder;
    if (shown && parent >= quoted_.back().first) {
      const auto& label = entries_[parent].label;
      return label.substr(0, label.size() - 1) + number + "\"";
    }
    return (holder == none ? std::string() : entries_[holder].label + " ") + "\"" + number + "\"";
  }

  // -- decimals

  /// A typed number counts when it stands where one is due; a computed one always, a lone figure of another list apart.
  bool accept_decimal(const LineNumber& n) const {
    const auto parts = parts_of(*n.decimal);
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
      return n.sure || parts.size() > 1
                 ? true
                 : starts_upper(rest) || rest.empty() || !n.items.empty() || rest.front() == '"' || rest.front() == '[' || rest.front() == '(';
    if (parts.size() > 1)
      return n.sure || starts_upper(rest) || (!rest.empty() && (rest.front() == '"' || rest.front() == '[' || rest.front() == '('));
    // A lone figure out of turn: a heading that skips or repeats a number, never a quantity.
    const auto figure = value_of_part(parts.front()).figure;
    const auto last = decimals_.empty() ? last_figure_ : value_of_part(decimals_.front().parts.front()).figure;
    const bool lettered =
        !decimals_.empty() && letters_of(parts.front()) > 0 && letters_of(parts.front()) == letters_of(decimals_.front().parts.front());
    return (n.sure || n.dotted || lettered) && (starts_upper(rest) || !n.items.empty()) && figure <= last + 5;
  }

  bool continues_list(const LineNumber& n) const {
    return std::any_of(lists_.open().begin(), lists_.open().end(),
                       [&](const OpenList& open) { return open.list == n.list && open.level == n.level; });
  }

  /// "2 Working Days is enough.": a figure and its unit in a sentence, or in an answer to the line before.
  bool is_quantity(std::string_view rest) const {
    static const Pattern units = Pattern::literal(
        "(?:(?:working|business|calendar|settlement|clear) (?:days?|periods?)|wds?|days?|weeks?|months?|years?|hours?|minutes?|half[- ]hours?)(?: "
        "|,|;|\\.|$)",
        true);
    if (!units.match_at(rest, 0)) return false;
    return rest.ends_with('.') || rest.ends_with(';') || rest.ends_with(',') || previous_ends_open();
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
    if (parts.size() == 1 && decimals_.empty() && last_figure_ > 0 && value.figure == last_figure_ + 1) return true;  // numbers go on through Parts
    if (parent || (parts.size() == 1 && decimals_.empty())) return value.figure <= 1;
    return false;
  }

  void add_decimal(const std::string& number) {
    const auto parts = parts_of(number);
    const auto& n = facts_[line_].number;
    const auto own = n.items.empty() ? heading() : std::string();
    const auto above = own.empty() && parts.size() == 1 ? heading_above() : none;
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
    entry.not_used = n.items.empty() && says_not_used(rest());
    entries_.push_back(entry);
    decimals_.push_back({parts, entries_.size() - 1});
  }

  // -- items

  void add_item(const std::string& label, const LineNumber& n, std::size_t k) {
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

  /// A keyword that the profile has twice ("Section" above "Schedule" and below it) means the inner one inside what stands between.
  DivisionNumber at_its_level(DivisionNumber division) const {
    const auto& all = profile_.divisions;
    for (auto inner = division.level + 1; inner < all.size(); ++inner)
      if (all[inner].keyword == all[division.level].keyword && std::any_of(open_divisions_.begin(), open_divisions_.end(), [&](const auto& open) {
            return open.first > division.level && open.first < inner;
          }))
        division.level = inner;
    return division;
  }

  void add_division(const DivisionNumber& division) {
    // A title repeated on the page after the cover is one division.
    if (!entries_.empty() && entries_.back().kind == ProvisionKind::division && entries_.back().number == division.label &&
        (quoted_.empty() || entries_.size() > quoted_.back().first))
      return;
    if (!decimals_.empty()) last_figure_ = value_of_part(decimals_.front().parts.front()).figure;
    close_decimals(static_cast<std::uint32_t>(line_));
    while (!open_divisions_.empty() && open_divisions_.back().first >= division.level) {
      entries_[open_divisions_.back().second].last_line = static_cast<std::uint32_t>(line_);
      open_divisions_.pop_back();
    }
    scope_ = none;
    for (const auto& [level, entry] : open_divisions_)
      if (restarting_.contains(entry)) scope_ = entry;
    const auto parent = inner_division();
    OutlineEntry entry = begin(ProvisionKind::division, division.label, label_below(parent, division.label, false), parent);
    entry.heading = squeeze(rest());
    if (entry.heading.empty()) entry.heading = next_line_heading();
    entry.not_used = says_not_used(entry.heading);
    entries_.push_back(entry);
    open_divisions_.emplace_back(division.level, entries_.size() - 1);
    if (profile_.divisions[division.level].restarts || facts_[line_].restarts) {
      scope_ = entries_.size() - 1;
      restarting_.insert(scope_);
      main_list_ = main_level_ = -1;
      last_figure_ = 0;
    }
  }

  void add_entry(const std::string& term) {
    close_lists(static_cast<std::uint32_t>(line_));
    close_entry(static_cast<std::uint32_t>(line_));
    const auto parent = decimals_.empty() ? inner_division() : decimals_.back().entry;
    OutlineEntry entry = begin(ProvisionKind::entry, term, term, parent);
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
    entry.parent = parent == none && !quoted_.empty() ? quoted_.back().holder : parent;
    entry.quoted = !quoted_.empty();
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
    if (facts_[line_].words != LineFacts::itself) return trim(text(facts_[line_].words));
    const auto& line = projection_.lines[line_];
    const auto from = std::max(facts_[line_].number.rest, line.span.begin);
    return trim(slice(projection_.text, {std::min(from, line.span.end), line.span.end}));
  }

  /// The words of a numbered line when they are a heading: styled so, or a few words without a full stop above something deeper.
  std::string heading() const {
    if (rest().ends_with('.')) return {};  // most lines are sentences
    const auto words = squeeze(rest());
    if (words.empty()) return {};
    if (has_heading_style(document_, projection_, line_)) return words.size() < 250 && !words.ends_with('.') ? words : std::string();
    if (words.size() > 120 || words.ends_with('.') || words.ends_with(';') || words.ends_with(':') || words.ends_with(',') ||
        words.ends_with(".\"") || ends_with_dash(words))
      return {};
    if (!starts_upper(words) && words.front() != '"' && words.front() != '[') return {};
    if (all_upper(words)) return words;
    static const Pattern verbs = Pattern::literal("(?:^| )(?:shall|must|may|will|is|are|has|have|means|includes) ");
    if (verbs.find(words)) return {};
    return words;
  }

  std::string next_line_heading() {
    for (std::size_t i = line_ + 1; i < facts_.size() && i < line_ + 3; ++i) {
      const auto words = trim(text(i));
      if (words.empty()) continue;
      if (facts_[i].number.any() || facts_[i].skipped || words.size() > 120 || words.ends_with('.') || words.ends_with(':')) return {};
      taken_heading_ = i;
      return squeeze(words);
    }
    return {};
  }

  /// Without the mark of a quotation that begins with it.
  std::string_view words_of_heading(std::size_t line) const {
    const bool opens = !quoted_.empty() && quoted_.back().begin == line;
    return trim(text(line).substr(opens ? quoted_.back().skipped : 0));
  }

  /// The line above a number when it is a heading and the profile says that headings stand there: a section of an Act.
  std::size_t heading_above() const {
    if (!above_) return none;
    for (std::size_t i = line_; i-- > 0 && line_ - i < 4;) {
      const auto words = trim(text(i));
      if (words.empty()) continue;
      if (facts_[i].number.any() || facts_[i].skipped || !facts_[i].entry.empty() || i == taken_heading_ || words.size() > 160) return none;
      if ((words.ends_with('.') && !words.ends_with(" etc.")) || words.ends_with(';') || words.ends_with(':') || words.ends_with(',') ||
          ends_with_dash(words))
        return none;
      if (!starts_upper(words) && words.front() != '"' && words.front() != '{') return none;
      return i;
    }
    return none;
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
  bool above_;  // headings of lone figures stand on the line above them
  std::vector<LineFacts> facts_;
  std::vector<OutlineEntry> entries_;
  std::vector<OpenDecimal> decimals_;
  std::vector<std::pair<std::size_t, std::size_t>> open_divisions_;  // level, entry
  std::set<std::size_t> restarting_;                                 // entries of divisions in which numbers begin again
  ListStack lists_;
  std::vector<OpenQuotation> quoted_;
  std::size_t line_ = 0;
  std::size_t taken_heading_ = none;  // the line that is already the heading of a division
  std::size_t entry_ = none;          // the open glossary entry
  std::size_t scope_ = none;
  std::int32_t main_list_ = -1;    // the automatic list that numbers the provisions
  std::int32_t main_level_ = -1;   // and its level that counts lone figures
  std::uint32_t last_figure_ = 0;  // of the last lone figure before a division that does not begin numbering again
  bool tail_ = false;
};

}  // namespace

Outline outline_view(const Document& document, const Projection& projection, const Profile& profile) {
  return Outliner(document, projection, profile).run();
}

std::string entry_term(std::string_view line) {
  static const Pattern entry = Pattern::literal(
      R"re(^ *"([^"]+)"?"? ?(?:,? ?(?:\([^)]+\)|(?:or|and) "[^"]+"))* ?(?::|,? (?:in (?:relation|respect)|for the purposes) |(?:shall )?means?\b|shall have|has the|have the))re");
  if (!trim(line).starts_with('"')) return {};
  const auto found = entry.match_at(line, 0);
  if (!found) return {};
  constexpr std::size_t longest = 150;
  const auto term = trim(slice(line, *found->groups[0]));
  return term.empty() || found->groups[0]->size() > longest ? std::string() : "\"" + std::string(term) + "\"";
}

bool says_not_used(std::string_view words) {
  constexpr std::size_t longest = 60;  // far more than the longest phrase with its brackets
  if (words.size() > longest && trim(words).size() > longest) return false;
  std::string folded = fold(squeeze(words));
  std::erase_if(folded, [](char c) { return c == '[' || c == ']' || c == '(' || c == ')' || c == '.' || c == ';' || c == ':' || c == ','; });
  std::string_view text = trim(folded);
  for (const std::string_view end : {" and", " or", " -", " \xE2\x80\x93"})
    if (text.ends_with(end)) text = trim(text.substr(0, text.size() - end.size()));
  for (const std::string_view front : {"- ", "\xE2\x80\x93 "})
    if (text.starts_with(front)) text = trim(text.substr(front.size()));
  static constexpr std::array phrases{"not used",
                                      "no longer used",
                                      "not presently used",
                                      "not currently used",
                                      "deleted",
                                      "intentionally not used",
                                      "spare",
                                      "intentionally left blank",
                                      "intentionally blank",
                                      "reserved",
                                      "paragraph not used",
                                      "clause not used",
                                      "section not used",
                                      "number not used"};
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view p) { return text == p; });
}

}  // namespace dovetail
