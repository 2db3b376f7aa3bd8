// The ids of interfaces, messages, flows and data items that the loaded specifications have.
#include "check/known_ids.h"

#include "text/ids.h"

namespace dovetail {

namespace {

void add_ids(std::string_view field, std::set<std::string>& ids) {
  for (const std::string& id : split_values(field)) ids.insert(id);
}

}  // namespace

KnownIds known_ids(const Review& review) {
  KnownIds known;
  for (const Unit& unit : review.units) {
    for (const Item& item : unit.items) {
      known.ids.insert(item.id);
      if (item.kind == "interface" || item.kind == "data_item" || item.kind == "message" || item.kind == "variant") known.families.insert(item.kind);
      for (const char* field : {"legacy_flow", "local_catalogue_ref", "publishes_as", "j_number"}) add_ids(item.record.field(field), known.ids);
      if (item.kind == "message" && canonical_id(item.record.field("local_catalogue_ref")).family == "flow") known.families.insert("flow");
    }
    for (const Record& record : unit.records) {
      if (record.kind != "flows") continue;
      known.families.insert("flow");
      add_ids(record.field("legacy_flow"), known.ids);
    }
  }
  return known;
}

}  // namespace dovetail
