// Coverage of the design by the code, for a terminal.
#include "report/trace.h"

#include <cstdio>

#include "report/escape.h"
#include "report/expected_row.h"
#include "report/table.h"
#include "report/tally.h"
#include "report/trace_tables.h"
#include "report/trace_views.h"
#include "report/wording.h"

namespace dovetail {
namespace {

std::string status_table(const std::string& heading, const StatusGroups& groups) {
  std::vector<std::vector<std::string>> rows{{heading}};
  StatusCounts totals{};
  for (const auto& [name, counts] : groups)
    for (std::size_t n = 0; n < counts.size(); ++n) totals[n] += counts[n];
  for (std::size_t n = 0; n < totals.size(); ++n)
    if (totals[n] != 0) rows[0].push_back(words_of(static_cast<CoverageStatus>(n)));
  rows[0].emplace_back("all");
  const auto add = [&](const std::string& name, const StatusCounts& counts) {
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
  return aligned(rows) + "\n";
}

std::string cross_table(const std::string& heading, const std::map<std::string, std::map<std::string, std::size_t>>& cells,
                        const std::map<std::string, std::size_t>* all) {
  std::map<std::string, std::size_t> columns;
  for (const auto& [row, values] : cells)
    for (const auto& [column, count] : values) columns[column] += count;
  if (columns.empty()) return {};
  std::vector<std::vector<std::string>> rows{{heading}};
  if (all != nullptr) rows[0].emplace_back("atoms");
  for (const auto& [column, count] : columns) rows[0].push_back(terminal_safe(column.empty() ? "(no code)" : column));
  const auto add = [&](const std::string& name, const std::map<std::string, std::size_t>& values) {
    std::vector<std::string> row{terminal_safe(name)};
    if (all != nullptr) row.push_back(std::to_string(all->at(name)));
    for (const auto& [column, count] : columns) {
      const auto value = values.find(column);
      row.push_back(value == values.end() ? "-" : std::to_string(value->second));
    }
    rows.push_back(std::move(row));
  };
  static const std::map<std::string, std::size_t> none;
  if (all != nullptr)
    for (const auto& [name, count] : *all) add(name, cells.contains(name) ? cells.at(name) : none);
  else
    for (const auto& [name, values] : cells) add(name, values);
  return aligned(rows) + "\n";
}

std::string entry_line(const Review& review, const AtomCoverage& entry, const TraceBefore* before) {
  std::string line = "  " + item_of(review, entry).id + (entry.code.empty() ? "" : " for " + entry.code) + ": " + words_of(entry.status);
  if (!entry.reason.empty()) line += ", " + entry.reason;
  if (!entry.lost.empty())
    line += (entry.status == CoverageStatus::uncovered ? ", lost with this draft: " : ", and before this draft ") + entry.lost.front().document_id +
            " " + entry.lost.front().label + " carried it";
  if (before != nullptr && since_then(review, entry, *before) == "new") line += " (new)";
  return terminal_safe(line) + "\n";
}

std::string gaps_text(const Review& review, const TraceTables& tables, const TraceBefore* before) {
  if (tables.gaps.empty()) return "No gaps\n";
  std::string out = "Gaps:\n";
  for (const auto& [owner, entries] : tables.gaps) {
    if (tables.gaps.size() > 1) out += " " + terminal_safe(owner) + ":\n";
    for (const AtomCoverage* entry : entries) out += entry_line(review, *entry, before);
  }
  return out;
}

std::string stale_text(const Review& review, const TraceTables& tables) {
  std::string out;
  for (const TraceLink* link : tables.stale) {
    const Record& row = review.units[link->row.unit].records[link->row.id];
    std::string line = "  " + std::string(row.field("link_id")) + ": " + (link->atom.empty() ? std::string("text") : link->atom) + " in " +
                       link->document + " " + link->label + ", " + std::string(name_of(link->outcome()));
    if (!link->now.empty()) line += ", now " + link->now;
    if (link->design == TraceOutcome::outdated)
      line += link->changed ? ", and it changed" : ", and it did not change";
    else if (!link->why.empty())
      line += ", " + link->why;
    out += terminal_safe(line) + "\n";
  }
  return out.empty() ? out : "Stale links:\n" + out;
}

std::string waived_text(const Review& review, const TraceTables& tables) {
  std::string out;
  for (const AtomCoverage* entry : tables.waived) out += entry_line(review, *entry, nullptr);
  return out.empty() ? out : "Waived:\n" + out;
}

std::string code_to_design(const Review& review) {
  std::string out;
  for (const TracedText& text : review.corpus.traced_text)
    if (text.basis != TextBasis::not_owed)
      out += "  " +
             terminal_safe(id_or_path(review.units[text.unit]) + " " + text.label + " (" + std::string(name_of(text.fate)) +
                           "): " + words_of_basis(text)) +
             "\n";
  return out.empty() ? out : "Changed text and what it rests on:\n" + out;
}

std::string drafted_text(const Review& review, const TraceTables& tables) {
  if (tables.drafted.empty()) return {};
  std::vector<std::vector<std::string>> rows{{"carried", "before the drafts", "now", "added", "lost"}};
  for (const auto& [code, counts] : tables.drafted)
    rows.push_back(
        {terminal_safe(code), std::to_string(counts.before), std::to_string(counts.now), std::to_string(counts.added), std::to_string(counts.lost)});
  std::string out = aligned(rows);
  for (const AtomCoverage* entry : tables.turned) {
    if (!is_carried(entry->status)) continue;  // what is lost stands among the gaps
    const std::string bearer = bearer_of(*entry);
    out += terminal_safe("  " + item_of(review, *entry).id + (entry->code.empty() ? "" : " for " + entry->code) + ": " + words_of(entry->before) +
                         " before, " + words_of(entry->status) + " now" + (bearer.empty() ? "" : " (" + bearer + ")")) +
           "\n";
  }
  return out + "\n";
}

std::string percent(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f%%", share * 100);
  return text;
}

std::string thresholds_text(const Review& review) {
  std::string out;
  for (const CoverageThreshold& t : review.corpus.thresholds) {
    const std::string about = words_of_kind(t.kind) + (t.obligation.empty() ? "" : " (" + t.obligation + ")") +
                              (t.code.empty() ? "" : " for " + t.code) + (t.topic.empty() ? "" : " in " + t.topic);
    const double share = t.judged == 0 ? 1 : static_cast<double>(t.carried) / static_cast<double>(t.judged);
    out += "  " + terminal_safe(about) + ": " + std::to_string(t.carried) + " of " + std::to_string(t.judged) + " (" + percent(share) +
           "), asked for " + percent(t.minimum) + (t.reached() ? "" : ", not reached") + "\n";
  }
  return out.empty() ? out : "Thresholds:\n" + out;
}

std::string since_text(const Review& review, const TraceBefore& before) {
  const SinceCounts counts = count_since(review, before);
  std::string lines;
  for (const AtomCoverage& entry : review.corpus.coverage)
    if (since_then(review, entry, before) == "fixed") lines += entry_line(review, entry, nullptr);
  return "Since then: " + std::to_string(counts.fresh) + " new, " + std::to_string(counts.fixed) + " fixed, " + std::to_string(counts.unchanged) +
         " unchanged\n" + (lines.empty() ? "" : "Fixed:\n" + lines);
}

std::string parted(std::string block) { return block.empty() ? block : block + "\n"; }

std::string target_line(const CoverageTarget& target) {
  std::string line = target.document_id + (target.label.empty() ? "" : " " + target.label);
  line += ": " + std::string(name_of(target.outcome)) + ", " + std::string(name_of(target.evidence));
  if (!target.via.empty()) line += ", through " + target.via;
  return terminal_safe(line);
}

std::string rows_text(const Review& review, const AtomCoverage& entry) {
  if (item_of(review, entry).kind != "bp_step" || entry.status == CoverageStatus::not_owed) return {};
  const ExpectedRow row = ExpectedRows(review).of(entry);
  std::string out = "    the design implies: " + terminal_safe(row_line(row.expected)) + "\n";
  for (const auto& [document, drafted] : row.drafted) out += "    " + terminal_safe(document + " has:    " + row_line(drafted)) + "\n";
  return out;
}

}  // namespace

std::string trace_text(const Review& review, const ReportOptions&, const TraceBefore* before) {
  if (review.corpus.coverage.empty() && review.filters.empty())
    return "No design atom was read: name the design under 'design:' in dovetail.yaml, or give its files\n";
  const TraceTables tables = trace_tables(review);
  std::string out = status_table("kind of atom", tables.by_kind) + status_table("code", tables.by_code);
  if (tables.by_topic.size() > 1) out += status_table("topic area", tables.by_topic);
  out += cross_table("artefact", tables.matrix, &tables.atoms_of);
  out += cross_table("covered by evidence", tables.evidence, nullptr) + drafted_text(review, tables);
  out += parted(thresholds_text(review)) + parted(gaps_text(review, tables, before)) + parted(waived_text(review, tables)) +
         parted(stale_text(review, tables)) + parted(code_to_design(review));
  if (before != nullptr) out += parted(since_text(review, *before));
  return out + terminal_safe(trace_closing(review)) + "\n";
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
    if (covered.before != covered.status && covered.status != CoverageStatus::not_owed)
      out += "    before this draft: " + words_of(covered.before) + "\n";
    for (const auto& target : covered.lost) out += "    lost: " + target_line(target) + "\n";
    out += rows_text(review, covered);
  }
  if (out.empty()) return fail("no atom is called '" + atom + "'; 'dovetail trace --format json' lists them all");
  return out;
}

}  // namespace dovetail
