// change.unmarked, invisible-deletion and numbering-unmarked: differences from the named baseline that no mark explains, with the words of both.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "check/change.h"
#include "check/label_in.h"
#include "check/make_finding.h"
#include "check/telling.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// "v11.0": as the version matrix says, else as the file is named.
std::string baseline_name(const Review& review, const Comparison& comparison) {
  const Unit& draft = review.units[comparison.after];
  const auto is_draft = [&](std::string_view document) {
    const std::string name = fold_phrase(document);
    return !name.empty() && (name == fold_phrase(draft.id) || std::any_of(draft.aliases.begin(), draft.aliases.end(),
                                                                          [&](const std::string& alias) { return fold_phrase(alias) == name; }));
  };
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records) {
      const std::string version(trim(record.field("draft_baseline_version")));
      if (record.kind == "versions" && !version.empty() && is_draft(record.field("code_doc"))) return (version.front() == 'v' ? "" : "v") + version;
    }
  static const Pattern in_name = Pattern::literal("[_ -]([vV][0-9]+(?:\\.[0-9]+)*)[^/]*$");
  const auto match = in_name.find(review.units[comparison.before].path);
  if (!match) return "the baseline";
  std::string version(slice(review.units[comparison.before].path, *match->groups[0]));
  version[0] = 'v';
  return version;
}

// The proposed view has the difference too, unless a mark of the draft takes the words out.
Views views_of(const Unit& draft, const Difference& difference) {
  if (difference.after.empty()) return {true, true};
  const Projection& proposed = draft.projection(View::proposed);
  const bool shown = proposed.from_source(difference.after.begin) < proposed.from_source(difference.after.end);
  return {true, shown};
}

/// Why a draft was not compared with its baseline; empty where nothing is known against it.
std::string why_not_compared(const Review& review, Id<Document> draft, std::size_t baseline) {
  const Losses& after = review.units[Id<Unit>(draft.value)].lost;
  const Losses& before = review.units[Table<Unit>::id_at(baseline)].lost;
  if (after.text || before.text)
    return std::string(after.text ? "the draft" : "its baseline") + " was read in part, and what is missing there proves nothing";
  if (after.layout || before.layout)
    return std::string(after.layout ? "the draft" : "its baseline") + " is a file from which paragraphs cannot be read exactly";
  return after.marks ? "the marks of the draft may be shown in ways that are not read" : "";
}

void tell_not_compared(const Review& review, const Rule& rule, Checked& checked) {
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    const auto draft = review.inputs[n].baseline_of;
    if (review.inputs[n].role != InputRole::baseline || !draft) continue;
    if (const auto reason = why_not_compared(review, draft, n); !reason.empty()) checked.blocked.push_back({rule.id, reason, draft});
  }
}

bool is_structural(const Difference& difference) { return difference.kind != DifferenceKind::changed; }

// What is gone in a draft whose deletions are not shown is change.invisible-deletion's.
bool is_invisible_deletion(const Review& review, const Comparison& comparison, const Difference& difference) {
  const MarkingScheme* scheme = review.documents[review.units[comparison.after].document].marking;
  return scheme != nullptr && !scheme->deletions_shown && !difference.before_words.empty() && difference.after_words.empty();
}

Finding finding_of(const Review& review, const Rule& rule, const Comparison& comparison, const Difference& difference, const std::string& baseline) {
  const Unit& before = review.units[comparison.before];
  Finding finding = make_finding(review, rule, comparison.after, difference.after, views_of(review.units[comparison.after], difference));
  if (difference.cosmetic) finding.severity = std::min(finding.severity, Severity::warning);
  finding.introduced = true;  // the baseline is another file: what differs from it came with this one
  finding.text = difference.after_words.empty() ? difference.before_words : difference.after_words;
  if (difference.kind == DifferenceKind::deleted)  // as the baseline's reader names it; the place is where the draft has it no more
    finding.label = label_in(review, comparison.before, comparison.before_view, difference.before.begin);
  const Telling telling = telling_of(review, comparison, difference, baseline);
  finding.message = fill(rule.message, {{"label", finding.label}, {"what", telling.what}, {"reads", telling.reads}, {"baseline", baseline}});
  finding.key = difference.before_words + " => " + difference.after_words;
  finding.notes.push_back({{before.document, difference.before},
                           label_in(review, comparison.before, comparison.before_view, difference.before.begin),
                           baseline + (difference.before_words.empty() ? " has no such words here" : " reads " + quoted(difference.before_words))});
  return finding;
}

