// Who sends which message to whom, as the interface catalogue and the data specification say.
#include "check/carriage.h"

#include <algorithm>
#include <array>

#include "check/timetable_join.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

void add_all(Parties& to, const Parties& more) {
  for (const std::string& role : more.roles)
    if (!to.has(role)) to.roles.push_back(role);
  to.unknown.insert(to.unknown.end(), more.unknown.begin(), more.unknown.end());
  to.everyone = to.everyone || more.everyone;
}

bool is_design(const Review& review, std::uint32_t unit) { return unit < review.inputs.size() && review.inputs[unit].role == InputRole::design; }

}  // namespace

bool says_retired(std::string_view status) {
  static constexpr std::array dead{"withdrawn", "retired",        "superseded", "deleted",  "obsolete",
                                   "removed",   "decommissioned", "closed",     "replaced", "end of life"};
  const std::string folded = fold_phrase(status);
  return std::find(dead.begin(), dead.end(), folded) != dead.end();
}

Carriages::Carriages(const Review& review, const RoleNames& roles) {
  add_interfaces(review, roles);
  add_variants(review, roles);
}

void Carriages::add_interfaces(const Review& review, const RoleNames& roles) {
  for (std::uint32_t n = 0; n < review.units.size(); ++n) {
    if (!is_design(review, n)) continue;
    const Unit& unit = review.units[Id<Unit>(n)];
    for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
      const Item& item = unit.items[Id<Item>(i)];
      if (item.kind != "interface" || item.record.struck) continue;
      Carriage carriage;
      carriage.item = {Id<Unit>(n), Id<Item>(i)};
      carriage.sender = roles.of_design(item.record.field("sender_role"));
      carriage.receivers = roles.of_design(item.record.field("primary_receivers"));
      add_all(carriage.receivers, roles.of_design(item.record.field("always_receivers")));
      carriage.optional = roles.of_design(item.record.field("secondary_receivers"));
      carriage.transport = item.record.field("transport");
      carriage.retired = says_retired(item.status.empty() ? item.record.field("status") : std::string_view(item.status));
      carriage.replaced_by = item.record.field("replaced_by");
      const auto [place, fresh] = by_id_.try_emplace(id_key(item.id), carriage);
      // A schema does not say whether what it describes is still in use: the catalogue's word stands.
      const bool schema = review.documents[unit.document].kind == FileKind::openapi;
      const bool revived = place->second.retired && !carriage.retired && !schema;
      const bool ended = carriage.retired && review.documents[review.units[place->second.item.unit].document].kind == FileKind::openapi;
      if (!fresh && (revived || ended)) place->second = carriage;
    }
  }
  // A publication that has no row of its own goes where its interface goes.
  std::map<std::string, Carriage> published;
  for (const auto& [id, carriage] : by_id_)
    for (const std::string& as : split_values(review.units[carriage.item.unit].items[carriage.item.id].record.field("publishes_as")))
      if (!says_not_applicable(as) && !by_id_.contains(id_key(as))) published.emplace(id_key(as), carriage);
  by_id_.merge(published);
}

void Carriages::add_variants(const Review& review, const RoleNames& roles) {
  std::map<std::string, std::string> named;  // market message to what texts call it
  for (const Unit& unit : review.units)
    for (const Item& item : unit.items)
      if (item.kind == "message" && !item.record.field("local_catalogue_ref").empty())
        named.emplace(id_key(item.id), id_key(item.record.field("local_catalogue_ref")));
  for (std::uint32_t n = 0; n < review.units.size(); ++n) {
    if (!is_design(review, n)) continue;
    for (const Item& item : review.units[Id<Unit>(n)].items) {
      if (item.kind != "variant" || item.record.struck || says_retired(item.record.field("status"))) continue;
      const Direction direction{roles.of_design(item.record.field("source_role")), roles.of_design(item.record.field("target_role"))};
      const std::string message = id_key(item.record.field("market_message_id"));
      directions_[message].push_back(direction);
      if (const auto local = named.find(message); local != named.end()) directions_[local->second].push_back(direction);
    }
  }
}

const Carriage* Carriages::find(std::string_view id) const {
  const auto found = by_id_.find(id_key(id));
  return found == by_id_.end() ? nullptr : &found->second;
}

const std::vector<Direction>& Carriages::directions(std::string_view id) const {
  static const std::vector<Direction> none;
  const auto found = directions_.find(id_key(id));
  return found == directions_.end() ? none : found->second;
}

}  // namespace dovetail
