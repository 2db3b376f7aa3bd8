// A plain table as a workbook.
#include "report/table_xlsx.h"

#include "report/xlsx/book.h"

namespace dovetail {

Result<std::string> table_xlsx(const std::string& name, const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows,
                               const std::vector<std::size_t>& struck) {
  xlsx::Sheet sheet{name, {}, {}, {}, struck};
  for (const std::string& head : heads) sheet.columns.push_back({head, 16});
  for (const auto& row : rows) {
    sheet.rows.emplace_back();
    for (const std::string& cell : row) sheet.rows.back().emplace_back(cell);
  }
  return xlsx::bytes_of({sheet});
}

}  // namespace dovetail
