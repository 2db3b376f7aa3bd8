// Precision first: a version or date that only might be the document's is left out.
#include "compile/identity.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "compile/contents_tables.h"
#include "compile/dates.h"
#include "compile/history.h"
#include "compile/history_cells.h"
#include "compile/identity_lines.h"
#include "compile/numbers.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

using What = Statement::What;
using Where = Statement::Where;

constexpr std::size_t longest_line = 160;   // bytes: what is longer is prose
constexpr std::size_t longest_cover = 120;  // lines in front of the first provision

/// An id without what spellings differ in: "BSC Procedure 06", "BSCP 6" and "BSCP06" are BSCP6, "Retail Energy Code Schedule 14" is SCHEDULE14.
std::string id_in_value(std::string_view raw) {
  std::string id;
  for (const char c : raw)
    if (c != ' ' && c != '-') id += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  const auto word = id.find("PROCEDURE");
  if (word != std::string::npos) id.replace(word, 9, "P");
  std::size_t part = 0;  // the innermost part of a code that is named
  for (const std::string_view keyword : {"SECTION", "SCHEDULE", "ANNEX", "APPENDIX", "EXHIBIT"})
    if (const auto at = id.rfind(keyword); at != std::string::npos) part = std::max(part, at);
  id.erase(0, part);
  const auto digit = id.find_first_of("0123456789");
  if (digit != std::string::npos && digit > 0)
    while (digit + 1 < id.size() && id[digit] == '0') id.erase(digit, 1);
  return id;
}

class IdentityCompiler {
 public:
  IdentityCompiler(const Document& document, const Profile& profile, Unit& unit) : document_(document), unit_(unit) {
    for (const auto& id : profile.ids)
      if (auto pattern = Pattern::compile("(" + id + ")(?:[ :.,;(\xE2\x80\x93-]|$)", true)) ids_.push_back(*pattern);
  }

  void run(View view) {
    view_ = view;
    cover_id_.clear();
    const auto& projection = unit_.projection(view);
    const auto body = first_provision();
    for (std::size_t i = 0; i < projection.lines.size(); ++i) {
      const auto& paragraph = document_.paragraphs[projection.lines[i].paragraph];
      if (paragraph.part == Part::header || paragraph.part == Part::footer)
        running_head(i, paragraph.part == Part::header ? Where::header : Where::footer);
      if (paragraph.part != Part::body) continue;
      if (paragraph.cell && i < body) cover_cell(i, paragraph.cell);
      if (paragraph.cell) continue;
      if (is_contents_line(document_, projection, i))
        contents_line(i);
      else if (i < body)
        cover_line(i);
    }
    first_title(body);
    histories();
    for (auto& row : contents_rows(document_, projection)) add(What::heading, Where::contents, std::move(row.words), row.span);
  }

  void finish() {
    for (auto& [key, statement] : found_) unit_.statements.add(std::move(statement));
  }

 private:
  using Key = std::tuple<Span, What, std::string>;

  const Projection& projection() const { return unit_.projection(view_); }
  std::string_view text(std::size_t line) const { return slice(projection().text, projection().lines[line].span); }

  void add(What what, Where where, std::string value, Span in_view, std::uint32_t row = 0) {
    if (value.empty()) return;
    Statement statement{what, where, std::move(value), std::string(trim(slice(projection().text, in_view))), projection().to_source(in_view),
                        {},   row};
    const Key key{statement.span, what, statement.value};
    found_.try_emplace(key, std::move(statement)).first->second.views.add(view_);
  }

  /// The span in the projection of a part of line `line`.
  Span within(std::size_t line, Span part) const {
    const auto begin = projection().lines[line].span.begin;
    return {begin + part.begin, begin + part.end};
  }

  /// One line of the first numbered provision; what stands before it is cover and front matter.
  std::size_t first_provision() const {
    for (const auto& provision : unit_.provisions)
      if (provision.views.has(view_) && provision.kind != ProvisionKind::division)
        return std::min<std::size_t>(provision.lines[index(view_)].begin, longest_cover);
    return std::min<std::size_t>(unit_.body_end[index(view_)], longest_cover);
  }

