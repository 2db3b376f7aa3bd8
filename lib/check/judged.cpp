// Goes through drafts in one order for all rules of references and structure.
#include "check/judged.h"

#include <algorithm>
#include <array>

#include "model/locate.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::size_t parts_in(std::string_view label) {
  return static_cast<std::size_t>(std::count_if(label.begin(), label.end(), [](char c) { return c == '.' || c == '('; }));
}

/// The words of a provision's first line in a view, without its number; empty for so few that two provisions may have them by chance.
std::string words_of(const Unit& unit, const Provision& provision, View view) {
  constexpr std::size_t fewest = 5;
  const auto v = index(view);
  const auto& projection = unit.projection(view);
  if (provision.lines[v].begin >= projection.lines.size()) return {};
  auto text = trim(slice(projection.text, projection.lines[provision.lines[v].begin].span));
  if (!provision.automatic && text.starts_with(provision.number[v])) text = trim(text.substr(provision.number[v].size()));
  return words(text).size() < fewest ? std::string() : squeeze(text);
}

/// Provisions that only the baseline view has, to those that only the proposed view has, where their words are the same and no third has them.
std::map<Id<Provision>, Id<Provision>> moved_provisions(const Unit& unit) {
  std::map<std::pair<ProvisionKind, std::string>, std::array<std::vector<Id<Provision>>, 2>> by_words;
  for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
    const auto id = Table<Provision>::id_at(i);
    const auto& p = unit.provisions[id];
    if (p.views.baseline == p.views.proposed || p.quoted || p.kind == ProvisionKind::division) continue;
    const View view = p.views.proposed ? View::proposed : View::baseline;
    if (auto text = words_of(unit, p, view); !text.empty()) by_words[{p.kind, std::move(text)}][index(view)].push_back(id);
  }
  std::map<Id<Provision>, Id<Provision>> moved;
  for (const auto& [words, ids] : by_words)
    if (ids[0].size() == 1 && ids[1].size() == 1) moved[ids[0].front()] = ids[1].front();
  return moved;
}

}  // namespace

std::vector<Id<Unit>> judged_units(const Review& review) {
  std::vector<Id<Unit>> units;
  for (std::size_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::draft && review.units[Table<Unit>::id_at(n)].has_body) units.push_back(Table<Unit>::id_at(n));
  return units;
}

std::vector<JudgedReference> judged_references(const Review& review) {
  std::vector<JudgedReference> judged;
  const auto units = judged_units(review);
  std::size_t most = 0;
  for (const auto id : units) most += review.corpus.references[id.value][index(View::proposed)].size();
  judged.reserve(most);
  for (const auto id : units) {
    const auto& unit = review.units[id];
    const auto& links = review.corpus.references[id.value][index(View::proposed)];
    for (std::size_t r = 0; r < links.size(); ++r) {
      const auto reference_id = Table<Reference>::id_at(r);
      const auto& reference = unit.references[reference_id];
      if (!reference.views.proposed || reference.interior) continue;
      judged.push_back({id, unit, reference_id, reference, links[r]});
    }
  }
  return judged;
}

BaselineReferences::BaselineReferences(const Review& review) : review_(review) {
  for (const auto& comparison : review.corpus.comparisons)
    if (comparison.after_view == View::baseline && !review.units[comparison.after].has_changes && !aligned_.contains(comparison.after))
      align(comparison.after, comparison);
}

void BaselineReferences::align(Id<Unit> draft, const Comparison& comparison) {
  auto& aligned = aligned_[draft];
  aligned.before = comparison.before;
  for (const auto& [before, now] : comparison.lines) {
    aligned.line_now[before] = now;
    aligned.line_before[now] = before;
  }
  const auto& old = review_.units[comparison.before];
  const auto& projection = old.projection(View::proposed);
  for (std::size_t r = 0; r < old.references.size(); ++r) {
    const auto& reference = old.references[Table<Reference>::id_at(r)];
    const auto line = line_at(projection, projection.from_source(reference.span.begin));
    if (line && reference.views.proposed) aligned.references.insert({{*line, reference.text}, Table<Reference>::id_at(r)});
  }
  const auto& unit = review_.units[draft];
  for (std::size_t i = 0; i < unit.provisions.size(); ++i)
    if (unit.provisions[Table<Provision>::id_at(i)].views.proposed)
      aligned.provisions.insert({unit.provisions[Table<Provision>::id_at(i)].lines[1].begin, Table<Provision>::id_at(i)});
}

