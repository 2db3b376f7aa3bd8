// timetable.step-missing and timetable.step-order: the rows that WHEN and ACTION cite.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/make_finding.h"
#include "check/timetable.h"
#include "check/timetable_rows.h"
#include "model/role_names.h"
#include "text/step_numbers.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr auto proposed = index(View::proposed);

std::string label_key(std::string_view label) {
  std::string key = fold_phrase(label);
  while (!key.empty() && (key.back() == '.' || key.back() == ' ')) key.pop_back();
  return key;
}

std::string process_of(std::string_view label) {
  const std::size_t dot = label.rfind('.');
  return std::string(label.substr(0, dot == std::string_view::npos ? 0 : dot));
}

/// The rows and provisions of one document that can be cited.
struct Citable {
  std::map<std::string, std::vector<std::uint32_t>> rows;  // by label: indexes of the timetable, proposed view
  std::set<std::string> provisions, not_used;
};

Citable citable_in(const Unit& unit) {
  Citable citable;
  for (const Provision& provision : unit.provisions) {
    if (provision.label[proposed].empty()) continue;
    (provision.not_used[proposed] ? citable.not_used : citable.provisions).insert(label_key(provision.label[proposed]));
  }
  for (std::uint32_t r = 0; r < unit.timetable.size(); ++r) {
    const TimetableRow& row = unit.timetable[Id<TimetableRow>(r)];
    if (!row.views.proposed || row.ref.text.empty()) continue;
    const std::string label = label_key(row.provision ? unit.provisions[row.provision].label[proposed] : row.ref.text);
    citable.rows[label].push_back(r);
  }
  return citable;
}

// The words of a citation as they stand in the source; the whole cell where they cannot be found.
Span source_of_citation(const Unit& unit, const TableField& cell, const std::string& label) {
  const Projection& text = unit.projection(View::proposed);
  const std::uint32_t begin = text.from_source(cell.span.begin), end = text.from_source(cell.span.end);
  for (std::size_t at = text.text.find(label, begin); at != std::string::npos && at + label.size() <= end; at = text.text.find(label, at + 1)) {
    const Span found{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + label.size())};
    if (at_word_edge(text.text, found.begin) && at_word_edge(text.text, found.end)) return text.to_source(found);
  }
  return cell.span;
}

class StepFinder {
 public:
  StepFinder(const Review& review, const Rule& rule, Checked& checked)
      : review_(review), rule_(rule), checked_(checked), roles_(review.corpus.roles) {}

  void check() {
    for (const RowAt at : draft_rows(review_)) {
      const Unit& unit = review_.units[at.unit];
      if (unit.lost.numbers) continue;
      const Citable& citable = citable_of(at.unit);
      for (const auto cell : {&TimetableRow::when, &TimetableRow::action})
        for (const StepNumber& cited : step_numbers_in((row_at(review_, at).*cell).text)) judge(at, cell, cited, citable);
    }
  }

 private:
  const Citable& citable_of(Id<Unit> unit) {
    const auto known = citable_.find(unit);
    return known != citable_.end() ? known->second : citable_.emplace(unit, citable_in(review_.units[unit])).first->second;
  }

  void judge(RowAt at, TableField TimetableRow::*cell, const StepNumber& cited, const Citable& citable) {
    std::string label = label_key(cited.label);
    const std::string whole = label.substr(0, label.find('('));  // an item of a row's own list stands in its ACTION
    const bool not_used = citable.not_used.contains(label) || citable.not_used.contains(whole);
    const bool exists = !not_used && (citable.rows.contains(label) || citable.rows.contains(whole) || citable.provisions.contains(label) ||
                                      citable.provisions.contains(whole));
    if (exists) return cross_process(at, cell, cited, citable, whole);
    const Unit& unit = review_.units[at.unit];
    // A footnote's mark glued to the number is how some sources print it.
    if ((unit.lost.text || unit.lost.layout) && citable.rows.contains(process_of(whole))) return;
    std::string what = document_name(unit) + (not_used ? " says that " + cited.label + " is not used" : " has no row " + cited.label);
    const std::string last = not_used ? std::string() : last_row(citable, process_of(whole));
    if (!last.empty()) what += "; the rows of " + process_of(whole) + " end at " + last;
    report(at, cell, cited, what, rule_.severity);
  }

  static std::string last_row(const Citable& citable, const std::string& process) {
    std::string last;
    std::uint32_t place = 0;
    for (const auto& [label, rows] : citable.rows)
      if (!process.empty() && process_of(label) == process && (last.empty() || rows.back() > place)) last = label, place = rows.back();
    return last;
  }

