// Words beside words; where two differ they must be numbers of one provision.
#include "link/cited_numbers.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail {
namespace {

/// The words between white space, folded, without the punctuation around them.
std::vector<std::string> tokens_of(std::string_view words) {
  std::vector<std::string> tokens;
  const std::string text = squeeze(fold(normalise(words)));
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t space = rest.find(' ');
    std::string_view token = rest.substr(0, space);
    while (!token.empty() && (token.back() == '.' || token.back() == ',' || token.back() == ';' || token.back() == ':')) token.remove_suffix(1);
    if (!token.empty()) tokens.emplace_back(token);
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
  }
  return tokens;
}

}  // namespace

Id<Provision> CitedNumbers::in_draft(Id<Unit> draft, Id<Unit> behind, Id<Provision> provision) {
  if (draft == behind) return provision;
  const auto [place, fresh] = became_.try_emplace({behind, draft});
  if (fresh)
    for (const auto* comparisons : {&corpus_.comparisons, &corpus_.companions})
      for (const Comparison& comparison : *comparisons)
        if (comparison.before == behind && comparison.after == draft)
          for (const ProvisionChange& change : comparison.provisions)
            if (change.before && change.after) place->second.try_emplace(change.before, change.after);
  const auto now = place->second.find(provision);
  return now == place->second.end() ? Id<Provision>() : now->second;
}

CitedNumbers::Cited CitedNumbers::cited_by(const Text& text) {
  Cited cited;
  const Unit& unit = review_.units[text.unit];
  const auto v = index(text.view);
  const auto [place, fresh] = references_.try_emplace({text.unit, text.view});
  if (fresh)
    for (std::uint32_t n = 0; n < unit.references.size(); ++n)
      if (const Reference& reference = unit.references[Id<Reference>(n)]; reference.views.has(text.view)) place->second.emplace(reference.from[v], n);
  static const std::vector<ReferenceLink> none;
  const auto& links = text.unit.value < corpus_.references.size() ? corpus_.references[text.unit.value][v] : none;
  const auto [first, last] = place->second.equal_range(text.provision);
  for (auto entry = first; entry != last; ++entry) {
    const Reference& reference = unit.references[Id<Reference>(entry->second)];
    if (entry->second >= links.size()) continue;
    const auto& targets = links[entry->second].targets;
    if (targets.empty() || reference.label.empty()) continue;
    cited.try_emplace(fold(reference.label), targets.front());
    if (!reference.last.empty() && targets.size() > 1) cited.try_emplace(fold(reference.last), targets.back());
  }
  if (unit.provisions[text.provision].kind == ProvisionKind::row)  // "Within 2 WD of 3.1.2": the cells of a row name others bare
    for (const TimetableRow& row : unit.timetable)
      if (row.views.has(text.view) && row.provision && !row.ref.text.empty())
        cited.try_emplace(fold(row.ref.text), In<Provision>{text.unit, row.provision});
  return cited;
}

bool CitedNumbers::is_same(In<Provision> before, In<Provision> now) {
  return before == now || (in_draft(now.unit, before.unit, before.id) == now.id && before.unit != now.unit);
}

bool CitedNumbers::alone_differ(const Text& before, std::string_view words_before, const Text& now, std::string_view words_now) {
  const auto then = tokens_of(words_before), said = tokens_of(words_now);
  if (then.size() != said.size()) return false;
  if (then == said) return true;
  const Cited old_numbers = cited_by(before), new_numbers = cited_by(now);
  for (std::size_t n = 0; n < then.size(); ++n) {
    if (then[n] == said[n]) continue;
    const auto was = old_numbers.find(then[n]), is = new_numbers.find(said[n]);
    if (was == old_numbers.end() || is == new_numbers.end() || !is_same(was->second, is->second)) return false;
  }
  return true;
}

}  // namespace dovetail
