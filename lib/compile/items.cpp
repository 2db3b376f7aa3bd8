// Records of a design export as atoms, each with its identity.
#include "compile/items.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "compile/atoms/families.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

/// Registers whose rows have an id of their own.
struct RegisterId {
  std::string_view kind, field;
};

constexpr std::array register_ids{RegisterId{"trace", "link_id"},   RegisterId{"changes", "change_id"}, RegisterId{"comments", "comment_id"},
                                  RegisterId{"horizon", "item_id"}, RegisterId{"documents", "id"},      RegisterId{"artefacts", "doc_number"},
                                  RegisterId{"roles", "role"}};

/// Fields that name the artefact that an atom belongs to.
constexpr std::array artefact_fields{"artefact", "bp_id", "brs_id", "opc_id", "doc_number"};

std::string first_of(const Record& record, const MappedField* field) { return field ? std::string(record.field(field->field)) : std::string(); }

const MappedField* version_field(const Mapping& mapping) {
  const auto found = std::find_if(mapping.fields.begin(), mapping.fields.end(), [](const MappedField& f) { return f.as == "version"; });
  return found == mapping.fields.end() ? nullptr : &*found;
}

Item item_of(const Mapping& mapping, const ItemDefaults& defaults, const Record& record) {
  Item item;
  item.kind = mapping.gives;
  item.text = record.field(mapping.text);
  item.parent = record.field(mapping.parent);
  if (says_not_applicable(item.parent)) item.parent.clear();
  item.record = record;
  finish_item(mapping, defaults, item);
  return item;
}

void problem(Unit& unit, std::string message, Span span) { unit.problems.push_back({"register.malformed", std::move(message), span, 1, true}); }
void id_problem(Unit& unit, std::string message, Span span, bool minor) {
  unit.problems.push_back({"design.duplicate-id", std::move(message), span, 1, minor});
}

/// The family that nearly all ids of a column have; empty where there is none.
std::string_view common_family(const std::vector<std::string>& ids) {
  std::map<std::string_view, std::size_t> counts;
  for (const std::string& id : ids) ++counts[canonical_id(id).family];
  for (const auto& [family, count] : counts)
    if (!family.empty() && ids.size() >= 4 && count * 5 >= ids.size() * 4) return family;
  return {};
}

/// Judges the ids of one table, whose records outlive it.
class Ids {
 public:
  Ids(const Mapping& mapping, const std::vector<Record>& records, Unit& unit) : mapping_(mapping), unit_(unit) {
    std::vector<std::string> ids;
    for (const Record& record : records)
      for (std::string& id : split_values(record.field(mapping.id))) ids.push_back(std::move(id));
    family_ = common_family(ids);
  }

  /// The ids of a record that stand for an atom; none, with a problem, where it has none that can be.
  std::vector<std::string> of(const Record& record) {
    std::vector<std::string> ids = split_values(record.field(mapping_.id));
    std::erase_if(ids, [](const std::string& id) { return says_not_applicable(id); });
    if (ids.empty()) problem(unit_, "a row without " + mapping_.id, record.span);
    for (const std::string& id : ids)
      if (!family_.empty() && canonical_id(id).family.empty())
        id_problem(unit_, "\"" + id + "\" cannot be a " + mapping_.id + ": the others are like \"" + example_ + "\"", record.span, true);
      else if (!family_.empty() && example_.empty())
        example_ = id;
    return ids;
  }

  /// Whether the id with this content was met before; a problem where it was met with other content.
  bool repeated(const std::string& id, const Record& record) {
    if (record.struck) return false;
    const auto [place, fresh] = seen_.try_emplace(id, &record);
    if (fresh) return false;
    if (place->second->fields == record.fields) return true;
    id_problem(unit_, mapping_.id + " " + id + " stands twice with different content", record.span, false);
    return false;
  }

 private:
  const Mapping& mapping_;
  Unit& unit_;
  std::string_view family_;
  std::string example_ = {};
  std::map<std::string, const Record*> seen_;
};

}  // namespace

void finish_item(const Mapping& mapping, const ItemDefaults& defaults, Item& item) {
  for (const char* field : artefact_fields)
    if (item.artefact.empty()) item.artefact = item.record.field(field);
  if (item.artefact.empty()) item.artefact = defaults.artefact;
  item.version = first_of(item.record, version_field(mapping));
  if (item.version.empty()) item.version = defaults.version;
  item.release = item.record.field("release");
  if (item.release.empty()) item.release = defaults.release;
  item.status = item.record.field("status");
}

void add_items(const Document& document, const Mapping& mapping, const ItemDefaults& defaults, std::vector<Record> records, Unit& unit) {
  Ids ids(mapping, records, unit);
  const bool inner = counts_within_parent(mapping.gives);
  for (const Record& record : records) {
    for (const std::string& id : ids.of(record)) {
      if (!inner && ids.repeated(id, record)) continue;
      Item item = item_of(mapping, defaults, record);
      item.id = inner && !item.parent.empty() ? item.parent + "/" + id : id;
      item.raw_id = slice(document.text, record.span);
      const bool known = defaults.described || looks_like_id(inner && !item.parent.empty() ? item.parent : id);
      (known ? unit.items : unit.unnamed).add(std::move(item));
    }
  }
}

void add_register(const Mapping& mapping, std::vector<Record> records, Unit& unit) {
  const auto own = std::find_if(register_ids.begin(), register_ids.end(), [&](const RegisterId& r) { return r.kind == mapping.gives; });
  std::map<std::string_view, const Record*> seen;
  for (const Record& record : records) {
    const std::string_view id = own != register_ids.end() ? record.field(own->field) : std::string_view();
    const auto [place, fresh] = seen.try_emplace(id, &record);
    if (id.empty() || fresh || record.struck) continue;
    if (place->second->fields == record.fields) continue;
    unit.problems.push_back(
        {"register.malformed", std::string(own->field) + " " + std::string(id) + " stands twice with different content", record.span, 1});
  }
  for (Record& record : records) unit.records.add(std::move(record));
}

}  // namespace dovetail
