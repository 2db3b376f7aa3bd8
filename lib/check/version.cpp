// The family version: drafts whose live text has moved on.
#include "check/version.h"

#include <algorithm>
#include <set>
#include <string>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "check/telling.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {

namespace {

bool names(const Unit& unit, std::string_view document) {
  const std::string wanted = fold_phrase(document);
  if (fold_phrase(unit.id) == wanted) return true;
  for (const std::string& alias : unit.aliases)
    if (fold_phrase(alias) == wanted) return true;
  return false;
}

Id<Unit> draft_of(const Review& review, std::string_view code, std::string_view document) {
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n) {
    const Unit& unit = review.units[Id<Unit>(n)];
    const bool other_code = !code.empty() && !unit.code.empty() && fold_phrase(unit.code) != fold_phrase(code);
    if (review.inputs[n].role == InputRole::draft && !other_code && names(unit, document)) return Id<Unit>(n);
  }
  return {};
}

bool is_older(std::string_view baseline, std::string_view live) {
  const auto order = compare_versions(baseline, live);
  return order && *order < 0;
}

void report(const Review& review, const Rule& rule, Id<Unit> place, Span span, const std::string& document, const std::string& baseline,
            const std::string& live, Checked& checked) {
  Finding finding = table_finding(review, rule, place, span, {});
  finding.key = document;
  finding.message = fill(rule.message, {{"label", ""}, {"document", document}, {"baseline", baseline}, {"live", live}});
  checked.findings.push_back(std::move(finding));
}

// What one text did to the baseline: "has "5 WD" for "2 WD"".
std::string deed(const std::string& baseline, const std::string& now) {
  if (now.empty()) return "has taken it out";
  const auto [old_words, words] = differing_words(baseline, now);
  if (old_words.empty()) return words.empty() ? "has moved it" : "adds " + quoted(words);
  return words.empty() ? "takes out " + quoted(old_words) : "has " + quoted(words) + " for " + quoted(old_words);
}

std::string told(const ThreeWayRow& row) {
  if (row.baseline_text.empty() && row.state == ThreeWayState::conflict)
    return "new in the live text and in this draft: there it reads " + quoted(row.live_text) + ", here " + quoted(row.draft_text);
  if (row.baseline_text.empty()) return "new in the live text, and not in this draft: " + quoted(row.live_text);
  const std::string live = "the live text " + deed(row.baseline_text, row.live_text);
  return row.state == ThreeWayState::conflict ? live + ", and this draft " + deed(row.baseline_text, row.draft_text)
                                              : live + ", and this draft does not";
}

/// Whether words are the document's own version or date, which every issue changes.
bool states_version(const Unit& unit, Span span) {
  return std::any_of(unit.statements.begin(), unit.statements.end(), [&](const Statement& s) {
    const bool issue = s.what == Statement::What::version || s.what == Statement::What::date || s.what == Statement::What::draft_version;
    return issue && s.where != Statement::Where::contents && s.span.overlaps(span);
  });
}

// What a drafter must carry over, provision by provision.
void three_way(const Review& review, const Rule& rule, const ThreeWay& three, Checked& checked) {
  const Unit &live = review.units[three.live], &baseline = review.units[three.baseline];
  for (const ThreeWayRow& row : three.rows) {
    const bool conflict = row.state == ThreeWayState::conflict;
    if ((!conflict && row.state != ThreeWayState::live_only) || row.numbers_only || states_version(live, row.live_span)) continue;
    Finding finding = make_finding(review, rule, three.draft, row.draft_span, {true, true});
    finding.severity = conflict ? Severity::error : Severity::warning;
    finding.introduced = true;
    finding.label = !row.draft_label.empty() ? row.draft_label : !row.baseline_label.empty() ? row.baseline_label : row.live_label;
    finding.text = row.live_text.empty() ? row.baseline_text : row.live_text;
    finding.key = std::string(name_of(row.state)) + " " + finding.label;
    finding.message = lead(finding.label) + told(row) + (row.live_change.empty() ? "" : "; " + row.live_change);
    if (!row.baseline_text.empty())
      finding.notes.push_back({{baseline.document, row.baseline_span}, row.baseline_label, "the baseline reads " + quoted(row.baseline_text)});
    if (!row.live_text.empty())
      finding.notes.push_back({{live.document, row.live_span}, row.live_label, "the live text reads " + quoted(row.live_text)});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace

void check_baseline_moved(const Review& review, const Rule& rule, Checked& checked) {
  const bool has_drafts = std::any_of(review.inputs.begin(), review.inputs.end(), [](const Input& input) { return input.role == InputRole::draft; });
  std::set<Id<Unit>> judged;
  for (std::uint32_t n = 0; n < review.units.size(); ++n)
    for (const Record& row : review.units[Id<Unit>(n)].records) {
      if (row.kind != "versions" || row.struck) continue;
      const std::string baseline(row.field("draft_baseline_version")), live(row.field("live_version")), document(row.field("code_doc"));
      const Id<Unit> draft = draft_of(review, row.field("code"), document);
      if (draft && compare_versions(baseline, live)) judged.insert(draft);
      if (!is_older(baseline, live)) continue;
      if (!draft && has_drafts) continue;  // a matrix of the whole programme names drafts of other projects too
      report(review, rule, draft ? draft : Id<Unit>(n), draft ? Span{} : row.span, document, baseline, live, checked);
      if (draft) checked.findings.back().notes.push_back({{review.units[Id<Unit>(n)].document, row.span}, row_id(row), "the version matrix says so"});
    }
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (input.role != InputRole::draft || input.entry == nullptr || judged.contains(Id<Unit>(n))) continue;
    const std::string baseline = version_in_file_name(input.entry->baseline), live = version_in_file_name(input.entry->live);
    if (is_older(baseline, live)) report(review, rule, Id<Unit>(n), {}, document_name(review.units[Id<Unit>(n)]), baseline, live, checked);
  }
  for (const ThreeWay& three : review.corpus.three_ways) three_way(review, rule, three, checked);
}

}  // namespace dovetail
