// Looks for the holder of an item by its label, then for the line of it that has the item.
#include "report/html/running_items.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail::html {
namespace {

/// The provision with this label in the scope of the reference, else anywhere; `below`: the first whose label goes on behind it.
Id<Provision> labelled(const Unit& unit, View view, Id<Provision> scope, const std::string& label, bool below) {
  const auto v = index(view);
  Id<Provision> any;
  for (std::size_t n = 0; n < unit.provisions.size(); ++n) {
    const auto id = Table<Provision>::id_at(n);
    const auto& p = unit.provisions[id];
    if (!p.views.has(view) || p.quoted || (below ? !p.label[v].starts_with(label + ".") : p.label[v] != label)) continue;
    if (p.scope[v] == scope) return id;
    if (!any) any = id;
  }
  return any;
}

/// The paragraph of the first line of a provision that has the item behind a space or at its start; its own first paragraph where none has.
Id<Paragraph> line_with(const Unit& unit, View view, Id<Provision> holder, const std::string& item) {
  const auto v = index(view);
  const auto& p = unit.provisions[holder];
  const auto& projection = unit.projection(view);
  for (auto line = p.lines[v].begin; line < std::min<std::size_t>(p.last_line[v], projection.lines.size()); ++line) {
    const auto words = slice(projection.text, projection.lines[line].span);
    if (words.starts_with(item + " ") || words.find(" " + item + " ") != std::string_view::npos) return projection.lines[line].paragraph;
  }
  return {};
}

}  // namespace

std::string anchor_inside(const Review& review, const Reference& reference, const ReferenceLink& link, View view) {
  const auto& wanted = link.wanted_by(reference);
  if (!link.unit || wanted.empty() || !is_shown(review, review.units[link.unit].document)) return {};
  const auto v = index(view);
  const auto& unit = review.units[link.unit];
  const auto open = wanted.rfind('(');
  if (open == std::string::npos) {
    const auto first = labelled(unit, view, {}, wanted, true);
    return first ? anchor_of(review, In<Provision>{link.unit, first}) : std::string();
  }
  const auto item = wanted.substr(open);
  if (open == 0) {  // "paragraph (a) above": in what the reference stands in
    for (auto at = reference.from[v]; at; at = unit.provisions[at].parent[v])
      if (const auto line = line_with(unit, view, at, item)) return anchor_of(unit.document, line);
    return {};
  }
  const auto scope = reference.from[v] && reference.document.empty() ? unit.provisions[reference.from[v]].scope[v] : Id<Provision>();
  const auto holder = labelled(unit, view, scope, wanted.substr(0, open), false);
  if (!holder) return {};
  const auto line = line_with(unit, view, holder, item);
  return line ? anchor_of(unit.document, line) : anchor_of(review, In<Provision>{link.unit, holder});
}

}  // namespace dovetail::html
