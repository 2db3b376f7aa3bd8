// version.inconsistent: what a document says of itself at several places.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/identity_said.h"
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
    const Statement* right = agreed(unit_, what);
    if (right == nullptr) return;
    for (const Statement* one : said_of_itself(unit_, what))
      if (differ(what, right->value, one->value)) report(*one, what, one->raw, right->raw, std::string(place_name(right->where)), right->span);
    if (what == What::id && entry_ != nullptr) against_project(*right);
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
    std::vector<const Statement*> drafts, developed;  // "Draft v0.2"; "SEC4.15 – development version" is the code's version to be
    for (const Statement& statement : unit_.statements) {
      if (!statement.views.proposed || statement.where == Where::history || statement.where == Where::contents) continue;
      if (statement.what == What::draft_version) drafts.push_back(&statement);
      if (statement.what == What::version && speaks_of_draft(unit_, statement)) developed.push_back(&statement);
    }
    if (!against_project_version(drafts) && !against_project_version(developed) && !among_drafts(drafts)) among_drafts(developed);
  }

  // Whether the project gives the draft another version than its file name, or than the text.
  bool against_project_version(const std::vector<const Statement*>& said) {
    if (entry_ == nullptr || entry_->line == 0 || entry_->version.empty()) return false;
    const std::string in_name = version_in_file_name(entry_->path);
    if (!in_name.empty() && differ(What::version, in_name, entry_->version)) {
      report_run("the draft's file name says version " + in_name + ", and the project file says " + entry_->version, "draft " + in_name);
      return true;
    }
    for (const Statement* statement : said) {
      if (!differ(What::version, statement->value, entry_->version)) continue;
      report(*statement, What::draft_version, statement->raw, entry_->version, "the project file", {});
      return true;
    }
    return false;
  }

  // Lines that name the draft's version agree with each other and with the file's name. "0.2" and "45.0" are versions of two things.
  bool among_drafts(const std::vector<const Statement*>& said) {
    const auto is_early = [](const std::string& version) { return version.starts_with("0"); };
    for (const Statement* statement : said) {
      if (is_early(statement->value) != is_early(said.front()->value) || !differ(What::version, statement->value, said.front()->value)) continue;
      report(*statement, What::draft_version, statement->raw, said.front()->raw, std::string(place_name(said.front()->where)), said.front()->span);
      return true;
    }
    const std::string in_name = version_in_file_name(unit_.path);
    if (said.empty() || in_name.empty() || !is_early(in_name) || !is_early(said.front()->value) ||
        !differ(What::version, in_name, said.front()->value))
      return false;
    report(*said.front(), What::draft_version, said.front()->raw, in_name, "the file's name", {});
    return true;
  }

  // The history's row of this version bears the date of the cover.
  void history_date() {
    const Statement *version = agreed(unit_, What::version), *date = agreed(unit_, What::date);
    if (version == nullptr || date == nullptr) return;
    std::map<std::uint32_t, const Statement*> date_of_row;
    for (const Statement& statement : unit_.statements)
      if (statement.where == Where::history && statement.what == What::date && statement.views.proposed) date_of_row[statement.row] = &statement;
    std::vector<const Statement*> of_version;
    for (const Statement& statement : unit_.statements)
      if (statement.where == Where::history && statement.what == What::version && statement.views.proposed &&
          !differ(What::version, statement.value, version->value) && date_of_row.contains(statement.row))
        of_version.push_back(date_of_row[statement.row]);
    // Several rows of one version (several modifications) may have several dates; one of them is this text's.
    if (of_version.empty() || std::any_of(of_version.begin(), of_version.end(), [&](const Statement* s) { return s->value == date->value; })) return;
    report(*of_version.back(), What::date, of_version.back()->raw, date->raw, std::string(place_name(date->where)), date->span);
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

}  // namespace

void check_identity(const Review& review, const Rule& rule, Checked& checked) {
  each_draft(review, [&](Id<Unit> unit) { IdentityCheck(review, rule, unit, checked).run(); });
}

}  // namespace dovetail
