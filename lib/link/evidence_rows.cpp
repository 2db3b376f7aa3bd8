// Rows of timetables that have the message of a step: between its parties they carry it, between others they only name it.
#include <algorithm>
#include <set>

#include "link/evidence.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

struct FoundRow {
  const EvidenceText* text;
  const TimetableRow* row;
  Parties from, to;
  bool carries = false;  // some step
};

/// A step and who it says acts, and for whom.
struct Step {
  const Item* item;
  Parties actors, receivers;
};

class Rows {
 public:
  Rows(const Review& review, const RoleNames& roles, const std::vector<EvidenceText>& texts, EvidenceTable& table)
      : review_(review), roles_(roles), table_(table) {
    for (const EvidenceText& text : texts)
      for (const TimetableRow& row : review.units[text.unit].timetable) {
        if (!row.views.has(text.view)) continue;
        std::set<std::string> named;
        for (const IdInText& cited : ids_in_text(row.information.text)) named.insert(cited.id.canonical);
        if (named.empty()) continue;
        rows_.push_back({&text, &row, roles.read(row.from.text), roles.read(row.to.text)});
        for (const std::string& interface_id : named) by_interface_[interface_id].push_back(rows_.size() - 1);
      }
  }

  void run() {
    for (std::uint32_t n = 0; n < review_.units.size(); ++n) {
      if (n < review_.inputs.size() && (review_.inputs[n].role == InputRole::baseline || review_.inputs[n].role == InputRole::companion)) continue;
      for (const Item& item : review_.units[Id<Unit>(n)].items)
        if (item.kind == "bp_step" && !item.record.field("lane_role").empty()) join(item);
    }
    // A row that carries another step with the same message is that step's alone.
    for (const auto& [step, row] : apart_)
      if (!rows_[row].carries) add(*step, rows_[row], true, false);
  }

 private:
  void join(const Item& item) {
    const Parties actors = roles_.of_design(item.record.field("lane_role"));
    const Step step{&item, actors, roles_.receivers(item.record.field("to_roles"), actors)};
    for (const std::string& interface_id : split_values(item.record.field("interface_ids")))
      if (const auto known = by_interface_.find(interface_id); known != by_interface_.end())
        for (const std::size_t row : known->second) join(step, row);
  }

  void join(const Step& step, std::size_t at) {
    FoundRow& row = rows_[at];
    const bool from = row.from.meets(step.actors);
    const auto& receivers = step.receivers.roles;
    const auto named =
        std::count_if(receivers.begin(), receivers.end(), [&](const std::string& role) { return row.to.everyone || row.to.has(role); });
    if (!from || (!receivers.empty() && named == 0)) return apart_.emplace_back(step.item, at), void();
    row.carries = true;
    add(*step.item, row, false, static_cast<std::size_t>(named) < receivers.size());
  }

  void add(const Item& step, const FoundRow& at, bool other_parties, bool partial) {
    const Unit& unit = review_.units[at.text->unit];
    const std::string label = at.row->provision ? unit.provisions[at.row->provision].label[index(at.text->view)] : at.row->ref.text;
    Found found = found_at(review_, *at.text, label, at.row->ref.span, other_parties ? Evidence::named : Evidence::structured);
    found.partial = partial;
    found.other_parties = other_parties;
    table_[step.id].push_back(std::move(found));
  }

  const Review& review_;
  const RoleNames& roles_;
  EvidenceTable& table_;
  std::vector<FoundRow> rows_;
  std::map<std::string, std::vector<std::size_t>> by_interface_;
  std::vector<std::pair<const Item*, std::size_t>> apart_;  // steps and rows with their message between others
};

}  // namespace

void add_rows(const Review& review, const RoleNames& roles, const std::vector<EvidenceText>& texts, EvidenceTable& table) {
  Rows(review, roles, texts, table).run();
}

}  // namespace dovetail
