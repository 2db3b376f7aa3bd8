// Which provisions a register means.
#include "link/named_provisions.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

/// A single number: no list, no range, no word.
bool is_one_label(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_letter(c) || c == '.' || c == '(' || c == ')'; }) &&
         std::any_of(text.begin(), text.end(), is_digit);
}

}  // namespace

NamedProvisions::NamedProvisions(const Review& review, const DocumentIndex& documents) : review_(review), documents_(documents) {
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n) {
    const Unit& unit = review.units[Id<Unit>(n)];
    if (!stands_for_itself(review.inputs[n]) || !unit.has_body) continue;
    texts_.push_back(Id<Unit>(n));
    by_name_[name_key(unit.id)].push_back(Id<Unit>(n));
    for (const std::string& alias : unit.aliases)
      if (name_key(alias) != name_key(unit.id)) by_name_[name_key(alias)].push_back(Id<Unit>(n));
  }
}

const std::vector<Id<Unit>>& NamedProvisions::units(std::string_view document, const std::string& code) {
  const auto [place, fresh] = asked_.try_emplace({std::string(document), code});
  if (!fresh) return place->second;
  const std::string wanted = name_key(document), with_code = name_key(code + " " + std::string(document));
  std::vector<Id<Unit>> named;
  for (const std::string& name : {wanted, with_code})
    if (const auto known = by_name_.find(name); known != by_name_.end() && !name.empty())
      named.insert(named.end(), known->second.begin(), known->second.end());
  if (wanted.empty() && !code.empty())
    if (const auto all = documents_.of_code(code); all.size() == 1) named.insert(named.end(), all.begin(), all.end());
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  for (const Id<Unit> id : named) {
    const std::string& own = review_.units[id].code;
    if (code.empty() || own.empty() || code_named(review_.project, own) == code) place->second.push_back(id);
  }
  return place->second;
}

const NamedProvisions::Index& NamedProvisions::index_of(Id<Unit> id, View view) {
  const auto found = indexes_.find({id, view});
  if (found != indexes_.end()) return found->second;
  const Unit& unit = review_.units[id];
  Index made{LabelIndex(unit, view), {}};
  for (const TimetableRow& row : unit.timetable)
    if (row.views.has(view) && !row.ref.text.empty() && !(row.provision && unit.provisions[row.provision].not_used[index(view)]))
      made.rows.try_emplace(row.ref.text, &row);
  return indexes_.emplace(std::pair{id, view}, std::move(made)).first->second;
}

bool NamedProvisions::has_numbers(Id<Unit> id) {
  const Unit& unit = review_.units[id];
  return !unit.lost.numbers && !unit.lost.text && index_of(id, View::proposed).labels.numbered() > 0;
}

bool NamedProvisions::add_range(Id<Unit> id, const std::string& text, std::vector<std::string>& found) {
  static const Pattern range = Pattern::literal(R"(^(.+?)\s*(?:\bto\b|-|–)\s*(\S+)$)");
  const auto match = range.find(text);
  if (!match || !places(id, View::proposed, text).empty()) return false;
  const auto from = places(id, View::proposed, std::string(slice(text, *match->groups[0])));
  auto to = places(id, View::proposed, std::string(slice(text, *match->groups[1])));
  if (from.size() != 1) return false;
  const Unit& unit = review_.units[id];
  const auto v = index(View::proposed);
  const Id<Provision> parent = unit.provisions[from.front()].parent[v];
  if (to.empty() && parent) to = places(id, View::proposed, unit.provisions[parent].label[v] + std::string(slice(text, *match->groups[1])));
  if (to.size() != 1 || to.front() < from.front() || unit.provisions[to.front()].parent[v] != parent) return false;
  for (auto n = from.front().value; n <= to.front().value; ++n) {
    const Provision& provision = unit.provisions[Id<Provision>(n)];
    if (provision.views.proposed && provision.parent[v] == parent && !provision.not_used[v]) found.push_back(provision.label[v]);
  }
  return true;
}

