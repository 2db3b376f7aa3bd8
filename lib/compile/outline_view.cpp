// Walks the lines once with what is open: a division, decimals, lists.
#include "compile/outline_view.h"

#include <algorithm>

#include "compile/outliner.h"
#include "text/unicode.h"

namespace dovetail {

Outline Outliner::run() {
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

void Outliner::place() {
  const auto& facts = facts_[line_];
  if (!facts.entry.empty()) return add_entry(facts.entry);
  if (facts.skipped) return;
  const auto& n = facts.number;
  if (n.division) return add_division(at_its_level(*n.division));
  const bool decimal = n.decimal && accept_decimal(n);
  if (decimal)
    add_decimal(*n.decimal);
  else if (n.decimal && (n.automatic || is_listed_figure(n)) && parts_of(*n.decimal).size() == 1)
    add_item("(" + *n.decimal + ")", n, 0);
  if (!n.decimal || decimal || n.automatic)
    for (std::size_t k = 0; k < n.items.size(); ++k) add_item(n.items[k], n, k);
  if (!n.any() && !n.bullet) add_text();
}

std::size_t Outliner::innermost() const {
  if (!lists_.open().empty() && !tail_) return lists_.open().back().item;
  return holder_of_items();
}

void Outliner::enter_quotation(const Quotation& quotation) {
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

void Outliner::leave_quotation() {
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

std::string Outliner::label_below(std::size_t parent, const std::string& number, bool shows_parent) const {
  const bool shown = shows_parent && parent != none && entries_[parent].kind != ProvisionKind::division;
  if (quoted_.empty()) return (shown ? entries_[parent].label : std::string()) + number;
  const auto holder = quoted_.back().holder;
  if (shown && parent >= quoted_.back().first) {
    const auto& label = entries_[parent].label;
    return label.substr(0, label.size() - 1) + number + "\"";
  }
  return (holder == none ? std::string() : entries_[holder].label + " ") + "\"" + number + "\"";
}

DivisionNumber Outliner::at_its_level(DivisionNumber division) const {
  const auto& all = profile_.divisions;
  for (auto inner = division.level + 1; inner < all.size(); ++inner)
    if (all[inner].keyword == all[division.level].keyword && std::any_of(open_divisions_.begin(), open_divisions_.end(), [&](const auto& open) {
          return open.first > division.level && open.first < inner;
        }))
      division.level = inner;
  return division;
}

void Outliner::add_division(const DivisionNumber& division) {
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

void Outliner::add_entry(const std::string& term) {
  close_lists(static_cast<std::uint32_t>(line_));
  close_entry(static_cast<std::uint32_t>(line_));
  const auto parent = decimals_.empty() ? inner_division() : decimals_.back().entry;
  OutlineEntry entry = begin(ProvisionKind::entry, term, term, parent);
  entries_.push_back(entry);
  entry_ = entries_.size() - 1;
  tail_ = false;
}

void Outliner::add_text() {
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

OutlineEntry Outliner::begin(ProvisionKind kind, const std::string& number, const std::string& label, std::size_t parent) {
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

void Outliner::end_item(std::size_t item, std::uint32_t line) {
  if (entries_[item].last_line == 0) entries_[item].last_line = line;
}

void Outliner::close_lists(std::uint32_t line) {
  for (const auto& list : lists_.open()) end_item(list.item, line);
  lists_.clear();
  tail_ = false;
}

void Outliner::close_entry(std::uint32_t line) {
  if (entry_ != none) entries_[entry_].last_line = line;
  entry_ = none;
}

void Outliner::close_decimals(std::uint32_t line) {
  close_lists(line);
  close_entry(line);
  for (const auto& open : decimals_) entries_[open.entry].last_line = line;
  decimals_.clear();
}

void Outliner::close_all(std::uint32_t line) {
  close_decimals(line);
  for (const auto& [level, entry] : open_divisions_) entries_[entry].last_line = line;
}

void Outliner::set_own_lines() {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    auto& entry = entries_[i];
    if (entry.last_line == 0) entry.last_line = entry.lines.begin + 1;
    const std::uint32_t next = i + 1 < entries_.size() ? std::max(entries_[i + 1].lines.begin, entry.lines.begin + 1) : entry.last_line;
    entry.last_line = std::max(entry.last_line, entry.lines.begin + 1);
    entry.lines.end = std::clamp(next, entry.lines.begin + 1, entry.last_line);
  }
}

Outline outline_view(const Document& document, const Projection& projection, const Profile& profile) {
  return Outliner(document, projection, profile).run();
}

}  // namespace dovetail
