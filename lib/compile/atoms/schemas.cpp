// Schema nodes as atoms.
#include "compile/atoms/schemas.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "compile/atoms/about.h"
#include "compile/atoms/node_values.h"
#include "compile/atoms/step_names.h"
#include "compile/header.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

/// The strings of a JSON array as the reader keeps it: ["CHECK","MAIN"]. Numbers are as written.
std::vector<std::string> strings_of(std::string_view json) {
  std::vector<std::string> values;
  std::string value;
  bool quoted = false, any = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted && c == '\\' && i + 1 < json.size()) {
      value += json[++i];
    } else if (c == '"') {
      quoted = !quoted;
      any = true;
    } else if (!quoted && (c == ',' || c == '[' || c == ']')) {
      if (any || !value.empty()) values.push_back(std::move(value));
      value.clear();
      any = false;
    } else if (quoted || (c != ' ' && c != '\n')) {
      value += c;
    }
  }
  std::erase(values, "null");
  return values;
}

bool is_block(std::string_view name) {
  static const Pattern shape = Pattern::literal("B[0-9]{3}(?:List)?");
  return shape.matches(name);
}

/// "IF-903", "IF_903", "IF903_MeterDetails", "if903".
std::string interface_in(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  if (const NamedId named = id_of_name(text); named.family == "interface") return named.id;
  std::string joined(name.substr(0, name.find('_', 4) == std::string_view::npos ? name.size() : name.find('_', 4)));
  std::replace(joined.begin(), joined.end(), '_', '-');
  const DesignId id = canonical_id(joined);
  return id.family == "interface" ? id.canonical : std::string();
}

class Schemas {
 public:
  Schemas(const Document& document, const Input& input, const ItemDefaults& defaults, Unit& unit)
      : document_(document), input_(input), defaults_(defaults), unit_(unit) {}

  void add() {
    find_roots();
    find_interfaces();
    for (std::size_t n = 0; n < size(); ++n) add_data_item(n);
    for (const auto& [id, place] : data_places_) add_item("data_item", id, data_items_[id], place, true);
    for (const auto& [id, values] : values_) add_values(id, values);
    for (const auto& [name, place] : field_places_) add_item("data_item", name, fields_[name], place, false);
    for (const std::size_t n : interface_order_) add_interface(n);
    for (std::size_t n = 0; n < size(); ++n) add_interface_item(n);
  }

 private:
  [[nodiscard]] std::size_t size() const { return document_.nodes.size(); }
  [[nodiscard]] const Node& node(std::size_t n) const { return document_.nodes[Table<Node>::id_at(n)]; }

  /// The schema that each node stands in: parents stand in front of what is below them.
  void find_roots() {
    for (std::size_t n = 0; n < size(); ++n) {
      const Id<Node> parent = node(n).parent;
      roots_.push_back(parent ? roots_[parent.value] : n);
    }
  }

  static std::string extension(const Node& node, std::string_view family) {
    for (const auto& [name, value] : node.attributes)
      if (name.starts_with("x-") && name.find("pub") == std::string::npos)
        if (const DesignId id = canonical_id(value); id.family == family) return id.canonical;
    return {};
  }

