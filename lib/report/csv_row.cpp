// Quotation marks are doubled, and nothing else is changed that `safe` has let through.
#include "report/csv_row.h"

namespace dovetail {

std::string csv_cell(std::string_view text, std::string (*safe)(std::string_view)) {
  std::string out = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) out += '\'';
  for (const char c : safe(text)) {
    out += c;
    if (c == '"') out += '"';
  }
  return out + "\"";
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (const auto& cell : cells) out += (out.empty() ? "" : ",") + cell;
  return out + "\r\n";
}

std::string csv_row(const std::vector<std::string>& values) {
  std::vector<std::string> cells;
  for (const auto& value : values) cells.push_back(csv_cell(value));
  return csv_line(cells);
}

}  // namespace dovetail
