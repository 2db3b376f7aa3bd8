// Which tables of a text are interface and timetable tables, and which of their columns mean what.
#include "compile/timetable_layout.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t header_search = 5;  // rows looked at for a header: a title and a note may stand above it

/// What a header cell may mean. `carrier` is INTERFACE or MESSAGE: the information where no other column is, else the method.
enum class HeaderWord : std::uint8_t { ref, when, action, from, to, information, method, carrier };

constexpr std::pair<std::string_view, HeaderWord> header_words[] = {{"ref", HeaderWord::ref},
                                                                    {"reference", HeaderWord::ref},
                                                                    {"ref no", HeaderWord::ref},
                                                                    {"step", HeaderWord::ref},
                                                                    {"step no", HeaderWord::ref},
                                                                    {"step number", HeaderWord::ref},
                                                                    {"step ref", HeaderWord::ref},
                                                                    {"step reference", HeaderWord::ref},
                                                                    {"no", HeaderWord::ref},
                                                                    {"when", HeaderWord::when},
                                                                    {"timing", HeaderWord::when},
                                                                    {"timings", HeaderWord::when},
                                                                    {"timescale", HeaderWord::when},
                                                                    {"timescales", HeaderWord::when},
                                                                    {"by when", HeaderWord::when},
                                                                    {"deadline", HeaderWord::when},
                                                                    {"time limit", HeaderWord::when},
                                                                    {"timeframe", HeaderWord::when},
                                                                    {"time frame", HeaderWord::when},
                                                                    {"time", HeaderWord::when},
                                                                    {"action", HeaderWord::action},
                                                                    {"actions", HeaderWord::action},
                                                                    {"activity", HeaderWord::action},
                                                                    {"description", HeaderWord::action},
                                                                    {"action description", HeaderWord::action},
                                                                    {"process step", HeaderWord::action},
                                                                    {"task", HeaderWord::action},
                                                                    {"step description", HeaderWord::action},
                                                                    {"activity description", HeaderWord::action},
                                                                    {"from", HeaderWord::from},
                                                                    {"sender", HeaderWord::from},
                                                                    {"from party", HeaderWord::from},
                                                                    {"originator", HeaderWord::from},
                                                                    {"sent by", HeaderWord::from},
                                                                    {"from role", HeaderWord::from},
                                                                    {"source", HeaderWord::from},
                                                                    {"to", HeaderWord::to},
                                                                    {"receiver", HeaderWord::to},
                                                                    {"receivers", HeaderWord::to},
                                                                    {"recipient", HeaderWord::to},
                                                                    {"recipients", HeaderWord::to},
                                                                    {"to party", HeaderWord::to},
                                                                    {"sent to", HeaderWord::to},
                                                                    {"to role", HeaderWord::to},
                                                                    {"information", HeaderWord::information},
                                                                    {"information required", HeaderWord::information},
                                                                    {"info required", HeaderWord::information},
                                                                    {"information flow", HeaderWord::information},
                                                                    {"information exchanged", HeaderWord::information},
                                                                    {"data flow", HeaderWord::information},
                                                                    {"dataflow", HeaderWord::information},
                                                                    {"flow", HeaderWord::information},
                                                                    {"data", HeaderWord::information},
                                                                    {"data item", HeaderWord::information},
                                                                    {"data items", HeaderWord::information},
                                                                    {"information sent", HeaderWord::information},
                                                                    {"method", HeaderWord::method},
                                                                    {"means", HeaderWord::method},
                                                                    {"mechanism", HeaderWord::method},
                                                                    {"medium", HeaderWord::method},
                                                                    {"media", HeaderWord::method},
                                                                    {"channel", HeaderWord::method},
                                                                    {"transport", HeaderWord::method},
                                                                    {"method of communication", HeaderWord::method},
                                                                    {"communication method", HeaderWord::method},
                                                                    {"means of communication", HeaderWord::method},
                                                                    {"interface", HeaderWord::carrier},
                                                                    {"interface id", HeaderWord::carrier},
                                                                    {"interfaces", HeaderWord::carrier},
                                                                    {"message", HeaderWord::carrier},
                                                                    {"messages", HeaderWord::carrier},
                                                                    {"message id", HeaderWord::carrier},
                                                                    {"message name", HeaderWord::carrier},
                                                                    {"market message", HeaderWord::carrier},
                                                                    {"market messages", HeaderWord::carrier},
                                                                    {"market message name", HeaderWord::carrier}};

