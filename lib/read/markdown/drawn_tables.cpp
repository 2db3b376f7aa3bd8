// Finding the borders of drawn tables and what stands between them.
#include "read/markdown/drawn_tables.h"

#include <algorithm>
#include <optional>

#include "text/unicode.h"

namespace dovetail::markdown {
namespace {

using Row = std::vector<std::string>;

struct DrawnRow {
  Row cells;
  std::uint32_t number = 0;
};

struct Drawn {
  std::optional<DrawnRow> header;
  std::vector<DrawnRow> rows;
  std::size_t end = 0;  // one behind its last line
};

bool is_blank(std::string_view line) { return trim(line).empty(); }

bool is_made_of(std::string_view line, std::string_view characters) {
  const auto words = trim(line);
  return !words.empty() && words.find_first_not_of(characters) == std::string_view::npos;
}

/// "+-----+====+": a border of a grid table.
bool is_grid_border(std::string_view line) {
  const auto words = trim(line);
  return words.size() >= 5 && words.front() == '+' && words.back() == '+' && is_made_of(words, "+-=:") &&
         words.find_first_of("-=") != std::string_view::npos;
}

/// Adds a line of a cell; a blank line parts two paragraphs.
void add_line(std::string& cell, std::string_view line, bool& parted) {
  const auto words = trim(line);
  if (words.empty()) {
    parted = !cell.empty();
    return;
  }
  if (!cell.empty()) cell += parted ? "<br>" : " ";
  parted = false;
  cell += words;
}

/// The cells of "| a | b |", where a bar in the words has a backslash in front.
Row split_bars(std::string_view line) {
  Row cells;
  auto words = trim(line);
  words.remove_prefix(1);
  std::string cell;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '\\' && i + 1 < words.size()) {
      cell += words[i];
      cell += words[++i];
    } else if (words[i] == '|') {
      cells.push_back(std::move(cell));
      cell.clear();
    } else {
      cell += words[i];
    }
  }
  return cells;
}

class CellLines {
 public:
  explicit CellLines(std::size_t columns) : cells_(columns), parted_(columns, false) {}

  void add(const Row& line, std::uint32_t number) {
    if (number_ == 0) number_ = number;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      bool parted = parted_[c];
      add_line(cells_[c], c < line.size() ? std::string_view(line[c]) : std::string_view(), parted);
      parted_[c] = parted;
    }
  }
  [[nodiscard]] bool empty() const { return number_ == 0; }
  DrawnRow take() {
    DrawnRow row{std::move(cells_), number_};
    *this = CellLines(row.cells.size());
    return row;
  }

 private:
  Row cells_;
  std::vector<bool> parted_;
  std::uint32_t number_ = 0;
};

std::optional<Drawn> grid_at(const std::vector<SourceLine>& lines, std::size_t first) {
  if (!is_grid_border(lines[first].text)) return std::nullopt;
  const auto border = trim(lines[first].text);
  const auto columns = static_cast<std::size_t>(std::count(border.begin(), border.end(), '+')) - 1;
  Drawn drawn;
  CellLines open(columns);
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    const auto words = trim(lines[i].text);
    if (is_grid_border(words)) {
      drawn.end = i + 1;
      if (open.empty()) continue;
      const bool ends_header = words.find('=') != std::string_view::npos && !drawn.header && drawn.rows.empty();
      if (ends_header)
        drawn.header = open.take();
      else
        drawn.rows.push_back(open.take());
    } else if (words.size() > 1 && words.front() == '|' && words.back() == '|') {
      const auto cells = split_bars(words);
      if (cells.size() > columns) break;
      open.add(cells, lines[i].number);
    } else {
      break;
    }
  }
  if (drawn.rows.empty() && !drawn.header) return std::nullopt;
  return drawn;  // where the drawing breaks off, up to its last border
}

/// Where columns begin, in characters, as "-----  ---" shows; nothing for other lines and for one column alone.
std::optional<std::vector<std::size_t>> columns_of(std::string_view line) {
  if (!is_made_of(line, "- ")) return std::nullopt;
  std::vector<std::size_t> begins;
  std::size_t run = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '-' && run++ == 0) begins.push_back(i);
    if (line[i] == ' ' && run == 1) return std::nullopt;  // "- - -" is a rule
    if (line[i] == ' ') run = 0;
  }
  if (begins.size() < 2 || run == 1) return std::nullopt;
  return begins;
}

bool is_rule(std::string_view line) { return trim(line).size() >= 5 && is_made_of(line, "-"); }

/// A line cut where the columns begin. Characters are counted, not bytes.
Row cut(std::string_view line, const std::vector<std::size_t>& begins) {
  Row cells(begins.size());
  std::size_t column = 0, cell = 0;
  for (std::size_t at = 0; at < line.size(); ++column) {
    const auto begin = at;
    (void)next_character(line, at);
    while (cell + 1 < begins.size() && column >= begins[cell + 1]) ++cell;
    cells[cell] += line.substr(begin, at - begin);
  }
  return cells;
}

/// The lines of a body; with blank lines between its rows a row may have several lines.
void add_rows(const std::vector<SourceLine>& lines, std::size_t begin, std::size_t end, const std::vector<std::size_t>& columns, Drawn& drawn) {
  const bool several = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](const SourceLine& line) { return is_blank(line.text); });
  CellLines open(columns.size());
  for (std::size_t i = begin; i < end; ++i) {
    if (is_blank(lines[i].text)) {
      if (!open.empty()) drawn.rows.push_back(open.take());
      continue;
    }
    open.add(cut(lines[i].text, columns), lines[i].number);
    if (!several) drawn.rows.push_back(open.take());
  }
  if (!open.empty()) drawn.rows.push_back(open.take());
}

