// The sheets about coverage: design to code, code to design, and what is missing.
#include <map>

#include "report/provision_text.h"
#include "report/trace_tables.h"
#include "report/wording.h"
#include "report/xlsx/sheets.h"

namespace dovetail::xlsx {
namespace {

const std::vector<std::pair<std::string_view, std::uint32_t>> status_colours{
    {"covered", 0xE3F3E4}, {"partial", 0xFFF1D6}, {"weak", 0xFFF1D6}, {"uncovered", 0xFBE3E5}, {"contested", 0xFBE3E5}};

}  // namespace

Sheet design_to_code_sheet(const Review& review) {
  Sheet sheet{"Design to code",
              {{"Status", 11},
               {"Atom", 18},
               {"Kind", 14},
               {"Text", 60},
               {"Artefact", 12},
               {"Version", 9},
               {"Code", 10},
               {"Reason", 36},
               {"Document", 14},
               {"Provision", 14},
               {"Evidence", 12},
               {"Outcome", 12},
               {"Through", 16}},
              {},
              status_colours};
  for (const auto& atom : review.corpus.coverage) {
    const auto& item = item_of(review, atom);
    const std::vector<Value> row{
        words_of(atom.status), item.id, words_of_kind(item.kind), item.text, item.artefact, item.version, atom.code, atom.reason};
    if (atom.targets.empty()) sheet.rows.push_back(row);
    for (const auto& target : atom.targets) {
      auto with = row;
      with.insert(with.end(), {target.document_id, target.label.empty() ? std::string("whole document") : target.label, name_of(target.evidence),
                               name_of(target.outcome), target.via});
      sheet.rows.push_back(std::move(with));
    }
  }
  return sheet;
}

Sheet code_to_design_sheet(const Review& review) {
  Sheet sheet{"Code to design", {{"Document", 16}, {"Provision", 14}, {"Heading", 28}, {"Text", 60}, {"Atoms", 40}, {"Evidence", 30}}, {}, {}};
  struct Carried {
    std::string label;
    std::map<std::string, std::string> atoms;  // id, evidence
  };
  std::map<std::pair<std::string, Place>, Carried> provisions;
  for (const auto& atom : review.corpus.coverage)
    for (const auto& target : atom.targets) {
      auto& carried = provisions[{target.document_id, target.place}];
      carried.label = target.label;
      carried.atoms.emplace(item_of(review, atom).id, name_of(target.evidence));
    }
  for (const auto& [where, carried] : provisions) {
    std::string atoms, evidence, heading, text;
    for (const auto& [id, how] : carried.atoms) {
      atoms += (atoms.empty() ? "" : "\n") + id;
      evidence += (evidence.empty() ? "" : "\n") + how;
    }
    if (where.second.document && !carried.label.empty()) {
      const auto& unit = review.units[Id<Unit>(where.second.document.value)];
      const auto provision = provision_of(review, where.second);
      heading = heading_of(unit, provision);
      text = text_of(unit, provision, View::proposed);
    }
    sheet.rows.push_back({where.first, carried.label.empty() ? std::string("whole document") : carried.label, heading, text, atoms, evidence});
  }
  return sheet;
}

Sheet gaps_sheet(const Review& review) {
  Sheet sheet{"Gaps",
              {{"Status", 11}, {"Atom", 18}, {"Kind", 14}, {"Text", 70}, {"Code", 10}, {"Artefact", 12}, {"Why", 50}, {"Owner", 16}},
              {},
              status_colours};
  const Owners owners(review);
  for (const auto& atom : review.corpus.coverage) {
    if (!is_gap(atom.status)) continue;
    const auto& item = item_of(review, atom);
    sheet.rows.push_back(
        {words_of(atom.status), item.id, words_of_kind(item.kind), item.text, atom.code, item.artefact, atom.reason, owners.of(atom)});
  }
  return sheet;
}

}  // namespace dovetail::xlsx
