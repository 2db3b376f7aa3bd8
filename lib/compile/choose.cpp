// The choice of a mapping for a table.
#include "compile/choose.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "compile/atoms/families.h"
#include "text/id_schemes.h"
#include "text/ids.h"

namespace dovetail {
namespace {

constexpr std::size_t rows_judged = 60;
constexpr std::size_t least_fields_to_guess = 2;

struct FieldFamily {
  std::string_view field, family;
};

/// Fields that name another kind of atom than the mapping gives, and still tell what the table is.
constexpr std::array field_families{FieldFamily{"interface_id", "interface"}, FieldFamily{"data_item_id", "data_item"},
                                    FieldFamily{"market_message_id", "message"}, FieldFamily{"scenario_variant_id", "variant"},
                                    FieldFamily{"collection_id", "collection"}};

std::string_view family_of_field(const Mapping& mapping, const MappedField& field) {
  if (field.field == mapping.id) return id_family(mapping.gives);
  const auto found = std::find_if(field_families.begin(), field_families.end(), [&](const FieldFamily& f) { return f.field == field.field; });
  return found == field_families.end() ? std::string_view() : found->family;
}

}  // namespace

IdVerdict judge_ids(const Document& document, const Sheet& sheet, const HeaderFit& fit) {
  IdVerdict verdict;
  std::map<std::string, std::set<std::string>> schemes;
  const bool inner = counts_within_parent(fit.mapping->gives);  // one id may stand in several rows
  for (std::size_t i = 0; i < fit.columns.size(); ++i) {
    const std::string_view family = fit.columns[i] ? family_of_field(*fit.mapping, fit.mapping->fields[i]) : std::string_view();
    if (family.empty()) continue;
    for (std::size_t row = fit.row + 1; row < std::min(sheet.rows.size(), fit.row + 1 + rows_judged); ++row)
      for (const DesignId& id : ids_in_cell(cell_text(document, cell_in(document, sheet.rows[row], *fit.columns[i]), true))) {
        if (fit.mapping->fields[i].field == fit.mapping->id) schemes[id_scheme(id.canonical)].insert(inner ? std::to_string(row) : id.canonical);
        ++(id.family == family ? verdict.own : id.family.empty() || id.family == "requirement" ? verdict.none : verdict.other);
      }
  }
  for (const auto& [scheme, ids] : schemes)
    if (!scheme.empty()) verdict.alike = std::max(verdict.alike, ids.size());
  return verdict;
}

HeaderFit choose_fit(const Document& document, const Sheet& sheet, const HeaderRows& rows, const std::vector<const Mapping*>& mappings) {
  constexpr std::size_t least_fields_against_ids = 4;
  HeaderFit best;
  std::tuple<bool, bool, bool, std::size_t, std::size_t> most;
  for (const Mapping* mapping : mappings) {
    HeaderFit candidate = rows.fit(*mapping);
    if (!candidate.complete() || candidate.matched < least_fields_to_guess) continue;
    const IdVerdict verdict = judge_ids(document, sheet, candidate);
    if (verdict.contradicts() && candidate.matched < least_fields_against_ids) continue;
    const std::tuple rank(!verdict.contradicts(), rows.is_named_by(*mapping), verdict.agrees(), candidate.matched + candidate.exact,
                          candidate.matched * 1000 / candidate.mapping->fields.size());
    if (best.mapping != nullptr && rank <= most) continue;
    most = rank;
    best = std::move(candidate);
  }
  return best;
}

}  // namespace dovetail
