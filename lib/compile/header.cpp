// Finds the row of headers of a sheet by its words.
#include "compile/header.h"

#include <algorithm>
#include <tuple>

namespace dovetail {

namespace {

constexpr std::size_t rows_searched = 40;

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

namespace {

/// The names of a mapping's fields as header keys, worked out once for all rows of a sheet.
struct FieldKeys {
  std::string own;
  std::vector<std::string> synonyms;
};

std::vector<FieldKeys> keys_of(const Mapping& mapping) {
  std::vector<FieldKeys> keys;
  for (const MappedField& field : mapping.fields) {
    keys.push_back({header_key(field.field), {}});
    for (const std::string& column : field.columns) keys.back().synonyms.push_back(header_key(column));
  }
  return keys;
}

HeaderFit fit_keys(const Mapping& mapping, const std::vector<FieldKeys>& fields, std::size_t row, const std::vector<HeaderKey>& keys) {
  HeaderFit fit{&mapping, row, std::vector<std::optional<std::uint32_t>>(mapping.fields.size()), 0, 0, {}};
  std::vector<bool> taken(keys.size());
  const auto claim = [&](std::string_view wanted) -> std::optional<std::uint32_t> {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (taken[i] || keys[i].key != wanted) continue;
      taken[i] = true;
      return keys[i].column;
    }
    return std::nullopt;
  };
  // A header that is a field's own name is never taken as a synonym of another field.
  for (std::size_t i = 0; i < mapping.fields.size(); ++i) {
    fit.columns[i] = claim(fields[i].own);
    if (fit.columns[i]) ++fit.exact;
  }
  for (std::size_t i = 0; i < mapping.fields.size(); ++i) {
    const MappedField& field = mapping.fields[i];
    for (std::size_t n = 0; !fit.columns[i] && n < fields[i].synonyms.size(); ++n) fit.columns[i] = claim(fields[i].synonyms[n]);
    if (fit.columns[i]) ++fit.matched;
    if (!fit.columns[i] && field.required) fit.missing.push_back(field.field);
  }
  return fit;
}

}  // namespace

HeaderFit fit_names(const Mapping& mapping, const std::vector<std::string>& names) {
  std::vector<HeaderKey> keys;
  for (std::size_t i = 0; i < names.size(); ++i) keys.push_back({header_key(names[i]), static_cast<std::uint32_t>(i)});
  return fit_keys(mapping, keys_of(mapping), 0, keys);
}

HeaderFit HeaderRows::fit(const Mapping& mapping) const {
  HeaderFit best, fullest;
  const std::vector<FieldKeys> fields = keys_of(mapping);
  for (const Keys& keys : rows_) {
    HeaderFit fit = fit_keys(mapping, fields, keys.row, keys.keys);
    if (fullest.mapping == nullptr || fit.matched > fullest.matched) fullest = fit;
    const bool better = std::tuple(fit.missing.empty() && fit.matched > 0, fit.matched) > std::tuple(best.complete(), best.matched);
    if (best.mapping == nullptr || better) best = std::move(fit);
  }
  // A row of content may hold a word that is also a header ("CR"); beside a row that has far more of the headers it is none.
  return best.matched * 2 < fullest.matched ? fullest : best;
}

bool HeaderRows::is_named_by(const Mapping& mapping) const {
  return std::any_of(mapping.sheets.begin(), mapping.sheets.end(), [&](const auto& s) { return header_key(s) == name_; });
}

}  // namespace dovetail
