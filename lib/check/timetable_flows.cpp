// timetable.flow-mismatch: the flows and messages of a row against the catalogue, the flow mapping and the scenario variants.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/carriage.h"
#include "check/known_ids.h"
#include "check/make_finding.h"
#include "check/timetable.h"
#include "check/timetable_rows.h"
#include "text/ids.h"
#include "text/inflection.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// Letters and digits alone, so that case, hyphens and full stops do not count; "flow" and "message" behind a name neither.
std::string bare_name(std::string_view name) {
  std::vector<std::string> all;
  const std::string text = fold_phrase(name);
  for (const Span word : words(text)) all.push_back(stem_of(slice(text, word)));
  while (all.size() > 1 && (all.back() == "flow" || all.back() == "message" || all.back() == "dataflow")) all.pop_back();
  std::string key;
  for (const std::string& word : all) key += (key.empty() ? "" : " ") + word;
  return key;
}

/// What a legacy flow becomes, as the flow mapping says.
struct FlowDecision {
  std::string decision, interfaces;
  Place place;
};

class FlowChecker {
 public:
  FlowChecker(const Review& review, const Rule& rule, Checked& checked)
      : review_(review), rule_(rule), checked_(checked), roles_(review.corpus.roles), carriages_(review, roles_), known_(known_ids(review)) {
    for (const Unit& unit : review.units) {
      for (const Item& item : unit.items)
        if ((item.kind == "interface" || item.kind == "message") && !item.text.empty()) add_name(unit, item);
      for (const Record& record : unit.records)
        if (record.kind == "flows" && !record.struck)
          for (const std::string& flow : split_values(record.field("legacy_flow")))
            decisions_.emplace(
                flow, FlowDecision{fold_phrase(record.field("decision")), std::string(record.field("interface_id")), {unit.document, record.span}});
    }
  }

  void check() {
    if (known_.families.empty() && decisions_.empty())
      return checked_.blocked.push_back({rule_.id, "no catalogue of interfaces, messages or flows was read"});
    for (const RowAt at : draft_rows(review_)) {
      std::set<std::string> told;
      for (const auto cell : {&TimetableRow::information, &TimetableRow::action}) judge_cell(at, cell, told);
    }
  }

 private:
  void add_name(const Unit& unit, const Item& item) {
    names_[id_key(item.id)].emplace(bare_name(item.text), item.text);
    if (!item.record.field("local_catalogue_ref").empty())
      names_[id_key(item.record.field("local_catalogue_ref"))].emplace(bare_name(item.text), item.text);
    places_.emplace(id_key(item.id), std::pair{Place{unit.document, item.record.span}, source_of(unit, item)});
  }

  void judge_cell(RowAt at, TableField TimetableRow::*cell, std::set<std::string>& told) {
    const std::string& text = (row_at(review_, at).*cell).text;
    for (const IdInText& id : ids_in_text(text)) {
      if (id.id.family != "interface" && id.id.family != "flow" && id.id.family != "message") continue;
      const std::string& atom = id.id.canonical;
      const bool first = told.insert(atom).second;
      if (first && known_.families.contains(id.id.family) && !known_.ids.contains(atom)) {
        report(at, cell, slice(text, id.span), atom, "the catalogue has no " + atom);
        continue;
      }
      if (first && judge_retired(at, cell, atom, slice(text, id.span))) continue;
      judge_name(at, cell, atom, text, id.span);
      if (first && cell == &TimetableRow::information) judge_direction(at, atom);
    }
  }

  bool judge_retired(RowAt at, TableField TimetableRow::*cell, const std::string& atom, std::string_view words) {
    const TimetableRow& row = row_at(review_, at);
    if (is_transitional(row)) return false;
    if (const auto decision = decisions_.find(atom); decision != decisions_.end()) {
      const bool gone = decision->second.decision == "retired" || decision->second.decision == "replaced" || says_retired(decision->second.decision);
      // Where the row names what replaces it too, both worlds run side by side on purpose.
      if (!gone || names_any(row.information.text, decision->second.interfaces)) return false;
      const std::string instead = decision->second.interfaces.empty() ? std::string() : " by " + decision->second.interfaces;
      report(at, cell, words, atom, "the flow mapping says that " + atom + " is " + (instead.empty() ? "retired" : "replaced" + instead));
      return true;
    }
    const Carriage* carriage = carriages_.find(atom);
    if (carriage == nullptr || !carriage->retired) return false;
    report(at, cell, words, atom,
           "the catalogue says that " + atom + " is no longer used" +
               (carriage->replaced_by.empty() ? "" : "; " + carriage->replaced_by + " replaces it"));
    return true;
  }

