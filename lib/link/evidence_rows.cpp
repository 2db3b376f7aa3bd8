// Rows of timetables that have the interface of a step, its sender and its receivers.
#include <algorithm>
#include <set>

#include "link/evidence.h"
#include "link/role_table.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

struct Row {
  const EvidenceText* text;
  const TimetableRow* row;
};

class Rows {
 public:
  Rows(const Review& review, const std::vector<EvidenceText>& texts, EvidenceTable& table) : review_(review), roles_(review), table_(table) {
    for (const EvidenceText& text : texts)
      for (const TimetableRow& row : review.units[text.unit].timetable) {
        if (!row.views.has(text.view)) continue;
        std::set<std::string> named;
        for (const IdInText& cited : ids_in_text(row.information.text)) named.insert(cited.id.canonical);
        for (const std::string& interface_id : named) rows_[interface_id].push_back({&text, &row});
      }
  }

  void run() {
    for (std::uint32_t n = 0; n < review_.units.size(); ++n) {
      if (n < review_.inputs.size() && (review_.inputs[n].role == InputRole::baseline || review_.inputs[n].role == InputRole::companion)) continue;
      for (const Item& item : review_.units[Id<Unit>(n)].items)
        if (item.kind == "bp_step" && !item.record.field("lane_role").empty())
          for (const std::string& interface_id : split_values(item.record.field("interface_ids")))
            if (const auto known = rows_.find(interface_id); known != rows_.end())
              for (const Row& row : known->second) join(item, row);
    }
  }

 private:
  void join(const Item& step, const Row& at) {
    const TimetableRow& row = *at.row;
    if (!roles_.names(row.from.text, step.record.field("lane_role"))) return;
    const auto receivers = roles_.meant_by(roles_.listed(step.record.field("to_roles")), step.record.field("lane_role"));
    const auto named = std::count_if(receivers.begin(), receivers.end(), [&](const std::string& role) { return roles_.names(row.to.text, role); });
    if (!receivers.empty() && named == 0) return;
    const Unit& unit = review_.units[at.text->unit];
    const std::string label = row.provision ? unit.provisions[row.provision].label[index(at.text->view)] : row.ref.text;
    Found found = found_at(review_, *at.text, label, row.ref.span, Evidence::structured);
    found.partial = static_cast<std::size_t>(named) < receivers.size();
    table_[step.id].push_back(std::move(found));
  }

  const Review& review_;
  RoleTable roles_;
  EvidenceTable& table_;
  std::map<std::string, std::vector<Row>> rows_;
};

}  // namespace

void add_rows(const Review& review, const std::vector<EvidenceText>& texts, EvidenceTable& table) { Rows(review, texts, table).run(); }

}  // namespace dovetail
