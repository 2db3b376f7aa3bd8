// Marks the words of terms and references, once a text.
#include "check/known_words.h"

#include <algorithm>

#include "check/term_candidates.h"

namespace dovetail {
namespace {

bool inside(const std::vector<Span>& spans, Span span) {
  auto after = std::upper_bound(spans.begin(), spans.end(), Span{span.begin, 0xFFFFFFFF});
  if (after != spans.end() && after->overlaps(span)) return true;  // "Standard Condition 4": the words in front of a reference are part of its name
  for (int n = 0; n < 4 && after != spans.begin(); ++n)
    if ((--after)->overlaps(span)) return true;
  return false;
}

}  // namespace

KnownWords::KnownWords(const Unit& unit, const std::vector<TermUse>& uses) {
  covered.assign(unit.words.size(), false);
  named.assign(unit.words.size(), false);
  lost.assign(unit.words.size(), false);
  for (const auto& use : uses) {
    if (!use.views.proposed) continue;
    const bool now = use.definition[index(View::proposed)] >= 0;
    for (auto i = use.first_word; i <= use.last_word && now; ++i) covered[i] = true;
    if (now) continue;
    stray.insert(use.first_word);
    for (auto i = use.first_word; i <= use.last_word && use.definition[index(View::baseline)] >= 0; ++i) lost[i] = true;
  }
  for (const auto& definition : unit.definitions) {
    defined_here_.push_back(definition.span);
    if (definition.form == DefinitionForm::gloss) defined_here_.push_back(definition.body);
  }
  std::sort(defined_here_.begin(), defined_here_.end());
  for (const auto& reference : unit.references) {
    references_.push_back(with_echo(unit, reference.span));
    if (reference.label.empty()) titled.insert(reference.span.end);
  }
  std::sort(references_.begin(), references_.end());
  referred.assign(unit.words.size(), false);
  for (std::size_t i = 0, r = 0; i < unit.words.size(); ++i) {
    while (r < references_.size() && references_[r].end <= unit.words[i].begin) ++r;
    referred[i] = r < references_.size() && references_[r].begin <= unit.words[i].begin;
  }
}

bool KnownWords::is_reference(Span span) const { return inside(references_, span); }
bool KnownWords::is_definition(Span span) const { return inside(defined_here_, span); }

Span with_echo(const Unit& unit, Span span) {
  const auto& projection = unit.projection(View::proposed);
  const auto end = projection.from_source(span.end);
  if (projection.text.compare(end, 2, " (") != 0) return span;
  const auto close = projection.text.find_first_of(")\n", end);
  if (close == std::string::npos || projection.text[close] != ')' || close - end > 160) return span;
  return {span.begin, std::max(span.end, projection.to_source({end, static_cast<std::uint32_t>(close)}).end)};
}

}  // namespace dovetail
