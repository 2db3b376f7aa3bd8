// For a reviewer with a spreadsheet program: the provisions to decide on, the comments on them, and the files.
#include "report/formats.h"
#include "report/worksheet/columns.h"
#include "report/worksheet/decisions.h"
#include "report/worksheet/manifest.h"
#include "report/xlsx/book.h"

namespace dovetail {
namespace {

using namespace worksheet;

const std::vector<std::pair<std::string_view, std::uint32_t>> change_colours{{"new", 0xE3F3E4}, {"deleted", 0xFBE3E5}};

/// The provisions that are to be decided on, or those of which an earlier decision holds. A first round has no earlier ones.
xlsx::Sheet provisions_sheet(const std::string& name, const std::vector<worksheet::Row>& rows, bool decided, bool first_round) {
  xlsx::Sheet sheet{name, {}, {}, change_colours};
  const auto left_out = [&](const Column& column) { return first_round && (column.title == since_column || column.title == earlier_column); };
  for (const auto& column : columns()) {
    if (left_out(column)) continue;
    sheet.columns.push_back({column.title, column.width});
    if (column.title == decision_column) sheet.columns.back().choices.assign(std::begin(decisions), std::end(decisions));
  }
  for (const auto& row : rows) {
    if (row.decided != decided) continue;
    auto& values = sheet.rows.emplace_back();
    for (const auto& column : columns())
      if (!left_out(column)) values.emplace_back(row.*column.field);
  }
  return sheet;
}

xlsx::Sheet comments_sheet(const Review& review) {
  xlsx::Sheet sheet{"Comments", {}, {}, {}};
  for (const auto& column : comment_columns()) sheet.columns.push_back({column.title, column.width});
  for (const auto& comment : placed_comments(review)) {
    auto& values = sheet.rows.emplace_back();
    for (const auto& column : comment_columns()) values.emplace_back(comment.*column.field);
  }
  return sheet;
}

xlsx::Sheet manifest_sheet(const Review& review) {
  xlsx::Sheet sheet{"Manifest",
                    {{"File", 36}, {"Role", 10}, {"Id", 16}, {"Version", 10}, {"Release", 10}, {"Bytes", 10}, {"SHA-256", 66}, {"Changes", 60}},
                    {},
                    {}};
  for (const auto& file : manifest_of(review))
    sheet.rows.push_back(
        {file.path, file.role, file.id, file.version, file.release, static_cast<std::size_t>(file.bytes), file.checksum, file.changes});
  return sheet;
}

}  // namespace

Result<std::string> report_worksheet_xlsx(const Review& review, const ReportOptions&) {
  const auto rows = rows_of(review);
  const bool first_round = !has_decisions(review);
  std::vector<xlsx::Sheet> sheets{provisions_sheet("Worksheet", rows, false, first_round)};
  if (!first_round) sheets.push_back(provisions_sheet("Decided", rows, true, first_round));
  sheets.push_back(comments_sheet(review));
  sheets.push_back(manifest_sheet(review));
  return xlsx::bytes_of(sheets);
}

}  // namespace dovetail
