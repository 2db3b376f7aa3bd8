// The table of checks: a new one is a function in its family's file and a row here.
#include "check/checks.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "base/parallel.h"
#include "base/word_table.h"
#include "check/change.h"
#include "check/coverage.h"
#include "check/data.h"
#include "check/design.h"
#include "check/duty_check.h"
#include "check/input.h"
#include "check/pattern.h"
#include "check/reference.h"
#include "check/register.h"
#include "check/shared.h"
#include "check/structure.h"
#include "check/term.h"
#include "check/timetable.h"
#include "check/version.h"
#include "check/wording.h"

namespace dovetail {
namespace {

constexpr std::array table{
    std::pair{std::string_view("pattern"), &check_pattern},
    std::pair{std::string_view("reference_outcome"), &check_reference_outcome},
    std::pair{std::string_view("reference_drifted"), &check_reference_drifted},
    std::pair{std::string_view("wrong_self"), &check_wrong_self},
    std::pair{std::string_view("wrong_scope"), &check_wrong_scope},
    std::pair{std::string_view("wrong_keyword"), &check_wrong_keyword},
    std::pair{std::string_view("heading_mismatch"), &check_heading_mismatch},
    std::pair{std::string_view("title_mismatch"), &check_title_mismatch},
    std::pair{std::string_view("circular_reference"), &check_circular_reference},
    std::pair{std::string_view("stale_field"), &check_stale_field},
    std::pair{std::string_view("programme_artefact"), &check_programme_artefact},
    std::pair{std::string_view("duplicate_number"), &check_duplicate_number},
    std::pair{std::string_view("number_gap"), &check_gap},
    std::pair{std::string_view("number_order"), &check_out_of_order},
    std::pair{std::string_view("typed_number"), &check_typed_number},
    std::pair{std::string_view("list_ending"), &check_list_ending},
    std::pair{std::string_view("empty_provision"), &check_empty_provision},
    std::pair{std::string_view("unbalanced"), &check_unbalanced},
    std::pair{std::string_view("contents_mismatch"), &check_contents_mismatch},
    std::pair{std::string_view("table_header"), &check_table_header},
    std::pair{std::string_view("undefined_term"), &check_undefined_term},
    std::pair{std::string_view("unused_definition"), &check_unused_definition},
    std::pair{std::string_view("duplicate_definition"), &check_duplicate_definition},
    std::pair{std::string_view("shadowed_definition"), &check_shadowed_definition},
    std::pair{std::string_view("conflicting_definitions"), &check_conflicting_definitions},
    std::pair{std::string_view("broken_pointer"), &check_broken_pointer},
    std::pair{std::string_view("circular_definition"), &check_circular_definition},
    std::pair{std::string_view("like_term"), &check_like_term},
    std::pair{std::string_view("retired_term"), &check_retired_term},
    std::pair{std::string_view("undefined_acronym"), &check_undefined_acronym},
    std::pair{std::string_view("acronym_conflict"), &check_acronym_conflict},
    std::pair{std::string_view("unsorted_definitions"), &check_unsorted_definitions},
    std::pair{std::string_view("lower_case_definition"), &check_lower_case_definition},
    std::pair{std::string_view("used_before_effective"), &check_used_before_effective},
    std::pair{std::string_view("impossible_date"), &check_impossible_date},
    std::pair{std::string_view("near_duplicate"), &check_near_duplicate},
    std::pair{std::string_view("residue"), &check_residue},
    std::pair{std::string_view("unmarked_change"), &check_unmarked_change},
    std::pair{std::string_view("invisible_deletion"), &check_invisible_deletion},
    std::pair{std::string_view("unmarked_numbering"), &check_unmarked_numbering},
    std::pair{std::string_view("no_effect"), &check_no_effect},
    std::pair{std::string_view("wholesale"), &check_wholesale},
    std::pair{std::string_view("formatting_only"), &check_formatting_only},
    std::pair{std::string_view("unknown_author"), &check_unknown_author},
    std::pair{std::string_view("mixed_marks"), &check_mixed_marks},
    std::pair{std::string_view("unknown_mark"), &check_unknown_mark},
    std::pair{std::string_view("protected_text"), &check_protected},
    std::pair{std::string_view("out_of_scope"), &check_out_of_scope},
    std::pair{std::string_view("twin_differs"), &check_twin},
    std::pair{std::string_view("since_approval"), &check_since_approval},
    std::pair{std::string_view("collision"), &check_collision},
    std::pair{std::string_view("identity_differs"), &check_identity},
    std::pair{std::string_view("history_rows"), &check_history},
    std::pair{std::string_view("mixed_release"), &check_mixed_release},
    std::pair{std::string_view("sla_differs"), &check_sla_differs},
    std::pair{std::string_view("when_unparsed"), &check_when_unparsed},
    std::pair{std::string_view("step_missing"), &check_step_missing},
    std::pair{std::string_view("step_order"), &check_step_order},
    std::pair{std::string_view("role_differs"), &check_role_differs},
    std::pair{std::string_view("role_unknown"), &check_role_unknown},
    std::pair{std::string_view("flow_mismatch"), &check_flow_mismatch},
    std::pair{std::string_view("uncovered_atom"), &check_uncovered_atom},
    std::pair{std::string_view("outdated_link"), &check_outdated_link},
    std::pair{std::string_view("predated_link"), &check_predated_link},
    std::pair{std::string_view("dead_atom"), &check_dead_atom},
    std::pair{std::string_view("dead_provision"), &check_dead_provision},
    std::pair{std::string_view("shallow_link"), &check_shallow_link},
    std::pair{std::string_view("coverage_threshold"), &check_threshold},
    std::pair{std::string_view("coverage_cycle"), &check_coverage_cycle},
    std::pair{std::string_view("artefact_not_loaded"), &check_artefact_not_loaded},
    std::pair{std::string_view("untraced_text"), &check_untraced_text},
    std::pair{std::string_view("lost_atom"), &check_lost_atom},
    std::pair{std::string_view("transition_without_end"), &check_no_end},
    std::pair{std::string_view("obligation_differs"), &check_obligation_differs},
    std::pair{std::string_view("actor_differs"), &check_actor_differs},
    std::pair{std::string_view("wording_diverges"), &check_wording_diverges},
    std::pair{std::string_view("codes_differ"), &check_codes_differ},
    std::pair{std::string_view("unknown_id"), &check_unknown_id},
    std::pair{std::string_view("name_differs"), &check_name_differs},
    std::pair{std::string_view("owner_omits"), &check_owner_omits},
    std::pair{std::string_view("data_obligation"), &check_data_obligation},
    std::pair{std::string_view("dangling_atom"), &check_dangling_atom},
    std::pair{std::string_view("insufficient_atom"), &check_insufficient},
    std::pair{std::string_view("source_conflict"), &check_source_conflict},
    std::pair{std::string_view("duplicate_id"), &check_duplicate_id},
    std::pair{std::string_view("unversioned_atom"), &check_unversioned},
    std::pair{std::string_view("uncontrolled_change"), &check_uncontrolled_change},
    std::pair{std::string_view("uncodified_branch"), &check_uncodified_branch},
    std::pair{std::string_view("malformed_register"), &check_malformed_register},
    std::pair{std::string_view("missed_uplift"), &check_missed_uplift},
    std::pair{std::string_view("comment_not_applied"), &check_comment_not_applied},
    std::pair{std::string_view("unexplained_change"), &check_unexplained_change},
    std::pair{std::string_view("horizon_unhandled"), &check_horizon},
    std::pair{std::string_view("topic_incomplete"), &check_topic_incomplete},
    std::pair{std::string_view("baseline_moved"), &check_baseline_moved},
    std::pair{std::string_view("input_problem"), &check_input_problem},
    std::pair{std::string_view("waiver_unused"), &check_after_all},
    std::pair{std::string_view("waiver_expired"), &check_after_all},
    std::pair{std::string_view("nothing_checked"), &check_after_all},
    std::pair{std::string_view("blocked"), &check_after_all},
};

/// The order in which rules are begun: those that take longest first, so that no thread is left with one of them when the others have done. Their
/// findings are put together in the order of the rules whatever this says.
std::vector<std::size_t> longest_first(const std::vector<Rule>& rules) {
  static constexpr WordTable longest{"undefined_term",     "near_duplicate",    "retired_term",
                                     "circular_reference", "reference_outcome", "undefined_acronym"};
  std::vector<std::size_t> order(rules.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return longest.contains(rules[i].check); });
  return order;
}

}  // namespace