std::string number_table(const Review& review, const Comparison& comparison) {
  const Unit &before = review.units[comparison.before], &after = review.units[comparison.after];
  constexpr std::size_t most = 30;
  std::string table;
  for (std::size_t n = 0; n < comparison.renumbered.size() && n < most; ++n) {
    const auto& [was, is] = comparison.renumbered[n];
    table += (n == 0 ? "" : ", ") + before.provisions[was].label[index(comparison.before_view)] + " \xE2\x86\x92 " +
             after.provisions[is].label[index(comparison.after_view)];
  }
  if (comparison.renumbered.size() > most) table += " and " + std::to_string(comparison.renumbered.size() - most) + " more";
  return table;
}

// The provisions that references of the run lead to.
std::set<In<Provision>> cited_provisions(const Review& review) {
  std::set<In<Provision>> cited;
  for (const auto& views : review.corpus.references)
    for (const auto& links : views)
      for (const ReferenceLink& link : links) cited.insert(link.targets.begin(), link.targets.end());
  return cited;
}

}  // namespace

void check_unmarked_change(const Review& review, const Rule& rule, Checked& checked) {
  tell_not_compared(review, rule, checked);
  if (review.corpus.comparisons.empty()) checked.blocked.push_back({rule.id, "no draft names a baseline that was read"});
  for (const Comparison& comparison : review.corpus.comparisons) {
    const std::string baseline = baseline_name(review, comparison);
    bool numbers_told = comparison.renumbered.empty();
    for (const Difference& difference : comparison.differences) {
      if (is_invisible_deletion(review, comparison, difference)) continue;
      Finding finding = finding_of(review, rule, comparison, difference, baseline);
      if (!numbers_told && is_structural(difference)) {  // the numbers that it moves are of one cause with it
        finding.notes.push_back({finding.place, finding.label, "automatic numbers that are others now: " + number_table(review, comparison)});
        numbers_told = true;
      }
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_invisible_deletion(const Review& review, const Rule& rule, Checked& checked) {
  for (const Comparison& comparison : review.corpus.comparisons) {
    const std::string baseline = baseline_name(review, comparison);
    for (const Difference& difference : comparison.differences)
      if (is_invisible_deletion(review, comparison, difference))
        checked.findings.push_back(finding_of(review, rule, comparison, difference, baseline));
  }
}

void check_unmarked_numbering(const Review& review, const Rule& rule, Checked& checked) {
  for (const Comparison& comparison : review.corpus.comparisons) {
    const bool explained = std::any_of(comparison.differences.begin(), comparison.differences.end(), is_structural);
    if (comparison.renumbered.empty() || explained) continue;  // change.unmarked speaks of the cause, with the numbers as a note
    const auto& [was, is] = comparison.renumbered.front();
    const Unit& after = review.units[comparison.after];
    Finding finding = make_finding(review, rule, comparison.after, after.provisions[is].span, {true, true});
    const std::set<In<Provision>> all_cited = cited_provisions(review);
    const bool cited = std::any_of(comparison.renumbered.begin(), comparison.renumbered.end(), [&](const auto& pair) {
      return all_cited.contains({comparison.after, pair.second});
    });
    if (!cited) finding.severity = Severity::note;
    finding.introduced = true;
    finding.key = number_table(review, comparison);
    finding.message = fill(rule.message, {{"label", finding.label}, {"numbers", finding.key}, {"baseline", baseline_name(review, comparison)}});
    const Unit& before = review.units[comparison.before];
    finding.notes.push_back({{before.document, before.provisions[was].span},
                             before.provisions[was].label[index(comparison.before_view)],
                             "as it stands in the baseline"});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
