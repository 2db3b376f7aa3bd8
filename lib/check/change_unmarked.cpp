// change.unmarked: every difference from the named baseline that no mark explains, with the words of both.
#include <algorithm>
#include <string>
#include <vector>

#include "check/change.h"
#include "check/make_finding.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t longest_quotation = 160;  // bytes; what a message can carry

// The words in quotation marks, cut at a word where they are long.
std::string quoted(const std::string& words) {
  if (words.size() <= longest_quotation) return "\"" + words + "\"";
  std::size_t cut = words.rfind(' ', longest_quotation);
  if (cut == std::string::npos || cut < longest_quotation / 2) {
    cut = longest_quotation;
    while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80) --cut;
  }
  return "\"" + words.substr(0, cut) + " \xE2\x80\xA6\"";
}

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

/// The two ends of the message: what happened "without a mark", and what the baseline has.
struct Telling {
  std::string what, reads;
};

Telling of_words(const Difference& difference, const std::string& baseline) {
  Telling telling;
  if (difference.cosmetic) return {quoted(difference.after_words) + " replaces " + quoted(difference.before_words), "; they print the same"};
  if (!difference.before_context.empty()) telling.reads = "; " + baseline + " reads " + quoted(difference.before_context);
  if (difference.before_words.empty())
    telling.what = quoted(difference.after_words) + " is inserted";
  else if (difference.after_words.empty())
    telling.what = quoted(difference.before_words) + " is taken out";
  else
    telling.what = quoted(difference.after_words) + " replaces " + quoted(difference.before_words);
  return telling;
}

Telling telling_of(const Review& review, const Comparison& comparison, const Difference& difference, const std::string& baseline) {
  switch (difference.kind) {
    case DifferenceKind::changed:
      return of_words(difference, baseline);
    case DifferenceKind::inserted:
      return {quoted(difference.after_words) + " is inserted", "; " + baseline + " has no such paragraph"};
    case DifferenceKind::deleted:
      return {quoted(difference.before_words) + " is taken out", "; " + baseline + " has it"};
    case DifferenceKind::split:
      return {quoted(difference.after_words) + " is split", "; in " + baseline + " it is one paragraph"};
    case DifferenceKind::joined:
      return {quoted(difference.after_words) + " is joined", "; in " + baseline + " it is two paragraphs"};
    case DifferenceKind::moved:
      break;
  }
  const std::string from = label_at(review.units[comparison.before], comparison.before_view, difference.before.begin);
  return {quoted(difference.after_words) + " is moved here", "; in " + baseline + " it stands " + (from.empty() ? "elsewhere" : "in " + from)};
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

}  // namespace

void check_unmarked_change(const Review& review, const Rule& rule, Checked& checked) {
  tell_not_compared(review, rule, checked);
  if (review.corpus.comparisons.empty()) checked.blocked.push_back({rule.id, "no draft names a baseline that was read"});
  for (const Comparison& comparison : review.corpus.comparisons) {
    const std::string baseline = baseline_name(review, comparison);
    for (const Difference& difference : comparison.differences) {
      Finding finding = make_finding(review, rule, comparison.after, difference.after, views_of(review.units[comparison.after], difference));
      if (difference.cosmetic) finding.severity = std::min(finding.severity, Severity::warning);
      finding.introduced = true;  // the baseline is another file: what differs from it came with this one
      finding.text = difference.after_words.empty() ? difference.before_words : difference.after_words;
      if (difference.kind == DifferenceKind::deleted)  // as the baseline's reader names it; the place is where the draft has it no more
        finding.label = label_at(review.units[comparison.before], comparison.before_view, difference.before.begin);
      const Telling telling = telling_of(review, comparison, difference, baseline);
      finding.message = fill(rule.message, {{"label", finding.label}, {"what", telling.what}, {"reads", telling.reads}, {"baseline", baseline}});
      finding.key = difference.before_words + " => " + difference.after_words;
      const Unit& before = review.units[comparison.before];
      finding.notes.push_back(
          {{before.document, difference.before},
           label_at(before, comparison.before_view, difference.before.begin),
           baseline + (difference.before_words.empty() ? " has no such words here" : " reads " + quoted(difference.before_words))});
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
