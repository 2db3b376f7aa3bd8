// One pass over the lines, then what only several lines together can show.
#include "compile/outline_lines.h"

#include <map>

#include "compile/contents_pages.h"
#include "compile/history.h"
#include "compile/layout_tables.h"
#include "compile/outline.h"
#include "compile/outline_view.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

class Looker {
 public:
  Looker(const Document& document, const Projection& projection, const Profile& profile, const DivisionPatterns& divisions)
      : document_(document), projection_(projection), profile_(profile), divisions_(divisions) {}

  OutlineLines run() {
    out_.facts.resize(projection_.lines.size());
    body_.assign(projection_.lines.size(), false);
    for (std::size_t i = 0; i < facts().size(); ++i) look_at(i);
    read_quotations();
    drop_contents();
    drop_worded();
    drop_history();
    drop_front_matter();
    find_restarts();
    find_body_end();
    return std::move(out_);
  }

 private:
  enum class TableUse { other, definitions, layout };

  std::vector<LineFacts>& facts() { return out_.facts; }
  std::string_view text(std::size_t line) const { return slice(projection_.text, projection_.lines[line].span); }
  const Paragraph& paragraph(std::size_t line) const { return document_.paragraphs[projection_.lines[line].paragraph]; }

  void look_at(std::size_t i) {
    auto& facts = out_.facts[i];
    if (paragraph(i).part != Part::body || is_contents_line(document_, projection_, i)) {
      facts.skipped = true;
      return;
    }
    if (paragraph(i).cell) return look_at_cell(i, paragraph(i).cell);
    body_[i] = true;
    facts.number = read_line_number(document_, projection_, i, divisions_);
    if (!facts.number.any()) facts.entry = entry_term(text(i));
  }

  void look_at_cell(std::size_t i, Id<Cell> cell) {
    out_.facts[i].skipped = true;
    const auto& c = document_.cells[cell];
    const auto table = document_.rows[c.row].table;
    if (table != known_table_) {
      known_table_ = table;
      first_row_ = c.row;
      use_ = is_definition_table(document_, table)                 ? TableUse::definitions
             : is_layout_table(document_, projection_.view, table) ? TableUse::layout
                                                                   : TableUse::other;
    }
    if (use_ == TableUse::definitions) look_at_term(i, cell);
    if (use_ == TableUse::layout) look_at_layout(i, cell);
  }

  /// The left cells of a definition table begin entries.
  void look_at_term(std::size_t i, Id<Cell> cell) {
    const auto& c = document_.cells[cell];
    if (c.column != 0 || document_.rows[c.row].header) return;
    if (i > 0 && document_.paragraphs[projection_.lines[i - 1].paragraph].cell == cell) return;
    const auto folded = fold_phrase(text(i));
    if (c.row == first_row_ && (folded == "term" || folded == "acronym" || folded == "abbreviation" || folded == "expression" ||
                                folded == "definition" || folded == "defined term"))
      return;
    auto term = trim(text(i));
    while (!term.empty() && (term.front() == '"' || term.front() == '\'')) term.remove_prefix(1);
    while (!term.empty() && (term.back() == '"' || term.back() == '\'' || term.back() == ':')) term.remove_suffix(1);
    if (!term.empty() && term.size() < 200) out_.facts[i].entry = "\"" + std::string(term) + "\"";
  }

  /// The number cell's line bears the number, the first line behind the number cells its words; items typed in a text cell count too.
  void look_at_layout(std::size_t i, Id<Cell> cell) {
    auto& facts = out_.facts[i];
    if (is_number_cell(document_, projection_.view, document_.cells[cell])) {
      facts.number = read_line_number(document_, projection_, i, divisions_);
      std::size_t words = i + 1;
      const auto in_row = [&](std::size_t line) {
        return line < projection_.lines.size() && paragraph(line).cell && document_.cells[paragraph(line).cell].row == document_.cells[cell].row;
      };
      while (in_row(words) && is_number_cell(document_, projection_.view, document_.cells[paragraph(words).cell])) ++words;
      if (in_row(words)) facts.words = static_cast<std::uint32_t>(words);
    } else {
      const auto number = read_line_number(document_, projection_, i, divisions_);
      if (!number.items.empty() && !number.decimal) facts.number = number;
    }
    facts.skipped = !facts.number.any();
  }

  /// The first number of a quotation stands behind its mark.
  void read_quotations() {
    out_.quotations = find_quotations(projection_, body_);
    quoted_.assign(body_.size(), false);
    for (const auto& quotation : out_.quotations) {
      for (auto i = quotation.begin; i < quotation.end; ++i) quoted_[i] = true;
      if (quotation.skipped == 0) continue;
      auto& facts = out_.facts[quotation.begin];
      if (!facts.number.automatic) facts.number = read_line_number(document_, projection_, quotation.begin, divisions_, quotation.skipped);
    }
  }

