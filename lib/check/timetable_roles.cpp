// timetable.role-differs and timetable.role-unknown: FROM and TO against the interface catalogue and the role table.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/carriage.h"
#include "check/make_finding.h"
#include "check/timetable.h"
#include "check/timetable_rows.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t n = 0; n < names.size(); ++n) text += (n == 0 ? "" : n + 1 == names.size() ? " and " : ", ") + names[n];
  return text;
}

/// A row that carries one interface, with its parties.
struct CarryingRow {
  RowAt at;
  std::string interface_id;
  const Carriage* carriage = nullptr;
  Parties from, to;
};

class RoleChecker {
 public:
  RoleChecker(const Review& review, const Rule& rule, Checked& checked)
      : review_(review), rule_(rule), checked_(checked), roles_(review.corpus.roles), carriages_(review, roles_) {}

  void check() {
    if (carriages_.empty()) return checked_.blocked.push_back({rule_.id, "no interface catalogue was read"});
    if (!roles_.has_table()) return checked_.blocked.push_back({rule_.id, "no table of roles was read"});
    for (const RowAt at : draft_rows(review_))
      if (auto row = carrying(at)) rows_.push_back(std::move(*row));
    for (const CarryingRow& row : rows_) named_[{row.at.unit, row.interface_id}].insert(row.to.roles.begin(), row.to.roles.end());
    for (const CarryingRow& row : rows_) compare(row);
  }

 private:
  // A row of one interface (or of it and its publication) that says who sends it to whom; others are not compared.
  [[nodiscard]] std::optional<CarryingRow> carrying(RowAt at) const {
    const TimetableRow& row = row_at(review_, at);
    if (row.to.text.empty() || row.from.text.empty() || fold_phrase(row.method.text).starts_with("internal")) return std::nullopt;
    CarryingRow found{at, {}, nullptr, roles_.read(row.from.text), roles_.read(row.to.text)};
    for (const IdInText& id : ids_in_text(row.information.text)) {
      if (id.id.family != "interface") continue;
      const Carriage* carriage = carriages_.find(id.id.canonical);
      if (carriage == nullptr || carriage->retired) return std::nullopt;  // timetable.flow-mismatch speaks of it
      if (found.carriage != nullptr && carriage != found.carriage && !is_pair(*found.carriage, *carriage)) return std::nullopt;
      // Of a message and its publication the publication says who receives.
      if (found.carriage == nullptr || id.id.canonical.starts_with("PUB")) found.carriage = carriage, found.interface_id = id.id.canonical;
    }
    if (found.carriage == nullptr || found.from.blank() || found.to.blank()) return std::nullopt;
    return found;
  }

  [[nodiscard]] bool is_pair(const Carriage& a, const Carriage& b) const {
    const auto publishes = [&](const Carriage& x, const Carriage& y) {
      const auto as = split_values(item(x).record.field("publishes_as"));
      return std::any_of(as.begin(), as.end(), [&](const std::string& id) { return id_key(id) == id_key(item(y).id); });
    };
    return publishes(a, b) || publishes(b, a);
  }

  [[nodiscard]] const Item& item(const Carriage& carriage) const { return review_.units[carriage.item.unit].items[carriage.item.id]; }

  void compare(const CarryingRow& row) {
    const Carriage& design = *row.carriage;
    if (design.sender.roles.empty() || design.sender.everyone || !design.sender.unknown.empty()) return;
    if (is_reversed(row)) return report(row, &TimetableRow::from, "FROM and TO are reversed: " + flow(design));
    compare_from(row);
    compare_to(row);
  }

  [[nodiscard]] static bool is_reversed(const CarryingRow& row) {
    const Carriage& design = *row.carriage;
    const auto receives = [&](const std::string& role) { return design.receivers.has(role) || design.optional.has(role); };
    if (row.from.roles.empty() || row.to.roles.empty() || row.from.everyone || row.to.everyone || design.receivers.everyone) return false;
    return std::all_of(row.from.roles.begin(), row.from.roles.end(),
                       [&](const std::string& role) { return receives(role) && !design.sender.has(role); }) &&
           std::all_of(row.to.roles.begin(), row.to.roles.end(), [&](const std::string& role) { return design.sender.has(role) && !receives(role); });
  }

  [[nodiscard]] bool transit(const CarryingRow& row, const std::string& role) const {
    return roles_.is_transit(role, row.carriage->transport) || roles_.is_transit(role, row_at(review_, row.at).method.text);
  }

  // What the data specification has a variant for is a difference within the design, and not the text's.
  [[nodiscard]] bool has_variant(const CarryingRow& row, const std::string& role, bool sends) const {
    const auto& directions = carriages_.directions(row.interface_id);
    return std::any_of(directions.begin(), directions.end(), [&](const Direction& d) {
      const Parties& side = sends ? d.source : d.target;
      return side.everyone || side.has(role);
    });
  }

