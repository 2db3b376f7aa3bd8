// References that name their target by where it stands: "the preceding paragraph".
#include "link/resolver.h"
#include "model/neighbour.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The provision beside `at` with the same parent and of the same kind; none at the end of the row.
Id<Provision> beside(const Unit& unit, Id<Provision> at, View view, bool before) {
  const auto v = index(view);
  const auto& here = unit.provisions[at];
  const auto step = before ? -1 : 1;
  for (auto n = static_cast<std::int64_t>(at.value) + step; n >= 0 && n < static_cast<std::int64_t>(unit.provisions.size()); n += step) {
    const Id<Provision> id(static_cast<std::uint32_t>(n));
    const auto& other = unit.provisions[id];
    if (other.views.has(view) && other.parent[v] == here.parent[v] && other.kind == here.kind && other.list[v] == here.list[v]) return id;
    if (id == here.parent[v]) break;
  }
  return {};
}

bool is_division_called(const Provision& provision, View view, const std::string& keyword) {
  return provision.kind == ProvisionKind::division && fold(provision.label[index(view)]).starts_with(keyword + " ");
}

bool is_word_of_numbers(const std::string& keyword) { return keyword == "paragraph" || is_word_of_bodies(keyword); }

/// What the keyword of a reference calls the provision that it stands in, or one around it; none where that is not sure: in an item of a list
/// "paragraph" may be the item or the number around it.
Id<Provision> one_called(const Unit& unit, const Reference& reference, View view) {
  const auto v = index(view);
  const auto parent = [&](Id<Provision> id) { return unit.provisions[id].parent[v]; };
  for (auto at = reference.from[v]; at; at = parent(at))
    if (is_division_called(unit.provisions[at], view, reference.keyword)) return at;
  const bool sub = fold(reference.text).find(" sub") != std::string::npos;
  for (auto at = reference.from[v]; at; at = parent(at)) {
    const auto kind = unit.provisions[at].kind;
    if (kind == ProvisionKind::item && (sub || reference.keyword == "paragraph")) return sub ? at : Id<Provision>();
    if (kind == ProvisionKind::numbered && !sub) return is_word_of_numbers(reference.keyword) ? at : Id<Provision>();
  }
  return {};
}

}  // namespace

ReferenceLink Resolver::neighbour(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  const auto v = index(view_);
  const auto& unit = review_.units[from];
  const auto at = one_called(unit, reference, view_);
  const auto* profile = profile_of(from);
  const bool foreign = at && unit.provisions[at].kind == ProvisionKind::numbered && (!profile || is_foreign_keyword(*profile, reference.keyword));
  const auto target = at && !foreign ? beside(unit, at, view_, reference.label == preceding_neighbour) : Id<Provision>();
  if (!target || unit.provisions[target].not_used[v]) return with(link, Outcome::unparsed);
  return numbers_.found_in(from, std::vector{target}, link);
}

}  // namespace dovetail