ReferenceBefore BaselineReferences::of(const JudgedReference& judged) const {
  if (judged.unit.has_changes) {
    if (!judged.reference.views.baseline) return {};
    return {judged.unit_id, View::baseline, &judged.reference, &review_.corpus.references[judged.unit_id.value][0][judged.id.value]};
  }
  const auto found = aligned_.find(judged.unit_id);
  if (found == aligned_.end()) return {};
  const auto& aligned = found->second;
  const auto& projection = judged.unit.projection(View::proposed);
  const auto line = line_at(projection, projection.from_source(judged.reference.span.begin));
  const auto old_line = line ? aligned.line_before.find(*line) : aligned.line_before.end();
  if (old_line == aligned.line_before.end()) return {};
  const auto old = aligned.references.find({old_line->second, judged.reference.text});
  const auto& links = review_.corpus.references[aligned.before.value][index(View::proposed)];
  if (old == aligned.references.end() || old->second.value >= links.size()) return {};
  return {aligned.before, View::proposed, &review_.units[aligned.before].references[old->second], &links[old->second.value]};
}

Id<Provision> BaselineReferences::now(Id<Unit> draft, const ReferenceBefore& before, Id<Provision> provision) const {
  const auto& unit = review_.units[draft];
  if (before.unit == draft) return unit.provisions[provision].views.proposed ? provision : Id<Provision>();
  const auto found = aligned_.find(draft);
  if (found == aligned_.end() || found->second.before != before.unit) return {};
  const auto& old = review_.units[before.unit].provisions[provision];
  const auto line = found->second.line_now.find(old.lines[index(before.view)].begin);
  if (line == found->second.line_now.end()) return {};
  const auto [first, last] = found->second.provisions.equal_range(line->second);
  for (auto at = first; at != last; ++at) {
    const auto& now = unit.provisions[at->second];
    if (now.kind == old.kind && parts_in(now.label[1]) == parts_in(old.label[index(before.view)])) return at->second;
  }
  return {};
}

Id<Unit> BaselineReferences::draft_of(Id<Unit> baseline) const {
  const auto found = std::find_if(aligned_.begin(), aligned_.end(), [&](const auto& aligned) { return aligned.second.before == baseline; });
  return found == aligned_.end() ? Id<Unit>() : found->first;
}

Id<Provision> BaselineReferences::moved(Id<Unit> draft, Id<Provision> provision) const {
  const auto [here, fresh] = moved_.try_emplace(draft);
  if (fresh && review_.units[draft].has_changes) {
    const auto judged = judged_units(review_);
    if (std::find(judged.begin(), judged.end(), draft) != judged.end()) here->second = moved_provisions(review_.units[draft]);
  }
  const auto found = here->second.find(provision);
  return found == here->second.end() ? Id<Provision>() : found->second;
}

std::string words_before(const Unit& unit, Span span, std::size_t most) {
  const auto& projection = unit.projection(View::proposed);
  const auto at = projection.from_source(span.begin);
  const auto from = at > most ? at - most : 0;
  const auto before = fold(std::string_view(projection.text).substr(from, at - from));
  const auto ends = [](char c) { return c == '.' || c == ';' || c == '\n'; };
  return {std::find_if(before.rbegin(), before.rend(), ends).base(), before.end()};
}

bool speaks_of_the_past(const Unit& unit, const Reference& reference) {
  const auto said = words_before(unit, reference.span, 40);
  for (const std::string_view word : {"formerly", "previously", "former ", "what was", "was then", "used to be"})
    if (said.find(word) != std::string::npos) return true;
  return false;
}

std::string bare_title(std::string_view title) {
  std::string out;
  const auto plain = normalise(title);
  for (const auto span : words(plain)) {
    if (!out.empty()) out += ' ';
    auto word = fold(slice(plain, span));
    std::erase(word, '\'');
    out += word;
  }
  return out;
}

}  // namespace dovetail
