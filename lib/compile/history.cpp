// Known by the headers of its columns.
#include "compile/history.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail {

bool is_history_table(const Document& document, Id<TextTable> table) {
  const auto& span = document.tables[table].span;
  const auto first = std::lower_bound(document.cells.begin(), document.cells.end(), span.begin, [](const Cell& c, std::uint32_t o) { return c.span.begin < o; });
  if (first == document.cells.end()) return false;
  bool version = false, reason = false;
  for (auto cell = first; cell != document.cells.end() && cell->row == first->row; ++cell) {
    const auto words = fold_phrase(slice(document.text, cell->span));
    version = version || words.starts_with("version") || words.starts_with("issue") || words.starts_with("modification proposal");
    reason = reason || words.find("change") != std::string::npos || words.find("reason") != std::string::npos || words.find("description") != std::string::npos ||
             words.find("decision date") != std::string::npos || words.find("implementation date") != std::string::npos;
  }
  return version && reason;
}

}  // namespace dovetail