  // A time counted from a row of another process, with whose parties this row has nothing in common, is likely a slip of the number.
  void cross_process(RowAt at, TableField TimetableRow::*cell, const StepNumber& cited, const Citable& citable, const std::string& label) {
    const auto found = citable.rows.find(label);
    const TimetableRow& row = row_at(review_, at);
    if (cell != &TimetableRow::when || found == citable.rows.end() || found->second.size() != 1 || !row.timing.understood) return;
    const Unit& unit = review_.units[at.unit];
    const TimetableRow& other = unit.timetable[Id<TimetableRow>(found->second.front())];
    if (!row.provision || !other.provision) return;
    const auto parent = unit.provisions[row.provision].parent[proposed], others = unit.provisions[other.provision].parent[proposed];
    if (!parent || !others || parent == others || process_of(label) == process_of(label_key(unit.provisions[row.provision].label[proposed]))) return;
    if (fold_phrase(row.when.text).find("process") != std::string::npos) return;
    const auto mine = parties(row), theirs = parties(other);
    if (!mine || !theirs) return;
    for (const std::string& role : *mine)
      if (theirs->contains(role)) return;
    report(at, cell, cited, cited.label + " belongs to another process, and no party of this row takes part in it", Severity::warning);
  }

  // The parties of a row; nothing where they cannot all be read.
  [[nodiscard]] std::optional<std::set<std::string>> parties(const TimetableRow& row) const {
    std::set<std::string> all;
    for (const TableField* cell : {&row.from, &row.to}) {
      const Parties named = roles_.read(cell->text);
      if (named.everyone || named.unclear || !named.unknown.empty()) return std::nullopt;
      all.insert(named.roles.begin(), named.roles.end());
    }
    if (all.empty()) return std::nullopt;
    return all;
  }

  void report(RowAt at, TableField TimetableRow::*cell, const StepNumber& cited, const std::string& what, Severity severity) {
    Finding finding = row_finding(review_, rule_, at, cell);
    finding.place.span = source_of_citation(review_.units[at.unit], row_at(review_, at).*cell, cited.label);
    finding.text = cited.label;
    finding.message =
        fill(rule_.message,
             {{"label", finding.label}, {"column", cell == &TimetableRow::when ? "WHEN" : "ACTION"}, {"target", cited.label}, {"what", what}});
    finding.key = cited.label;
    if (severity < finding.severity) {
      finding.severity = severity;
      finding.certainty = Certainty::likely;
    }
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  const RoleNames& roles_;
  std::map<Id<Unit>, Citable> citable_;
};

// "within 2 WD of x": the count begins when x is done.
bool counts_from(const WhenClause& clause) {
  if (clause.anchor.kind != AnchorKind::row || clause.side == TimeSide::before) return false;
  if (clause.relation == WhenRelation::before || clause.relation == WhenRelation::same_time) return false;
  return clause.quantity.has_value() && clause.side == TimeSide::after;
}

// The row that a clause counts from, where it stands in the same process; its index.
std::optional<std::uint32_t> row_counted_from(const Unit& unit, RowAt at, const WhenClause& clause, const Citable& citable) {
  const TimetableRow& row = unit.timetable[at.row];
  const auto found = citable.rows.find(label_key(clause.anchor.text));
  if (found == citable.rows.end() || found->second.size() != 1 || !row.provision) return std::nullopt;
  const TimetableRow& other = unit.timetable[Id<TimetableRow>(found->second.front())];
  if (!other.provision || unit.provisions[other.provision].parent[proposed] != unit.provisions[row.provision].parent[proposed]) return std::nullopt;
  return found->second.front();
}

}  // namespace

void check_step_missing(const Review& review, const Rule& rule, Checked& checked) { StepFinder(review, rule, checked).check(); }

void check_step_order(const Review& review, const Rule& rule, Checked& checked) {
  std::map<Id<Unit>, Citable> citable;
  for (const RowAt at : draft_rows(review)) {
    const Unit& unit = review.units[at.unit];
    const TimetableRow& row = unit.timetable[at.row];
    if (!row.timing.understood) continue;
    if (!citable.contains(at.unit)) citable.emplace(at.unit, citable_in(unit));
    const Citable& rows = citable.at(at.unit);
    std::optional<std::string> later;
    bool earlier = false;
    for (const WhenClause& clause : row.timing.clauses) {
      if (clause.anchor.kind != AnchorKind::row) continue;
      const auto from = row_counted_from(unit, at, clause, rows);
      const bool is_later = from && *from >= at.row.value && counts_from(clause);
      earlier = earlier || !is_later;  // "3.1.1 or 3.1.7": the process comes back to this row
      if (is_later && !later) later = clause.anchor.text;
    }
    if (!later || earlier) continue;
    const bool itself = label_key(*later) == label_key(unit.provisions[row.provision].label[proposed]);
    Finding finding = row_finding(review, rule, at, &TimetableRow::when);
    finding.place.span = source_of_citation(unit, row.when, *later);
    finding.text = *later;
    finding.message = fill(rule.message, {{"label", finding.label},
                                          {"target", *later},
                                          {"when", row.when.text},
                                          {"what", itself ? "is this row itself" : "comes later in the same process"}});
    finding.key = *later;
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