  void drop_contents() {
    std::vector<LineNumber> numbers;
    numbers.reserve(facts().size());
    for (const auto& facts : out_.facts) numbers.push_back(facts.number);
    const auto contents = find_contents_pages(projection_, numbers, body_);
    for (std::size_t i = 0; i < contents.size(); ++i)
      if (contents[i]) out_.facts[i] = {}, out_.facts[i].skipped = true;
  }

  /// "Section 1.01 Definitions." begins a provision in texts that number all of theirs so; elsewhere it begins a sentence.
  void drop_worded() {
    std::size_t worded = 0, plain = 0;
    for (const auto& facts : out_.facts) (facts.number.worded ? worded : plain) += facts.number.decimal ? 1U : 0U;
    if (worded == 0 || (worded >= 3 && worded > plain)) return;
    for (auto& facts : out_.facts)
      if (facts.number.worded) facts.number = {};
  }

  /// Rows of an amendment record whose table has become lines (PDF, plain text): their versions are no numbers. Descriptions may wrap.
  void drop_history() {
    constexpr std::size_t longest_wrap = 6;
    for (std::size_t i = 0; i < facts().size(); ++i) {
      if (!body_[i] || !is_history_header(trim(text(i)))) continue;
      std::size_t wrapped = 0;
      for (std::size_t row = i + 1; row < facts().size() && wrapped <= longest_wrap; ++row) {
        if (facts()[row].number.division) break;
        ++wrapped;
        if (!facts()[row].number.decimal) continue;
        if (!is_history_row(trim(text(row)))) break;
        facts()[row].number = {};
        wrapped = 0;
      }
    }
  }

  /// Numbered statements before the body ("1. Reference is made …") are no provisions: numbering begins again at 1 with 1.1 below it.
  void drop_front_matter() {
    std::size_t last_one = facts().size(), last_before = 0, numbers_before = 0, numbers = 0, last_number = 0;
    bool dotted = false;
    for (std::size_t i = 0; i < facts().size() && !dotted; ++i) {
      const auto& n = facts()[i].number;
      if (n.division && profile_.divisions[n.division->level].restarts && numbers == 0) continue;
      if (n.division && profile_.divisions[n.division->level].restarts) break;
      if (!n.decimal || quoted_[i]) continue;
      const auto parts = parts_of(*n.decimal);
      if (parts.size() == 1 && parts.front() == "1") last_one = i, numbers_before = numbers, last_before = last_number;
      dotted = parts.size() > 1;
      ++numbers;
      last_number = i + 1;
    }
    if (last_one == facts().size() || numbers_before == 0 || !dotted) return;
    for (std::size_t i = 0; i < last_one; ++i)
      if (!facts()[i].number.division || i < last_before) facts()[i].number = {};
  }

  /// In a text that fits no profile the numbers say where they begin again: two Parts side by side that begin at 1.
  void find_restarts() {
    if (!profile_.ids.empty()) return;
    std::map<std::size_t, std::vector<std::size_t>> beside;  // of each level: the lines of divisions since an outer one began, that begin at 1
    for (std::size_t i = 0; i < facts().size(); ++i) {
      const auto& division = facts()[i].number.division;
      if (!division) continue;
      if (profile_.divisions[division->level].restarts) {
        beside.clear();
        continue;
      }
      beside.erase(beside.upper_bound(division->level), beside.end());
      if (!begins_at_one(i)) continue;
      auto& group = beside[division->level];
      group.push_back(i);
      if (group.size() > 1)
        for (const auto line : group) facts()[line].restarts = true;
    }
  }

  /// Whether the first number behind a division's heading is 1 or 1.1.
  [[nodiscard]] bool begins_at_one(std::size_t division) const {
    for (auto i = division + 1; i < out_.facts.size(); ++i) {
      const auto& n = out_.facts[i].number;
      if (quoted_[i] || (!n.decimal && !n.division)) continue;
      if (n.division && n.division->level <= out_.facts[division].number.division->level) return false;
      if (n.decimal) return *n.decimal == "1" || n.decimal->starts_with("1.");
    }
    return false;
  }

  /// "(This note is not part of the Order)": with nothing numbered but lists behind it, the text itself is over.
  void find_body_end() {
    static const Pattern note = Pattern::literal("\\(? *(?:this note (?:is|does) not |nid yw'r nodyn hwn yn rhan)", true);
    out_.body_end = facts().size();
    for (std::size_t i = facts().size(); i-- > 0;) {
      if (!body_[i]) continue;
      const auto& n = facts()[i].number;
      if (n.decimal || n.division) return;
      const auto words = trim(text(i));
      if (words.size() < 100 && note.match_at(words, 0)) out_.body_end = i;
    }
  }

  const Document& document_;
  const Projection& projection_;
  const Profile& profile_;
  const DivisionPatterns& divisions_;
  OutlineLines out_;
  std::vector<bool> body_, quoted_;
  Id<TextTable> known_table_;
  TableUse use_ = TableUse::other;
  Id<Row> first_row_;
};

}  // namespace

OutlineLines look_at_lines(const Document& document, const Projection& projection, const Profile& profile, const DivisionPatterns& divisions) {
  return Looker(document, projection, profile, divisions).run();
}

}  // namespace dovetail
