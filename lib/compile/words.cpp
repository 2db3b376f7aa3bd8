// One pass over each view's words; forms are interned in the order of their first appearance.
#include "compile/words.h"

#include <algorithm>
#include <map>
#include <optional>

#include "compile/definition_forms.h"
#include "compile/first_cell.h"
#include "compile/history.h"
#include "compile/numbers.h"
#include "compile/word_forms.h"
#include "model/locate.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

class WordsCompiler {
 public:
  WordsCompiler(const Document& document, Unit& unit) : document_(document), unit_(unit), forms_(unit.forms) {}

  /// The words of the proposed view; those of lines that no revision touches are the baseline's too.
  void run() {
    const auto& projection = unit_.projection(View::proposed);
    unit_.words.reserve(projection.text.size() / 6);  // an English word with its space
    mark_headings(View::proposed);
    done_.resize(projection.lines.size());
    for (std::size_t i = 0; i < projection.lines.size(); ++i) {
      auto& done = done_[i];
      done.begin = unit_.words.size();
      done.heading = in_heading(View::proposed, i);
      if (is_text_line(document_, unit_.projection(View::proposed), i)) line(View::proposed, i, done.heading);
      done.end = unit_.words.size();
    }
  }

  /// The words that only the baseline view has, put between the others: equal places are one word.
  void add_baseline(const CommonLines& common) {
    const auto proposed = static_cast<std::ptrdiff_t>(unit_.words.size());
    const auto& projection = unit_.projection(View::baseline);
    mark_headings(View::baseline);
    for (std::size_t i = 0; i < projection.lines.size(); ++i) {
      const auto same = common.proposed(static_cast<std::uint32_t>(i));
      const bool heading = in_heading(View::baseline, i);
      if (same != CommonLines::none && done_[same].heading == heading)
        for (auto w = done_[same].begin; w < done_[same].end; ++w) unit_.words[w].flags[0] = unit_.words[w].flags[1];
      else if (is_text_line(document_, unit_.projection(View::baseline), i))
        line(View::baseline, i, heading);
    }
    merge(proposed);
  }

 private:
  /// What was made of a line of the proposed view.
  struct Done {
    std::size_t begin = 0, end = 0;  // of Unit::words
    bool heading = false;
  };

  bool in_heading(View view, std::size_t i) {
    const auto& projection = unit_.projection(view);
    const auto cell = document_.paragraphs[projection.lines[i].paragraph].cell;
    return headings_[i] || (cell && is_heading_cell(cell)) || has_heading_style(document_, projection, i);
  }

  void merge(std::ptrdiff_t proposed) {
    auto& words = unit_.words;
    const auto before = [](const Word& a, const Word& b) { return std::pair(a.begin, a.length) < std::pair(b.begin, b.length); };
    const auto middle = words.begin() + proposed;
    if (!std::is_sorted(words.begin(), middle, before)) std::stable_sort(words.begin(), middle, before);
    if (!std::is_sorted(middle, words.end(), before)) std::stable_sort(middle, words.end(), before);
    std::inplace_merge(words.begin(), middle, words.end(), before);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (kept > 0 && words[kept - 1].begin == words[i].begin && words[kept - 1].length == words[i].length && words[kept - 1].form == words[i].form)
        for (const View view : both_views) words[kept - 1].flags[index(view)] |= words[i].flags[index(view)];
      else
        words[kept++] = words[i];
    }
    words.resize(kept);
  }

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
    auto cell = first_cell(document_, table);
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
    const auto number = typed_number_length(text);
    const auto of_line = static_cast<Word::Flags>(heading || shouting ? Word::heading : 0);
    const auto paragraph = projection.lines[i].paragraph.value;
    std::uint32_t before = 0;
    bool first = true, quoted = false, single = false;
    SourceCursor cursor(projection);
    const auto distance = distance_of(projection, span);
    for (const auto word : words(text)) {
      Word::Flags flags = of_line;
      if (word.begin == before + 1 && text[before] == ' ' && !first) {  // nearly always
        flags |= Word::space_before;
      } else {
        const auto gap = slice(text, {before, word.begin});
        flags |= place_of(gap, first);
        quoted = quoted != (std::count(gap.begin(), gap.end(), '"') % 2 == 1);
        if (single && gap.starts_with("'")) single = false;
        if (opens_quotation(text, gap, word.begin)) single = true;
      }
      Word out;
      const Span here{span.begin + word.begin, span.begin + word.end};
      const auto source = distance ? Span{here.begin + *distance, here.end + *distance} : cursor.to_source(here);
      out.begin = source.begin;
      out.length = static_cast<std::uint16_t>(std::min<std::uint32_t>(source.size(), 0xFFFF));
      out.form = form_of({text.data() + word.begin, word.size()});
      flags |= capitals_[out.form];
      if (before <= number && word.begin >= number && number > 0) flags |= Word::sentence_start;  // "2.3 Access …"
      if (quoted || single) flags |= Word::quoted;
      out.flags[index(view)] = flags;
      out.line = paragraph;
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

  /// What the letters of a word say, wherever it stands.
  static Word::Flags capitals_of(std::string_view word) {
    Word::Flags flags = Word::here;
    // "5WD": the capital of what is written on to a figure.
    const auto letters = word.find_first_not_of("0123456789.");
    if (starts_upper(letters == std::string_view::npos ? word : word.substr(letters))) flags |= Word::upper;
    if (all_upper(word)) flags |= Word::all_upper;
    return flags;
  }

  /// What stands before a word says about it.
  static Word::Flags place_of(std::string_view gap, bool first) {
    Word::Flags flags = 0;
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
    const auto form = forms_.of(word);
    if (form == capitals_.size()) capitals_.push_back(capitals_of(word));
    return form;
  }

  /// How far a line of the view stands from its bytes in the buffer where each stands for itself, as nearly always; nothing where it has to be asked
  /// word by word. Lines are asked for in their order.
  std::optional<std::uint32_t> distance_of(const Projection& projection, Span line) {
    const auto& pieces = projection.pieces;
    if (piece_ >= pieces.size() || pieces[piece_].output.begin > line.begin) piece_ = 0;
    while (piece_ < pieces.size() && pieces[piece_].output.end <= line.begin) ++piece_;
    if (piece_ == pieces.size()) return std::nullopt;
    const auto& piece = pieces[piece_];
    if (piece.output.begin > line.begin || line.end > piece.output.end || piece.output.size() != piece.source.size()) return std::nullopt;
    return piece.source.begin - piece.output.begin;  // modulo 2^32: a buffer may be longer than the view, or shorter
  }

  const Document& document_;
  Unit& unit_;
  struct TableFacts {
    bool history = false;
    Id<Row> header;
  };
  std::vector<bool> headings_;
  std::vector<Done> done_;  // per line of the proposed view
  std::map<Id<TextTable>, TableFacts> tables_;
  WordForms forms_;
  std::vector<Word::Flags> capitals_;  // per form
  std::size_t piece_ = 0;              // of the projection at hand
};

}  // namespace

void compile_words(const Document& document, const CommonLines& common, Unit& unit) {
  WordsCompiler compiler(document, unit);
  compiler.run();
  if (unit.has_changes)
    compiler.add_baseline(common);
  else
    for (auto& word : unit.words) word.flags[0] = word.flags[1];
}

}  // namespace dovetail