Check check_named(std::string_view name) {
  const auto row = std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.first == name; });
  return row == table.end() ? nullptr : row->second;
}

Checked run_checks(const Review& review, unsigned threads) {
  std::vector<Checked> each(review.rules.size());
  const auto shared = std::make_shared<Shared>(review);
  for (auto& one : each) one.shared = shared;
  parallel_for(review.units.size(), threads, [&](std::size_t u) {
    if (review.inputs[u].role == InputRole::draft && review.units[Table<Unit>::id_at(u)].has_body) shared->prepare(Table<Unit>::id_at(u));
  });
  const auto order = longest_first(review.rules);
  parallel_for(order.size(), threads, [&](std::size_t n) {
    const auto i = order[n];
    const auto& rule = review.rules[i];
    if (const auto check = check_named(rule.pattern.empty() ? std::string_view(rule.check) : "pattern"))
      check(review, rule, each[i]);
    else
      each[i].blocked.push_back({rule.id, "this program has no check called '" + rule.check + "'"});
  });
  Checked all;
  for (auto& one : each) {
    std::move(one.findings.begin(), one.findings.end(), std::back_inserter(all.findings));
    std::move(one.blocked.begin(), one.blocked.end(), std::back_inserter(all.blocked));
  }
  return all;
}

}  // namespace dovetail
