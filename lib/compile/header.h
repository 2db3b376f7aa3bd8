// Finds the row of headers of a sheet by its words, and which column holds which field of a mapping.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/sheet.h"
#include "model/mapping.h"

namespace dovetail {

/// How a mapping fits a sheet at its best row.
struct HeaderFit {
  const Mapping* mapping = nullptr;
  std::size_t row = 0;                                // index of the header in Sheet::rows
  std::vector<std::optional<std::uint32_t>> columns;  // per field of the mapping
  std::size_t matched = 0;                            // fields that have a column
  std::size_t exact = 0;                              // of them, by the field's own name and no synonym
  std::vector<std::string> missing;                   // required fields that have none

  [[nodiscard]] bool complete() const { return mapping != nullptr && matched > 0 && missing.empty(); }
};

/// The words of the first rows of a sheet as header keys: computed once, asked for every mapping.
class HeaderRows {
 public:
  HeaderRows(const Document& document, const Sheet& sheet);

  /// The best row for `mapping` among the first 40 that hold something: all required columns first, then most fields, then the topmost.
  [[nodiscard]] HeaderFit fit(const Mapping& mapping) const;

  /// The mapping that fits best of those that fit whole and by two fields at least; sheets that a mapping names prefer it.
  [[nodiscard]] HeaderFit best(const std::vector<const Mapping*>& mappings) const;

 private:
  struct Key {
    std::string key;
    std::uint32_t column;
  };
  struct Keys {
    std::size_t row;
    std::vector<Key> keys;
  };
  [[nodiscard]] HeaderFit fit_row(const Mapping& mapping, const Keys& keys) const;

  std::string name_;  // of the sheet, as a header key
  std::vector<Keys> rows_;
};

}  // namespace dovetail
