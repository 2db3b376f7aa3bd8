// The paragraph, or the cell of a sheet, that a finding stands in.
#include "model/surroundings.h"

#include <algorithm>

#include "model/locate.h"

namespace dovetail {
namespace {

// Where `span` stands within `whole`, cut to it.
Span within(Span whole, Span span) {
  const auto begin = std::clamp(span.begin, whole.begin, whole.end);
  const auto end = std::clamp(span.end, begin, whole.end);
  return {begin - whole.begin, end - whole.begin};
}

}  // namespace

Surroundings surroundings(const Review& review, const Finding& finding) {
  const auto& document = review.documents[finding.place.document];
  const auto& unit = review.units[Id<Unit>(finding.place.document.value)];
  const auto& view = unit.projection(finding.views.proposed ? View::proposed : View::baseline);
  const Span seen{view.from_source(finding.place.span.begin), view.from_source(finding.place.span.end)};
  if (const auto line = line_at(view, seen.begin)) {
    const auto whole = view.lines[*line].span;
    return {slice(view.text, whole), within(whole, seen)};
  }
  const auto cell = cell_at(document, finding.place.span.begin);
  if (!cell) return {};
  const auto whole = document.cells[cell].span;
  return {slice(document.text, whole), within(whole, finding.place.span)};
}

}  // namespace dovetail