using Header = std::vector<std::optional<HeaderWord>>;

// Case folded, letters and digits alone, other characters as one space.
std::string bare_words(std::string_view text) {
  std::string bare;
  for (const char c : fold(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || byte >= 0x80;
    if (kept)
      bare += c;
    else if (!bare.empty() && bare.back() != ' ')
      bare += ' ';
  }
  if (!bare.empty() && bare.back() == ' ') bare.pop_back();
  return bare;
}

std::optional<HeaderWord> header_word(std::string_view text) {
  if (text.size() > 80) return std::nullopt;
  const std::string bare = bare_words(text);
  for (const auto& [words, meaning] : header_words)
    if (words == bare) return meaning;
  if (bare.starts_with("information required")) return HeaderWord::information;
  return std::nullopt;
}

bool has(const Header& header, HeaderWord word) { return std::find(header.begin(), header.end(), word) != header.end(); }

// Enough columns that no history, role list or interface list is taken for a timetable.
bool is_header(const Header& header) {
  const auto known = std::count_if(header.begin(), header.end(), [](const auto& word) { return word.has_value(); });
  const bool ref = has(header, HeaderWord::ref), when = has(header, HeaderWord::when), action = has(header, HeaderWord::action);
  const bool parties = has(header, HeaderWord::from) && has(header, HeaderWord::to);
  return known >= 3 && ((when && action) || (when && parties) || (ref && action && parties));
}

Header read_header(const Document& document, const TableIndex& index, Id<Row> row, View view, std::size_t columns) {
  Header header(columns);
  for (const Id<Cell> id : index.cells(row)) {
    const Cell& cell = document.cells[id];
    if (cell.continues_above || cell.column >= columns) continue;
    const auto word = header_word(cell_text(document, id, view));
    const std::size_t end = std::min<std::size_t>(columns, std::size_t{cell.column} + std::max<std::uint32_t>(cell.columns, 1));
    for (std::size_t column = cell.column; column < end; ++column) header[column] = word;
  }
  return header;
}

// The lower row's words win; the upper row's stand where the lower has none ("PARTICIPANTS" over "FROM" and "TO").
Header laid_over(Header upper, const Header& lower) {
  for (std::size_t column = 0; column < upper.size(); ++column)
    if (lower[column]) upper[column] = lower[column];
  return upper;
}

std::vector<std::optional<TimetableColumn>> columns_of(const Header& header) {
  std::vector<std::optional<TimetableColumn>> columns(header.size());
  const bool carries = !has(header, HeaderWord::information);
  const bool means = !has(header, HeaderWord::method);
  for (std::size_t column = 0; column < header.size(); ++column) {
    if (!header[column]) continue;
    if (*header[column] == HeaderWord::carrier)
      columns[column] = carries || !means ? TimetableColumn::information : TimetableColumn::method;
    else
      columns[column] = static_cast<TimetableColumn>(*header[column]);
  }
  return columns;
}

std::size_t columns_in(const Document& document, const TableIndex& index, Id<TextTable> table) {
  std::size_t columns = 0;
  for (const Id<Row> row : index.rows(table))
    for (const Id<Cell> cell : index.cells(row))
      columns = std::max(columns, std::size_t{document.cells[cell].column} + std::max<std::uint32_t>(document.cells[cell].columns, 1));
  return std::min<std::size_t>(columns, 64);  // Word's own limit is 63
}

struct Headed {
  Header header;
  std::size_t first = 0, last = 0;  // rows of the header, last included
};

std::optional<Headed> find_header(const Document& document, const TableIndex& index, Id<TextTable> table, std::size_t columns) {
  const auto& rows = index.rows(table);
  for (const View view : {View::proposed, View::baseline}) {
    Header above(columns);
    for (std::size_t n = 0; n < std::min(rows.size(), header_search); ++n) {
      const Header header = read_header(document, index, rows[n], view, columns);
      if (is_header(header)) return Headed{laid_over(above, header), n, n};
      const bool any = std::any_of(header.begin(), header.end(), [](const auto& word) { return word.has_value(); });
      const Header both = laid_over(above, header);
      if (any && n > 0 && is_header(both)) return Headed{both, n - 1, n};
      above = header;
    }
  }
  return std::nullopt;
}

// Which rows only repeat the header, as on each new page.
std::vector<bool> header_rows(const Document& document, const TableIndex& index, Id<TextTable> table, const std::optional<Headed>& headed,
                              std::size_t columns) {
  const auto& rows = index.rows(table);
  std::vector<bool> header(rows.size());
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const bool above = headed && n <= headed->last;
    header[n] = above || is_header(read_header(document, index, rows[n], View::proposed, columns)) ||
                is_header(read_header(document, index, rows[n], View::baseline, columns));
  }
  return header;
}

