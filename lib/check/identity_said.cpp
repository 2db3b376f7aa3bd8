// What a document says of itself: gathered, and put to the vote.
#include "check/identity_said.h"

#include <algorithm>
#include <map>

#include "model/locate.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

using What = Statement::What;
using Where = Statement::Where;

/// Ids of one kind: "XBSCP901" and "XBSCP902", "SECTIONK" and "SECTIONM". "XCUSC" on a cover and "Section 11" in its headers are two things.
bool are_of_one_kind(std::string_view a, std::string_view b) {
  for (const std::string_view part : {"SECTION", "SCHEDULE", "ANNEX", "APPENDIX"})
    if (a.starts_with(part) || b.starts_with(part)) return a.starts_with(part) && b.starts_with(part);
  const auto letters = [](std::string_view id) { return id.substr(0, id.find_first_of("0123456789")); };
  return letters(a) == letters(b);
}

/// What the history has to say: the version of its newest row, or the dates of the rows of the version that is agreed.
std::vector<std::string> said_by_history(const Unit& unit, What what) {
  const HistoryRows history = history_rows(unit);
  if (history.newest == nullptr) return {};
  if (what == What::version) return {history.newest->value};
  std::vector<std::string> values;
  if (what != What::date) return values;
  const Statement* version = agreed(unit, What::version);
  for (const Statement& statement : unit.statements) {
    if (statement.where != Where::history || statement.what != What::date || !statement.views.proposed) continue;
    const auto row = std::find_if(history.rows.begin(), history.rows.end(), [&](const Statement* r) { return r->row == statement.row; });
    if (row != history.rows.end() && version != nullptr && !differ(What::version, (*row)->value, version->value)) values.push_back(statement.value);
  }
  return values;
}

}  // namespace

std::string_view place_name(Where where) {
  switch (where) {
    case Where::cover:
      return "the cover";
    case Where::statement:
      return "a statement in front";
    case Where::header:
      return "a header";
    case Where::footer:
      return "a footer";
    case Where::history:
      return "the history";
    case Where::contents:
      break;
  }
  return "the contents page";
}

bool differ(What what, const std::string& a, const std::string& b) {
  if (what == What::id) return a != b && are_of_one_kind(a, b);
  if (what != What::version && what != What::draft_version) return a != b;
  const auto order = compare_versions(a, b);
  return order ? *order != 0 : false;  // what cannot be compared is not known to differ
}

bool speaks_of_draft(const Unit& unit, const Statement& statement) {
  const Projection& projection = unit.projection(View::proposed);
  const auto line = line_at(projection, projection.from_source(statement.span.begin));
  static const Pattern draft = Pattern::literal("(?i:\\b(?:draft|proposed legal text|development version|red-?lined?)\\b)");
  return line && draft.find(slice(projection.text, projection.lines[*line].span)).has_value();
}

std::vector<const Statement*> said_of_itself(const Unit& unit, What what) {
  std::vector<const Statement*> said;
  for (const Statement& statement : unit.statements)
    if (statement.what == what && statement.views.proposed && statement.where != Where::history && statement.where != Where::contents &&
        !(what == What::version && speaks_of_draft(unit, statement)))
      said.push_back(&statement);
  return said;
}

HistoryRows history_rows(const Unit& unit) {
  HistoryRows history;
  for (const Statement& statement : unit.statements)
    if (statement.where == Where::history && statement.what == What::version && statement.views.proposed) history.rows.push_back(&statement);
  const auto& rows = history.rows;
  if (rows.empty()) return history;
  std::size_t up = 0, down = 0;
  for (std::size_t n = 1; n < rows.size(); ++n) {
    const auto order = compare_versions(rows[n - 1]->value, rows[n]->value);
    if (!order) return history;  // two numbering schemes in one table
    if (*order < 0) ++up;
    if (*order > 0) ++down;
  }
  const bool ascending = up >= down;
  for (std::size_t n = 1; n < rows.size() && up != 0 && down != 0 && history.wrong == nullptr; ++n) {
    const auto order = compare_versions(rows[n - 1]->value, rows[n]->value);
    if (*order == 0 || (*order < 0) == ascending) continue;
    history.wrong = rows[n];
    history.before_wrong = rows[n - 1];
  }
  history.newest = ascending ? rows.back() : rows.front();
  return history;
}

const Statement* agreed(const Unit& unit, What what) {
  const auto said = said_of_itself(unit, what);
  const auto votes_for = [&](const Statement* one) {
    return std::count_if(said.begin(), said.end(), [&](const Statement* other) { return !differ(what, one->value, other->value); });
  };
  const Statement* best = nullptr;
  std::ptrdiff_t most = 0;
  for (const Statement* one : said) {
    if (best != nullptr && !differ(what, best->value, one->value)) continue;
    const auto votes = votes_for(one);
    const auto backed = [&](const Statement* s) {
      const auto history = said_by_history(unit, what);
      return std::any_of(history.begin(), history.end(), [&](const std::string& value) { return !differ(what, s->value, value); });
    };
    if (best == nullptr || votes > most || (votes == most && backed(one) && !backed(best))) {
      best = one;
      most = votes;
    }
  }
  return best;
}

}  // namespace dovetail
