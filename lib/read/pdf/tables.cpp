// Tables of a PDF: columns with gutters, and rows that stand further apart than the lines of a paragraph.
#include "read/pdf/tables.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>

namespace dovetail::pdf {
namespace {

constexpr double gutter = 6;              // points between columns
constexpr double row_step = 0.08;         // more than the usual pitch, in heights: another row begins
constexpr double farthest = 2.5;          // heights between two visual rows of one table
constexpr std::size_t most_lines = 2000;  // of a page that is looked through: each row may begin a table, so time grows with their square
constexpr std::size_t prose_rows = 12;    // visual rows in two full columns: a page set in columns

double middle(const Line& line) { return (line.top + line.bottom) / 2; }

/// Lines at one height, from left to right; by their indexes in the page.
struct VisualRow {
  std::vector<std::size_t> lines;
  double top = 0, height = 0;
};

std::vector<VisualRow> visual_rows(const Page& page) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < page.lines.size(); ++i)
    if (!page.lines[i].furniture && !page.lines[i].contents) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return middle(page.lines[a]) < middle(page.lines[b]); });
  std::vector<VisualRow> rows;
  for (const std::size_t i : order) {
    const Line& line = page.lines[i];
    if (rows.empty() || middle(line) - middle(page.lines[rows.back().lines.front()]) > 0.4 * line.height())
      rows.push_back({{}, line.top, line.height()});
    rows.back().lines.push_back(i);
  }
  for (VisualRow& row : rows)
    std::stable_sort(row.lines.begin(), row.lines.end(), [&](std::size_t a, std::size_t b) { return page.lines[a].left < page.lines[b].left; });
  return rows;
}

struct Column {
  double left = 0, right = 0;
};

bool apart(const Column& a, const Column& b) { return a.right + gutter <= b.left || b.right + gutter <= a.left; }

/// The columns with the lines of one more visual row in them; none where a line would lie in two, or two lines in one.
std::optional<std::vector<Column>> with_row(const Page& page, std::vector<Column> columns, const VisualRow& row) {
  std::vector<bool> taken(columns.size(), false);
  for (const std::size_t i : row.lines) {
    const Column extent{page.lines[i].left, page.lines[i].right};
    std::optional<std::size_t> home;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (apart(columns[c], extent)) continue;
      if (home || taken[c]) return std::nullopt;
      home = c;
    }
    if (!home) {
      columns.push_back(extent);
      taken.push_back(true);
      continue;
    }
    taken[*home] = true;
    columns[*home] = {std::min(columns[*home].left, extent.left), std::max(columns[*home].right, extent.right)};
  }
  for (std::size_t a = 0; a < columns.size(); ++a)
    for (std::size_t b = a + 1; b < columns.size(); ++b)
      if (!apart(columns[a], columns[b])) return std::nullopt;
  return columns;
}

bool is_label(const Line& line) { return line.words.size() == 1 && is_number_label(line.words[0].text); }

bool ends_sentence(const Line& line) { return std::string_view(".;:").find(line.words.back().text.back()) != std::string_view::npos; }

/// A run of visual rows that keep to columns, [begin, end).
class Region {
 public:
  Region(const Page& page, const std::vector<VisualRow>& rows, std::size_t begin, double pitch)
      : page_(page), rows_(rows), begin_(begin), end_(begin) {
    while (end_ < rows_.size() && grow(pitch)) ++end_;
    std::sort(columns_.begin(), columns_.end(), [](const Column& a, const Column& b) { return a.left < b.left; });
    number_rows(pitch);
  }

  [[nodiscard]] std::size_t end() const { return end_; }

  [[nodiscard]] bool is_table() const {
    if (columns_.size() < 2 || row_count_ < 2) return false;
    std::size_t words_in_first = 0, full = 0, first_lines = 0, numbered = 0;
    for (std::size_t r = begin_; r < end_; ++r) {
      const Line& first = page_.lines[rows_[r].lines.front()];
      const bool in_first = column_of(first) == 0;
      first_lines += in_first;
      words_in_first += in_first && !is_label(first);
      numbered += in_first && !is_label(first) && is_number_label(first.words[0].text);
      full += in_first && rows_[r].lines.size() > 1;
    }
    if (numbered > 0) return false;  // paragraphs, or cells so close that pdftotext joins them
    if (full < 2 || full * 3 < row_count_ * 2) return false;
    if (columns_.size() > 2) return true;
    const bool is_prose = first_lines * 5 > (end_ - begin_) * 4 && end_ - begin_ > prose_rows && width(0) > page_.width * 0.3;
    return words_in_first >= 2 && !is_prose;
  }

