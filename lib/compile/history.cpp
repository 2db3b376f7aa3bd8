// Known by the headers of its columns.
#include "compile/history.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail {

bool is_history_table(const Document& document, Id<TextTable> table) {
  const auto& span = document.tables[table].span;
  const auto first =
      std::lower_bound(document.cells.begin(), document.cells.end(), span.begin, [](const Cell& c, std::uint32_t o) { return c.span.begin < o; });
  if (first == document.cells.end()) return false;
  // Markdown gives a table without a header an empty one.
  const auto said = std::find_if(first, document.cells.end(),
                                 [&](const Cell& c) { return c.span.begin >= span.end || !trim(slice(document.text, c.span)).empty(); });
  if (said == document.cells.end() || said->span.begin >= span.end) return false;
  bool version = false, reason = false;
  for (auto cell = said; cell != document.cells.end() && cell->row == said->row; ++cell) {
    const auto words = fold_phrase(slice(document.text, cell->span));
    version = version || words.starts_with("version") || words.starts_with("issue") || words.starts_with("modification proposal");
    reason = reason || words.find("change") != std::string::npos || words.find("reason") != std::string::npos ||
             words.find("description") != std::string::npos || words.find("decision date") != std::string::npos ||
             words.find("implementation date") != std::string::npos;
  }
  return version && reason;
}

}  // namespace dovetail
