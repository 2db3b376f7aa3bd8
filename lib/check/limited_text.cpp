// Text whose time limit the choreography gives in figures.
#include "check/limited_text.h"

#include <algorithm>

#include "check/linked_text.h"
#include "check/timetable_join.h"
#include "check/timetable_rows.h"
#include "model/locate.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool has_figure(const When& when) {
  return std::any_of(when.clauses.begin(), when.clauses.end(), [](const WhenClause& clause) { return clause.quantity || clause.minute_of_day; });
}

// "within 5 WD", "by 17:00": an amount of time in prose.
bool says_amount(std::string_view text) {
  static const Pattern amount = Pattern::literal(
      "(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty)(?: ?\\([0-9a-z]+\\))? ?"
      "(?:WD|CD|Working Day|Business Day|calendar day|day|hour|minute|week|month|year)|[0-9]{1,2}:[0-9]{2}",
      true);
  return amount.find(text).has_value();
}

}  // namespace

LimitedText::LimitedText(const Review& review) : review_(review) {
  const TimetableJoin join(review);
  const LinkedTexts texts(review);
  std::map<std::string, FindingNote> by_step;
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n) {
    const Unit& unit = review.units[Id<Unit>(n)];
    if (review.inputs[n].role == InputRole::draft && unit.has_body) unit_of_.emplace(unit.document, Id<Unit>(n));
    if (review.inputs[n].role != InputRole::design) continue;
    for (const Sla& sla : unit.slas) {
      const Item& item = unit.items[sla.item];
      if (!sla.when.understood || !has_figure(sla.when)) continue;
      const FindingNote note{
          {unit.document, item.record.span}, item.id, source_of(unit, item) + " says \"" + squeeze(item.record.field("sla_text")) + "\""};
      auto rows = join.traced(item.id);
      if (rows.empty()) rows = join.traced(item.record.field("bp_step"));
      if (rows.empty())
        rows = join.carrying(item.record.field("interface_id"), item.record.field("sender_role"), item.record.field("receiver_roles"));
      for (const RowAt row : rows)
        if (!row_at(review, row).timing.quantified) add(row.unit, row_at(review, row).provision, note);
      by_step.emplace(id_key(item.record.field("bp_step")), note);
    }
  }
  for (const AtomCoverage& entry : review.corpus.coverage) {
    const Item& atom = review.units[entry.item.unit].items[entry.item.id];
    const auto limit = by_step.find(id_key(atom.id));
    if (atom.kind != "bp_step" || limit == by_step.end()) continue;
    for (const LinkedText& text : texts.of(entry))
      if (text.row == nullptr && text.via.empty() && !text.likely && !says_amount(texts.words(text))) add(text.unit, text.provision, limit->second);
  }
}

void LimitedText::add(Id<Unit> unit, Id<Provision> provision, const FindingNote& note) {
  if (provision) limits_.emplace(std::pair{unit, provision}, note);
}

const FindingNote* LimitedText::limit_of(const Finding& finding) const {
  const auto unit = unit_of_.find(finding.place.document);
  if (unit == unit_of_.end() || limits_.empty()) return nullptr;
  const Id<Provision> provision = provision_at(review_.units[unit->second], View::proposed, finding.place.span.begin);
  const auto limit = provision ? limits_.find({unit->second, provision}) : limits_.end();
  return limit == limits_.end() ? nullptr : &limit->second;
}

}  // namespace dovetail