bool follows_directly(const Document& document, const TextTable& before, const TextTable& table) {
  if (before.part != table.part || before.source != table.source || before.outer != table.outer || before.span.end > table.span.begin) return false;
  return squeeze(slice(document.text, {before.span.end, table.span.begin})).empty();
}

bool is_running_text(const Document& document) { return document.kind != FileKind::csv && document.kind != FileKind::xlsx; }

}  // namespace

TableIndex::TableIndex(const Document& document) : rows_(document.tables.size()), cells_(document.rows.size()) {
  for (std::size_t n = 0; n < document.rows.size(); ++n) {
    const Id<Row> id = Table<Row>::id_at(n);
    if (document.rows[id].table) rows_[document.rows[id].table.value].push_back(id);
  }
  for (std::size_t n = 0; n < document.cells.size(); ++n) {
    const Id<Cell> id = Table<Cell>::id_at(n);
    if (document.cells[id].row) cells_[document.cells[id].row.value].push_back(id);
  }
}

std::string cell_text(const Document& document, Id<Cell> cell, View view) {
  if (!visible(document, cell, view)) return {};
  const Span span = document.cells[cell].span;
  std::string text;
  auto run = std::upper_bound(document.runs.begin(), document.runs.end(), span.begin,
                              [](std::uint32_t offset, const Run& r) { return offset < r.span.end; });
  for (; run != document.runs.end() && run->span.begin < span.end; ++run)
    if (visible(*run, view)) text += slice(document.text, {std::max(run->span.begin, span.begin), std::min(run->span.end, span.end)});
  return squeeze(normalise(text));
}

std::vector<TimetableLayout> timetable_layouts(const Document& document, const TableIndex& index) {
  std::vector<TimetableLayout> layouts;
  if (!is_running_text(document)) return layouts;
  for (std::size_t n = 0; n < document.tables.size(); ++n) {
    const Id<TextTable> table = Table<TextTable>::id_at(n);
    const std::size_t columns = columns_in(document, index, table);
    const auto headed = find_header(document, index, table, columns);
    if (headed) {
      layouts.push_back({table, columns_of(headed->header), header_rows(document, index, table, headed, columns)});
    } else if (!layouts.empty() && layouts.back().columns.size() == columns &&
               follows_directly(document, document.tables[layouts.back().table], document.tables[table])) {
      layouts.push_back({table, layouts.back().columns, header_rows(document, index, table, std::nullopt, columns)});
    }
  }
  return layouts;
}

}  // namespace dovetail
