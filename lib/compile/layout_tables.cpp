// Precision first: a register of rows "1 | Supplier | Yes" must never become provisions.
#include "compile/layout_tables.h"

#include <algorithm>
#include <vector>

#include "compile/first_cell.h"
#include "text/labels.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

enum class Holds { nothing, figure, number, automatic, words, sentence };

const Paragraph* first_paragraph(const Document& document, const Cell& cell) {
  const auto found = std::lower_bound(document.paragraphs.begin(), document.paragraphs.end(), cell.span.begin,
                                      [](const Paragraph& p, std::uint32_t offset) { return p.span.begin < offset; });
  return found == document.paragraphs.end() || found->span.begin >= cell.span.end ? nullptr : &*found;
}

Holds what_holds(const Document& document, View view, const Cell& cell) {
  const auto text = trim(slice(document.text, cell.span));
  if (text.empty()) {
    const auto* paragraph = first_paragraph(document, cell);
    const auto* format = paragraph && paragraph->format[index(view)] ? &document.paragraph_formats[paragraph->format[index(view)]] : nullptr;
    return paragraph && !paragraph->number[index(view)].empty() && !(format && format->bullet) ? Holds::automatic : Holds::nothing;
  }
  if (text.size() < 20) {
    const auto found = read_number(text, 0);
    if (found && found->span.end == text.size()) {
      const bool alone = found->shape == NumberShape::decimal && found->number.find('.') == std::string::npos && !text.ends_with('.');
      return alone ? Holds::figure : Holds::number;
    }
  }
  const bool sentence =
      text.size() > 60 || ((text.ends_with('.') || text.ends_with(';') || text.ends_with(':')) && text.find(' ') != std::string_view::npos);
  return sentence ? Holds::sentence : Holds::words;
}

struct Counts {
  std::size_t rows = 0, numbered = 0, marked = 0, sentences = 0, odd = 0;
};

/// One row by what its cells hold, from left to right: numbers, then a text, then nothing.
void count_row(const std::vector<Holds>& cells, Counts& counts) {
  std::size_t at = 0, numbers = 0, marked = 0, texts = 0;
  for (; at < cells.size() && cells[at] != Holds::words && cells[at] != Holds::sentence; ++at) {
    numbers += cells[at] != Holds::nothing;
    marked += cells[at] == Holds::number || cells[at] == Holds::automatic;
  }
  const bool sentence = at < cells.size() && cells[at] == Holds::sentence;
  for (; at < cells.size(); ++at) texts += cells[at] != Holds::nothing;
  if (numbers == 0 && texts == 0) return;
  ++counts.rows;
  counts.numbered += numbers > 0 && texts == 1;
  counts.marked += marked > 0;
  counts.sentences += sentence;
  counts.odd += texts != 1 || numbers > 2;
}

}  // namespace

bool is_number_cell(const Document& document, View view, const Cell& cell) {
  const auto holds = what_holds(document, view, cell);
  return holds == Holds::figure || holds == Holds::number || holds == Holds::automatic;
}

bool is_layout_table(const Document& document, View view, Id<TextTable> id) {
  const auto& table = document.tables[id];
  if (table.columns < 2 || table.columns > 4) return false;
  const auto first = first_cell(document, id);
  Counts counts;
  std::vector<Holds> cells;
  Id<Row> row;
  for (auto cell = first; cell != document.cells.end() && cell->span.begin < table.span.end; ++cell) {
    if (document.rows[cell->row].table != id) return false;  // tables inside tables lay out something else
    if (document.rows[cell->row].header) return false;
    if (cell->row != row) {
      count_row(cells, counts);
      cells.clear();
      row = cell->row;
    }
    cells.push_back(what_holds(document, view, *cell));
  }
  count_row(cells, counts);
  if (counts.numbered < 2 || counts.odd * 5 > counts.rows || counts.numbered * 5 < counts.rows * 3) return false;
  return counts.marked * 2 >= counts.numbered ? counts.sentences > 0 : counts.sentences * 3 >= counts.numbered * 2;
}

}  // namespace dovetail
