// dovetail check: the whole job.
#include <algorithm>

#include "commands.h"
#include "output.h"
#include "prepare.h"
#include "report/known.h"
#include "report/write_file.h"
#include "watch.h"

namespace dovetail::cli {
namespace {

Result<bool> write_reports(const Options& options, const Review& review) {
  ReportOptions to_file = report_options(options);
  to_file.colour = false;
  to_file.width = 0;
  for (const auto& [format, file] : options.reports)
    if (auto good = report_as(format, review, to_file).and_then([&](const std::string& bytes) { return write_file(file, bytes); }); !good)
      return good;
  return true;
}

bool depends_on_the_day(const Review& review) {
  const auto& waivers = review.project.waivers;
  if (std::any_of(waivers.begin(), waivers.end(), [](const Waiver& waiver) { return !waiver.until.empty(); })) return true;
  return std::any_of(review.units.begin(), review.units.end(), [](const Unit& unit) {
    return std::any_of(unit.records.begin(), unit.records.end(),
                       [](const Record& row) { return row.kind == "horizon" && !row.field("last_reviewed").empty(); });
  });
}

void mention_what_was_guessed(const Options& options, const Review& review) {
  mention_guesses(options, review);
  if (options.verbose)
    for (const auto& blocked : review.blocked) mention(blocked.rule + " could not run: " + blocked.reason);
  if (!options.job.as_of.empty() || !review.project.as_of.empty() || options.quiet) return;
  if (depends_on_the_day(review))
    mention("dates of waivers and reviews are judged today; 'as_of:' in " + review.project.file + " or --as-of sets another day");
}

bool is_at_or_above(const Finding& finding, const std::string& level) {
  const auto least = severity_named(level);                                     // none for "never"
  const bool live = !finding.introduced && finding.severity == Severity::note;  // live text is not tidied: it fails no run
  return finding.waived.empty() && least && finding.severity >= *least && !live;
}

// What stood in the way, where something did: one line that says what, where and what to do.
std::string why_nothing_was_checked(const Review& review) {
  for (const auto& finding : review.findings)
    if (finding.rule == "input.unreadable" || finding.rule == "input.encrypted" || finding.rule == "input.limit") return finding.message;
  for (const auto& rule : review.rules)
    if (rule.id == "input.nothing-checked") return rule.title + ": no provision, design atom or register row was read. " + rule.remedy;
  return "nothing could be checked: no provision, design atom or register row was read";
}

int exit_status(const Options& options, const Review& review) {
  if (nothing_checked(review)) return complain(why_nothing_was_checked(review));
  for (const auto& finding : review.findings)
    if (is_at_or_above(finding, options.fail_on)) return 1;
  return 0;
}

}  // namespace

int run_check(const Options& options) {
  auto job = prepare(options);
  if (!job) return complain(job.error().message);
  Watch watch(options);
  job->progress = [&](std::string_view step, std::size_t done, std::size_t all) { watch.told(step, done, all); };
  job->reused = [&](std::size_t count) { watch.told_reused(count); };
  if (!options.quiet) job->remark = [](const std::string& text) { mention("the cache does not hold everything: " + text); };
  const auto review = lint(std::move(*job));
  if (review) watch.end(*review);
  if (!review) return complain(review.error().message);
  for (const auto& [format, file] : options.reports)
    if (auto good = expect_no_input(file, *review); !good) return complain(good.error().message);
  mention_what_was_guessed(options, *review);
  const auto report = report_as(options.format, *review, report_options(options));
  if (!report) return complain(report.error().message);
  if (const int failed = print(*report)) return failed;
  if (auto good = write_reports(options, *review); !good) return complain(good.error().message);
  if (!options.write_known.empty()) {
    if (auto good = write_file(options.write_known, known_text(*review)); !good) return complain(good.error().message);
    mention(options.write_known + " holds the known findings; 'dovetail check --known " + options.write_known + "' leaves them out");
  }
  return exit_status(options, *review);
}

}  // namespace dovetail::cli