  static bool names_any(std::string_view text, std::string_view ids) {
    const auto standing = ids_in_text(text);
    const auto wanted = split_values(ids);
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& id) {
      return std::any_of(standing.begin(), standing.end(), [&](const IdInText& s) { return id_key(s.id.canonical) == id_key(id); });
    });
  }

  static bool is_transitional(const TimetableRow& row) {
    static const Pattern words = Pattern::literal("transition|migrat|legacy|until|not yet|cut-?over", true);
    return words.find(row.when.text) || words.find(row.action.text) || words.find(row.information.text) || words.find(row.method.text);
  }

  // The name in quotation marks directly behind the id; in brackets where it is the name of another message.
  void judge_name(RowAt at, TableField TimetableRow::*cell, const std::string& atom, const std::string& text, Span id) {
    static const Pattern quoted_name = Pattern::literal("^,? ?[-:]? ?(?:\\(?['\"]([^'\"]{3,120})['\"])");
    static const Pattern bracketed_name = Pattern::literal("^ ?\\(([^()'\"]{3,120})\\)");
    const auto names = names_.find(id_key(atom));
    if (names == names_.end()) return;
    const std::string_view after = std::string_view(text).substr(id.end);
    const auto quotes = quoted_name.find(after);
    const auto brackets = quotes ? std::nullopt : bracketed_name.find(after);
    if (!quotes && !brackets) return;
    const std::string name(slice(after, *(quotes ? quotes : brackets)->groups[0]));
    if (names->second.contains(bare_name(name)) || !starts_upper(name)) return;
    if (brackets && !is_name_of_another(name)) return;
    std::string known;
    for (const auto& [key, written] : names->second) known += (known.empty() ? "" : " or ") + in_quotes(written);
    report(at, cell, name, atom, "the catalogue calls " + atom + " " + known + ", not " + in_quotes(name));
  }

  [[nodiscard]] bool is_name_of_another(const std::string& name) const {
    const std::string key = bare_name(name);
    return std::any_of(names_.begin(), names_.end(), [&](const auto& entry) { return entry.second.contains(key); });
  }

  // Directions that the data specification lacks, among those that the catalogue has: others are timetable.role-differs.
  void judge_direction(RowAt at, const std::string& atom) {
    const auto& directions = carriages_.directions(atom);
    const TimetableRow& row = row_at(review_, at);
    if (directions.empty() || fold_phrase(row.method.text).starts_with("internal")) return;
    const Parties from = roles_.read(row.from.text), to = roles_.read(row.to.text);
    const Carriage* carriage = carriages_.find(atom);
    if (from.everyone || to.everyone) return;
    const std::string_view means = carriage == nullptr ? std::string_view(row.method.text) : std::string_view(carriage->transport);
    std::vector<std::string> missing;
    for (const std::string& source : from.roles)
      for (const std::string& target : to.roles) {
        if (roles_.is_transit(source, means) || roles_.is_transit(target, means) || source == target) continue;
        if (carriage != nullptr && !allowed(*carriage, source, target)) continue;
        const bool has = std::any_of(directions.begin(), directions.end(),
                                     [&](const Direction& d) { return covers(d.source, source) && covers(d.target, target); });
        if (!has) missing.push_back(roles_.shown(source) + " to " + roles_.shown(target));
      }
    if (missing.empty()) return;
    std::string list;
    for (const std::string& one : missing) list += (list.empty() ? "" : ", ") + one;
    report(at, &TimetableRow::information, atom, atom, "the data specification has no scenario variant of " + atom + " from " + list);
  }

  static bool covers(const Parties& side, const std::string& role) { return side.everyone || side.has(role) || !side.unknown.empty(); }
  static bool allowed(const Carriage& c, const std::string& source, const std::string& target) {
    return (c.sender.everyone || c.sender.has(source)) && (c.receivers.everyone || c.receivers.has(target) || c.optional.has(target));
  }

  void report(RowAt at, TableField TimetableRow::*cell, std::string_view words, const std::string& atom, const std::string& what) {
    Finding finding = row_finding(review_, rule_, at, cell, {&TimetableRow::from, &TimetableRow::to});
    finding.text = words;
    finding.message = fill(rule_.message, {{"label", finding.label}, {"atom", atom}, {"what", what}});
    finding.atom = atom;
    finding.key = atom + " " + fold_phrase(words);
    if (const auto place = places_.find(id_key(atom)); place != places_.end())
      finding.notes.push_back({place->second.first, atom, "what " + place->second.second + " says"});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  const RoleNames& roles_;
  Carriages carriages_;
  KnownIds known_;
  std::map<std::string, std::map<std::string, std::string>> names_;  // by id_key: bare name to name
  std::map<std::string, std::pair<Place, std::string>> places_;
  std::map<std::string, FlowDecision> decisions_;
};

}  // namespace

void check_flow_mismatch(const Review& review, const Rule& rule, Checked& checked) { FlowChecker(review, rule, checked).check(); }

}  // namespace dovetail
