// The sheet of atoms of which the artefacts say different things.
#include <algorithm>

#include "report/xlsx/sheets.h"

namespace dovetail::xlsx {

Sheet conflicts_sheet(const Review& review) {
  Sheet sheet{"Conflicts", {{"Atom", 18}, {"What", 14}, {"Difference", 50}}, {}, {}};
  std::vector<std::string_view> sources;
  for (const auto& conflict : review.corpus.conflicts)
    for (const auto& said : conflict.said)
      if (std::find(sources.begin(), sources.end(), said.source) == sources.end()) sources.push_back(said.source);
  for (const auto source : sources) sheet.columns.push_back({source, 30});
  for (const auto& conflict : review.corpus.conflicts) {
    std::vector<Value> row{conflict.atom, conflict.aspect, conflict.difference};
    for (const auto source : sources) {
      const auto said = std::find_if(conflict.said.begin(), conflict.said.end(), [&](const SourceValue& s) { return s.source == source; });
      row.emplace_back(said == conflict.said.end() ? std::string() : said->value);
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace dovetail::xlsx
