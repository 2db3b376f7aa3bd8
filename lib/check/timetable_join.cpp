// Which timetable rows carry which step of the design: by the trace register, or by interface and roles.
#include "check/timetable_join.h"

#include <algorithm>
#include <set>

#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// The values of a field that holds several.
std::vector<std::string> values(std::string_view field) {
  std::vector<std::string> all;
  while (!field.empty()) {
    const std::size_t end = field.find_first_of(";,\n");
    const std::string value = squeeze(field.substr(0, end));
    if (!value.empty()) all.push_back(value);
    field = end == std::string_view::npos ? std::string_view() : field.substr(end + 1);
  }
  return all;
}

std::string ref_key(std::string_view ref) {
  std::string key = fold_phrase(ref);
  while (!key.empty() && (key.back() == '.' || key.back() == ' ')) key.pop_back();
  return key;
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// The ids that stand in a cell: those of known shape, and every other word with a digit.
std::set<std::string> ids_in(const std::string& text) {
  std::set<std::string> ids;
  for (const IdInText& found : ids_in_text(text)) ids.insert(id_key(found.id.canonical));
  for (const Span word : words(text))
    if (const std::string key = id_key(slice(text, word)); has_digit(key)) ids.insert(key);
  return ids;
}

bool codifies(const Record& trace) {
  const std::string type = fold_phrase(trace.field("link_type"));
  return !trace.struck && type != "not_codified" && type != "not codified";
}

}  // namespace

std::string id_key(std::string_view id) {
  std::string key;
  for (const char c : id) {
    if (c >= 'a' && c <= 'z')
      key += static_cast<char>(c - 'a' + 'A');
    else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || static_cast<unsigned char>(c) >= 0x80)
      key += c;
  }
  return key;
}

TimetableJoin::TimetableJoin(const Review& review) : review_(review) {
  index_rows();
  index_traces();
}

void TimetableJoin::index_rows() {
  for (std::uint32_t n = 0; n < review_.inputs.size(); ++n) {
    if (review_.inputs[n].role != InputRole::draft) continue;
    const Unit& unit = review_.units[Id<Unit>(n)];
    for (std::uint32_t r = 0; r < unit.timetable.size(); ++r) {
      const TimetableRow& row = unit.timetable[Id<TimetableRow>(r)];
      if (!row.views.proposed) continue;
      const RowAt at{Id<Unit>(n), Id<TimetableRow>(r)};
      rows_.push_back(at);
      if (!row.ref.text.empty()) by_ref_[{at.unit, ref_key(row.ref.text)}].push_back(at);
      for (const std::string& id : ids_in(row.information.text)) by_id_[id].push_back(at);
    }
  }
}

void TimetableJoin::index_traces() {
  std::map<std::string, std::vector<Id<Unit>>, std::less<>> known;  // a register names few documents, and each again and again
  for (const Unit& unit : review_.units)
    for (const Record& record : unit.records) {
      if (record.kind != "trace" || !codifies(record)) continue;
      const std::string_view name = record.field("code_doc");
      auto documents = known.find(name);
      if (documents == known.end()) documents = known.emplace(std::string(name), units_named(name)).first;
      for (const Id<Unit> document : documents->second)
        for (const std::string& label : values(record.field("provision"))) {
          const auto rows = by_ref_.find({document, ref_key(label)});
          if (rows == by_ref_.end()) continue;
          for (const std::string& atom : values(record.field("atom_id"))) {
            auto& linked = by_atom_[id_key(atom)];
            for (const RowAt row : rows->second) {
              if (std::find(linked.begin(), linked.end(), row) == linked.end()) linked.push_back(row);
              atoms_[row].push_back(id_key(atom));
            }
          }
        }
    }
}

std::vector<Id<Unit>> TimetableJoin::units_named(std::string_view document) const {
  const std::string name = fold_phrase(document);
  std::vector<Id<Unit>> units;
  if (name.empty()) return units;
  for (std::uint32_t n = 0; n < review_.inputs.size(); ++n) {
    if (review_.inputs[n].role != InputRole::draft) continue;
    const Unit& unit = review_.units[Id<Unit>(n)];
    const bool named = fold_phrase(unit.id) == name ||
                       std::any_of(unit.aliases.begin(), unit.aliases.end(), [&](const std::string& alias) { return fold_phrase(alias) == name; });
    if (named) units.push_back(Id<Unit>(n));
  }
  return units;
}

std::vector<RowAt> TimetableJoin::traced(std::string_view atom_id) const {
  const auto rows = by_atom_.find(id_key(atom_id));
  return rows == by_atom_.end() ? std::vector<RowAt>() : rows->second;
}

std::vector<std::string> TimetableJoin::atoms_of(RowAt row) const {
  const auto atoms = atoms_.find(row);
  return atoms == atoms_.end() ? std::vector<std::string>() : atoms->second;
}

const TimetableRow* TimetableJoin::row_named(Id<Unit> unit, std::string_view ref) const {
  const auto rows = by_ref_.find({unit, ref_key(ref)});
  return rows == by_ref_.end() ? nullptr : &review_.units[unit].timetable[rows->second.front().row];
}

bool TimetableJoin::names_interface(const TimetableRow& row, std::string_view interface_id) const {
  return ids_in(row.information.text).count(id_key(interface_id)) > 0;
}

std::vector<RowAt> TimetableJoin::carrying(std::string_view interface_id, std::string_view sender, std::string_view receivers) const {
  std::vector<RowAt> found;
  const auto rows = by_id_.find(id_key(interface_id));
  if (id_key(interface_id).empty() || rows == by_id_.end() || trim(sender).empty()) return found;
  const RoleNames& roles = review_.corpus.roles;
  const Parties senders = roles.of_design(sender), to = roles.of_design(receivers);
  for (const RowAt at : rows->second) {
    const TimetableRow& row = review_.units[at.unit].timetable[at.row];
    const bool received = trim(receivers).empty() || roles.read(row.to.text).meets(to);
    if (received && roles.read(row.from.text).meets(senders)) found.push_back(at);
  }
  return found;
}

}  // namespace dovetail
