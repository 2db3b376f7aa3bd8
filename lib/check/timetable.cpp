// The rules of the family timetable.
#include "check/timetable.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/make_finding.h"
#include "check/timetable_join.h"
#include "check/when_compare.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Compares the rows of a review with its choreography.
class SlaChecker {
 public:
  SlaChecker(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked), join_(review) {
    for (const Unit& unit : review.units)
      for (const Item& item : unit.items)
        if (item.kind == "bp_step")
          steps_.emplace(id_key(item.id), &item);
        else if (item.kind == "interface" && !item.text.empty())
          names_.emplace(id_key(item.id), item.text);
  }

  void check() {
    bool any = false;
    for (std::uint32_t n = 0; n < review_.units.size(); ++n) {
      const Unit& unit = review_.units[Id<Unit>(n)];
      if (review_.inputs[n].role != InputRole::design) continue;
      for (const Sla& sla : unit.slas) {
        any = true;
        for (const RowAt row : rows_of(unit.items[sla.item])) compare(row, unit, sla);
      }
    }
    if (!any) checked_.blocked.push_back({rule_.id, "no operational choreography"});
  }

 private:
  // The register's word first; else the rows with that interface between those roles.
  [[nodiscard]] std::vector<RowAt> rows_of(const Item& item) const {
    for (const std::string_view atom : {std::string_view(item.id), item.record.field("bp_step")})
      if (auto rows = join_.traced(atom); !rows.empty()) return rows;
    return join_.carrying(item.record.field("interface_id"), item.record.field("sender_role"), item.record.field("receiver_roles"));
  }

  // A row's REF is the interface that the row sends, the step that it is, and the event that the step triggers.
  [[nodiscard]] bool row_is(RowAt from, const WhenAnchor& row, const WhenAnchor& other) const {
    if (other.kind == AnchorKind::row) return fold_phrase(row.text) == fold_phrase(other.text) && transfers_agree(row, other);
    const TimetableRow* cited = join_.row_named(from.unit, row.text);
    if (cited == nullptr) return false;
    const auto begin = &review_.units[from.unit].timetable[Id<TimetableRow>(0)];
    const RowAt at{from.unit, Id<TimetableRow>(static_cast<std::uint32_t>(cited - begin))};
    const auto atoms = join_.atoms_of(at);
    if (other.kind == AnchorKind::message)
      return transfers_agree(row, other) && (join_.names_interface(*cited, other.text) || is_carried_by(other, at) ||
                                             std::find(atoms.begin(), atoms.end(), id_key(other.text)) != atoms.end());
    return std::any_of(atoms.begin(), atoms.end(), [&](const std::string& atom) { return triggers(atom, other.text); });
  }

