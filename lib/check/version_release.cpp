// version.mixed-release: documents of one set that reflect different releases of the design.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "check/version.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

/// The release of one document, and where it is said.
struct Released {
  std::string document, code, release;
  Id<Unit> place;  // the register, or the draft
  Span span;
  Id<Unit> draft;
};

bool names(const Unit& unit, const std::string& document) {
  const std::string wanted = fold_phrase(document);
  return fold_phrase(unit.id) == wanted ||
         std::any_of(unit.aliases.begin(), unit.aliases.end(), [&](const std::string& alias) { return fold_phrase(alias) == wanted; });
}

Id<Unit> draft_named(const Review& review, const std::string& code, const std::string& document) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Unit& unit = review.units[Id<Unit>(n)];
    const bool other = !code.empty() && !unit.code.empty() && fold_phrase(code) != fold_phrase(unit.code);
    if (review.inputs[n].role == InputRole::draft && !other && names(unit, document)) return Id<Unit>(n);
  }
  return {};
}

/// Of every draft of the run: what the version matrix says, else the project file.
std::vector<Released> releases_of(const Review& review) {
  std::vector<Released> all;
  for (std::uint32_t n = 0; n < review.units.size(); ++n)
    for (const Record& row : review.units[Id<Unit>(n)].records) {
      const std::string release(trim(row.field("design_release")));
      if (row.kind != "versions" || row.struck || release.empty()) continue;
      const std::string document(row.field("code_doc")), code(row.field("code"));
      const Id<Unit> draft = draft_named(review, code, document);
      if (draft) all.push_back({document, code, release, Id<Unit>(n), row.span, draft});
    }
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (input.role != InputRole::draft || input.entry == nullptr || input.entry->release.empty()) continue;
    const bool said = std::any_of(all.begin(), all.end(), [&](const Released& r) { return r.draft == Id<Unit>(n); });
    if (!said) all.push_back({document_name(review.units[Id<Unit>(n)]), input.entry->code, input.entry->release, Id<Unit>(n), {}, Id<Unit>(n)});
  }
  return all;
}

/// The release that the set is measured by: the project's where some document is on it, else the newest, else that of most documents.
std::string leading_release(const Review& review, const std::vector<Released>& all) {
  std::map<std::string, std::size_t> count;
  for (const Released& one : all) ++count[one.release];
  if (count.contains(review.project.release)) return review.project.release;
  std::string best = all.front().release;
  for (const auto& [release, documents] : count) {
    const auto order = compare_releases(release, best, review.project.releases);
    if (order ? *order > 0 : documents > count[best]) best = release;
  }
  return best;
}

/// An atom that the trace register codifies in the document and that changed in a release which the document does not reflect yet.
std::string changed_atom(const Review& review, const Released& one) {
  for (const Unit& unit : review.units)
    for (const Record& row : unit.records) {
      if (row.kind != "trace" || row.struck || row.hidden || row.field("link_type") == "not_codified") continue;
      if (!names(review.units[one.draft], std::string(row.field("code_doc")))) continue;
      const auto atom = review.corpus.atoms.find(std::string(row.field("atom_id")));
      if (atom == review.corpus.atoms.end()) continue;
      const Item& item = review.units[atom->second.unit].items[atom->second.id];
      const auto order = compare_releases(item.release, one.release, review.project.releases);
      if (order && *order > 0) return item.id;
    }
  return {};
}

}  // namespace

void check_mixed_release(const Review& review, const Rule& rule, Checked& checked) {
  const std::vector<Released> all = releases_of(review);
  if (all.size() < 2) return;
  const std::string leading = leading_release(review, all);
  for (const Released& one : all) {
    if (compare_releases(one.release, leading, review.project.releases).value_or(one.release <=> leading) == 0) continue;
    Finding finding = table_finding(review, rule, one.place, one.span, one.span.empty() ? std::string() : one.document);
    const std::string atom = changed_atom(review, one);
    if (!atom.empty()) finding.severity = Severity::error;
    finding.key = one.document;
    finding.text = one.release;
    std::string others;
    for (const Released& other : all)
      if (other.release == leading) others += (others.empty() ? "" : ", ") + other.document;
    finding.message = fill(
        rule.message, {{"label", finding.label}, {"document", one.document}, {"release", one.release}, {"leading", leading}, {"others", others}});
    if (!atom.empty()) finding.message += "; " + atom + ", which it codifies, changed in between";
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
