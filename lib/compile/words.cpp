// One pass over each view's words; forms are interned in the order of their first appearance.
#include "compile/words.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "compile/definition_forms.h"
#include "compile/history.h"
#include "compile/numbers.h"
#include "model/locate.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

class Compiler {
 public:
  Compiler(const Document& document, Unit& unit) : document_(document), unit_(unit) {}

  void run(View view) {
    const auto& projection = unit_.projection(view);
    mark_headings(view);
    for (std::size_t i = 0; i < projection.lines.size(); ++i) {
      const auto& paragraph = document_.paragraphs[projection.lines[i].paragraph];
      if (paragraph.part == Part::header || paragraph.part == Part::footer || paragraph.part == Part::comment) continue;
      if (is_contents_line(document_, projection, i)) continue;
      const bool head_row = paragraph.cell && is_heading_cell(paragraph.cell);
      line(view, i, headings_[i] || head_row || has_heading_style(document_, projection, i));
    }
  }

  /// Merges the two views' words: equal places are one word.
  void merge() {
    auto& words = unit_.words;
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return std::pair(a.begin, a.length) < std::pair(b.begin, b.length); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (kept > 0 && words[kept - 1].begin == words[i].begin && words[kept - 1].length == words[i].length && words[kept - 1].form == words[i].form)
        for (const View view : both_views) words[kept - 1].flags[index(view)] |= words[i].flags[index(view)];
      else
        words[kept++] = words[i];
    }
    words.resize(kept);
  }

 private:
  /// Cells whose capitals say nothing: header rows, marked as such or the first of brief cells, and tables of a document's history.
  bool is_heading_cell(Id<Cell> cell) {
    const auto& row = document_.rows[document_.cells[cell].row];
    if (row.header) return true;
    const auto [known, fresh] = tables_.try_emplace(row.table);
    if (fresh) known->second = {is_history_table(document_, row.table), header_row(row.table)};
    return known->second.history || known->second.header == document_.cells[cell].row;
  }

  /// The first row of a table of several columns and rows, when each of its cells is a few words and none is empty.
  Id<Row> header_row(Id<TextTable> table) const {
    const auto& span = document_.tables[table].span;
    auto cell =
        std::lower_bound(document_.cells.begin(), document_.cells.end(), span.begin, [](const Cell& c, std::uint32_t o) { return c.span.begin < o; });
    if (cell == document_.cells.end() || document_.rows[cell->row].table != table) return {};
    const auto row = cell->row;
    std::size_t cells = 0;
    for (; cell != document_.cells.end() && cell->row == row; ++cell, ++cells) {
      const auto text = trim(slice(document_.text, cell->span));
      if (text.empty() || text.ends_with(';') || words(text).size() > 6) return {};
    }
    const bool more = cell != document_.cells.end() && document_.rows[cell->row].table == table;
    return cells >= 3 && more ? row : Id<Row>();
  }

  void mark_headings(View view) {
    headings_.assign(unit_.projection(view).lines.size(), false);
    for (const auto& provision : unit_.provisions)
      if (provision.views.has(view) && !provision.heading[index(view)].empty()) headings_[provision.lines[index(view)].begin] = true;
  }

  void line(View view, std::size_t i, bool heading) {
    const auto& projection = unit_.projection(view);
    const auto& span = projection.lines[i].span;
    const auto text = slice(projection.text, span);
    const bool shouting = all_upper(text) && text.size() > 3;
    std::uint32_t before = 0;
    const auto number = typed_number_length(text);
    bool first = true, quoted = false, single = false;
    for (const auto word : words(text)) {
      const auto gap = slice(text, {before, word.begin});
      quoted = quoted != (std::count(gap.begin(), gap.end(), '"') % 2 == 1);
      if (single && gap.starts_with("'")) single = false;
      if (opens_quotation(text, gap, word.begin)) single = true;
      Word out;
      const auto source = projection.to_source({span.begin + word.begin, span.begin + word.end});
      out.begin = source.begin;
      out.length = static_cast<std::uint16_t>(std::min<std::uint32_t>(source.size(), 0xFFFF));
      auto& flags = out.flags[index(view)];
      flags = flags_of(slice(text, word), gap, first);
      if (before <= number && word.begin >= number && number > 0) flags |= Word::sentence_start;  // "2.3 Access …"
      if (heading || shouting) flags |= Word::heading;
      if (quoted || single) flags |= Word::quoted;
      out.form = form_of(slice(text, word));
      out.line = projection.lines[i].paragraph.value;
      unit_.words.push_back(out);
      before = word.end;
      first = false;
    }
  }

  /// An apostrophe directly before a word and behind a space or bracket, with another behind some word of the line.
  static bool opens_quotation(std::string_view text, std::string_view gap, std::uint32_t word) {
    if (!gap.ends_with("'") || (gap.size() > 1 && std::string_view(" (/:,").find(gap[gap.size() - 2]) == std::string_view::npos)) return false;
    for (auto close = text.find('\'', word); close != std::string_view::npos; close = text.find('\'', close + 1))
      if (close + 1 >= text.size() || std::string_view(" .,;:)]").find(text[close + 1]) != std::string_view::npos) return true;
    return false;
  }

  static std::uint16_t flags_of(std::string_view word, std::string_view gap, bool first) {
    std::uint16_t flags = Word::here;
    // "5WD": the capital of what is written on to a figure.
    const auto letters = word.find_first_not_of("0123456789.");
    if (starts_upper(letters == std::string_view::npos ? word : word.substr(letters))) flags |= Word::upper;
    if (all_upper(word)) flags |= Word::all_upper;
    const bool ends_sentence =
        gap.find(". ") != std::string_view::npos || gap.find("? ") != std::string_view::npos || gap.find("! ") != std::string_view::npos;
    // What follows a number, a colon, a semicolon or a bracketed label begins anew.
    const bool begins = ends_sentence || gap.find(": ") != std::string_view::npos || gap.find(") ") != std::string_view::npos ||
                        gap.find("; ") != std::string_view::npos || gap.find("\xE2\x80\xA2") != std::string_view::npos;
    if (first || begins) flags |= Word::sentence_start;
    if (first)
      flags |= Word::breaks_before;
    else if (gap == " " || gap == "  ")
      flags |= Word::space_before;
    else if (gap != "-" && gap != "/" && gap != "&" && gap != " & ")
      flags |= Word::breaks_before;
    return flags;
  }

  std::uint32_t form_of(std::string_view word) {
    const auto [at, fresh] = forms_.try_emplace(std::string(word), static_cast<std::uint32_t>(unit_.forms.size()));
    if (fresh) unit_.forms.emplace_back(word);
    return at->second;
  }

  const Document& document_;
  Unit& unit_;
  struct TableFacts {
    bool history = false;
    Id<Row> header;
  };
  std::vector<bool> headings_;
  std::map<Id<TextTable>, TableFacts> tables_;
  std::unordered_map<std::string, std::uint32_t> forms_;
};

}  // namespace

void compile_words(const Document& document, Unit& unit) {
  Compiler compiler(document, unit);
  compiler.run(View::proposed);
  if (unit.has_changes) {
    compiler.run(View::baseline);
    compiler.merge();
    return;
  }
  for (auto& word : unit.words) word.flags[0] = word.flags[1];
}

}  // namespace dovetail
