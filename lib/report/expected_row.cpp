// The timetable row that the design implies for a step, beside the row that was drafted.
#include "report/expected_row.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Several artefacts may have one interface: what is said first in the order of words, so that the order of files decides nothing.
void take(std::map<std::string, std::string>& said, const std::string& id, std::string_view words) {
  if (trim(words).empty()) return;
  const auto [place, fresh] = said.try_emplace(id, trim(words));
  if (!fresh && trim(words) < place->second) place->second = trim(words);
}

std::string sla_text(const Item& choreography) {
  const std::string said(trim(choreography.record.field("sla_text")));
  if (!said.empty()) return said;
  std::string text;
  for (const char* field : {"sla_relation", "sla_qty", "sla_unit"})
    if (const auto value = trim(choreography.record.field(field)); !value.empty()) text += (text.empty() ? "" : " ") + std::string(value);
  const auto anchor = trim(choreography.record.field("sla_anchor")), time = trim(choreography.record.field("time_of_day"));
  if (!anchor.empty()) text += " of " + std::string(anchor);
  return time.empty() ? text : text + ", " + std::string(time);
}

}  // namespace

ExpectedRows::ExpectedRows(const Review& review) : review_(review) {
  for (const Unit& unit : review.units) {
    for (const Item& item : unit.items)
      if (item.kind == "interface") {
        take(messages_, item.id, item.text);
        take(methods_, item.id, item.record.field("transport"));
        take(senders_, item.id, item.record.field("sender_role"));
        take(receivers_, item.id, item.record.field("primary_receivers"));
      }
    for (const Item& item : unit.items)
      if (item.kind == "choreography") take(limits_, std::string(item.record.field("bp_step")), sla_text(item));
    for (const TimetableRow& row : unit.timetable)
      if (row.views.proposed) rows_.try_emplace({unit.document, row.ref.text}, &row);
  }
}

/// What roles are called in text: their names in the tables of roles, else as the design has them.
std::string ExpectedRows::roles(std::string_view cell) const {
  const RoleNames& known = review_.corpus.roles;
  const Parties parties = known.of_design(cell);
  if (parties.everyone) return std::string(trim(cell));
  std::string names;
  const auto add = [&](const std::string& name) { names += (names.empty() ? "" : ", ") + name; };
  for (const std::string& role : parties.roles) add(known.shown(role));
  for (const std::string& name : parties.unknown) add(name);
  return names;
}

ExpectedRow ExpectedRows::of(const AtomCoverage& entry) const {
  const Item& step = review_.units[entry.item.unit].items[entry.item.id];
  ExpectedRow row;
  ShownRow& expected = row.expected;
  const auto limit = limits_.find(step.id);
  expected.when = limit != limits_.end() ? limit->second : std::string(trim(step.record.field("trigger")));
  expected.action = step.text;
  expected.from = roles(step.record.field("lane_role"));
  expected.to = roles(step.record.field("to_roles"));
  for (const std::string& id : split_values(step.record.field("interface_ids"))) {
    const auto name = messages_.find(id), method = methods_.find(id);
    expected.information += (expected.information.empty() ? "" : "; ") + id + (name != messages_.end() ? " " + name->second : "");
    if (method != methods_.end() && expected.method.empty()) expected.method = method->second;
    // Where the process leaves a role open the catalogue says it.
    if (const auto sender = senders_.find(id); expected.from.empty() && sender != senders_.end()) expected.from = roles(sender->second);
    if (const auto receivers = receivers_.find(id); expected.to.empty() && receivers != receivers_.end()) expected.to = roles(receivers->second);
  }
  if (expected.information.empty()) expected.method = "Internal Process";
  for (const CoverageTarget& target : entry.targets) {
    const auto found = rows_.find({target.place.document, target.label});
    if (found == rows_.end()) continue;
    const TimetableRow& drafted = *found->second;
    const auto is_it = [&](const auto& other) { return other.first == target.document_id && other.second.ref == drafted.ref.text; };
    if (std::any_of(row.drafted.begin(), row.drafted.end(), is_it)) continue;
    row.drafted.emplace_back(target.document_id, ShownRow{drafted.ref.text, drafted.when.text, drafted.action.text, drafted.from.text,
                                                          drafted.to.text, drafted.information.text, drafted.method.text});
  }
  if (!row.drafted.empty()) expected.ref = row.drafted.front().second.ref;
  return row;
}

std::string row_line(const ShownRow& row) {
  const std::array<std::pair<const char*, const std::string*>, 7> cells{{{"REF", &row.ref},
                                                                         {"WHEN", &row.when},
                                                                         {"ACTION", &row.action},
                                                                         {"FROM", &row.from},
                                                                         {"TO", &row.to},
                                                                         {"INFORMATION", &row.information},
                                                                         {"METHOD", &row.method}}};
  std::string line;
  for (const auto& [head, cell] : cells) line += (line.empty() ? "" : " | ") + std::string(head) + " " + (cell->empty() ? "–" : *cell);
  return line;
}

}  // namespace dovetail
