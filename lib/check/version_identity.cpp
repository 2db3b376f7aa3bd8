// version.inconsistent and version.history: what a document says of itself at several places.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/make_finding.h"
#include "check/version.h"
#include "text/pattern.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

using What = Statement::What;
using Where = Statement::Where;

std::string_view name_of(What what) {
  switch (what) {
    case What::id:
      return "id";
    case What::title:
      return "title";
    case What::version:
      return "version";
    case What::date:
      return "date";
    case What::draft_version:
      return "draft version";
    case What::heading:
      break;
  }
  return "heading";
}

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

// The line that a statement stands in speaks of a draft: its version is the draft's, not the code's.
bool speaks_of_draft(const Unit& unit, const Statement& statement) {
  const Projection& projection = unit.projection(View::proposed);
  const auto line = line_at(projection, projection.from_source(statement.span.begin));
  static const Pattern draft = Pattern::literal("(?i:\\b(?:draft|proposed legal text|development version|red-?lined?)\\b)");
  return line && draft.find(slice(projection.text, projection.lines[*line].span)).has_value();
}

/// Ids of one kind: "XBSCP901" and "XBSCP902", "SECTIONK" and "SECTIONM". "XCUSC" on a cover and "Section 11" in its headers are two things.
bool are_of_one_kind(std::string_view a, std::string_view b) {
  for (const std::string_view part : {"SECTION", "SCHEDULE", "ANNEX", "APPENDIX"})
    if (a.starts_with(part) || b.starts_with(part)) return a.starts_with(part) && b.starts_with(part);
  const auto letters = [](std::string_view id) { return id.substr(0, id.find_first_of("0123456789")); };
  return letters(a) == letters(b);
}

bool differ(What what, const std::string& a, const std::string& b) {
  if (what == What::id) return a != b && are_of_one_kind(a, b);
  if (what != What::version && what != What::draft_version) return a != b;
  const auto order = compare_versions(a, b);
  return order ? *order != 0 : false;  // what cannot be compared is not known to differ
}

/// What is said of the document itself in the proposed view, outside history and contents.
std::vector<const Statement*> said_of_itself(const Unit& unit, What what) {
  std::vector<const Statement*> said;
  for (const Statement& statement : unit.statements)
    if (statement.what == what && statement.views.proposed && statement.where != Where::history && statement.where != Where::contents &&
        !(what == What::version && speaks_of_draft(unit, statement)))
      said.push_back(&statement);
  return said;
}

class IdentityCheck {
 public:
  IdentityCheck(const Review& review, const Rule& rule, Id<Unit> id, Checked& checked)
      : review_(review), rule_(rule), id_(id), unit_(review.units[id]), entry_(review.inputs[id.value].entry), checked_(checked) {}

  void run() {
    for (const What what : {What::id, What::version, What::date}) agree(what);
    title();
    draft_version();
    history_date();
  }

 private:
  void agree(What what) {
    const auto said = said_of_itself(unit_, what);
    for (std::size_t n = 1; n < said.size(); ++n) {
      if (!differ(what, said.front()->value, said[n]->value)) continue;
      report(*said[n], what, said[n]->raw, said.front()->raw, std::string(place_name(said.front()->where)), said.front()->span);
    }
    if (what == What::id && entry_ != nullptr && !said.empty()) against_project(*said.front());
  }

  // The id that the project gives, where the document's own is of the same kind.
  void against_project(const Statement& said) {
    std::vector<std::string> names = entry_->aliases;
    names.push_back(entry_->id);
    const auto key = [](std::string text) {
      text = fold_phrase(text);
      std::erase_if(text, [](char c) { return c == ' ' || c == '-'; });
      return text;
    };
    const std::string mine = key(said.value);
    std::size_t alike = 0;  // how much of the letters in front agrees: "xbscp901" against "xbscp902" is a slip, "annexx1" is another name
    for (const std::string& name : names) {
      const std::string other = key(name);
      if (other.empty() || mine == other || mine.ends_with(other) || other.ends_with(mine)) return;
      const auto letters = [](const std::string& text) { return text.substr(0, text.find_first_of("0123456789")); };
      if (letters(mine) == letters(other) && !letters(mine).empty() && mine.find_first_of("0123456789") != std::string::npos) ++alike;
    }
    if (alike != 0 && entry_->line != 0) report(said, What::id, said.raw, entry_->id, "the project file", {});
  }

  void title() {
    const auto said = said_of_itself(unit_, What::title);
    if (said.empty() || entry_ == nullptr || entry_->line == 0 || entry_->title.empty()) return;
    const std::string wanted = fold_phrase(entry_->title), first = said.front()->value;
    // A title that goes on over lines, or has its id in front, says the same.
    if (first.find(wanted) != std::string::npos || wanted.find(first) != std::string::npos) return;
    if (words_in_common(first, wanted) * 2 < words(wanted).size()) return;  // the line is no title of this document at all
    report(*said.front(), What::title, said.front()->raw, entry_->title, "the project file", {});
  }

  static std::size_t words_in_common(const std::string& a, const std::string& b) {
    std::size_t common = 0;
    for (const Span word : words(a))
      for (const Span other : words(b))
        if (slice(a, word) == slice(b, other)) {
          ++common;
          break;
        }
    return common;
  }

