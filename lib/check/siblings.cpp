// Puts numbers that count on into runs: decimals by their last part, list labels by the counting that fits most of them.
#include "check/siblings.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "text/unicode.h"

namespace dovetail {
namespace {

/// A decimal number belongs to the numbers that share all its parts but the last ("3.2." of 3.2.1) or its letters ("B" of B1), whatever stands
/// between them.
std::string stem_of(const std::string& number) {
  const auto dot = number.rfind('.');
  if (dot != std::string::npos) return number.substr(0, dot + 1);
  const auto figure = number.find_first_of("0123456789");
  return figure == std::string::npos ? std::string() : number.substr(0, figure);
}

constexpr std::uint32_t most_in_a_row = 50;  // "3.1.2 to 3.1.4": more is no range

std::string_view inside(std::string_view label) { return label.size() > 2 ? label.substr(1, label.size() - 2) : std::string_view(); }

/// "(ab)" behind "(aa)": the second that was put in behind (a). Never "(ii)" or "(iv)", which are roman.
bool is_inserted_letter(std::string_view letters) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return letters.size() == 2 && small(letters[0]) && small(letters[1]) && letters[0] != letters[1] &&
         letters.find_first_not_of("ivxlc") != std::string_view::npos;
}

/// What the label of one item of a list can count as.
struct Label {
  Id<Provision> id;
  ItemValues values;
  std::uint32_t inserted_behind = 0;  // "(ab)": behind the first letter, where the list counts in letters
};

std::vector<Label> labels_of(const Unit& unit, const std::vector<Id<Provision>>& list, View view) {
  std::vector<Label> labels;
  labels.reserve(list.size());
  for (const auto id : list) {
    const auto letters = inside(unit.provisions[id].number[index(view)]);
    labels.push_back({id, values_of(letters), is_inserted_letter(letters) ? static_cast<std::uint32_t>(letters.front() - 'a') + 1 : 0});
  }
  return labels;
}

/// The value of a label in one counting, and whether it stands between others (aa); none where it counts otherwise.
std::optional<ItemValue> value_in(Counting counting, const Label& label) {
  if (counting == Counting::lower_letter && label.inserted_behind > 0) return ItemValue{counting, label.inserted_behind, true};
  for (const auto& value : label.values)
    if (value.counting == counting) return value;
  return std::nullopt;
}

/// How a list counts: the counting in which most labels are one more than the label before; "(i)" alone is roman.
std::optional<Counting> counting_of(const std::vector<Label>& list) {
  static constexpr std::array all{Counting::lower_letter, Counting::lower_roman, Counting::upper_letter, Counting::upper_roman, Counting::figure};
  std::optional<Counting> best;
  std::size_t most = 0;
  for (const auto counting : all) {
    std::size_t steps = 0, known = 0;
    std::uint32_t last = 0;
    for (const auto& label : list) {
      const auto value = value_in(counting, label);
      if (!value) break;
      ++known;
      steps += value->value == last + 1 ? 1U : 0U;
      last = value->value;
    }
    if (known == list.size() && steps > most) best = counting, most = steps;
  }
  return best;
}

class Collector {
 public:
  Collector(const Unit& unit, View view) : unit_(unit), view_(view), v_(index(view)) {}

  std::vector<SiblingRun> collect() {
    for (std::size_t i = 0; i < unit_.provisions.size(); ++i) {
      const auto id = Table<Provision>::id_at(i);
      const auto& p = unit_.provisions[id];
      if (!p.views.has(view_) || p.quoted) continue;
      if (p.kind == ProvisionKind::numbered) add_number(id, p);
      if (p.kind == ProvisionKind::item) lists_[{p.parent[v_], p.list[v_]}].push_back(id);
      if (p.kind == ProvisionKind::row) add_row(id, p);
    }
    for (auto* runs : {&numbers_, &rows_})
      for (auto& [key, run] : *runs) runs_.push_back(std::move(run));
    for (const auto& [key, list] : lists_) add_list(key.first, list);
    std::stable_sort(runs_.begin(), runs_.end(),
                     [](const SiblingRun& a, const SiblingRun& b) { return a.siblings.front().id < b.siblings.front().id; });
    return std::move(runs_);
  }

 private:
  void add_number(Id<Provision> id, const Provision& p) {
    const auto part = value_of_part(p.number[v_].substr(stem_of(p.number[v_]).size()));
    auto& run = numbers_[{p.scope[v_], stem_of(p.number[v_])}];
    run.parent = p.parent[v_];
    run.siblings.push_back({id, part.figure, std::string(part.letters)});
  }

  void add_row(Id<Provision> id, const Provision& p) {
    std::vector<std::string> numbers;
    for (std::size_t at = 0; at < p.label[v_].size();) {
      const auto number = at_word_edge(p.label[v_], at) ? read_number(p.label[v_], at) : std::nullopt;
      if (number && number->shape == NumberShape::decimal) numbers.push_back(number->number);
      at = number ? number->span.end : at + 1;
    }
    if (numbers.empty() || !p.label[v_].starts_with(numbers.front()) || numbers.front().find('.') == std::string::npos) return;
    const auto stem = stem_of(numbers.front());
    if (stem_of(numbers.back()) != stem) numbers.resize(1);
    auto& run = rows_[{p.scope[v_], stem}];
    run.parent = p.parent[v_];
    run.rows = true;
    const auto first = value_of_part(numbers.front().substr(stem.size())), last = value_of_part(numbers.back().substr(stem.size()));
    run.siblings.push_back({id, first.figure, std::string(first.letters)});
    for (auto value = first.figure + 1; value <= last.figure && value < first.figure + most_in_a_row; ++value)
      run.siblings.push_back({id, value, {}});
  }

  void add_list(Id<Provision> parent, const std::vector<Id<Provision>>& list) {
    const auto labels = labels_of(unit_, list, view_);
    const auto counting = counting_of(labels);
    if (!counting) return;
    SiblingRun run{parent, true, false, {}};
    for (const auto& label : labels) {
      const auto value = value_in(*counting, label);
      if (value->value == 1 && !run.siblings.empty()) {
        runs_.push_back(std::move(run));
        run = {parent, true, false, {}};
      }
      run.siblings.push_back({label.id, value->value, std::string(value->doubled ? "+" : "")});
    }
    runs_.push_back(std::move(run));
  }

  const Unit& unit_;
  View view_;
  std::size_t v_;
  std::map<std::tuple<Id<Provision>, std::string>, SiblingRun> numbers_, rows_;  // by scope and stem
  std::map<std::pair<Id<Provision>, std::uint32_t>, std::vector<Id<Provision>>> lists_;
  std::vector<SiblingRun> runs_;
};

}  // namespace

std::vector<SiblingRun> sibling_runs(const Unit& unit, View view) { return Collector(unit, view).collect(); }

}  // namespace dovetail
