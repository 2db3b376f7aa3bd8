// Gathers what is known of a provision from all that was linked; nothing is judged here.
#include "report/worksheet/rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/sha256.h"
#include "report/provision_text.h"
#include "report/wording.h"
#include "report/worksheet/comments.h"
#include "report/worksheet/decisions.h"
#include "text/unicode.h"

namespace dovetail::worksheet {
namespace {

using Key = std::pair<std::uint32_t, std::uint32_t>;  // unit, provision

void add_line(std::string& text, const std::string& line) {
  if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
}

std::string key_of(const std::string& text) {
  constexpr std::size_t digits = 12;
  return sha256_hex(squeeze(text)).substr(0, digits);
}

/// A provision that is only renumbered is decided on as before; typed numbers are part of its text.
std::string without_number(const std::string& text, const std::string& number) {
  return !number.empty() && text.starts_with(number) ? text.substr(number.size()) : text;
}

std::map<Key, std::vector<const Item*>> items_by_provision(const Review& review) {
  std::map<Key, std::vector<const Item*>> result;
  for (const auto& atom : review.corpus.coverage)
    for (const auto& target : atom.targets) {
      if (!target.place.document) continue;
      const auto provision = provision_of(review, target.place);
      if (!provision) continue;
      auto& items = result[{target.place.document.value, provision.value}];
      const auto* item = &item_of(review, atom);
      if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
    }
  return result;
}

std::map<Key, std::set<std::string>> citations(const Review& review) {
  std::map<Key, std::set<std::string>> result;
  for (std::size_t u = 0; u < review.corpus.references.size() && u < review.units.size(); ++u) {
    const auto& unit = review.units[Table<Unit>::id_at(u)];
    const auto role = review.inputs[u].role;
    if (role == InputRole::baseline || role == InputRole::companion) continue;
    const auto& links = review.corpus.references[u][index(View::proposed)];
    for (std::size_t n = 0; n < links.size(); ++n) {
      const auto& reference = unit.references[Table<Reference>::id_at(n)];
      if (!reference.views.proposed || reference.interior) continue;
      const auto from = reference.from[index(View::proposed)];
      for (const auto& target : links[n].targets) {
        if (target.unit.value == u && target.id == from) continue;
        result[{target.unit.value, target.id.value}].insert(id_or_path(unit) +
                                                            (from ? " " + unit.provisions[from].label[index(View::proposed)] : ""));
      }
    }
  }
  return result;
}

std::map<Key, std::string> findings_by_provision(const Review& review) {
  std::map<Key, std::string> result;
  for (const auto& finding : review.findings) {
    if (!finding.waived.empty()) continue;
    const auto provision = provision_of(review, finding.place);
    if (provision) add_line(result[{finding.place.document.value, provision.value}], finding.message + " [" + finding.rule + "]");
  }
  return result;
}

/// The modifications, CRs and DINs that touch an atom or its artefact.
void add_changes_of(const Review& review, const Item& item, std::set<std::string>& ids) {
  const auto names = [](std::string_view list, const std::string& wanted) {
    const auto padded = ";" + std::string(list) + ";";
    return !wanted.empty() && padded.find(";" + wanted + ";") != std::string::npos;
  };
  for (const auto& unit : review.units)
    for (const auto& record : unit.records) {
      if (record.kind != "changes" || record.struck) continue;
      const auto atoms = record.field("atom_ids");
      if (names(atoms, item.id) || (atoms.empty() && names(record.field("artefact"), item.artefact)))
        ids.insert(std::string(record.field("change_id")));
    }
}

void add_timing(const Unit& unit, Row& row, const std::vector<const Item*>& items) {
  for (const auto& timed : unit.timetable)
    if (timed.provision == row.provision && timed.views.proposed) {
      row.sla = timed.when.text;
      row.sender = timed.from.text;
      row.receivers = timed.to.text;
      return;
    }
  for (const auto* item : items) {
    const auto take = [&](std::string& into, std::string_view field) {
      if (into.empty()) into = item->record.field(field);
    };
    take(row.sla, "sla_text");
    take(row.sender, "sender_role");
    take(row.receivers, "receiver_roles");
    take(row.receivers, "primary_receivers");
  }
}

std::string live_words(const Review& review, const Row& row) {
  for (const auto& three : review.corpus.three_ways) {
    if (three.draft != row.unit) continue;
    for (const auto& one : three.rows) {
      if (one.draft_label != row.label && (!one.draft_label.empty() || one.baseline_label != row.before_label)) continue;
      if (one.state == ThreeWayState::draft_only) return {};
      std::string text = one.state == ThreeWayState::conflict ? "changed otherwise: "
                         : one.state == ThreeWayState::alike  ? "changed alike: "
                                                              : "changed: ";
      return text +
             (one.numbers_only        ? "renumbered to " + one.live_label
              : one.live_text.empty() ? "deleted"
                                      : one.live_text) +
             (one.live_change.empty() ? "" : " (" + one.live_change + ")");
    }
  }
  return {};
}

std::string change_words(ProvisionFate fate) { return fate == ProvisionFate::added ? "new" : std::string(name_of(fate)); }

struct Known {
  std::map<Key, std::vector<const Item*>> items;
  std::map<Key, std::set<std::string>> citations;
  std::map<Key, std::string> findings;
  std::vector<PlacedComment> comments;
};

Row row_of(const Review& review, const Known& known, Id<Unit> id, const DraftedProvision& drafted) {
  const auto& unit = review.units[id];
  Row row;
  row.unit = id;
  row.provision = drafted.provision;
  row.document = id_or_path(unit);
  row.label = drafted.after_label;
  row.before_label = drafted.before_label;
  row.heading = drafted.heading.empty() ? heading_of(unit, drafted.provision) : drafted.heading;
  row.change = change_words(drafted.fate);
  row.baseline = text_of(unit, drafted.provision, View::baseline);
  row.proposed = text_of(unit, drafted.provision, View::proposed);
  const Key key{id.value, drafted.provision.value};
  std::set<std::string> changes(drafted.change_ids.begin(), drafted.change_ids.end());
  const auto items = known.items.find(key);
  const auto& carried = items == known.items.end() ? std::vector<const Item*>() : items->second;
  for (const auto* item : carried) {
    add_line(row.design, item->id + (item->version.empty() ? "" : " (" + item->version + ")") + ": " + item->text);
    add_changes_of(review, *item, changes);
  }
  add_timing(unit, row, carried);
  for (const auto& change : changes) row.changes += (row.changes.empty() ? "" : ", ") + change;
  for (const auto& comment : known.comments)
    if (comment.unit == id && comment.provision == drafted.provision && !comment.closed) add_line(row.comments, comment.id + ": " + comment.text);
  if (const auto cited = known.citations.find(key); cited != known.citations.end())
    for (const auto& place : cited->second) add_line(row.cited_by, place);
  row.live = live_words(review, row);
  if (const auto said = known.findings.find(key); said != known.findings.end()) row.findings = said->second;
  const auto& numbers = unit.provisions[drafted.provision].number;
  row.text_key = key_of(row.document + "\n" + without_number(row.baseline, numbers[0]) + "\n" + without_number(row.proposed, numbers[1]));
  if (!row.design.empty()) row.design_key = key_of(row.design);
  return row;
}

}  // namespace

std::vector<Row> rows_of(const Review& review) {
  const Known known{items_by_provision(review), citations(review), findings_by_provision(review), placed_comments(review)};
  std::vector<Row> rows;
  for (const auto& draft : review.corpus.changes)
    for (const auto& provision : draft.provisions) {
      const bool only_looks =
          provision.fate == ProvisionFate::renumbered || provision.fate == ProvisionFate::cosmetic || provision.fate == ProvisionFate::same;
      if (provision.provision && !only_looks) rows.push_back(row_of(review, known, draft.unit, provision));
    }
  carry_decisions(review, rows);
  return rows;
}

}  // namespace dovetail::worksheet
