// Artefacts that a text takes in whole by reference: "in accordance with DES901, as amended from time to time".
#include <set>

#include "link/evidence.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The artefacts that the register lists as incorporated by reference, by canonical id.
std::set<std::string> incorporated_artefacts(const Review& review) {
  std::set<std::string> artefacts;
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records) {
      if (record.kind != "artefacts" || record.struck) continue;
      const std::string said = fold_phrase(record.field("incorporated"));
      if (!said.empty() && said != "no" && said != "n" && said != "false" && !says_not_applicable(said))
        artefacts.insert(canonical_id(record.field("doc_number")).canonical);
    }
  return artefacts;
}

/// Whether the words behind a citation, to the end of its line, say that it is taken in as it stands from time to time.
bool is_taken_in(std::string_view line, std::uint32_t end) {
  static const Pattern amended = Pattern::literal("(?i:^[^.;]{0,80}\\bas (?:may be )?(?:amended|varied|updated|revised|published)\\b)");
  return amended.find(line.substr(end)).has_value();
}

}  // namespace

void add_incorporated(const Review& review, const std::vector<EvidenceText>& texts, EvidenceTable& table) {
  std::map<std::string, std::vector<const Item*>> atoms;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::design)
      for (const Item& item : review.units[Id<Unit>(n)].items) {
        const bool owed = item.kind == "requirement" || item.kind == "bp_step" || item.kind == "interface";
        if (owed && !item.artefact.empty()) atoms[canonical_id(item.artefact).canonical].push_back(&item);
      }
  if (atoms.empty()) return;
  const std::set<std::string> listed = incorporated_artefacts(review);
  for (const EvidenceText& text : texts) {
    const Unit& unit = review.units[text.unit];
    if (!unit.views[index(text.view)]) continue;
    const Projection& view = unit.projection(text.view);
    std::set<std::string> told;
    for (const Line& line : view.lines) {
      const std::string_view words = slice(view.text, line.span);
      for (const auto& [cited, artefact] : artefacts_in_text(words)) {
        const auto whole = atoms.find(artefact.canonical);
        if (whole == atoms.end() || told.contains(whole->first)) continue;
        if (!listed.contains(whole->first) && !is_taken_in(words, cited.end)) continue;
        const Span span = view.to_source({line.span.begin + cited.begin, line.span.begin + cited.end});
        const std::string label = label_of_place(review, text, span.begin);
        if (label.empty()) continue;
        told.insert(whole->first);
        for (const Item* item : whole->second) table[item->id].push_back(found_at(review, text, label, span, Evidence::incorporated));
      }
    }
  }
}

}  // namespace dovetail
