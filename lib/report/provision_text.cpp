// A provision as words.
#include "report/provision_text.h"

#include "model/locate.h"

namespace dovetail {

Id<Provision> provision_of(const Review& review, Place place) {
  const auto& unit = review.units[Id<Unit>(place.document.value)];
  if (!unit.has_body || !unit.views[0] || !unit.views[1]) return {};
  const auto proposed = provision_at(unit, View::proposed, place.span.begin);
  return proposed ? proposed : provision_at(unit, View::baseline, place.span.begin);
}

std::string text_of(const Unit& unit, Id<Provision> provision, View view) {
  if (!provision || !unit.provisions[provision].views.has(view)) return {};
  const auto& projection = unit.projection(view);
  const auto lines = unit.provisions[provision].lines[index(view)];
  std::string out;
  for (auto n = lines.begin; n < lines.end && n < projection.lines.size(); ++n)
    out.append(out.empty() ? "" : "\n").append(slice(projection.text, projection.lines[n].span));
  return out;
}

std::string heading_of(const Unit& unit, Id<Provision> provision) {
  for (std::size_t steps = 0; provision && steps <= unit.provisions.size(); ++steps) {
    const auto& p = unit.provisions[provision];
    const auto v = index(p.views.proposed ? View::proposed : View::baseline);
    if (!p.heading[v].empty()) return p.heading[v];
    provision = p.parent[v];
  }
  return {};
}

}  // namespace dovetail
