// Accepted findings.
#include "lint/waivers.h"

#include <algorithm>

#include "lint/choose_rules.h"
#include "lint/settle.h"

namespace dovetail {
namespace {

std::string name_of(const Review& review, const Waiver& waiver) { return review.project.file + " line " + std::to_string(waiver.line); }

bool matches(const Review& review, const Waiver& waiver, const Finding& finding) {
  const auto same = [](const std::string& wanted, const std::string& is) { return wanted.empty() || wanted == is; };
  const auto& unit = review.units[Id<Unit>(finding.place.document.value)];
  const bool document = waiver.document.empty() || waiver.document == unit.id || waiver.document == review.documents[finding.place.document].path ||
                        std::find(unit.aliases.begin(), unit.aliases.end(), waiver.document) != unit.aliases.end();
  const bool rule = waiver.rule.empty() || names_rule(waiver.rule, finding.rule);
  return rule && document && same(waiver.label, finding.label) && same(waiver.atom, finding.atom) && same(waiver.fingerprint, finding.fingerprint);
}

bool could_match(const Review& review, const Waiver& waiver) {
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
  finding.place.document = document_named(review, review.project.file);
  finding.views = {true, true};
  finding.severity = severity_of_input(rule);
  finding.key = what_it_waives(waiver);
  finding.message = "the waiver of " + finding.key + " (" + name_of(review, waiver) + ") " + fact;
  review.findings.push_back(std::move(finding));
}

}  // namespace

void apply_waivers(Review& review, const std::string& day) {
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
    if (!expired && !used && could_match(review, waiver))
      report(review, waiver, "input.unused-waiver", "matches no finding: remove it, or correct what it names");
  }
}

}  // namespace dovetail
