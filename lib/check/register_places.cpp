// What the rules of registers share.
#include "check/register_places.h"

#include <algorithm>

#include "model/locate.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr auto proposed = index(View::proposed);

bool is_text(const Input& input) { return input.role == InputRole::draft || (input.role == InputRole::live_text && !input.companion_of); }

}  // namespace

RegisterPlaces::RegisterPlaces(const Review& review) : review_(review) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Unit& unit = review.units[Id<Unit>(n)];
    if (!is_text(review.inputs[n]) || !unit.has_body) continue;
    std::set<std::string> names{fold_phrase(unit.id)};
    for (const std::string& alias : unit.aliases) names.insert(fold_phrase(alias));
    for (const std::string& name : names) by_name_[name].push_back(Id<Unit>(n));
  }
  const auto touch = [&](Id<Unit> unit, Id<Provision> provision, ProvisionFate fate) {
    if (fate == ProvisionFate::added) added_.insert({unit, provision});
    for (const View view : both_views)
      for (auto at = provision; at; at = review.units[unit].provisions[at].parent[index(view)]) touched_.insert({unit, at});
  };
  for (const DraftChanges& changes : review.corpus.changes)
    for (const DraftedProvision& provision : changes.provisions)
      if (provision.provision && provision.fate != ProvisionFate::same && provision.fate != ProvisionFate::renumbered &&
          provision.fate != ProvisionFate::cosmetic)
        touch(changes.unit, provision.provision, provision.fate);
  for (const TracedText& text : review.corpus.traced_text) touch(text.unit, text.provision, text.fate);
}

std::vector<Id<Unit>> RegisterPlaces::units(std::string_view document, std::string_view code) const {
  std::vector<Id<Unit>> found;
  for (const std::string& name : {fold_phrase(document), fold_phrase(std::string(code) + " " + std::string(document))}) {
    const auto known = by_name_.find(name);
    if (known == by_name_.end() || name.empty()) continue;
    for (const Id<Unit> id : known->second) {
      const std::string& own = review_.units[id].code;
      if ((code.empty() || own.empty() || fold_phrase(own) == fold_phrase(code)) && std::find(found.begin(), found.end(), id) == found.end())
        found.push_back(id);
    }
  }
  return found;
}

std::vector<Id<Provision>> RegisterPlaces::provisions(Id<Unit> id, std::string_view cell) {
  const auto [place, fresh] = labels_.try_emplace(id);
  const Unit& unit = review_.units[id];
  for (std::size_t n = 0; fresh && n < unit.provisions.size(); ++n) {
    const auto provision = Table<Provision>::id_at(n);
    if (unit.provisions[provision].views.proposed) place->second.emplace(fold(unit.provisions[provision].label[proposed]), provision);
  }
  std::vector<Id<Provision>> found;
  for (const std::string& label : labels_in_cell(cell)) {
    const std::string folded = fold(label);
    const std::size_t space = folded.rfind(' ');
    for (const std::string& wanted : {folded, space == std::string::npos ? std::string() : folded.substr(space + 1)}) {
      const auto [first, last] = place->second.equal_range(wanted);
      if (first == last || wanted.empty()) continue;
      if (std::next(first) == last) found.push_back(first->second);
      break;
    }
  }
  return found;
}

bool RegisterPlaces::changes_known(Id<Unit> id) const {
  const Unit& unit = review_.units[id];
  if (unit.lost.marks) return false;
  return unit.has_changes || std::any_of(review_.corpus.comparisons.begin(), review_.corpus.comparisons.end(),
                                         [&](const Comparison& comparison) { return comparison.after == id; });
}

bool RegisterPlaces::is_touched(Id<Unit> unit, Id<Provision> provision) const {
  if (touched_.contains({unit, provision})) return true;
  for (auto at = review_.units[unit].provisions[provision].parent[proposed]; at; at = review_.units[unit].provisions[at].parent[proposed])
    if (added_.contains({unit, at})) return true;
  return false;
}

bool has_records(const Review& review, std::string_view kind) {
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records)
      if (record.kind == kind) return true;
  return false;
}

std::vector<std::string> labels_in_cell(std::string_view cell) {
  static const Pattern joint = Pattern::literal(R"(\s*(?:[,&;]|\band\b)\s*)");
  std::vector<std::string> labels;
  const auto add = [&](std::string_view text) {
    std::string label(trim(text));
    while (label.ends_with('.')) label.pop_back();
    if (!label.empty()) labels.push_back(std::move(label));
  };
  for (const std::string& value : split_values(cell)) {
    const std::string text = normalise(value);
    std::size_t at = 0;
    for (auto match = joint.find(text); match; match = joint.find(text, at)) {
      add(std::string_view(text).substr(at, match->span.begin - at));
      at = match->span.end;
    }
    add(std::string_view(text).substr(at));
  }
  return labels;
}

std::string stage_of(const Review& review, Id<Unit> unit) {
  const DocumentEntry* entry = unit && unit.value < review.inputs.size() ? review.inputs[unit.value].entry : nullptr;
  return entry != nullptr && !entry->stage.empty() ? entry->stage : review.project.stage;
}

Span span_of_value(const Review& review, Id<Unit> id, const Record& record, std::string_view value) {
  const Document& document = review.documents[review.units[id].document];
  const Id<Cell> own = record.span.empty() ? Id<Cell>() : cell_at(document, record.span.begin);
  const std::string wanted = fold_phrase(value);
  if (!own || wanted.empty()) return record.span;
  const Id<Row> row = document.cells[own].row;
  const auto in_row = [&](std::uint32_t n) { return n < document.cells.size() && document.cells[Id<Cell>(n)].row == row; };
  std::uint32_t first = own.value;
  while (first > 0 && in_row(first - 1)) --first;
  for (std::uint32_t n = first; in_row(n); ++n) {
    const Span span = document.cells[Id<Cell>(n)].span;
    if (fold_phrase(slice(document.text, span)) == wanted) return span;
  }
  return record.span;
}

std::string some_of(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  const std::size_t shown = names.size() <= most + 1 ? names.size() : most;
  for (std::size_t n = 0; n < shown; ++n) text += (n == 0 ? "" : n + 1 == names.size() ? " and " : ", ") + names[n];
  return shown == names.size() ? text : text + " and " + std::to_string(names.size() - shown) + " more";
}

}  // namespace dovetail