  void cover_line(std::size_t i) {
    const auto line = text(i);
    if (trim(line).empty() || line.size() > 2 * longest_line) return;
    const auto& paragraph = document_.paragraphs[projection().lines[i].paragraph];
    static const Pattern typed = Pattern::literal(" *(?:[0-9]{1,2}[.)]?|\\([a-z0-9]{1,2}\\)) +");
    static const Pattern self =
        Pattern::literal("(?:(?:this|the) (?:is|document|[a-z]+ procedure|procedure|section|schedule|annex|version)|it (?:is|takes|comes)) ?", true);
    const auto number = typed.match_at(line, 0);
    const auto begin = number ? number->span.end : 0;
    const bool statement = (number || !paragraph.number[index(view_)].empty()) && self.match_at(line, begin).has_value();
    if (statement) return front_statement(i, begin);
    if (line.size() > longest_line || trim(line).ends_with('.')) return;
    leading_id(i, Where::cover);
    if (other_id_) return;  // "XBSCP902 Version 3.0" on the cover of XBSCP901
    versions(i, Where::cover);
    labelled_date(i, Where::cover);
    const auto* format = paragraph.format[index(view_)] ? &document_.paragraph_formats[paragraph.format[index(view_)]] : nullptr;
    if (format && fold(format->style) == "title" && !begins_with_id(line))
      add(What::title, Where::cover, fold_phrase(line), projection().lines[i].span);
  }

  /// "Version: 0.2" in a cell, or "Version" and the value in the cell behind it.
  void cover_cell(std::size_t i, Id<Cell> cell) {
    const auto table = document_.rows[document_.cells[cell].row].table;
    if (table != last_table_) {
      last_table_ = table;
      last_is_history_ = is_history_table(document_, table);
      field_ = CoverField::none;
    }
    const auto line = text(i);
    if (last_is_history_ || trim(line).empty() || line.size() > longest_line) return;
    const bool is_value = field_ != CoverField::none && field_row_ == document_.cells[cell].row && cell != field_cell_;
    if (is_value) cover_value(i);
    field_ = is_value ? CoverField::none : cover_field(line);
    field_row_ = document_.cells[cell].row;
    field_cell_ = cell;
    if (is_value || field_ != CoverField::none) return;
    static const Pattern labelled = Pattern::literal(" *(?:version|effective|implementation date|with effect|date *:)", true);
    if (!labelled.match_at(line, 0)) return;
    versions(i, Where::cover);
    labelled_date(i, Where::cover);
  }

  void cover_value(std::size_t i) {
    static const Pattern shape = Pattern::literal(" *(?:version|v)? *([0-9]+(?:\\.[0-9]+){0,3}) *$", true);
    const auto span = projection().lines[i].span;
    if (field_ == CoverField::id) leading_id(i, Where::cover);
    if (field_ == CoverField::title) add(What::title, Where::cover, fold_phrase(text(i)), span);
    if (field_ == CoverField::date) add_date(i, {0, span.size()}, Where::cover);
    if (field_ != CoverField::version && field_ != CoverField::draft_version) return;
    if (const auto number = shape.match_at(text(i), 0))
      add(field_ == CoverField::version ? What::version : What::draft_version, Where::cover, std::string(slice(text(i), *number->groups[0])),
          within(i, *number->groups[0]));
  }

  /// "2. This is BSC Procedure 507, Version 17.0, relating to …", "3. This Procedure is effective from 1 April 2020."
  void front_statement(std::size_t i, std::uint32_t begin) {
    static const Pattern is = Pattern::literal("this (?:[a-z]+ )?(?:(?:document|procedure|section|schedule|annex) )?is (?:the )?", true);
    if (const auto found = is.match_at(text(i), begin)) {
      versions(i, Where::statement);
      id_at(i, found->span.end, Where::statement);
    }
    labelled_date(i, Where::statement);
  }

  void running_head(std::size_t i, Where where) {
    const auto line = text(i);
    if (line.size() > longest_line) return;
    versions(i, where);
    leading_id(i, where);
    if (const auto date = any_date_in(line)) add_date(i, *date, where);
  }

  void versions(std::size_t i, Where where) {
    if (const auto version = version_in(text(i)))
      add(version->draft ? What::draft_version : What::version, where, std::string(slice(text(i), version->number)), within(i, version->number));
  }