  void draft_version() {
    if (entry_ == nullptr || entry_->line == 0 || entry_->version.empty()) return;
    const std::string in_name = version_in_file_name(entry_->path);
    if (!in_name.empty() && differ(What::version, in_name, entry_->version))
      report_run("the draft's file name says version " + in_name + ", and the project file says " + entry_->version, "draft " + in_name);
    for (const Statement& statement : unit_.statements) {
      const bool of_draft = statement.what == What::draft_version || (statement.what == What::version && speaks_of_draft(unit_, statement));
      if (!of_draft || !statement.views.proposed || statement.where == Where::history) continue;
      if (!differ(What::version, statement.value, entry_->version)) continue;
      report(statement, What::draft_version, statement.raw, entry_->version, "the project file", {});
      return;
    }
  }

  // The history's row of this version bears the date of the cover.
  void history_date() {
    const auto versions = said_of_itself(unit_, What::version), dates = said_of_itself(unit_, What::date);
    if (versions.empty() || dates.empty()) return;
    std::map<std::uint32_t, const Statement*> date_of_row;
    for (const Statement& statement : unit_.statements)
      if (statement.where == Where::history && statement.what == What::date && statement.views.proposed) date_of_row[statement.row] = &statement;
    std::vector<const Statement*> of_version;
    for (const Statement& statement : unit_.statements)
      if (statement.where == Where::history && statement.what == What::version && statement.views.proposed &&
          !differ(What::version, statement.value, versions.front()->value) && date_of_row.contains(statement.row))
        of_version.push_back(date_of_row[statement.row]);
    // Several rows of one version (several modifications) may have several dates; one of them is this text's.
    if (of_version.empty() || std::any_of(of_version.begin(), of_version.end(), [&](const Statement* s) { return s->value == dates.front()->value; }))
      return;
    report(*of_version.back(), What::date, of_version.back()->raw, dates.front()->raw, std::string(place_name(dates.front()->where)),
           dates.front()->span);
  }

  void report(const Statement& statement, What what, const std::string& here, const std::string& there, const std::string& where, Span span) {
    Finding finding = make_finding(review_, rule_, id_, statement.span, statement.views);
    finding.key = std::string(name_of(what)) + " " + statement.value;
    finding.message = fill(rule_.message, {{"label", finding.label},
                                           {"what", std::string(name_of(what)) + " \"" + here + "\" stands in " +
                                                        std::string(place_name(statement.where)) + ", and " + where + " says \"" + there + "\""}});
    if (!span.empty()) finding.notes.push_back({{unit_.document, span}, label_at(unit_, View::proposed, span.begin), "\"" + there + "\""});
    checked_.findings.push_back(std::move(finding));
  }

  void report_run(const std::string& what, const std::string& key) {
    Finding finding = make_finding(review_, rule_, id_, {}, {true, true});
    finding.label.clear();
    finding.text.clear();
    finding.introduced = true;
    finding.key = key;
    finding.message = fill(rule_.message, {{"label", ""}, {"what", what}});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Id<Unit> id_;
  const Unit& unit_;
  const DocumentEntry* entry_;
  Checked& checked_;
};

template <class Work>
void each_draft(const Review& review, const Work& work) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::draft && review.units[Id<Unit>(n)].has_body && !review.units[Id<Unit>(n)].lost.layout) work(Id<Unit>(n));
}

}  // namespace

void check_identity(const Review& review, const Rule& rule, Checked& checked) {
  each_draft(review, [&](Id<Unit> unit) { IdentityCheck(review, rule, unit, checked).run(); });
}

namespace {

void history_finding(const Review& review, const Rule& rule, Id<Unit> unit, const Statement& row, const std::string& what, Checked& checked) {
  Finding finding = make_finding(review, rule, unit, row.span, row.views);
  finding.key = what;
  finding.message = fill(rule.message, {{"label", finding.label}, {"what", what}});
  checked.findings.push_back(std::move(finding));
}

}  // namespace

void check_history(const Review& review, const Rule& rule, Checked& checked) {
  each_draft(review, [&](Id<Unit> id) {
    const Unit& unit = review.units[id];
    std::vector<const Statement*> rows;
    for (const Statement& statement : unit.statements)
      if (statement.where == Where::history && statement.what == What::version && statement.views.proposed) rows.push_back(&statement);
    if (rows.empty()) return;
    std::size_t up = 0, down = 0;
    for (std::size_t n = 1; n < rows.size(); ++n) {
      const auto order = compare_versions(rows[n - 1]->value, rows[n]->value);
      if (!order) return;  // two numbering schemes in one table
      if (*order < 0) ++up;
      if (*order > 0) ++down;
    }
    const bool ascending = up >= down;
    for (std::size_t n = 1; n < rows.size() && up != 0 && down != 0; ++n) {
      const auto order = compare_versions(rows[n - 1]->value, rows[n]->value);
      if (*order != 0 && (*order < 0) != ascending)
        return history_finding(review, rule, id, *rows[n], "the row of version " + rows[n]->raw + " stands behind that of " + rows[n - 1]->raw,
                               checked);
    }
    const Statement& newest = ascending ? *rows.back() : *rows.front();
    const auto said = said_of_itself(unit, What::version);
    if (!said.empty() && differ(What::version, newest.value, said.front()->value))
      history_finding(
          review, rule, id, newest,
          "the newest row is of version " + newest.raw + ", and " + std::string(place_name(said.front()->where)) + " says " + said.front()->raw,
          checked);
  });
}

}  // namespace dovetail
