// A label continues the nearest open list whose successor it is; only if none fits does a new list begin.
#include "compile/lists.h"

#include <algorithm>

namespace dovetail {
namespace {

ItemValues values_of_label(std::string_view label) { return label.size() < 3 ? ItemValues() : values_of(label.substr(1, label.size() - 2)); }

/// Whether `next` may follow `last` in one list: its successor, or an item put in between ("(aa)" after "(a)", "(1A)" after "(1)").
bool follows(const ItemValue& last, const ItemValue& next) {
  if (last.counting != next.counting) return false;
  if (next.value == last.value + 1) return true;
  if (next.doubled && next.counting == Counting::figure) return next.value == last.value;
  const auto letter = [](const ItemValue& v) { return (v.value - 1) % 26; };
  if (next.doubled && next.counting != Counting::figure) return letter(next) == letter(last) || (last.doubled && letter(next) == letter(last) + 1);
  if (last.doubled && last.counting != Counting::figure && last.value > 26) return next.value == letter(last) + 2;  // (a), (aa), (b)
  return last.doubled && last.counting == Counting::figure && next.value == last.value + 1;
}

/// Whether the look ahead speaks for reading the label as `value`.
bool next_agrees(const ItemSight& sight, const ItemValue& value) {
  const auto next = values_of_label(sight.next);
  return std::any_of(next.begin(), next.end(), [&](const ItemValue& n) { return n.counting == value.counting && n.value == value.value + 1; });
}

bool is_roman(const ItemValue& value) { return value.counting == Counting::lower_roman || value.counting == Counting::upper_roman; }

}  // namespace

void ListStack::place(const ItemSight& sight, std::size_t item) {
  const auto values = values_of_label(sight.label);
  if (values.empty()) return;
  if (!(sight.list >= 0 && continue_automatic(sight, values)) && !continue_typed(sight, values) && !continue_broken(sight, values))
    begin(sight, values);
  auto& list = open_.back();
  list.item = item;
  if (sight.list >= 0) list.list = sight.list, list.level = sight.level;
}

/// Word says which level a paragraph has: the open list of that level goes on, unless its number starts again.
bool ListStack::continue_automatic(const ItemSight& sight, const ItemValues& values) {
  const auto same = std::find_if(open_.rbegin(), open_.rend(), [&](const OpenList& l) { return l.list == sight.list && l.level == sight.level; });
  if (same == open_.rend()) {
    while (!open_.empty() && open_.back().list == sight.list && open_.back().level > sight.level) open_.pop_back();
    return false;
  }
  const auto position = static_cast<std::size_t>(open_.rend() - same);
  const auto value = std::find_if(values.begin(), values.end(), [&](const ItemValue& v) { return v.counting == open_[position - 1].last.counting; });
  if (value == values.end()) return false;
  open_.resize(position);
  if (value->value <= open_.back().last.value) open_.back().id = next_id_++;  // started again
  open_.back().last = *value;
  return true;
}

bool ListStack::continue_typed(const ItemSight& sight, const ItemValues& values) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    for (const auto& value : values) {
      if (!follows(open_[i].last, value)) continue;
      // "(i)" after "(h)": the next letter, unless what follows is "(ii)", or a colon opens a list and "(j)" does not follow.
      const auto first_of_new = std::find_if(values.begin(), values.end(), [](const ItemValue& v) { return v.value == 1; });
      if (first_of_new != values.end() && value.value != 1) {
        if (next_agrees(sight, *first_of_new) && !next_agrees(sight, value)) return false;
        if (sight.after_colon && !next_agrees(sight, value)) return false;
      }
      open_.resize(i + 1);
      open_.back().last = value;
      return true;
    }
  }
  return false;
}

/// No list goes on with it: a gap, a repeated label, or the first of a new list.
bool ListStack::continue_broken(const ItemSight& sight, const ItemValues& values) {
  const bool can_begin = std::any_of(values.begin(), values.end(), [](const ItemValue& v) { return v.value == 1; });
  for (std::size_t i = open_.size(); i-- > 0;) {
    for (const auto& value : values) {
      if (open_[i].last.counting != value.counting) continue;
      // Two automatic lists are two, however alike their numbers are.
      if (sight.list >= 0 && open_[i].list >= 0 && sight.list != open_[i].list) continue;
      if (can_begin && (sight.after_colon || sight.after_tail || open_[i].last.value != 1 || value.value != 1)) continue;
      open_.resize(i + 1);
      open_.back().last = value;
      return true;
    }
  }
  return false;
}

void ListStack::begin(const ItemSight& sight, const ItemValues& values) {
  // The reading that begins a list; of two, the one that the next label bears out, else roman.
  auto best = values.front();
  const auto score = [&](const ItemValue& v) { return (v.value == 1 ? 4 : 0) + (next_agrees(sight, v) ? 2 : 0) + (is_roman(v) ? 1 : 0); };
  for (const auto& value : values)
    if (score(value) > score(best)) best = value;
  const bool restart = std::any_of(open_.begin(), open_.end(), [&](const OpenList& l) { return l.last.counting == best.counting; });
  // Words behind a list close it: what begins below them begins beside it, not inside its last item.
  if (restart && (!sight.after_colon || sight.after_tail)) {
    while (!open_.empty() && open_.back().last.counting != best.counting) open_.pop_back();
    if (!open_.empty()) open_.pop_back();
  }
  open_.push_back({best, next_id_++, sight.list, sight.level, 0});
}

}  // namespace dovetail
