// The horizon log and the topic checklist: what nobody has dealt with.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/atom_finding.h"
#include "check/make_finding.h"
#include "check/register.h"
#include "check/register_places.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

bool is_one_of(std::string_view text, const std::set<std::string>& words) { return words.contains(fold_phrase(text)); }

bool says_nothing(std::string_view field) {
  static const std::set<std::string> nothing{"", "tbc", "tba", "tbd", "?", "-", "to be confirmed", "to be agreed", "to do", "unknown", "none yet"};
  return is_one_of(field, nothing);
}

bool says_no(std::string_view field) { return is_one_of(field, {"no", "n", "none", "no impact", "nil", "false"}); }
bool says_yes(std::string_view field) {
  const std::string folded = fold_phrase(field);
  return folded == "y" || folded == "true" || folded == "high" || folded == "medium" || folded == "low" || folded.starts_with("yes");
}

/// Days since the epoch of an ISO date; nothing for other text.
std::optional<int> day_number(std::string_view iso) {
  int year = 0;
  unsigned month = 0, day = 0;
  iso = trim(iso);
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size, auto& value) {
    return std::from_chars(iso.data() + at, iso.data() + at + size, value).ptr == iso.data() + at + size;
  };
  if (!number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return static_cast<int>(std::chrono::sys_days(date).time_since_epoch().count());
}

class Horizon {
 public:
  Horizon(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked), places_(review) {
    const auto given = rule.with.find("stale_days");
    if (given != rule.with.end()) std::from_chars(given->second.data(), given->second.data() + given->second.size(), stale_days_);
    for (const TraceLink& link : review.corpus.traces)
      if (link.unit && link.provision && !link.atom.empty() && link.type != "not_codified") traced_[{link.unit, link.provision}].insert(link.atom);
  }

  void run() {
    for (std::uint32_t n = 0; n < review_.units.size(); ++n)
      for (const Record& row : review_.units[Id<Unit>(n)].records)
        if (row.kind == "horizon" && !row.struck) judge(Id<Unit>(n), row);
  }

 private:
  void judge(Id<Unit> where, const Record& row) {
    static const std::set<std::string> settled{"approved",
                                               "implemented",
                                               "implementing",
                                               "live",
                                               "agreed",
                                               "accepted",
                                               "in force",
                                               "effective",
                                               "complete",
                                               "completed",
                                               "final",
                                               "approved for implementation",
                                               "awaiting implementation"};
    static const std::set<std::string> over{"rejected", "withdrawn", "closed", "cancelled", "superseded"};
    const std::string status = fold_phrase(row.field("change_status"));
    const bool is_settled = settled.contains(status);
    std::vector<std::string> wrong;
    const bool no_action = says_nothing(row.field("drafting_action")) || says_no(row.field("drafting_action"));
    if (is_settled && says_yes(row.field("xp_impact")) && no_action) wrong.push_back("has an impact and no action");
    if (is_settled && says_no(row.field("xp_impact")))
      if (const std::string atoms = traced_atoms(row); !atoms.empty())
        wrong.push_back("is marked as no impact, and touches text that carries " + atoms);
    if (!over.contains(status))
      if (const std::string stale = staleness(row, is_settled); !stale.empty()) wrong.push_back(stale);
    if (wrong.empty()) return;
    Finding finding = table_finding(review_, rule_, where, row.span, row_id(row));
    finding.key = finding.label;
    const std::string change(row.field("change_ref"));
    finding.message = fill(rule_.message, {{"label", finding.label},
                                           {"change", change.empty() ? "the change" : change},
                                           {"status", status.empty() ? "without status" : status},
                                           {"what", some_of(wrong)}});
    checked_.findings.push_back(std::move(finding));
  }

  [[nodiscard]] std::string traced_atoms(const Record& row) {
    std::set<std::string> atoms;
    for (const std::string& document : split_values(row.field("docs_affected")))
      for (const Id<Unit> text : places_.units(document, row.field("code")))
        for (const Id<Provision> provision : places_.provisions(text, row.field("provisions_affected")))
          if (const auto known = traced_.find({text, provision}); known != traced_.end()) atoms.insert(known->second.begin(), known->second.end());
    return some_of({atoms.begin(), atoms.end()}, 3);
  }

  /// A review that the change has overtaken, or that is older than the rule allows. Without a day to judge at nothing is stale.
  [[nodiscard]] std::string staleness(const Record& row, bool is_settled) const {
    const auto today = day_number(review_.project.as_of), seen = day_number(row.field("last_reviewed")),
               live = day_number(row.field("implementation_date"));
    if (!today || !seen) return {};
    if (is_settled && live && *live <= *today && *seen < *live)
      return "took effect on " + std::string(trim(row.field("implementation_date"))) + ", after its last review on " +
             std::string(trim(row.field("last_reviewed")));
    return *today - *seen > stale_days_ ? "was last reviewed on " + std::string(trim(row.field("last_reviewed"))) : std::string();
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  RegisterPlaces places_;
  std::map<std::pair<Id<Unit>, Id<Provision>>, std::set<std::string>> traced_;
  int stale_days_ = 90;
};

}  // namespace

void check_horizon(const Review& review, const Rule& rule, Checked& checked) {
  const bool there = std::any_of(review.inputs.begin(), review.inputs.end(), [](const Input& input) { return input.register_kind == "horizon"; });
  if (!there) {
    checked.blocked.push_back({rule.id, "no horizon log"});
    return;
  }
  Horizon(review, rule, checked).run();
}

void check_topic_incomplete(const Review& review, const Rule& rule, Checked& checked) {
  struct Head {
    const char *field, *words;
  };
  constexpr std::array heads{Head{"lead_code", "lead code"},
                             Head{"transition", "transition"},
                             Head{"consequential_change", "consequential change"},
                             Head{"performance_assurance", "performance assurance"},
                             Head{"qualification", "qualification"},
                             Head{"migration", "migration"},
                             Head{"terminology", "terminology"},
                             Head{"earlier_topics", "earlier topics"},
                             Head{"later_topics", "later topics"}};
  for (std::uint32_t n = 0; n < review.units.size(); ++n)
    for (const Record& row : review.units[Id<Unit>(n)].records) {
      if (row.kind != "topics" || row.struck) continue;
      std::vector<std::string> blank;
      for (const Head& head : heads) {
        const bool column = std::any_of(row.fields.begin(), row.fields.end(), [&](const auto& field) { return field.first == head.field; });
        if (column && says_nothing(row.field(head.field))) blank.emplace_back(head.words);
      }
      if (blank.empty()) continue;
      Finding finding = table_finding(review, rule, Id<Unit>(n), row.span, row_id(row));
      finding.key = finding.label;
      finding.message = fill(rule.message, {{"label", finding.label}, {"what", some_of(blank, 9)}});
      checked.findings.push_back(std::move(finding));
    }
}

}  // namespace dovetail