void NamedProvisions::add_label(Id<Unit> id, std::string_view text, std::vector<std::string>& found) {
  std::string label(trim(text));
  while (label.ends_with('.')) label.pop_back();
  if (!add_range(id, label, found)) found.push_back(std::move(label));
}

std::vector<std::string> NamedProvisions::labels(Id<Unit> id, std::string_view cell) {
  static const Pattern joint = Pattern::literal(R"(\s*(?:,|&|\band\b)\s*)");
  std::vector<std::string> found;
  for (const std::string& value : split_values(cell)) {
    std::string text = normalise(value);
    while (text.ends_with('.')) text.pop_back();
    if (is_one_label(text)) {
      found.push_back(std::move(text));
      continue;
    }
    std::size_t at = 0;
    for (auto match = joint.find(text); match && places(id, View::proposed, text).empty(); match = joint.find(text, at)) {
      add_label(id, std::string_view(text).substr(at, match->span.begin - at), found);
      at = match->span.end;
    }
    add_label(id, std::string_view(text).substr(at), found);
  }
  if (found.empty()) found.emplace_back();
  return found;
}

std::vector<Id<Provision>> NamedProvisions::places(Id<Unit> unit, View view, const std::string& label) {
  const auto listed = [](std::span<const Id<Provision>> found) { return std::vector<Id<Provision>>(found.begin(), found.end()); };
  const LabelIndex& all = index_of(unit, view).labels;
  if (const auto& own = all.find({}, label); !own.empty()) return listed(own);
  if (const auto& any = all.anywhere(label); !any.empty()) return listed(any);
  const std::size_t space = label.rfind(' ');
  if (space == std::string::npos) return {};
  const std::string last = label.substr(space + 1);
  std::string head = label.substr(0, space);
  while (head.ends_with(',') || head.ends_with(' ')) head.pop_back();
  for (const Id<Provision> division : all.anywhere(head))
    if (const auto& inside = all.find(division, last); !inside.empty()) return listed(inside);
  const bool keyword_only = std::none_of(head.begin(), head.end(), is_digit);
  if (!keyword_only) return {};
  if (const auto& own = all.find({}, last); !own.empty()) return listed(own);
  return listed(all.anywhere(last));
}

NamedProvisions::Spot NamedProvisions::find(Id<Unit> id, View view, const std::string& label) {
  const Unit& unit = review_.units[id];
  const Index& known = index_of(id, view);
  Spot spot;
  if (const auto row = known.rows.find(label); row != known.rows.end()) {
    spot = {{}, row->second->ref.span, true};
    if (row->second->provision) spot.provisions = {row->second->provision};
    return spot;
  }
  for (const Id<Provision> provision : places(id, view, label))
    if (!unit.provisions[provision].not_used[index(view)]) spot.provisions.push_back(provision);
  spot.found = !spot.provisions.empty();
  if (spot.found) spot.span = unit.provisions[spot.provisions.front()].span;
  return spot;
}

bool is_provision_label(std::string_view text) {
  static const Pattern label = Pattern::literal(
      R"((?:(?i:(?:sub-?)?(?:paragraph|section|clause|para|part|step|row|item|condition|article|rule)s?\.?|§)\s+|(?:(?i:appendix|annex|schedule|part|section)\s+[0-9A-Z][0-9A-Z.-]*,?\s+))*)"
      R"((?:[A-Z]{1,3}-?)?[0-9]{1,4}[A-Z]{0,2}(?:\.[0-9]{1,4}[A-Z]{0,2})*(?:\([0-9A-Za-z]{1,6}\))*)");
  return label.matches(normalise(text));
}

std::string document_id(const Unit& unit) { return unit.id.empty() ? unit.path : unit.id; }

std::string code_named(const Project& project, std::string_view name) {
  const std::string wanted = name_key(name);
  for (const CodeEntry& code : project.codes) {
    if (name_key(code.id) == wanted || name_key(code.name) == wanted) return code.id;
    for (const std::string& alias : code.aliases)
      if (name_key(alias) == wanted) return code.id;
  }
  return std::string(trim(name));
}

}  // namespace dovetail