  void mark(std::vector<Line>& lines, std::uint32_t table) const {
    for (std::size_t r = begin_; r < end_; ++r)
      for (const std::size_t i : rows_[r].lines) {
        lines[i].table = table;
        lines[i].row = row_of_[r - begin_];
        lines[i].column = static_cast<std::uint32_t>(column_of(lines[i]));
      }
  }

 private:
  bool grow(double pitch) {
    const VisualRow& row = rows_[end_];
    if (end_ == begin_) {
      if (row.lines.size() < 2) return false;
    } else {
      const VisualRow& before = rows_[end_ - 1];
      if (row.top - before.top > farthest * before.height) return false;
      // A line at the left that stands alone goes on in its cell, or is text below the table.
      const bool alone = row.lines.size() == 1 && page_.lines[row.lines[0]].right < second_left();
      if (alone && row.top - before.top > (pitch + row_step) * before.height) return false;
    }
    auto columns = with_row(page_, columns_, row);
    if (!columns) return false;
    columns_ = std::move(*columns);
    return true;
  }

  /// Where the second column begins.
  [[nodiscard]] double second_left() const {
    double first = 1e9, second = 1e9;
    for (const Column& column : columns_)
      if (column.left < first) {
        second = first;
        first = column.left;
      } else {
        second = std::min(second, column.left);
      }
    return second;
  }

  [[nodiscard]] double width(std::size_t column) const { return columns_[column].right - columns_[column].left; }

  [[nodiscard]] std::size_t column_of(const Line& line) const {
    std::size_t column = 0;
    while (column + 1 < columns_.size() && columns_[column + 1].left <= line.left + gutter / 2) ++column;
    return column;
  }

  /// A row begins where the first column has a line and the line before is further off than in a paragraph, or has none there, or all cells that go
  /// on have ended their sentence.
  void number_rows(double pitch) {
    for (std::size_t r = begin_; r < end_; ++r) {
      const bool in_first = column_of(page_.lines[rows_[r].lines.front()]) == 0;
      if (r == begin_) {
        row_of_.push_back(0);
        continue;
      }
      const VisualRow& before = rows_[r - 1];
      const bool is_far = rows_[r].top - before.top > (pitch + row_step) * before.height;
      const bool none_before = column_of(page_.lines[before.lines.front()]) != 0;
      const bool ended = rows_[r].lines.size() > 1 && ends_sentence(page_.lines[before.lines.back()]);
      row_of_.push_back(row_of_.back() + (in_first && (is_far || none_before || ended)));
    }
    row_count_ = row_of_.empty() ? 0 : row_of_.back() + 1;
  }

  const Page& page_;
  const std::vector<VisualRow>& rows_;
  std::size_t begin_, end_;
  std::vector<Column> columns_;
  std::vector<std::uint32_t> row_of_;
  std::size_t row_count_ = 0;
};

/// Puts each table's lines, cell by cell, where its first line in reading order stands.
void order_cells(std::vector<Line>& lines) {
  std::map<std::uint32_t, std::vector<Line>> tables;
  for (const Line& line : lines)
    if (line.table > 0) tables[line.table].push_back(line);
  std::vector<Line> ordered;
  for (Line& line : lines) {
    if (line.table == 0) {
      ordered.push_back(std::move(line));
      continue;
    }
    auto& cells = tables[line.table];
    std::stable_sort(cells.begin(), cells.end(),
                     [](const Line& a, const Line& b) { return std::tie(a.row, a.column, a.top) < std::tie(b.row, b.column, b.top); });
    std::move(cells.begin(), cells.end(), std::back_inserter(ordered));
    cells.clear();
  }
  lines = std::move(ordered);
}

}  // namespace

double usual_pitch(const Pages& pages) {
  std::map<long, std::size_t> pitches;  // in hundredths
  for (const Page& page : pages.pages)
    for (std::size_t i = 1; i < page.lines.size(); ++i) {
      const Line &line = page.lines[i], &before = page.lines[i - 1];
      if (line.block != before.block || before.height() <= 0) continue;
      const double pitch = (line.top - before.top) / before.height();
      if (pitch > 0.5 && pitch < 2) ++pitches[std::lround(pitch * 100)];
    }
  const auto most = std::max_element(pitches.begin(), pitches.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == pitches.end() ? 1 : static_cast<double>(most->first) / 100;
}

void find_tables(Page& page, double pitch, std::uint32_t& next_table) {
  if (page.lines.size() > most_lines) return;
  const auto rows = visual_rows(page);
  bool found = false;
  for (std::size_t r = 0; r < rows.size();) {
    const Region region(page, rows, r, pitch);
    if (region.is_table()) {
      region.mark(page.lines, next_table++);
      found = true;
      r = region.end();
    } else {
      ++r;
    }
  }
  if (found) order_cells(page.lines);
}

}  // namespace dovetail::pdf
