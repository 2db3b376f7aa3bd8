// Sheets to bytes, through libxlsxwriter.
#include "report/xlsx/book.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "report/escape.h"
#include "report/unfinished.h"
#include "text/unicode.h"

namespace dovetail::xlsx {
namespace {

constexpr std::size_t most_rows = 1'048'575;  // ECMA-376: 2^20 rows, one of them the heads
constexpr std::size_t most_characters = 32'767;
constexpr std::size_t most_links = 60'000;    // Excel drops a sheet's links beyond 65,530
constexpr std::time_t no_time = 946'684'800;  // 2000-01-01: a report holds no clock

// A file of its own that is gone at the end.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::error_code failed;
    name_ = (std::filesystem::temp_directory_path(failed) / "dovetail-XXXXXX").string();
    const int file = failed ? -1 : mkstemp(name_.data());
    good_ = file >= 0;
    if (!good_) return;
    close(file);
    unfinished_.emplace(name_);
  }
  ~TemporaryFile() {
    if (good_) unlink(name_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::string name_;
  bool good_ = false;
  std::optional<Unfinished> unfinished_;
};

/// Lines stay lines: several values of a cell stand below each other.
std::string safe_lines(std::string_view text) {
  std::string safe;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    safe.append(begin == 0 ? "" : "\n").append(plain_safe(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return safe;
}

std::string fitting(std::string_view text) {
  std::string safe = safe_lines(text);
  std::size_t at = 0, count = 0;
  while (at < safe.size() && count < most_characters - 1) {
    next_character(safe, at);
    ++count;
  }
  return at < safe.size() ? safe.substr(0, at) + "…" : safe;
}

struct Formats {
  lxw_format *head, *figure_head, *text, *link, *struck;
  explicit Formats(lxw_workbook* book)
      : head(workbook_add_format(book)),
        figure_head(workbook_add_format(book)),
        text(workbook_add_format(book)),
        link(workbook_add_format(book)),
        struck(workbook_add_format(book)) {
    for (auto* format : {head, figure_head}) {
      format_set_bold(format);
      format_set_bg_color(format, 0xE6E9EF);
      format_set_bottom(format, LXW_BORDER_THIN);
    }
    format_set_align(figure_head, LXW_ALIGN_RIGHT);
    for (auto* format : {head, figure_head, text, link, struck}) {
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    format_set_font_strikeout(struck);
    format_set_font_color(link, 0x0B4FB3);
    format_set_underline(link, LXW_UNDERLINE_SINGLE);
  }
};

class SheetWriter {
 public:
  SheetWriter(lxw_workbook* book, const Sheet& sheet, const Formats& formats)
      : book_(book), sheet_(sheet), formats_(formats), out_(workbook_add_worksheet(book, sheet.name.c_str())) {}

  void write() {
    write_heads();
    const auto rows = std::min(sheet_.rows.size(), most_rows);
    for (std::size_t n = 0; n < rows; ++n) {
      const auto row = static_cast<lxw_row_t>(n + 1);
      if (n + 1 == most_rows && sheet_.rows.size() > most_rows) {
        worksheet_write_string(out_, row, 0, "more rows than a sheet holds are left out", formats_.text);
        break;
      }
      worksheet_set_row(out_, row, height_of(sheet_.rows[n]), nullptr);
      text_ = std::binary_search(sheet_.struck.begin(), sheet_.struck.end(), n) ? formats_.struck : formats_.text;
      for (std::size_t column = 0; column < sheet_.rows[n].size(); ++column) write_value(row, static_cast<lxw_col_t>(column), sheet_.rows[n][column]);
    }
    if (rows == 0 || sheet_.columns.empty()) return;
    const auto last_row = static_cast<lxw_row_t>(rows);
    const auto last_column = static_cast<lxw_col_t>(sheet_.columns.size() - 1);
    worksheet_autofilter(out_, 0, 0, last_row, last_column);
    for (const auto& [word, colour] : sheet_.colours) colour_rows(word, colour, last_row, last_column);
    for (std::size_t n = 0; n < sheet_.columns.size(); ++n) offer_choices(static_cast<lxw_col_t>(n), last_row);
  }

 private:
  [[nodiscard]] bool holds_figures(std::size_t column) const {
    return !sheet_.rows.empty() && std::all_of(sheet_.rows.begin(), sheet_.rows.end(),
                                               [&](const std::vector<Value>& row) { return column < row.size() && row[column].number; });
  }

  void write_heads() {
    constexpr std::uint8_t a3 = 8, a4 = 9;  // ECMA-376-1 18.3.1.63, paperSize
    double width = 0;
    for (std::size_t n = 0; n < sheet_.columns.size(); ++n) {
      const auto column = static_cast<lxw_col_t>(n);
      worksheet_set_column(out_, column, column, sheet_.columns[n].width, nullptr);
      worksheet_write_string(out_, 0, column, std::string(sheet_.columns[n].title).c_str(), holds_figures(n) ? formats_.figure_head : formats_.head);
      width += sheet_.columns[n].width;
    }
    std::vector<Value> titles;
    for (const auto& column : sheet_.columns) titles.emplace_back(column.title);
    worksheet_set_row(out_, 0, height_of(titles), nullptr);
    constexpr double on_a4 = 160;  // characters that can still be read on a page
    worksheet_set_paper(out_, width > on_a4 ? a3 : a4);
    worksheet_freeze_panes(out_, 1, 0);
    worksheet_set_landscape(out_);
    worksheet_fit_to_pages(out_, 1, 0);
    worksheet_repeat_rows(out_, 0, 0);
  }

  // In points. Not every program makes rows as high as their wrapped text when it opens a file; a provision of pages stays within a screen.
  [[nodiscard]] double height_of(const std::vector<Value>& row) const {
    constexpr double line = 15;
    constexpr std::size_t most_lines = 16;
    std::size_t lines = 1;
    for (std::size_t n = 0; n < row.size() && n < sheet_.columns.size(); ++n) {
      const auto width = static_cast<std::size_t>(sheet_.columns[n].width);
      std::size_t here = 0;
      for (std::size_t begin = 0; begin <= row[n].text.size();) {
        const auto end = std::min(row[n].text.find('\n', begin), row[n].text.size());
        here += 1 + (end - begin) / std::max<std::size_t>(width, 1);
        begin = end + 1;
      }
      lines = std::max(lines, here);
    }
    return line * static_cast<double>(std::min(lines, most_lines));
  }

  void write_value(lxw_row_t row, lxw_col_t column, const Value& value) {
    if (value.number) {
      worksheet_write_number(out_, row, column, *value.number, text_);
    } else if (!value.link.empty() && links_++ < most_links) {
      worksheet_write_url_opt(out_, row, column, value.link.c_str(), formats_.link, fitting(value.text).c_str(), nullptr);
    } else if (!value.text.empty()) {
      worksheet_write_string(out_, row, column, fitting(value.text).c_str(), text_);
    }
  }

  void colour_rows(std::string_view word, std::uint32_t colour, lxw_row_t last_row, lxw_col_t last_column) {
    auto* format = workbook_add_format(book_);
    format_set_bg_color(format, colour);
    const std::string formula = "=$A2=\"" + std::string(word) + "\"";
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = const_cast<char*>(formula.c_str());  // the library copies it
    rule.format = format;
    worksheet_conditional_format_range(out_, 1, 0, last_row, last_column, &rule);
  }

  void offer_choices(lxw_col_t column, lxw_row_t last_row) {
    const auto& choices = sheet_.columns[column].choices;
    if (choices.empty()) return;
    std::vector<std::string> words(choices.begin(), choices.end());
    std::vector<char*> list;
    for (auto& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
    worksheet_data_validation_range(out_, 1, column, last_row, column, &rule);
  }

  lxw_workbook* book_;
  const Sheet& sheet_;
  const Formats& formats_;
  lxw_worksheet* out_;
  std::size_t links_ = 0;
  lxw_format* text_ = formats_.text;  // of the row that is being written
};

}  // namespace

Result<std::string> bytes_of(const std::vector<Sheet>& sheets) {
  const TemporaryFile file;
  if (!file.good()) return fail("no temporary file can be written for a workbook");
  auto* book = workbook_new(file.name().c_str());
  lxw_doc_properties properties{};
  properties.created = no_time;
  workbook_set_properties(book, &properties);
  const Formats formats(book);
  for (const auto& sheet : sheets) SheetWriter(book, sheet, formats).write();
  if (const auto problem = workbook_close(book); problem != LXW_NO_ERROR)
    return fail(std::string("the workbook cannot be written: ") + lxw_strerror(problem));
  std::ifstream in(file.name(), std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string link_to(std::string_view sheet, std::size_t row) { return "internal:'" + std::string(sheet) + "'!A" + std::to_string(row + 2); }

}  // namespace dovetail::xlsx
