// dovetail fix: safe fixes, as tracked changes in a copy of a Word document or as edits in text.
#include "lint/fixed.h"

#include <algorithm>

#include "commands.h"
#include "output.h"
#include "prepare.h"
#include "report/write_file.h"
#include "targets.h"

namespace dovetail::cli {
namespace {

std::string summary_of(const Fixed& fixed) {
  const auto left = static_cast<std::size_t>(
      std::count_if(fixed.replacements.begin(), fixed.replacements.end(), [](const Replacement& one) { return !one.left.empty(); }));
  const auto made = fixed.replacements.size() - left;
  return std::to_string(made) + (made == 1 ? " fix" : " fixes") + (left == 0 ? "" : ", and " + std::to_string(left) + " left");
}

Result<bool> fix_one(const Options& options, const Review& review, const Target& target) {
  const auto bytes = bytes_of_file(target.file);
  if (!bytes) return fail(bytes.error().message);
  const auto done = fixed(review, target.document, *bytes, options.job.limits);
  if (!done) return fail(done.error().message);
  if (options.dry_run) {
    mention(target.path + ": " + summary_of(*done) + " (nothing is written)");
    return print(difference_text(review, target.document, done->replacements)) == 0 ? Result<bool>(true) : fail("standard output cannot be written");
  }
  for (const auto& one : done->replacements)
    if (!one.left.empty()) mention(one.finding->message + ": left, " + one.left);
  if (auto good = write_file(target.out, done->bytes); !good) return good;
  mention(target.out + ": " + summary_of(*done));
  return true;
}

}  // namespace

int run_fix(const Options& options) {
  auto asked = options;
  if (asked.dry_run && asked.output.empty()) asked.output = "./";  // nothing is written there
  if (auto good = expect_targets(asked, "fix"); !good) return complain(good.error().message);
  auto job = prepare(options);
  if (!job) return complain(job.error().message);
  job->keep_origins = true;
  const auto review = lint(std::move(*job));
  if (!review) return complain(review.error().message);
  mention_guesses(options, *review);
  const auto targets = targets_of(asked, *review);
  if (!targets) return complain(targets.error().message);
  int status = 0;
  for (const auto& target : *targets)
    if (auto good = fix_one(options, *review, target); !good) status = complain(good.error().message);
  return status;
}

}  // namespace dovetail::cli
