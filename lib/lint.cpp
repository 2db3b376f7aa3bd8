// The contents page: one call per step, and between the calls the promises that the next step relies on.
#include "lint.h"

#include <algorithm>
#include <utility>

#include "check/checks.h"
#include "link/link.h"
#include "lint/choose_rules.h"
#include "lint/identify.h"
#include "lint/inputs.h"
#include "lint/read_all.h"
#include "lint/settle.h"
#include "lint/unit_store.h"
#include "lint/written_waivers.h"

namespace dovetail {
namespace {

void begin_step(const Job& job, std::string_view step) {
  if (job.progress) job.progress(step, 0, 1);
}

}  // namespace

Result<Review> lint(Job job) {
  Review review;

  // What is read: the project's files, or whatever the paths name, or units made of them before. And which rules run.
  auto store = UnitStore::open(job);
  if (!store) return fail(store.error().message);
  auto scope = collect_inputs(job, *store, review);
  if (!scope) return fail(scope.error().message);
  if (!job.as_of.empty()) review.project.as_of = job.as_of;
  if (auto chosen = choose_rules(job, review); !chosen) return fail(chosen.error().message);
  if (auto known = add_known(job, review); !known) return fail(known.error().message);

  // Files become text, in parallel. From here on no text changes.
  store->expect(review);
  read_all(job, *store, review);
  if (job.until == Until::read) return review;

  // What nobody said is guessed from names and first lines. From here on every input has its role, profile and mapping.
  if (auto known = identify(job, *scope, review); !known) return fail(known.error().message);

  // Text becomes facts, in parallel. From here on no fact is added.
  compile_all(job, *store, review);
  if (job.until == Until::compile) return review;

  // Needs meet what is provided. From here on every need has exactly one outcome, per view.
  begin_step(job, "linking");
  review.corpus = link(review, job.threads);
  if (job.until == Until::link) return review;

  // Rules look, and change nothing but their findings.
  begin_step(job, "checking");
  const std::string named_day = review.project.as_of;
  if (named_day.empty()) review.project.as_of = job.today;
  auto checked = run_checks(review, job.threads);
  review.project.as_of = named_day;  // where nobody named a day reviews are judged today, and no report shows it
  review.findings = std::move(checked.findings);
  review.blocked = std::move(checked.blocked);

  // Odd input speaks too; then severities, waivers, filters, fingerprints and the one order that reports may rely on.
  begin_step(job, "settling");
  add_written_waivers(job, review);
  settle(job, *scope, review);
  return review;
}

bool nothing_checked(const Review& review) {
  return std::any_of(review.findings.begin(), review.findings.end(), [](const Finding& f) { return f.rule == "input.nothing-checked"; });
}

}  // namespace dovetail
