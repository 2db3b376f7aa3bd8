// From what rules and readers said to what is reported.
#include "lint/settle.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "lint/choose_rules.h"
#include "lint/fingerprint.h"
#include "lint/precedence.h"
#include "lint/waivers.h"
#include "model/locate.h"

namespace dovetail {
namespace {

// --- odd input speaks ---

Finding finding_of(const Review& review, Id<Document> document, const Problem& problem) {
  Finding finding;
  finding.rule = problem.rule;
  finding.severity = severity_of_input(problem.rule);
  if (problem.minor) finding.severity = std::min(finding.severity, Severity::warning);
  finding.place = {document, problem.span};
  finding.views = {true, true};
  finding.key = problem.message;
  finding.message = review.documents[document].path + ": " + problem.message;
  if (problem.count > 1) finding.message += " (" + std::to_string(problem.count) + " times)";
  return finding;
}

// Checks have spoken of most problems already; what no rule of this run spoke of is reported all the same.
void add_problems(Review& review) {
  std::set<std::pair<std::string, Id<Document>>> said;
  for (const auto& finding : review.findings) said.insert({finding.rule, finding.place.document});
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    const auto document = Table<Document>::id_at(n);
    const bool is_background = review.inputs[n].role == InputRole::baseline || review.inputs[n].role == InputRole::companion;
    for (const auto* problems : {&review.documents[document].problems, &review.units[Table<Unit>::id_at(n)].problems})
      for (const auto& problem : *problems) {
        if (said.count({problem.rule, document}) != 0) continue;
        auto finding = finding_of(review, document, problem);
        if (is_background && finding.severity == Severity::note) continue;  // what a baseline merely contains helps nobody
        review.findings.push_back(std::move(finding));
      }
  }
}

// A file that could not be read has no other fault; one that is listed twice, for two of its sheets, has it once.
void keep_first_cause(Review& review) {
  const auto is_unread = [](const Finding& f) { return f.rule == "input.unreadable" || f.rule == "input.encrypted"; };
  std::set<Id<Document>> unread;
  for (const auto& finding : review.findings)
    if (is_unread(finding)) unread.insert(finding.place.document);
  std::set<std::pair<std::string, std::string>> said;
  const auto is_consequence = [&](const Finding& finding) {
    if (!is_unread(finding)) return unread.count(finding.place.document) != 0;
    return !said.insert({review.documents[finding.place.document].path, finding.message}).second;
  };
  std::vector<Finding> kept;
  for (auto& finding : review.findings)
    if (!is_consequence(finding)) kept.push_back(std::move(finding));
  review.findings = std::move(kept);
}

bool is_in_scope(const Scope& scope, const Input& input) { return scope.all || scope.paths.count(input.path) != 0; }

bool is_text(const Input& input) { return input.role == InputRole::draft || input.role == InputRole::live_text; }

/// Where texts were to be read, a provision of one of them is something; where only design was, an atom or a row is.
bool gives_something(const Review& review, const Scope& scope, std::size_t n, bool texts_wanted) {
  const auto& input = review.inputs[n];
  const auto& unit = review.units[Table<Unit>::id_at(n)];
  if (!is_in_scope(scope, input) || input.role == InputRole::baseline || input.role == InputRole::companion) return false;
  if (texts_wanted) return is_text(input) && !unit.provisions.empty();
  return !unit.provisions.empty() || !unit.items.empty() || !unit.records.empty();
}

void add_nothing_checked(const Scope& scope, Review& review) {
  const bool texts_wanted =
      std::any_of(review.inputs.begin(), review.inputs.end(), [&](const Input& input) { return is_text(input) && is_in_scope(scope, input); });
  for (std::size_t n = 0; n < review.inputs.size(); ++n)
    if (gives_something(review, scope, n, texts_wanted)) return;
  const auto is_said = [](const Finding& f) { return f.rule == "input.nothing-checked"; };
  review.findings.erase(std::remove_if(review.findings.begin(), review.findings.end(), is_said), review.findings.end());
  Finding finding;
  finding.rule = "input.nothing-checked";
  finding.severity = Severity::error;
  finding.views = {true, true};
  finding.message = texts_wanted ? "nothing could be checked: no provision of any text was read"
                                 : "nothing could be checked: no provision, design atom or register row was read";
  finding.place.document = review.inputs.empty() ? document_named(review, review.project.file.empty() ? "." : review.project.file) : Id<Document>(0);
  review.findings.push_back(std::move(finding));
}

// A document that a rule could not judge says so, once: its silence would look like praise.
void add_blocked(const Job& job, Review& review) {
  if (!is_chosen(job, review.project, "input.blocked")) return;
  std::map<Id<Document>, std::map<std::string, std::string>> by_document;  // reason to the rules that it stops
  for (const auto& blocked : review.blocked) {
    if (!blocked.document) continue;
    auto& rules = by_document[blocked.document][blocked.reason];
    rules += (rules.empty() ? "" : ", ") + blocked.rule;
  }
  for (const auto& [document, reasons] : by_document) {
    Finding finding;
    finding.rule = "input.blocked";
    finding.severity = Severity::note;
    finding.place.document = document;
    finding.views = {true, true};
    for (const auto& [reason, rules] : reasons) {
      finding.message += (finding.message.empty() ? "" : "; ") + rules + " did not run: " + reason;
      finding.key += rules;
    }
    review.findings.push_back(std::move(finding));
  }
}

// --- severities ---

bool has_marks(const Document& document, Span span) {
  auto run = std::upper_bound(document.runs.begin(), document.runs.end(), span.begin, [](std::uint32_t o, const Run& r) { return o < r.span.end; });
  for (; run != document.runs.end() && run->span.begin < span.end; ++run)
    if (run->inserted || run->deleted) return true;
  return false;
}

// A row of a timetable is one sentence to its reader: when, who, what, to whom.
bool stands_in_marked_row(const Review& review, const Document& document, const Finding& finding) {
  for (const auto& unit : review.units) {
    if (unit.document != finding.place.document) continue;
    for (const auto& row : unit.timetable) {
      const std::array cells{row.ref.span, row.when.span, row.action.span, row.from.span, row.to.span, row.information.span, row.method.span};
      const auto begin = finding.place.span.begin;
      const bool inside = std::any_of(cells.begin(), cells.end(), [&](Span cell) { return cell.begin <= begin && begin < cell.end; });
      if (inside) return std::any_of(cells.begin(), cells.end(), [&](Span cell) { return has_marks(document, cell); });
    }
  }
  return false;
}

// Whether the draft marks the paragraph that the finding begins in.
bool is_marked(const Review& review, const Finding& finding) {
  const auto& document = review.documents[finding.place.document];
  const auto paragraph = paragraph_at(document, finding.place.span.begin);
  if (!paragraph) return false;
  if (has_marks(document, document.paragraphs[paragraph].span)) return true;
  const auto cell = document.paragraphs[paragraph].cell;
  if (!cell) return false;
  if (stands_in_marked_row(review, document, finding)) return true;
  const auto& row = document.rows[document.cells[cell].row];
  return row.inserted || row.deleted || document.cells[cell].inserted || document.cells[cell].deleted;
}

// rules.md: a likely finding is never an error; live text is not tidied, unless the draft touches that paragraph.
void set_severities(const Job& job, Review& review) {
  for (auto& finding : review.findings) {
    if (finding.rule == "input.nothing-checked") continue;
    if (const auto severity = severity_set(job, review.project, finding.rule)) finding.severity = *severity;
    if (finding.certainty == Certainty::likely) finding.severity = std::min(finding.severity, Severity::warning);
    if (!finding.introduced && !is_marked(review, finding)) finding.severity = Severity::note;
  }
}

// --- words ---

// A definition's label is its term, and many messages begin with what they are about: said once is enough.
void say_labels_once(Review& review) {
  for (auto& finding : review.findings) {
    const auto& label = finding.label;
    if (!label.empty() && finding.message.starts_with(label + ": " + label + " ")) finding.message.erase(0, label.size() + 2);
  }
}

// --- order, grouping, filters ---

void sort_findings(Review& review) {
  const auto key = [](const Finding& f) { return std::tie(f.place.document, f.place.span, f.rule, f.key, f.atom, f.message); };
  std::stable_sort(review.findings.begin(), review.findings.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

bool is_one_per_place(const Finding& finding) {
  for (const auto* family : {"reference", "change", "structure", "timetable", "input"})
    if (names_rule(family, finding.rule)) return true;
  return finding.key.empty();
}

// One cause is one finding with all its places: the first in reading order is primary, the others become its notes.
void group_findings(Review& review) {
  std::map<std::tuple<std::string, Id<Document>, std::string, std::string, bool>, std::size_t> primaries;
  std::vector<Finding> grouped;
  for (auto& finding : review.findings) {
    const auto [primary, is_new] =
        primaries.try_emplace({finding.rule, finding.place.document, finding.key, finding.atom, finding.introduced}, grouped.size());
    if (is_new || is_one_per_place(finding)) {
      grouped.push_back(std::move(finding));
      continue;
    }
    auto& first = grouped[primary->second];
    first.severity = std::max(first.severity, finding.severity);
    first.notes.push_back({finding.place, finding.label, finding.text.empty() ? "also here" : "also here: " + finding.text});
    first.notes.insert(first.notes.end(), finding.notes.begin(), finding.notes.end());
  }
  review.findings = std::move(grouped);
}

bool is_asked_for(const Job& job, const Scope& scope, const Review& review, const Finding& finding) {
  if (finding.rule == "input.nothing-checked") return true;  // a run that checked nothing never passes
  const auto& input = review.inputs[finding.place.document.value];
  if (!is_in_scope(scope, input) || !is_chosen(job, review.project, finding.rule)) return false;
  if (names_rule("input", finding.rule)) return true;  // what could not be read is said, whatever text is asked for
  if (job.new_only && !finding.introduced) return false;
  return !job.changed_only || is_marked(review, finding);
}

void filter_findings(const Job& job, const Scope& scope, Review& review) {
  auto& findings = review.findings;
  findings.erase(std::remove_if(findings.begin(), findings.end(), [&](const Finding& f) { return !is_asked_for(job, scope, review, f); }),
                 findings.end());
}

std::string day_of(const Job& job, const Review& review) {
  if (!job.as_of.empty()) return job.as_of;
  return review.project.as_of.empty() ? job.today : review.project.as_of;
}

}  // namespace

Id<Document> document_named(Review& review, const std::string& path) {
  for (std::size_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].path == path) return Table<Document>::id_at(n);
  Input input;
  input.path = input.file = path;
  input.role = InputRole::other;
  review.inputs.push_back(std::move(input));
  const auto document = review.documents.add({});
  review.documents[document].path = path;
  Unit unit;
  unit.document = document;
  unit.path = path;
  unit.views = {std::make_shared<Projection>(), std::make_shared<Projection>()};
  review.units.add(std::move(unit));
  if (review.corpus.references.size() + 1 == review.units.size()) review.corpus.references.emplace_back();
  if (review.corpus.uses.size() + 1 == review.units.size()) review.corpus.uses.emplace_back();
  return document;
}

void settle(const Job& job, const Scope& scope, Review& review) {
  add_problems(review);
  keep_first_cause(review);
  add_nothing_checked(scope, review);
  add_blocked(job, review);
  set_severities(job, review);
  say_labels_once(review);
  sort_findings(review);
  keep_first_to_speak(review);
  group_findings(review);
  fill_fingerprints(review);
  apply_waivers(review, day_of(job, review));
  sort_findings(review);
  fill_fingerprints(review);  // for what the waivers added
  filter_findings(job, scope, review);
  std::sort(review.blocked.begin(), review.blocked.end());
  review.blocked.erase(std::unique(review.blocked.begin(), review.blocked.end()), review.blocked.end());
}

}  // namespace dovetail