  void labelled_date(std::size_t i, Where where) {
    if (const auto date = labelled_date_in(text(i))) add_date(i, *date, where);
  }

  void add_date(std::size_t i, Span part, Where where) {
    const auto date = read_date(slice(text(i), part));
    if (date.outcome == DateReading::Outcome::date) add(What::date, where, date.iso, within(i, part));
  }

  void leading_id(std::size_t i, Where where) {
    id_at(i, static_cast<std::uint32_t>(std::min(text(i).find_first_not_of(' '), text(i).size())), where);
  }

  bool begins_with_id(std::string_view line) const {
    return std::any_of(ids_.begin(), ids_.end(), [&](const Pattern& pattern) { return pattern.match_at(line, 0).has_value(); });
  }

  /// The longest id of the profile that begins at `at`.
  void id_at(std::size_t i, std::uint32_t at, Where where) {
    std::optional<Span> longest;
    for (const auto& pattern : ids_) {
      const auto found = pattern.match_at(text(i), at);
      if (found && found->groups[0] && (!longest || longest->size() < found->groups[0]->size())) longest = found->groups[0];
    }
    other_id_ = false;
    if (!longest) return;
    const auto value = id_in_value(slice(text(i), *longest));
    // The first id of a cover is the document's; those of other documents follow in lists of what it goes with.
    if (where == Where::cover && cover_id_.empty()) cover_id_ = value;
    other_id_ = where == Where::cover && value != cover_id_;
    if (!other_id_) add(What::id, where, value, within(i, *longest));
  }

  /// "SECTION K: CLASSIFICATION …": the heading of a division that opens the document is its title.
  void first_title(std::size_t body) {
    for (const auto& provision : unit_.provisions) {
      if (!provision.views.has(view_)) continue;
      const auto v = index(view_);
      if (provision.kind != ProvisionKind::division || provision.lines[v].begin > std::min<std::size_t>(body, 12)) return;
      if (!provision.heading[v].empty() && !version_in(provision.heading[v]) && begins_with_id(text(provision.lines[v].begin)))
        add(What::title, Where::cover, fold_phrase(provision.heading[v]), projection().lines[provision.lines[v].begin].span);
      return;
    }
  }

  /// A contents line without its page number.
  void contents_line(std::size_t i) {
    auto words = trim(text(i));
    while (!words.empty() && words.back() >= '0' && words.back() <= '9') words.remove_suffix(1);
    while (!words.empty() && (words.back() == ' ' || words.back() == '.')) words.remove_suffix(1);
    const auto& computed = document_.paragraphs[projection().lines[i].paragraph].number[index(view_)];
    add(What::heading, Where::contents, fold_phrase(computed.empty() ? std::string(words) : computed + " " + std::string(words)),
        projection().lines[i].span);
  }

  // -- amendment tables

  void histories() {
    for (std::size_t t = 0; t < document_.tables.size(); ++t)
      if (document_.tables[Table<TextTable>::id_at(t)].part == Part::body) history(Table<TextTable>::id_at(t));
  }

  void history(Id<TextTable> table) {
    for (const auto& cell : history_cells(document_, projection(), table))
      add(cell.is_date ? What::date : What::version, Where::history, cell.value, cell.span, cell.row);
  }

  const Document& document_;
  Unit& unit_;
  View view_ = View::proposed;
  std::vector<Pattern> ids_;
  std::string cover_id_;      // the first of the cover, in this view
  Id<TextTable> last_table_;  // of the cover, that a cell was looked at in
  bool last_is_history_ = false;
  CoverField field_ = CoverField::none;  // what the cell looked at last asks for
  Id<Row> field_row_;
  Id<Cell> field_cell_;
  bool other_id_ = false;  // the line that was looked at last begins with the id of another document
  std::map<Key, Statement> found_;
};

}  // namespace

void compile_identity(const Document& document, const Profile& profile, Unit& unit) {
  IdentityCompiler compiler(document, profile, unit);
  compiler.run(View::proposed);
  if (unit.has_changes) compiler.run(View::baseline);
  compiler.finish();
  if (unit.has_changes) return;
  for (auto& statement : unit.statements) statement.views = {true, true};
}

}  // namespace dovetail
