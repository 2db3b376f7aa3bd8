// Proposals of mappings, table by table.
#include "compile/propose.h"

#include <algorithm>
#include <map>
#include <set>

#include "compile/atoms/atoms.h"
#include "compile/choose.h"
#include "compile/cover.h"
#include "compile/propose_content.h"
#include "compile/tables.h"
#include "compile/timetable_layout.h"

namespace dovetail {
namespace {

/// Headers found by name count for more than synonyms, ids of the programme for most, ids that are all of one other scheme nearly as much.
double sureness(const HeaderFit& fit, const IdVerdict& ids, bool named) {
  const auto share = [](std::size_t part, std::size_t whole) { return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole); };
  double sure = 0.25 + 0.2 * share(fit.exact, fit.matched) + 0.15 * std::min(1.0, share(fit.matched, std::min<std::size_t>(fit.columns.size(), 5)));
  const std::size_t all = ids.own + ids.other + ids.none;
  sure += std::max(0.3 * share(ids.own, all), 0.25 * std::min(1.0, share(ids.alike, all))) + (named ? 0.1 : 0);
  if (is_register(fit.mapping->gives)) sure += 0.25 * share(fit.exact, fit.matched);  // their ids have no shape
  return std::min(1.0, sure);
}

MappingProposal proposal(const Document& document, const Sheet& sheet, const std::vector<const Mapping*>& mappings) {
  const HeaderRows rows(document, sheet);
  MappingProposal made;
  made.sheet = document.tables[sheet.table].name;
  const HeaderFit fit = choose_fit(document, sheet, rows, mappings);
  if (fit.mapping == nullptr) {
    for (const SheetRow& row : sheet.rows) {
      for (const Id<Cell> cell : row.cells)
        if (auto text = cell_text(document, cell); !text.empty()) made.left_over.push_back(std::move(text));
      if (!made.left_over.empty()) break;
    }
    return made;
  }
  made.mapping = fit.mapping->name;
  made.row = document.rows[sheet.rows[fit.row].row].number;
  made.sure = sureness(fit, judge_ids(document, sheet, fit), rows.is_named_by(*fit.mapping));
  for (const Id<Cell> cell : sheet.rows[fit.row].cells) {
    const auto column = std::find(fit.columns.begin(), fit.columns.end(), std::optional(document.cells[cell].column));
    auto text = cell_text(document, cell);
    if (column != fit.columns.end())
      made.columns.emplace_back(fit.mapping->fields[static_cast<std::size_t>(column - fit.columns.begin())].field, std::move(text));
    else if (!text.empty())
      made.left_over.push_back(std::move(text));
  }
  made.missing = fit.missing;
  made.rows = sheet.rows.size() - fit.row - 1;
  return made;
}

std::vector<const Mapping*> all_of(const std::vector<Mapping>& mappings) {
  std::vector<const Mapping*> all;
  for (const Mapping& mapping : mappings) all.push_back(&mapping);
  return all;
}

/// A diagram or model needs no columns: what its atoms are says which mapping reads it.
std::vector<MappingProposal> of_nodes(const Document& document, const std::vector<Mapping>& mappings) {
  Input input;
  input.path = document.path;
  input.role = InputRole::design;
  input.candidates = &mappings;
  Unit unit;
  compile_design(document, input, unit);
  std::map<std::string, std::array<std::size_t, 2>> kinds;  // with an id of the programme, without
  for (const Item& item : unit.items) ++kinds[item.kind][0];
  for (const Item& item : unit.unnamed) ++kinds[item.kind][1];
  std::vector<MappingProposal> made;
  for (const auto& [kind, counts] : kinds) {
    const auto mapping = std::find_if(mappings.begin(), mappings.end(), [&, wanted = kind](const Mapping& m) { return m.gives == wanted; });
    if (mapping == mappings.end()) continue;
    MappingProposal one;
    one.mapping = mapping->name;
    one.rows = counts[0] + counts[1];
    one.sure = static_cast<double>(counts[0]) / static_cast<double>(one.rows);
    made.push_back(std::move(one));
  }
  return made;
}

}  // namespace

std::vector<MappingProposal> propose_mapping(const Document& document, const std::vector<Mapping>& mappings) {
  if (!document.nodes.empty()) return of_nodes(document, mappings);
  std::vector<MappingProposal> made;
  for (const Sheet& sheet : sheets_of(document))
    if (!sheet.rows.empty() && !is_front_sheet(document, sheet)) {
      made.push_back(proposal(document, sheet, all_of(mappings)));
      if (made.back().mapping.empty()) propose_by_content(document, sheet, all_of(mappings), made.back());
    }
  return made;
}

bool is_design_text(const Document& document, const std::vector<Mapping>& mappings) {
  constexpr double surely = 0.6;
  std::set<std::uint32_t> timetables;  // code text has those, and they look like steps
  for (const TimetableLayout& layout : timetable_layouts(document, TableIndex(document))) timetables.insert(layout.table.value);
  std::vector<const Mapping*> design;
  for (const Mapping& mapping : mappings)
    if (!is_register(mapping.gives)) design.push_back(&mapping);
  const auto bytes_of = [&](const Sheet& sheet) {
    std::size_t bytes = 0;
    for (const SheetRow& row : sheet.rows)
      for (const Id<Cell> cell : row.cells) bytes += document.cells[cell].span.size();
    return bytes;
  };
  const auto sheets = sheets_of(document);
  std::size_t in_tables = 0;
  for (const Sheet& sheet : sheets) in_tables += bytes_of(sheet);
  if (in_tables * 2 <= document.text.size()) return false;  // whatever the tables are, most of it is prose
  in_tables = 0;
  for (const Sheet& sheet : sheets) {
    if (timetables.contains(sheet.table.value)) continue;
    const MappingProposal made = proposal(document, sheet, design);
    if (!made.mapping.empty() && made.sure >= surely) in_tables += bytes_of(sheet);
  }
  return in_tables * 2 > document.text.size();
}

}  // namespace dovetail
