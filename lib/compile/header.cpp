// Finds the row of headers of a sheet by its words.
#include "compile/header.h"

#include <algorithm>
#include <tuple>

namespace dovetail {

namespace {

constexpr std::size_t rows_searched = 40;
constexpr std::size_t least_fields_to_guess = 2;

}  // namespace

HeaderRows::HeaderRows(const Document& document, const Sheet& sheet) : name_(header_key(document.tables[sheet.table].name)) {
  for (std::size_t i = 0; i < sheet.rows.size() && rows_.size() < rows_searched; ++i) {
    Keys keys{i, {}};
    for (const Id<Cell> cell : sheet.rows[i].cells) {
      std::string key = header_key(slice(document.text, document.cells[cell].span));
      if (!key.empty()) keys.keys.push_back({std::move(key), document.cells[cell].column});
    }
    if (!keys.keys.empty()) rows_.push_back(std::move(keys));
  }
}

HeaderFit HeaderRows::fit_row(const Mapping& mapping, const Keys& keys) const {
  HeaderFit fit{&mapping, keys.row, {}, 0, {}};
  const auto column_named = [&](std::string_view name) -> std::optional<std::uint32_t> {
    const std::string wanted = header_key(name);
    for (const Key& key : keys.keys)
      if (key.key == wanted) return key.column;
    return std::nullopt;
  };
  for (const MappedField& field : mapping.fields) {
    auto column = column_named(field.field);
    for (std::size_t i = 0; !column && i < field.columns.size(); ++i) column = column_named(field.columns[i]);
    if (column) ++fit.matched;
    if (!column && field.required) fit.missing.push_back(field.field);
    fit.columns.push_back(column);
  }
  return fit;
}

HeaderFit HeaderRows::fit(const Mapping& mapping) const {
  HeaderFit best;
  for (const Keys& keys : rows_) {
    HeaderFit fit = fit_row(mapping, keys);
    const bool better = std::tuple(fit.missing.empty() && fit.matched > 0, fit.matched) >
                        std::tuple(best.complete(), best.matched);
    if (best.mapping == nullptr || better) best = std::move(fit);
  }
  return best;
}

HeaderFit HeaderRows::best(const std::vector<const Mapping*>& mappings) const {
  HeaderFit best;
  bool best_named = false;
  for (const Mapping* mapping : mappings) {
    HeaderFit candidate = fit(*mapping);
    if (!candidate.complete() || candidate.matched < least_fields_to_guess) continue;
    const bool named = std::any_of(mapping->sheets.begin(), mapping->sheets.end(), [&](const auto& s) { return header_key(s) == name_; });
    const auto rank = [](const HeaderFit& f, bool is_named) {
      return std::tuple(is_named, f.matched, f.matched * 1000 / f.mapping->fields.size());
    };
    if (best.mapping == nullptr || rank(candidate, named) > rank(best, best_named)) {
      best = std::move(candidate);
      best_named = named;
    }
  }
  return best;
}

}  // namespace dovetail
