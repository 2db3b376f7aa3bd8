// A table view as a sheet.
#include "report/xlsx/views.h"

#include <algorithm>
#include <charconv>

namespace dovetail::xlsx {
namespace {

double width_of(const std::string& head) {
  if (head == "Text" || head == "Why" || head == "Difference" || head == "Rests on") return 50;
  return std::clamp(static_cast<double>(head.size()) + 4, 12.0, 40.0);
}

Value value_of(const ViewCell& cell) {
  std::size_t count = 0;
  if (cell.is_figure && std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), count).ec == std::errc{}) return count;
  return cell.text;
}

}  // namespace

Sheet sheet_of(const TableView& view) {
  Sheet sheet{view.title, {}, {}, {}};
  for (const std::string& head : view.heads) sheet.columns.push_back({head, width_of(head)});
  sheet.rows.reserve(view.rows.size());
  for (const auto& row : view.rows) {
    auto& cells = sheet.rows.emplace_back();
    for (const ViewCell& cell : row) cells.push_back(value_of(cell));
  }
  return sheet;
}

}  // namespace dovetail::xlsx
