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

std::optional<Sibling> sibling_in(Counting counting, Id<Provision> id, const std::string& label) {
  if (counting == Counting::lower_letter && is_inserted_letter(inside(label)))
    return Sibling{id, static_cast<std::uint32_t>(inside(label).front() - 'a') + 1, "+"};
  for (const auto& value : values_of(inside(label)))
    if (value.counting == counting) return Sibling{id, value.value, value.doubled ? "+" : ""};
  return std::nullopt;
}

/// How a list counts: the counting in which most labels are one more than the label before; "(i)" alone is roman.
std::optional<Counting> counting_of(const Unit& unit, const std::vector<Id<Provision>>& list, View view) {
  static constexpr std::array all{Counting::lower_letter, Counting::lower_roman, Counting::upper_letter, Counting::upper_roman, Counting::figure};
  std::optional<Counting> best;
  std::size_t most = 0;
  for (const auto counting : all) {
    std::size_t steps = 0, known = 0;
    std::uint32_t last = 0;
    for (const auto id : list) {
      const auto sibling = sibling_in(counting, id, unit.provisions[id].number[index(view)]);
      if (!sibling) continue;
      ++known;
      steps += sibling->value == last + 1 ? 1U : 0U;
      last = sibling->value;
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
    run.siblings.push_back({id, part.figure, part.letters});
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
    run.siblings.push_back({id, first.figure, first.letters});
    for (auto value = first.figure + 1; value <= last.figure && value < first.figure + most_in_a_row; ++value)
      run.siblings.push_back({id, value, {}});
  }

  void add_list(Id<Provision> parent, const std::vector<Id<Provision>>& list) {
    const auto counting = counting_of(unit_, list, view_);
    if (!counting) return;
    SiblingRun run{parent, true, false, {}};
    for (const auto id : list) {
      const auto sibling = sibling_in(*counting, id, unit_.provisions[id].number[v_]);
      if (sibling->value == 1 && !run.siblings.empty()) {
        runs_.push_back(std::move(run));
        run = {parent, true, false, {}};
      }
      run.siblings.push_back(*sibling);
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
