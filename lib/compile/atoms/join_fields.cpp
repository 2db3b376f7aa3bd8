// The join of schemas and catalogue by field name.
#include "compile/atoms/join_fields.h"

#include <map>
#include <set>
#include <string>

#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

void set_field(Item& item, std::string_view name, const std::string& value) {
  for (auto& [key, old] : item.record.fields)
    if (key == name) {
      old = value;
      return;
    }
  item.record.fields.emplace_back(name, value);
}

/// The values of a field that now has an id.
void add_values(const Item& field, const std::string& id, Table<Item>& items) {
  for (const std::string& one : split_values(field.record.field("valid_set"))) {
    const auto equals = one.find('=');
    Item value;
    value.kind = value.record.kind = "enumeration";
    value.raw_id = one.substr(0, equals);
    value.id = id + "/" + value.raw_id;
    value.parent = id;
    value.text = equals == std::string::npos ? std::string() : one.substr(equals + 1);
    value.artefact = field.artefact;
    value.version = field.version;
    value.release = field.release;
    value.record.span = field.record.span;
    value.record.fields = {{"data_item_id", id}, {"enum_value", value.raw_id}, {"enum_label", value.text}};
    items.add(std::move(value));
  }
}

}  // namespace

void join_fields(Table<Unit>& units) {
  std::map<std::string, std::set<std::string>> ids;  // data items by field name
  for (const Unit& unit : units)
    for (const Item& item : unit.items) {
      const auto field = item.record.field("dip_field"), id = item.record.field("data_item_id");
      if (!field.empty() && canonical_id(id).family == "data_item") ids[fold_phrase(field)].insert(std::string(id));
    }
  if (ids.empty()) return;
  for (Unit& unit : units) {
    Table<Item> left;
    for (Item& item : unit.unnamed) {
      const auto found = ids.find(fold_phrase(item.record.field("dip_field")));
      const bool joins = (item.kind == "data_item" || item.kind == "interface_item") && found != ids.end() && found->second.size() == 1;
      if (!joins) {
        left.add(std::move(item));
        continue;
      }
      const std::string& id = *found->second.begin();
      set_field(item, "data_item_id", id);
      item.id = item.kind == "interface_item" ? item.parent + "/" + id : id;
      if (item.kind == "data_item") add_values(item, id, unit.items);
      unit.items.add(std::move(item));
    }
    unit.unnamed = std::move(left);
  }
}

}  // namespace dovetail