  [[nodiscard]] std::vector<std::string> strangers(const CarryingRow& row, const Parties& named, bool sends) const {
    const Carriage& design = *row.carriage;
    std::vector<std::string> names;
    for (const std::string& role : named.roles) {
      const bool known = sends ? design.sender.has(role) : design.receivers.has(role) || design.optional.has(role);
      if (!known && !transit(row, role) && !has_variant(row, role, sends)) names.push_back(roles_.shown(role));
    }
    return names;
  }

  void compare_from(const CarryingRow& row) {
    const Parties& from = row.from;
    const Carriage& design = *row.carriage;
    if (from.everyone || from.unclear || !from.unknown.empty() || from.roles.empty()) return;
    const auto extra = strangers(row, from, true);
    const bool sent =
        std::any_of(from.roles.begin(), from.roles.end(), [&](const std::string& r) { return design.sender.has(r) || transit(row, r); });
    if (extra.empty()) return;
    const std::string what = sent ? listed(extra) + (extra.size() > 1 ? " are" : " is") + " extra in FROM: "
                                  : "FROM says " + in_quotes(row_at(review_, row.at).from.text) + ": ";
    report(row, &TimetableRow::from, what + flow(design));
  }

  void compare_to(const CarryingRow& row) {
    const Carriage& design = *row.carriage;
    if (row.to.everyone || design.receivers.everyone || design.optional.everyone || !design.receivers.unknown.empty() ||
        !design.optional.unknown.empty())
      return;
    const bool transit_only =
        !row.to.roles.empty() && std::all_of(row.to.roles.begin(), row.to.roles.end(), [&](const auto& r) { return transit(row, r); });
    if (transit_only || design.receivers.roles.empty()) return;
    const auto extra = strangers(row, row.to, false);
    std::vector<std::string> missing;
    const auto& elsewhere = named_.at({row.at.unit, row.interface_id});  // several rows may share the receivers of one message
    const bool whole = !row.to.unclear && row.to.unknown.empty() && told_.emplace(row.at.unit, row.interface_id).second;
    for (const std::string& role : design.receivers.roles)
      if (whole && !elsewhere.contains(role) && !transit(row, role)) missing.push_back(roles_.shown(role));
    std::string what;
    if (!missing.empty()) what = listed(missing) + (missing.size() > 1 ? " are" : " is") + " missing in TO";
    if (!extra.empty())
      what += (what.empty() ? "" : ", ") + listed(extra) + (extra.size() > 1 ? " are" : " is") + " extra" + (missing.empty() ? " in TO" : "");
    if (!what.empty()) report(row, &TimetableRow::to, what + ": " + flow(design));
  }

  [[nodiscard]] std::string flow(const Carriage& design) const {
    const auto names = [&](const Parties& parties) {
      std::vector<std::string> shown;
      for (const std::string& role : parties.roles) shown.push_back(roles_.shown(role));
      return shown;
    };
    std::string text = "goes from " + listed(names(design.sender)) + " to " + listed(names(design.receivers));
    if (!design.optional.roles.empty()) text += " (and to " + listed(names(design.optional)) + " where they need it)";
    return source_of(review_.units[design.item.unit], item(design)) + " " + text;
  }

  void report(const CarryingRow& row, TableField TimetableRow::*cell, const std::string& what) {
    Finding finding = row_finding(review_, rule_, row.at, cell, {&TimetableRow::from, &TimetableRow::to, &TimetableRow::information});
    finding.message = fill(rule_.message, {{"label", finding.label}, {"what", what}, {"atom", row.interface_id}});
    finding.atom = item(*row.carriage).id;
    finding.key = finding.atom + (cell == &TimetableRow::from ? " from" : " to");
    const Unit& design = review_.units[row.carriage->item.unit];
    finding.notes.push_back({{design.document, item(*row.carriage).record.span}, item(*row.carriage).id, flow(*row.carriage)});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  const RoleNames& roles_;
  Carriages carriages_;
  std::vector<CarryingRow> rows_;
  std::map<std::pair<Id<Unit>, std::string>, std::set<std::string>> named_;  // receivers over all rows of a document with that interface
  std::set<std::pair<Id<Unit>, std::string>> told_;
};

}  // namespace

void check_role_differs(const Review& review, const Rule& rule, Checked& checked) { RoleChecker(review, rule, checked).check(); }

void check_role_unknown(const Review& review, const Rule& rule, Checked& checked) {
  const RoleNames& roles = review.corpus.roles;
  if (!roles.has_table()) return checked.blocked.push_back({rule.id, "no table of roles was read"});
  for (const RowAt at : draft_rows(review))
    for (const auto cell : {&TimetableRow::from, &TimetableRow::to})
      for (const std::string& name : roles.read((row_at(review, at).*cell).text).unknown) {
        Finding finding = row_finding(review, rule, at, cell);
        finding.text = name;
        finding.message = fill(rule.message, {{"label", finding.label}, {"name", name}, {"column", cell == &TimetableRow::from ? "FROM" : "TO"}});
        finding.key = fold_phrase(name);
        checked.findings.push_back(std::move(finding));
      }
}

}  // namespace dovetail
