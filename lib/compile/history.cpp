// Known by the headers of its columns.
#include "compile/history.h"

#include <algorithm>
#include <array>

#include "compile/first_cell.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

bool names_versions(std::string_view words) {
  return words.starts_with("version") || words.starts_with("issue") || words.starts_with("modification proposal");
}

bool names_reasons(std::string_view words) {
  constexpr std::array reasons{"change", "reason", "description", "decision date", "implementation date"};
  return std::any_of(reasons.begin(), reasons.end(), [&](const char* reason) { return words.find(reason) != std::string_view::npos; });
}

}  // namespace

bool is_history_table(const Document& document, Id<TextTable> table) {
  const auto& span = document.tables[table].span;
  const auto first = first_cell(document, table);
  if (first == document.cells.end()) return false;
  // Markdown gives a table without a header an empty one.
  const auto said = std::find_if(first, document.cells.end(),
                                 [&](const Cell& c) { return c.span.begin >= span.end || !trim(slice(document.text, c.span)).empty(); });
  if (said == document.cells.end() || said->span.begin >= span.end) return false;
  bool version = false, reason = false;
  for (auto cell = said; cell != document.cells.end() && cell->row == said->row; ++cell) {
    const auto words = fold_phrase(slice(document.text, cell->span));
    version = version || names_versions(words);
    reason = reason || names_reasons(words);
  }
  return version && reason;
}

bool is_history_header(std::string_view line) {
  constexpr std::size_t longest = 120;  // a header is a few words; a sentence that begins with "Version" is none
  if (line.size() > longest || line.ends_with('.') || line.find(':') != std::string_view::npos) return false;
  const auto words = fold_phrase(line);
  return names_versions(words) && names_reasons(words) && words.find("date") != std::string::npos;
}

bool is_history_row(std::string_view line) {
  static const Pattern row = Pattern::literal(
      R"(^(?:v(?:ersion)?|d)? ?[0-9]+(?:\.[0-9]+)+\s+(?:n/a|tbc|tbd|tba|-|–|[0-9]{1,2}(?:st|nd|rd|th)? ?[/. -]? ?(?:[0-9]{1,2}|[a-z]{3,9})\b))",
      true);
  return row.match_at(line, 0).has_value();
}

}  // namespace dovetail
