// Coverage of the design by the code.
#include "report/trace.h"

#include <map>

#include "report/escape.h"
#include "report/json_text.h"
#include "report/table.h"
#include "report/tally.h"
#include "report/wording.h"

namespace dovetail {
namespace {

using Counts = std::array<std::size_t, coverage_status_count>;

std::string status_table(const std::string& heading, const std::map<std::string, Counts>& groups) {
  std::vector<std::vector<std::string>> rows{{heading}};
  Counts totals{};
  for (const auto& [name, counts] : groups)
    for (std::size_t n = 0; n < counts.size(); ++n) totals[n] += counts[n];
  for (std::size_t n = 0; n < totals.size(); ++n)
    if (totals[n] != 0) rows[0].push_back(words_of(static_cast<CoverageStatus>(n)));
  rows[0].emplace_back("all");
  const auto add = [&](const std::string& name, const Counts& counts) {
    std::vector<std::string> row{terminal_safe(name)};
    std::size_t sum = 0;
    for (std::size_t n = 0; n < counts.size(); ++n) {
      sum += counts[n];
      if (totals[n] != 0) row.push_back(counts[n] == 0 ? "-" : std::to_string(counts[n]));
    }
    row.push_back(std::to_string(sum));
    rows.push_back(std::move(row));
  };
  for (const auto& [name, counts] : groups) add(name, counts);
  if (groups.size() > 1) add("all", totals);
  return aligned(rows);
}

bool is_gap(CoverageStatus status) {
  return status == CoverageStatus::uncovered || status == CoverageStatus::partial || status == CoverageStatus::weak ||
         status == CoverageStatus::pending || status == CoverageStatus::contested || status == CoverageStatus::waived;
}

std::string gap_line(const Review& review, const AtomCoverage& atom) {
  const auto& item = item_of(review, atom);
  std::string line = "  " + item.id + (atom.code.empty() ? "" : " for " + atom.code) + ": " + words_of(atom.status);
  if (!atom.reason.empty()) line += ", " + atom.reason;
  return terminal_safe(line) + "\n";
}

std::string target_line(const CoverageTarget& target) {
  std::string line = target.document_id + (target.label.empty() ? "" : " " + target.label);
  line += ": " + std::string(name_of(target.outcome)) + ", " + std::string(name_of(target.evidence));
  if (!target.via.empty()) line += ", through " + target.via;
  return terminal_safe(line);
}

Json atom_of(const Review& review, const AtomCoverage& atom) {
  const auto& item = item_of(review, atom);
  Json targets = Json::array();
  for (const auto& target : atom.targets)
    targets.push_back({{"document_id", target.document_id},
                       {"label", text_or_null(target.label)},
                       {"evidence", name_of(target.evidence)},
                       {"outcome", name_of(target.outcome)},
                       {"via", text_or_null(target.via)}});
  return {{"id", item.id},
          {"kind", item.kind},
          {"artefact", text_or_null(item.artefact)},
          {"code", text_or_null(atom.code)},
          {"status", name_of(atom.status)},
          {"reason", text_or_null(atom.reason)},
          {"targets", std::move(targets)}};
}

}  // namespace

std::string trace_text(const Review& review, const ReportOptions&) {
  const auto& coverage = review.corpus.coverage;
  if (coverage.empty()) return "No design atom was read: name the design under 'design:' in dovetail.yaml, or give its files\n";
  std::map<std::string, Counts> by_kind, by_code;
  std::string gaps;
  for (const auto& atom : coverage) {
    ++by_kind[words_of_kind(item_of(review, atom).kind)][static_cast<std::size_t>(atom.status)];
    ++by_code[atom.code.empty() ? "(no code named)" : atom.code][static_cast<std::size_t>(atom.status)];
    if (is_gap(atom.status)) gaps += gap_line(review, atom);
  }
  std::string out = status_table("kind of atom", by_kind) + "\n" + status_table("code", by_code) + "\n";
  out += gaps.empty() ? "No gaps\n" : "Gaps:\n" + gaps;
  const auto tally = count(review);
  return out + "\n" + "Traced " + counted(tally.atoms, "atom") + " into " + counted(tally.documents.size(), "document") + " with " +
         counted(tally.provisions, "provision") + "\n";
}

std::string trace_json(const Review& review, const ReportOptions& options) {
  Json json = {{"schema", "dovetail.trace/1"}, {"tool", {{"name", "dovetail"}, {"version", options.version}}}};
  json["atoms"] = Json::array();
  for (const auto& atom : review.corpus.coverage) json["atoms"].push_back(atom_of(review, atom));
  json["summary"] = coverage_summary(count(review).coverage);
  return finished(json);
}

Result<std::string> trace_why(const Review& review, const std::string& atom) {
  std::string out;
  for (const auto& covered : review.corpus.coverage) {
    const auto& item = item_of(review, covered);
    if (item.id != atom && item.raw_id != atom) continue;
    if (out.empty()) {
      const auto& document = review.documents[review.units[covered.item.unit].document];
      const auto origin = describe_origin(document, item.record.span);
      out += terminal_safe(item.id + " (" + words_of_kind(item.kind) + "), " + document.path + (origin.empty() ? "" : ", " + origin)) + "\n";
      if (!item.text.empty()) out += "  " + terminal_safe(item.text) + "\n";
      if (!item.parent.empty()) out += "  part of " + terminal_safe(item.parent) + "\n";
    }
    out += "  " + terminal_safe(covered.code.empty() ? "in any code" : "in " + covered.code) + ": " + words_of(covered.status) +
           (covered.reason.empty() ? "" : ", " + terminal_safe(covered.reason)) + "\n";
    for (const auto& target : covered.targets) out += "    " + target_line(target) + "\n";
    if (covered.targets.empty()) out += "    no provision found: register, ids, tables and names were searched\n";
  }
  if (out.empty()) return fail("no atom is called '" + atom + "'; 'dovetail trace --format json' lists them all");
  return out;
}

}  // namespace dovetail
