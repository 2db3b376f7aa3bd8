// Finds the row of headers of a sheet by its words, and which column holds which field of a mapping.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/sheet.h"
#include "model/mapping.h"

namespace dovetail {

/// A header's words for comparing, and its column.
struct HeaderKey {
  std::string key;
  std::uint32_t column;
};

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

/// How a mapping fits named values in any order: attributes, properties. `columns` are indexes into `names`, which are as written.
HeaderFit fit_names(const Mapping& mapping, const std::vector<std::string>& names);

/// The words of the first rows of a sheet as header keys: computed once, asked for every mapping.
class HeaderRows {
 public:
  HeaderRows(const Document& document, const Sheet& sheet);

  /// The best row for `mapping` among the first 40 that hold something: all required columns first, then most fields, then the topmost.
  [[nodiscard]] HeaderFit fit(const Mapping& mapping) const;

  /// Whether the sheet bears one of the names that the mapping prefers.
  [[nodiscard]] bool is_named_by(const Mapping& mapping) const;

 private:
  struct Keys {
    std::size_t row;
    std::vector<HeaderKey> keys;
  };

  std::string name_;  // of the sheet, as a header key
  std::vector<Keys> rows_;
};

}  // namespace dovetail
