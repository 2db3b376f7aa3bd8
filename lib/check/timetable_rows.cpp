// The rows of the timetables that are judged, and how a finding about one begins.
#include "check/timetable_rows.h"

#include <algorithm>

#include "check/make_finding.h"

namespace dovetail {

std::vector<RowAt> draft_rows(const Review& review) {
  std::vector<RowAt> rows;
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n) {
    if (review.inputs[n].role != InputRole::draft) continue;
    const Unit& unit = review.units[Id<Unit>(n)];
    for (std::uint32_t r = 0; r < unit.timetable.size(); ++r) {
      const TimetableRow& row = unit.timetable[Id<TimetableRow>(r)];
      const bool not_used = row.provision && unit.provisions[row.provision].not_used[index(View::proposed)];
      if (row.views.proposed && !not_used) rows.push_back({Id<Unit>(n), Id<TimetableRow>(r)});
    }
  }
  return rows;
}

const TimetableRow& row_at(const Review& review, RowAt at) { return review.units[at.unit].timetable[at.row]; }

Finding row_finding(const Review& review, const Rule& rule, RowAt at, TableField TimetableRow::*cell,
                    const std::vector<TableField TimetableRow::*>& beside) {
  const Unit& unit = review.units[at.unit];
  const TimetableRow& row = unit.timetable[at.row];
  Views views = row.views;
  for (const TimetableRow& other : unit.timetable) {
    if (!other.views.baseline || !row.provision || other.provision != row.provision) continue;
    const bool same = (other.*cell).text == (row.*cell).text && std::all_of(beside.begin(), beside.end(), [&](TableField TimetableRow::*field) {
                        return (other.*field).text == (row.*field).text;
                      });
    if (same) views.baseline = true;
  }
  Finding finding = make_finding(review, rule, at.unit, (row.*cell).span, views);
  if (!row.ref.text.empty()) finding.label = row.provision ? unit.provisions[row.provision].label[index(View::proposed)] : row.ref.text;
  return finding;
}

std::string source_of(const Unit& design, const Item& item) {
  return (item.artefact.empty() ? document_name(design) : item.artefact) + (item.version.empty() ? "" : " v" + item.version) + ", " + item.id;
}

}  // namespace dovetail
