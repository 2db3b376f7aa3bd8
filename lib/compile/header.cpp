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
  HeaderFit fit{&mapping, keys.row, std::vector<std::optional<std::uint32_t>>(mapping.fields.size()), 0, 0, {}};
  std::vector<bool> taken(keys.keys.size());
  const auto claim = [&](std::string_view name) -> std::optional<std::uint32_t> {
    const std::string wanted = header_key(name);
    for (std::size_t i = 0; i < keys.keys.size(); ++i) {
      if (taken[i] || keys.keys[i].key != wanted) continue;
      taken[i] = true;
      return keys.keys[i].column;
    }
    return std::nullopt;
  };
  // A header that is a field's own name is never taken as a synonym of another field.
  for (std::size_t i = 0; i < mapping.fields.size(); ++i) {
    fit.columns[i] = claim(mapping.fields[i].field);
    if (fit.columns[i]) ++fit.exact;
  }
  for (std::size_t i = 0; i < mapping.fields.size(); ++i) {
    const MappedField& field = mapping.fields[i];
    for (std::size_t n = 0; !fit.columns[i] && n < field.columns.size(); ++n) fit.columns[i] = claim(field.columns[n]);
    if (fit.columns[i]) ++fit.matched;
    if (!fit.columns[i] && field.required) fit.missing.push_back(field.field);
  }
  return fit;
}

HeaderFit HeaderRows::fit(const Mapping& mapping) const {
  HeaderFit best, fullest;
  for (const Keys& keys : rows_) {
    HeaderFit fit = fit_row(mapping, keys);
    if (fullest.mapping == nullptr || fit.matched > fullest.matched) fullest = fit;
    const bool better = std::tuple(fit.missing.empty() && fit.matched > 0, fit.matched) > std::tuple(best.complete(), best.matched);
    if (best.mapping == nullptr || better) best = std::move(fit);
  }
  // A row of content may hold a word that is also a header ("CR"); beside a row that has far more of the headers it is none.
  return best.matched * 2 < fullest.matched ? fullest : best;
}

HeaderFit HeaderRows::best(const std::vector<const Mapping*>& mappings) const {
  HeaderFit best;
  bool best_named = false;
  for (const Mapping* mapping : mappings) {
    HeaderFit candidate = fit(*mapping);
    if (!candidate.complete() || candidate.matched < least_fields_to_guess) continue;
    const bool named = std::any_of(mapping->sheets.begin(), mapping->sheets.end(), [&](const auto& s) { return header_key(s) == name_; });
    const auto rank = [](const HeaderFit& f, bool is_named) {
      return std::tuple(is_named, f.matched + f.exact, f.matched * 1000 / f.mapping->fields.size());
    };
    if (best.mapping == nullptr || rank(candidate, named) > rank(best, best_named)) {
      best = std::move(candidate);
      best_named = named;
    }
  }
  return best;
}

}  // namespace dovetail