constexpr std::size_t longest_header = 20;  // lines
constexpr std::size_t longest_body = 20000;

/// The line where a body ends: the same columns again, a rule, or (simple tables with a header) a blank line.
std::optional<std::size_t> end_of_body(const std::vector<SourceLine>& lines, std::size_t begin, bool at_blank, bool at_rule) {
  for (std::size_t i = begin; i < lines.size() && i < begin + longest_body; ++i) {
    if (at_blank && is_blank(lines[i].text)) return i;
    if (at_rule && is_rule(lines[i].text)) return i;
    if (!at_rule && columns_of(lines[i].text)) return i;
    if (lines[i].text.starts_with('#')) return std::nullopt;
  }
  return at_blank ? std::optional(lines.size()) : std::nullopt;
}

/// A table whose header stands between a rule and the columns, and whose body ends with a rule.
std::optional<Drawn> multiline_at(const std::vector<SourceLine>& lines, std::size_t first) {
  if (!is_rule(lines[first].text)) return std::nullopt;
  std::size_t at = first + 1;
  while (at < lines.size() && at <= first + longest_header && !is_blank(lines[at].text) && !columns_of(lines[at].text)) ++at;
  if (at >= lines.size() || at == first + 1) return std::nullopt;
  const auto columns = columns_of(lines[at].text);
  const auto end = columns ? end_of_body(lines, at + 1, false, true) : std::nullopt;
  if (!end) return std::nullopt;
  Drawn drawn;
  CellLines header(columns->size());
  for (std::size_t i = first + 1; i < at; ++i) header.add(cut(lines[i].text, *columns), lines[i].number);
  drawn.header = header.take();
  add_rows(lines, at + 1, *end, *columns, drawn);
  drawn.end = *end + 1;
  return drawn;
}

/// A table that begins with its columns and ends with them again.
std::optional<Drawn> headless_at(const std::vector<SourceLine>& lines, std::size_t first) {
  const auto columns = columns_of(lines[first].text);
  if (!columns) return std::nullopt;
  const auto end = end_of_body(lines, first + 1, false, false);
  if (!end || *end == first + 1) return std::nullopt;
  Drawn drawn;
  add_rows(lines, first + 1, *end, *columns, drawn);
  drawn.end = *end + 1;
  return drawn;
}

/// A line of headings above the columns, and rows of a line each down to the next blank line.
std::optional<Drawn> simple_at(const std::vector<SourceLine>& lines, std::size_t first) {
  if (first + 1 >= lines.size() || is_blank(lines[first].text)) return std::nullopt;
  const auto columns = columns_of(lines[first + 1].text);
  const auto end = columns ? end_of_body(lines, first + 2, true, false) : std::nullopt;
  if (!end) return std::nullopt;
  Drawn drawn;
  drawn.header = DrawnRow{cut(lines[first].text, *columns), lines[first].number};
  for (auto& cell : drawn.header->cells) cell = std::string(trim(cell));
  add_rows(lines, first + 2, *end, *columns, drawn);
  drawn.end = *end < lines.size() && columns_of(lines[*end].text) ? *end + 1 : *end;
  return drawn;
}

std::string pipe_row(const Row& cells) {
  std::string line = "|";
  for (const auto& cell : cells) {
    line += ' ';
    for (std::size_t i = 0; i < cell.size(); ++i) {
      if (cell[i] == '|' && (i == 0 || cell[i - 1] != '\\')) line += '\\';
      line += cell[i];
    }
    line += " |";
  }
  return line;
}

void append(const Drawn& drawn, std::uint32_t number, std::vector<SourceLine>& lines) {
  const auto columns = drawn.header ? drawn.header->cells.size() : drawn.rows.front().cells.size();
  const auto header = drawn.header.value_or(DrawnRow{Row(columns), number});
  std::string delimiter = "|";
  for (std::size_t c = 0; c < columns; ++c) delimiter += "---|";
  lines.push_back({"", number});
  lines.push_back({pipe_row(header.cells), header.number});
  lines.push_back({delimiter, header.number});
  for (const auto& row : drawn.rows) lines.push_back({pipe_row(row.cells), row.number});
  lines.push_back({"", number});
}

std::optional<Drawn> table_at(const std::vector<SourceLine>& lines, std::size_t i) {
  auto drawn = grid_at(lines, i);
  const bool begins = i == 0 || is_blank(lines[i - 1].text);  // the others must stand apart from what is before them
  if (!drawn && begins) drawn = multiline_at(lines, i);
  if (!drawn && begins) drawn = headless_at(lines, i);
  if (!drawn && begins) drawn = simple_at(lines, i);
  return drawn && !drawn->rows.empty() ? drawn : std::nullopt;
}

}  // namespace

void redraw_tables(std::vector<SourceLine>& lines) {
  std::vector<SourceLine> redrawn;
  bool fenced = false;
  for (std::size_t i = 0; i < lines.size();) {
    const auto words = trim(lines[i].text);
    if (words.starts_with("```") || words.starts_with("~~~")) fenced = !fenced;
    const auto drawn = fenced ? std::nullopt : table_at(lines, i);
    if (drawn) {
      append(*drawn, lines[i].number, redrawn);
      i = drawn->end;
    } else {
      redrawn.push_back(std::move(lines[i++]));
    }
  }
  lines = std::move(redrawn);
}

}  // namespace dovetail::markdown
