// CSV and TSV files: finds out the separator, then splits rows and cells in one pass.
#include "read/csv.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "read/text_encoding.h"

namespace dovetail {

namespace {

constexpr std::array separators{',', ';', '\t', '|'};  // in order of preference where nothing else tells
constexpr std::size_t sample_rows = 64;

/// Walks the fields of a CSV text in order.
class Fields {
 public:
  Fields(std::string_view text, char separator) : text_(text), separator_(separator) {}

  struct Field {
    std::string value;
    bool ends_row = false;
    bool damaged = false;  // opened by a quote that nothing closes: read as plain characters
  };

  [[nodiscard]] bool at_end() const { return at_ >= text_.size() && !pending_; }

  Field next() {
    pending_ = false;
    Field field;
    if (at_ < text_.size() && text_[at_] == '"') {
      if (const auto close = closing_quote(at_ + 1)) {
        append_quoted(field.value, at_ + 1, *close);
        at_ = *close + 1;
      } else {
        field.damaged = true;
      }
    }
    const std::size_t stop = plain_end();
    field.value.append(text_, at_, stop - at_);
    at_ = stop;
    field.ends_row = step_over_end();
    return field;
  }

 private:
  [[nodiscard]] std::optional<std::size_t> closing_quote(std::size_t from) const {
    for (std::size_t i = text_.find('"', from); i != std::string_view::npos; i = text_.find('"', i + 2))
      if (i + 1 >= text_.size() || text_[i + 1] != '"') return i;
    return std::nullopt;
  }

  void append_quoted(std::string& value, std::size_t from, std::size_t close) const {
    for (std::size_t i = from; i < close; ++i) {
      value += text_[i];
      if (text_[i] == '"') ++i;
      // A cell's line break is one character, however the file ends its lines.
      if (text_[i] == '\r' && i + 1 < close && text_[i + 1] == '\n') value.pop_back();
    }
  }

  [[nodiscard]] std::size_t plain_end() const {
    std::size_t i = at_;
    while (i < text_.size() && text_[i] != separator_ && text_[i] != '\n' && text_[i] != '\r') ++i;
    return i;
  }

  bool step_over_end() {
    if (at_ >= text_.size()) return true;
    if (text_[at_] == separator_) {
      ++at_;
      pending_ = true;  // a separator is always followed by one more field, be it empty
      return false;
    }
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    return true;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  bool pending_ = false;
};

/// How well rows split at `separator`: many columns, and the same number of them in most rows.
double fitness(std::string_view text, char separator) {
  Fields fields(text, separator);
  std::map<std::size_t, std::size_t> rows_of_width;
  std::size_t rows = 0, width = 0;
  bool blank = true;
  while (!fields.at_end() && rows < sample_rows) {
    const auto field = fields.next();
    ++width;
    blank = blank && field.value.empty();
    if (!field.ends_row) continue;
    if (!blank) {
      ++rows;
      ++rows_of_width[width];
    }
    width = 0;
    blank = true;
  }
  double best = 0;
  for (const auto& [columns, count] : rows_of_width) {
    const double share = static_cast<double>(count) / static_cast<double>(rows);
    best = std::max(best, share * share * static_cast<double>(columns - 1));
  }
  return best;
}

char sniff_separator(std::string_view text) {
  char best = separators.front();
  double best_fitness = 0;
  for (const char separator : separators) {
    const double fits = fitness(text, separator);
    if (fits > best_fitness) {
      best = separator;
      best_fitness = fits;
    }
  }
  return best;
}

/// The separator of Excel's first line "sep=;", which is no row of the table.
std::optional<char> declared_separator(std::string_view text) {
  if (text.size() < 5 || !text.starts_with("sep=")) return std::nullopt;
  const bool alone = text.size() == 5 || text[5] == '\n' || text[5] == '\r';
  return alone ? std::optional(text[4]) : std::nullopt;
}

void add_cell(Document& document, Id<Row> row, std::uint32_t column, const Fields::Field& field) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.span.begin = static_cast<std::uint32_t>(document.text.size());
  document.text += field.value;
  cell.span.end = static_cast<std::uint32_t>(document.text.size());
  document.text += field.ends_row ? '\n' : '\t';
  if (field.damaged) document.problems.push_back({"input.damaged", "a quotation mark that opens a cell is never closed", cell.span, 1});
  document.cells.add(cell);
}

void read_rows(Fields fields, Document& document, Id<TextTable> table, std::uint32_t first_row, const Limits& limits) {
  Row row;
  row.table = table;
  row.number = first_row;
  Id<Row> current;
  std::uint32_t column = 0;
  while (!fields.at_end()) {
    if (document.cells.size() >= limits.cells || document.rows.size() >= limits.cells) {
      document.problems.push_back({"input.limit", "more than " + std::to_string(limits.cells) + " cells; the rest was not read", {}, 1});
      return;
    }
    const Fields::Field field = fields.next();
    if (column == 0) current = document.rows.add(row);
    const bool blank_line = column == 0 && field.ends_row && field.value.empty();
    if (!blank_line) add_cell(document, current, column, field);
    ++column;
    if (!field.ends_row) continue;
    document.tables[table].columns = std::max(document.tables[table].columns, column);
    ++row.number;
    column = 0;
  }
}

}  // namespace

void read_csv(std::string_view bytes, Document& document, const Limits& limits) {
  if (bytes.size() > limits.file_bytes) {
    document.problems.push_back({"input.limit", "larger than " + std::to_string(limits.file_bytes >> 20U) + " MiB; not read", {}, 1});
    return;
  }
  const DecodedText decoded = decode_text(bytes);
  std::string_view text = decoded.text;
  const auto declared = declared_separator(text);
  std::uint32_t first_row = 1;
  if (declared) {
    const std::size_t line = text.find_first_of("\r\n");
    text.remove_prefix(line == std::string_view::npos ? text.size() : line + (text.substr(line, 2) == "\r\n" ? 2 : 1));
    first_row = 2;
  }
  const char separator = declared ? *declared : sniff_separator(text);
  document.properties["encoding"] = decoded.encoding;
  document.properties["separator"] = std::string(1, separator);
  if (decoded.damaged)
    document.problems.push_back({"input.damaged", "some bytes are no characters of " + decoded.encoding + " and are read as U+FFFD", {}, 1});
  document.parts.push_back(document.path);
  const Id<TextTable> table = document.tables.add({});
  document.text.reserve(text.size() + 1);
  read_rows(Fields(text, separator), document, table, first_row, limits);
  document.tables[table].span = {0, static_cast<std::uint32_t>(document.text.size())};
}

}  // namespace dovetail
