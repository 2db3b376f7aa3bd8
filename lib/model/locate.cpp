// Binary searches over lines and provisions; both stand in the order of the text.
#include "model/locate.h"

#include <algorithm>

namespace dovetail {

std::optional<std::uint32_t> line_at(const Projection& projection, std::uint32_t offset) {
  const auto& lines = projection.lines;
  const auto after = std::upper_bound(lines.begin(), lines.end(), offset, [](std::uint32_t o, const Line& l) { return o < l.span.begin; });
  if (after == lines.begin()) return std::nullopt;
  return static_cast<std::uint32_t>(after - lines.begin()) - 1;
}

Id<Provision> provision_of_line(const Unit& unit, View view, std::uint32_t line) {
  const auto v = index(view);
  Id<Provision> found;
  // A provision that is not in this view has no lines there: it is stepped over, so the search is a walk back from the last candidate.
  std::size_t low = 0, high = unit.provisions.size();
  const auto& lines = unit.projection(view).lines;
  if (line >= lines.size()) return found;
  const auto source = unit.projection(view).to_source({lines[line].span.begin, lines[line].span.begin}).begin;
  while (low < high) {
    const auto middle = (low + high) / 2;
    if (unit.provisions[Table<Provision>::id_at(middle)].span.begin <= source)
      low = middle + 1;
    else
      high = middle;
  }
  for (std::size_t i = std::min(low + 1, unit.provisions.size()); i-- > 0;) {
    const auto& provision = unit.provisions[Table<Provision>::id_at(i)];
    if (!provision.views.has(view)) continue;
    if (provision.lines[v].begin <= line && line < provision.lines[v].end) return Table<Provision>::id_at(i);
    if (provision.lines[v].end <= line && provision.last_line[v] > line) return Table<Provision>::id_at(i);
    if (provision.last_line[v] <= line && provision.kind == ProvisionKind::division && !provision.parent[v]) break;
  }
  return found;
}

Id<Provision> provision_at(const Unit& unit, View view, std::uint32_t source_offset) {
  const auto& projection = unit.projection(view);
  const auto line = line_at(projection, projection.from_source(source_offset));
  return line ? provision_of_line(unit, view, *line) : Id<Provision>();
}

std::string label_at(const Unit& unit, View view, std::uint32_t source_offset) {
  const auto id = provision_at(unit, view, source_offset);
  return id ? unit.provisions[id].label[index(view)] : std::string();
}

std::string full_label(const Unit& unit, Id<Provision> provision, View view) {
  const auto v = index(view);
  const auto& p = unit.provisions[provision];
  const auto scope = p.scope[v];
  return scope ? unit.provisions[scope].label[v] + ", " + p.label[v] : p.label[v];
}

}  // namespace dovetail