  // Whether an anchor is a step that no link of the register names, and a row has its message between its parties.
  [[nodiscard]] bool is_carried_by(const WhenAnchor& anchor, RowAt row) const {
    const auto step = steps_.find(id_key(anchor.text));
    if (step == steps_.end() || !join_.traced(anchor.text).empty()) return false;
    const Record& record = step->second->record;
    const auto ids = split_values(record.field("interface_ids"));
    return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
      const auto rows = join_.carrying(id, record.field("lane_role"), record.field("to_roles"));
      return std::find(rows.begin(), rows.end(), row) != rows.end();
    });
  }

  // The messages that an anchor is about: itself, or what the step sends that it names.
  [[nodiscard]] std::set<std::string> messages_of(const WhenAnchor& anchor) const {
    const auto step = steps_.find(id_key(anchor.text));
    if (step == steps_.end()) return {id_key(anchor.text)};
    std::set<std::string> messages;
    for (const std::string& id : split_values(step->second->record.field("interface_ids"))) messages.insert(id_key(id));
    return messages;
  }

  // A step is the message that it sends; two steps are never one for having a message in common.
  [[nodiscard]] bool same_message(const WhenAnchor& a, const WhenAnchor& b) const {
    const std::string key_a = id_key(a.text), key_b = id_key(b.text);
    return key_a == key_b || messages_of(a).contains(key_b) || messages_of(b).contains(key_a);
  }

  // Whether the step is followed by one that begins with the event.
  [[nodiscard]] bool triggers(const std::string& step, const std::string& event) const {
    const auto found = steps_.find(step);
    if (found == steps_.end()) return false;
    std::string_view next = found->second->record.field("next_step");
    while (!next.empty()) {
      const std::size_t end = next.find_first_of(";,\n");
      const auto follower = steps_.find(id_key(next.substr(0, end)));
      if (follower != steps_.end() && event_key(std::string(follower->second->record.field("trigger"))) == event_key(event)) return true;
      next = end == std::string_view::npos ? std::string_view() : next.substr(end + 1);
    }
    return false;
  }

  static bool transfers_agree(const WhenAnchor& a, const WhenAnchor& b) {
    return a.transfer == b.transfer || a.transfer == Transfer::none || b.transfer == Transfer::none;
  }

  // "receipt of the exchange request" is IF-901, where the catalogue calls it so.
  [[nodiscard]] bool names_message(const WhenAnchor& message, const WhenAnchor& event) const {
    if (triggers(id_key(message.text), event.text)) return true;
    std::string key = event_key(event.text);
    for (const std::string_view transfer : {"receipt ", "receiving ", "sending ", "issue "})
      if (key.starts_with(transfer)) key.erase(0, transfer.size());
    for (const std::string_view transfer : {" received", " sent"})
      if (key.ends_with(transfer)) key.resize(key.size() - transfer.size());
    const auto messages = messages_of(message);
    return std::any_of(messages.begin(), messages.end(), [&](const std::string& id) {
      const auto name = names_.find(id);
      return name != names_.end() && key == event_key(name->second);
    });
  }

  [[nodiscard]] bool same_anchor(RowAt from, const WhenAnchor& a, const WhenAnchor& b) const {
    if (a.kind == AnchorKind::row) return row_is(from, a, b);
    if (b.kind == AnchorKind::row) return row_is(from, b, a);
    if (a.kind == AnchorKind::message && b.kind == AnchorKind::event) return names_message(a, b);
    if (b.kind == AnchorKind::message && a.kind == AnchorKind::event) return names_message(b, a);
    if (a.kind == AnchorKind::message || b.kind == AnchorKind::message) return a.kind == b.kind && same_message(a, b) && transfers_agree(a, b);
    return event_key(a.text) == event_key(b.text);
  }

  void compare(RowAt at, const Unit& design, const Sla& sla) {
    const Unit& unit = review_.units[at.unit];
    const TimetableRow& row = unit.timetable[at.row];
    const Item& item = design.items[sla.item];
    const std::string source = sla_words(item);
    if (fold_phrase(row.when.text) == fold_phrase(source)) return;
    if (!row.timing.understood && !row.when.text.empty()) return;  // timetable.when-unparsed speaks of it
    WhenVerdict verdict;
    if (row.when.text.empty())
      verdict.reason = "the row gives no time";
    else if (!sla.when.understood)
      verdict.reason = "the choreography's words were not understood";
    else
      verdict = compare_when(row.timing, sla.when, [&](const WhenAnchor& a, const WhenAnchor& b) { return same_anchor(at, a, b); });
    if (verdict.likeness == WhenLikeness::same) return;
    report(at, design, item, source, verdict);
  }

  static std::string sla_words(const Item& item) {
    std::string words = squeeze(item.record.field("sla_text"));
    if (!words.empty()) return words;
    for (const char* field : {"sla_relation", "time_of_day", "sla_qty", "sla_unit", "sla_anchor"})
      if (const std::string part = squeeze(item.record.field(field)); !part.empty()) words += (words.empty() ? "" : " ") + part;
    return words;
  }

  // Whether the baseline view of the row has the same WHEN, so that the draft did not bring it in.
  [[nodiscard]] Views views_of(RowAt at) const {
    const Unit& unit = review_.units[at.unit];
    const TimetableRow& row = unit.timetable[at.row];
    Views views = row.views;
    for (const TimetableRow& other : unit.timetable)
      if (other.views.baseline && row.provision && other.provision == row.provision && other.when.text == row.when.text) views.baseline = true;
    return views;
  }

  void report(RowAt at, const Unit& design, const Item& item, const std::string& source, const WhenVerdict& verdict) {
    const TimetableRow& row = review_.units[at.unit].timetable[at.row];
    Finding finding = make_finding(review_, rule_, at.unit, row.when.span, views_of(at));
    if (!row.ref.text.empty()) finding.label = row.ref.text;
    const std::string artefact =
        (item.artefact.empty() ? document_name(design) : item.artefact) + (item.version.empty() ? "" : " v" + item.version) + ", " + item.id;
    const std::string when = row.when.text.empty() ? "WHEN says nothing" : "WHEN says " + in_quotes(row.when.text);
    if (verdict.likeness == WhenLikeness::differs) {
      finding.message =
          fill(rule_.message, {{"label", finding.label}, {"when", row.when.text}, {"atom", artefact}, {"source", artefact}, {"sla", source}});
    } else {
      finding.severity = Severity::note;
      finding.message =
          lead(finding.label) + when + " and " + artefact + " says " + in_quotes(source) + "; this cannot be compared: " + verdict.reason;
    }
    finding.atom = item.id;
    finding.key = item.id;
    finding.notes.push_back({{design.document, item.record.span}, item.id, artefact + " says " + in_quotes(source)});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  TimetableJoin join_;
  std::map<std::string, const Item*> steps_;
  std::map<std::string, std::string> names_;  // of interfaces, by id
};

}  // namespace

void check_sla_differs(const Review& review, const Rule& rule, Checked& checked) { SlaChecker(review, rule, checked).check(); }

void check_when_unparsed(const Review& review, const Rule& rule, Checked& checked) {
  for (std::uint32_t n = 0; n < review.units.size(); ++n) {
    if (review.inputs[n].role != InputRole::draft) continue;
    for (const TimetableRow& row : review.units[Id<Unit>(n)].timetable) {
      if (!row.views.proposed || row.timing.understood || !row.timing.quantified) continue;
      Finding finding = make_finding(review, rule, Id<Unit>(n), row.when.span, row.views);
      if (!row.ref.text.empty()) finding.label = row.ref.text;
      finding.message = fill(rule.message, {{"label", finding.label}, {"when", row.when.text}});
      finding.key = fold_phrase(row.when.text);
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
