// Accepted findings.
#include "lint/waivers.h"

#include <algorithm>
#include <map>

#include "lint/choose_rules.h"
#include "lint/settle.h"

namespace dovetail {
namespace {

std::string name_of(const Review& review, const Waiver& waiver) {
  return waiver.written.empty() ? review.project.file + " line " + std::to_string(waiver.line) : waiver.written;
}

bool is_inline(const Waiver& waiver) { return bool(waiver.paragraph.document); }

/// Whether the finding stands in the paragraphs that the waiver was written in.
bool stands_there(const Waiver& waiver, const Finding& finding) {
  const auto& here = waiver.paragraph;
  const auto span = finding.place.span;
  return finding.place.document == here.document && (here.span.overlaps(span) || (here.span.begin <= span.begin && span.begin < here.span.end));
}

bool matches(const Review& review, const Waiver& waiver, const Finding& finding) {
  const auto same = [](const std::string& wanted, const std::string& is) { return wanted.empty() || wanted == is; };
  if (is_inline(waiver) && !stands_there(waiver, finding)) return false;
  const auto& unit = review.units[Id<Unit>(finding.place.document.value)];
  const bool document = waiver.document.empty() || waiver.document == unit.id || waiver.document == review.documents[finding.place.document].path ||
                        std::find(unit.aliases.begin(), unit.aliases.end(), waiver.document) != unit.aliases.end();
  const bool rule = waiver.rule.empty() || names_rule(waiver.rule, finding.rule);
  return rule && document && same(waiver.label, finding.label) && same(waiver.atom, finding.atom) && same(waiver.fingerprint, finding.fingerprint);
}

bool is_read(const Review& review, const std::string& document) {
  if (document.empty()) return true;
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    const auto& unit = review.units[Table<Unit>::id_at(n)];
    if (unit.id == document || review.inputs[n].path == document) return true;
  }
  return false;
}

bool could_match(const Review& review, const Waiver& waiver) {
  if (!waiver.written.empty() && !is_read(review, waiver.document)) return false;
  return waiver.rule.empty() || names_rule(waiver.rule, "input.unreadable") ||
         std::any_of(review.rules.begin(), review.rules.end(), [&](const Rule& rule) { return names_rule(waiver.rule, rule.id); });
}

// coverage of a waived atom is settled when linking: such a waiver has done its work without any finding.
bool waives_coverage(const Review& review, const Waiver& waiver) {
  return !waiver.atom.empty() && std::any_of(review.corpus.coverage.begin(), review.corpus.coverage.end(), [&](const AtomCoverage& atom) {
    return atom.status == CoverageStatus::waived && review.units[atom.item.unit].items[atom.item.id].id == waiver.atom;
  });
}

std::string what_it_waives(const Waiver& waiver) {
  std::string text = waiver.rule;
  for (const auto& part : {waiver.document, waiver.label, waiver.atom, waiver.fingerprint})
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  return text;
}

void report(Review& review, const Waiver& waiver, const std::string& rule, const std::string& fact) {
  Finding finding;
  finding.rule = rule;
  if (is_inline(waiver))
    finding.place = {waiver.paragraph.document, {waiver.paragraph.span.begin, waiver.paragraph.span.begin}};
  else
    finding.place.document = document_named(review, waiver.written.empty() ? review.project.file : waiver.written);
  finding.views = {true, true};
  finding.severity = severity_of_input(rule);
  finding.key = what_it_waives(waiver);
  finding.message = "the waiver of " + finding.key + " (" + name_of(review, waiver) + ") " + fact;
  review.findings.push_back(std::move(finding));
}

/// Where many are written in one file and cover nothing, that is one finding.
void report_unused_lists(Review& review, const std::map<std::string, std::vector<Waiver>>& unused) {
  constexpr std::size_t shown = 5;
  for (const auto& [file, waivers] : unused) {
    Finding finding;
    finding.rule = "input.unused-waiver";
    finding.place.document = document_named(review, file);
    finding.views = {true, true};
    finding.severity = severity_of_input(finding.rule);
    finding.key = file;
    finding.message =
        file + ": " + std::to_string(waivers.size()) + (waivers.size() == 1 ? " entry matches" : " entries match") + " no finding any more: take out";
    for (std::size_t n = 0; n < waivers.size() && n < shown; ++n) finding.message += (n == 0 ? " " : ", ") + what_it_waives(waivers[n]);
    if (waivers.size() > shown) finding.message += " and " + std::to_string(waivers.size() - shown) + " more";
    review.findings.push_back(std::move(finding));
  }
}

}  // namespace

void apply_waivers(Review& review, const std::string& day) {
  std::map<std::string, std::vector<Waiver>> unused_lists;
  const auto found = review.findings.size();
  for (const auto& waiver : review.project.waivers) {
    const bool expired = !waiver.until.empty() && waiver.until < day;
    bool used = waives_coverage(review, waiver);
    for (std::size_t n = 0; n < found; ++n) {
      auto& finding = review.findings[n];
      if (!matches(review, waiver, finding)) continue;
      used = true;
      if (!expired && finding.waived.empty()) finding.waived = waiver.reason.empty() ? "waived" : waiver.reason;
    }
    if (expired) report(review, waiver, "input.expired-waiver", "ended on " + waiver.until + ": renew it with a new date, or remove it");
    if (expired || used || !could_match(review, waiver)) continue;
    if (!waiver.written.empty() && !is_inline(waiver))
      unused_lists[waiver.written].push_back(waiver);
    else
      report(review, waiver, "input.unused-waiver", "matches no finding: remove it, or correct what it names");
  }
  report_unused_lists(review, unused_lists);
}

}  // namespace dovetail