  static std::string key_named(const Node& node, const std::vector<std::string_view>& keys) {
    for (const auto& [name, value] : node.attributes) {
      const std::string key = header_key(name);
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) return squeeze(value);
    }
    return {};
  }

  /// The data item that a field is: an x- key says it, else its title or description begins with it.
  static std::string data_item_of(const Node& node) {
    if (auto id = extension(node, "data_item"); !id.empty()) return id;
    for (const char* key : {"title", "description"})
      if (const NamedId named = id_of_name(attribute_of(node, key)); named.family == "data_item") return named.id;
    return {};
  }

  void find_interfaces() {
    for (std::size_t n = 0; n < size(); ++n) {
      const Node& one = node(n);
      if (one.parent || (one.kind != "schema" && one.kind != "operation")) continue;
      std::string id;
      if (const DesignId own = canonical_id(attribute_of(one, "x-interface")); own.family == "interface") id = own.canonical;
      if (id.empty() && one.kind == "schema") id = interface_in(one.name);
      if (id.empty()) id = extension(one, "interface");
      if (id.empty()) continue;
      interfaces_[n] = id;
      if (seen_interfaces_.insert(id).second) interface_order_.push_back(n);
    }
    for (std::size_t n = 0; n < size(); ++n) {
      if (!interfaces_.contains(roots_[n])) continue;
      const std::string key = header_key(node(n).name);
      if (key == "eventcode") events_[roots_[n]] = event_codes(n);
    }
  }

  /// The enumeration of a property, or of what its list holds.
  [[nodiscard]] std::string event_codes(std::size_t property) const {
    std::string codes;
    for (std::size_t n = property; n < size() && n < property + 3; ++n) {
      if (n != property && node(n).parent.value != property) break;
      for (const std::string& code : strings_of(attribute_of(node(n), "enum"))) codes += (codes.empty() ? "" : ";") + code;
    }
    return codes;
  }

  Fields data_fields(const Node& one) const {
    Fields fields;
    const std::string title = squeeze(attribute_of(one, "title"));
    const NamedId named = id_of_name(title);
    fields["name"] = named.family == "data_item" ? named.rest : title;
    if (auto name = key_named(one, {"xname", "xdataitemname"}); !name.empty()) fields["name"] = name;
    fields["dip_field"] = one.name;
    fields["definition"] = squeeze(attribute_of(one, "description"));
    const auto format = attribute_of(one, "format"), type = attribute_of(one, "type");
    fields["format"] = std::string(format.empty() ? type : format);
    fields["length"] = std::string(attribute_of(one, "maxLength"));
    fields["units"] = key_named(one, {"xunits", "xunit", "xunitofmeasure"});
    fields["j_number"] = key_named(one, {"xjnumber", "xjitem", "xdtcitem"});
    fields["owner_code"] = key_named(one, {"xowner", "xownercode", "xmetadataowner"});
    fields["status"] = key_named(one, {"xstatus"});
    fields["version"] = key_named(one, {"xversion"});
    fields["release"] = key_named(one, {"xrelease"});
    std::string set;
    for (const auto& [value, label] : values_of(one)) set += (set.empty() ? "" : ";") + value + (label.empty() ? "" : "=" + label);
    fields["valid_set"] = set;
    return fields;
  }

  /// Values with their labels, where a key of the usual names holds as many of those.
  static std::vector<std::pair<std::string, std::string>> values_of(const Node& one) {
    std::vector<std::pair<std::string, std::string>> values;
    for (std::string& value : strings_of(attribute_of(one, "enum"))) values.emplace_back(std::move(value), std::string());
    for (const char* key : {"x-enum-labels", "x-enumLabels", "x-enumNames", "x-enum-names", "x-enum-descriptions", "x-enum-varnames"}) {
      auto labels = strings_of(attribute_of(one, key));
      if (labels.size() != values.size() || labels.empty()) continue;
      for (std::size_t i = 0; i < labels.size(); ++i) values[i].second = std::move(labels[i]);
      break;
    }
    return values;
  }

  static void merge(Fields& into, Fields&& more) {
    for (auto& [name, value] : more)
      if (into[name].empty()) into[name] = std::move(value);
  }

  void add_data_item(std::size_t n) {
    const Node& one = node(n);
    if (one.kind == "operation" || interfaces_.contains(n) || (one.kind == "items" && one.name.empty() && data_item_of(one).empty())) return;
    const std::string id = data_item_of(one);
    if (id.empty()) {
      const auto type = attribute_of(one, "type");
      const bool plain = !type.empty() && type != "object" && type != "array";
      const std::string key = header_key(one.name);
      if (!plain || key == "interfaceid" || key == "schemaversion" || key == "eventcode" || key.empty()) return;
      field_places_.emplace(one.name, n);
      merge(fields_[one.name], data_fields(one));
      return;
    }
    data_places_.emplace(id, n);
    merge(data_items_[id], data_fields(one));
    if (auto values = values_of(one); !values.empty() && !values_.contains(id)) values_[id] = {n, std::move(values)};
  }

  void add_item(const std::string& kind, const std::string& id, Fields fields, std::size_t place, bool programme, const std::string& parent = {}) {
    const Mapping* mapping = mapping_giving(input_, kind);
    Item item;
    item.kind = item.record.kind = kind;
    item.record.span = node(place).span;
    item.parent = parent;
    item.id = parent.empty() ? id : parent + "/" + id;
    item.raw_id = id;
    if (mapping != nullptr) {
      fields[mapping->id] = id;
      for (const MappedField& field : mapping->fields) item.record.fields.emplace_back(field.field, fields[field.field]);
      item.text = item.record.field(mapping->text);
      finish_item(*mapping, defaults_, item);
    } else {
      item.record.fields.assign(fields.begin(), fields.end());
    }
    (programme ? unit_.items : unit_.unnamed).add(std::move(item));
  }

  struct Values {
    std::size_t place = 0;
    std::vector<std::pair<std::string, std::string>> values;
  };

  void add_values(const std::string& id, const Values& values) {
    for (const auto& [value, label] : values.values)
      add_item("enumeration", value, {{"data_item_id", id}, {"enum_value", value}, {"enum_label", label}}, values.place, true, id);
  }

  void add_interface(std::size_t n) {
    const Node& one = node(n);
    Fields fields;
    std::string name = key_named(one, {"xname"});
    for (const char* key : {"title", "summary", "description"})
      if (const NamedId named = id_of_name(attribute_of(one, key)); name.empty()) name = named.rest;
    fields["name"] = name;
    fields["version"] = key_named(one, {"xversion", "xinterfaceversion"});
    fields["release"] = key_named(one, {"xrelease"});
    fields["status"] = key_named(one, {"xstatus"});
    const DesignId publication = canonical_id(key_named(one, {"xpublication", "xpublishesas", "xpub"}));
    if (publication.family == "interface") fields["publishes_as"] = publication.canonical;
    if (const auto events = events_.find(n); events != events_.end()) fields["event_codes"] = events->second;
    add_item("interface", interfaces_[n], std::move(fields), n, true);
  }

  /// A field of an interface, with its block, how often it may stand and whether it must.
  void add_interface_item(std::size_t n) {
    const Node& one = node(n);
    const auto root = interfaces_.find(roots_[n]);
    if (root == interfaces_.end() || one.kind != "property") return;
    const std::string data_item = data_item_of(one);
    const auto type = attribute_of(one, "type");
    if (data_item.empty() && (type.empty() || type == "object" || type == "array")) return;
    Fields fields{{"interface_id", root->second}, {"data_item_id", data_item}, {"dip_field", one.name}};
    bool mandatory = attribute_of(one, "mandatory") == "1";
    for (Id<Node> at = one.parent; at; at = node(at.value).parent) {
      const Node& outer = node(at.value);
      if (attribute_of(outer, "type") == "array" && fields["repeat"].empty()) fields["repeat"] = occurrence(outer);
      if (is_block(outer.name)) {
        fields["block_id"] = outer.name;
        break;
      }
      if (outer.kind == "property" && attribute_of(outer, "mandatory") != "1") mandatory = false;
    }
    if (fields["block_id"].empty() && data_item.empty()) return;
    fields["optionality"] = mandatory ? "M" : "O";
    fields["data_item_name"] = data_item.empty() ? "" : data_items_[data_item]["name"];
    const std::string id = data_item.empty() ? one.name : data_item;
    if (!seen_fields_.insert(root->second + "/" + id + "/" + fields["block_id"]).second) return;
    add_item("interface_item", id, std::move(fields), n, !data_item.empty(), root->second);
  }

  static std::string occurrence(const Node& list) {
    const auto least = attribute_of(list, "minItems"), most = attribute_of(list, "maxItems");
    return (least.empty() ? "0" : std::string(least)) + ".." + (most.empty() ? "n" : std::string(most));
  }

  const Document& document_;
  const Input& input_;
  const ItemDefaults& defaults_;
  Unit& unit_;
  std::vector<std::size_t> roots_;
  std::map<std::size_t, std::string> interfaces_;  // by schema
  std::map<std::size_t, std::string> events_;      // of them
  std::set<std::string> seen_interfaces_, seen_fields_;
  std::vector<std::size_t> interface_order_;
  std::map<std::string, Fields> data_items_, fields_;
  std::map<std::string, std::size_t> data_places_, field_places_;
  std::map<std::string, Values> values_;
};

}  // namespace

void compile_schemas(const Document& document, const Input& input, Unit& unit) {
  std::vector<std::pair<std::string, std::string>> about(document.properties.begin(), document.properties.end());
  const ItemDefaults defaults = settle_identity(document, input, cover_of(about), unit);
  Schemas(document, input, defaults, unit).add();
}

}  // namespace dovetail
