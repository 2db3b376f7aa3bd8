// What is known of the words of one document: where references lead, which terms are used, what was found.
#include <algorithm>

#include "report/escape.h"
#include "report/html/inline_text.h"
#include "report/html/running_items.h"

namespace dovetail::html {
namespace {

// The proposed view says where a reference leads; the baseline view only where the draft has deleted it.
const ReferenceLink* link_of(const Review& review, Id<Unit> unit, std::size_t n, Views views) {
  if (unit.value >= review.corpus.references.size()) return nullptr;
  const auto& links = review.corpus.references[unit.value][index(views.proposed ? View::proposed : View::baseline)];
  return n < links.size() ? &links[n] : nullptr;
}

std::string target_of(const Review& review, const Reference& reference, const ReferenceLink& link) {
  if (link.outcome != Outcome::resolved) return {};
  if (!link.targets.empty()) return anchor_of(review, link.targets.front());
  const View view = reference.views.proposed ? View::proposed : View::baseline;
  if (auto inside = anchor_inside(review, reference, link, view); !inside.empty()) return inside;
  if (!link.unit) return {};
  const auto document = review.units[link.unit].document;
  return is_shown(review, document) ? anchor_of(document) : std::string();
}

void add_references(const Review& review, Id<Unit> id, std::vector<Anchored>& anchored) {
  const auto& unit = review.units[id];
  for (std::size_t n = 0; n < unit.references.size(); ++n) {
    const auto& reference = unit.references[Table<Reference>::id_at(n)];
    const auto* link = link_of(review, id, n, reference.views);
    if (!link) continue;
    if (const auto anchor = target_of(review, reference, *link); !anchor.empty())
      anchored.push_back({reference.span, "<a class=\"reference\" href=\"#" + anchor + "\">"});
  }
}

void add_uses(const Review& review, Id<Unit> id, std::vector<Anchored>& anchored) {
  if (id.value >= review.corpus.uses.size()) return;
  const auto& words = review.units[id].words;
  for (const auto& use : review.corpus.uses[id.value]) {
    if (review.corpus.terms[use.term].definitions.empty() || use.last_word >= words.size()) continue;
    const auto& last = words[use.last_word];
    anchored.push_back({{words[use.first_word].begin, last.begin + last.length}, "<a class=\"term\" href=\"#" + anchor_of(use.term) + "\">"});
  }
}

// Of overlapping words the longer lead, then the first: a term inside a reference is part of it.
void keep_apart(std::vector<Anchored>& anchored) {
  std::stable_sort(anchored.begin(), anchored.end(), [](const Anchored& a, const Anchored& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::uint32_t end = 0;
  std::erase_if(anchored, [&](const Anchored& words) {
    if (words.span.begin < end || words.span.empty()) return true;
    end = words.span.end;
    return false;
  });
}

}  // namespace

Overlay overlay_of(const Review& review, Id<Unit> unit) {
  Overlay overlay;
  add_references(review, unit, overlay.anchored);
  add_uses(review, unit, overlay.anchored);
  keep_apart(overlay.anchored);
  const auto document = review.units[unit].document;
  for (const auto& finding : review.findings)
    if (finding.place.document == document && finding.waived.empty()) overlay.marked.push_back({finding.place.span, &finding});
  std::stable_sort(overlay.marked.begin(), overlay.marked.end(), [](const Marked& a, const Marked& b) { return a.span.begin < b.span.begin; });
  return overlay;
}

}  // namespace dovetail::html
