// One file read, for the commands that show what was read.
#include "one_document.h"

#include <filesystem>

#include "output.h"
#include "prepare.h"

namespace dovetail::cli {

Result<Review> open_one(const Options& options, const std::string& command, Until until) {
  auto job = prepare_one(options, command);
  if (!job) return fail(job.error().message);
  std::error_code ignored;
  if (std::filesystem::is_directory(job->paths.front(), ignored)) return fail(job->paths.front() + ": is a folder; " + command + " takes one file");
  job->until = until;
  auto review = lint(std::move(*job));
  if (!review) return review;
  mention_guesses(options, *review);
  if (review->documents.empty()) return fail(options.arguments.front() + ": is not read; it is registered as not loaded in the project file");
  const auto& document = *review->documents.begin();
  const bool empty = document.paragraphs.empty() && document.cells.empty();
  for (const auto& problem : document.problems) {
    const std::string message = options.arguments.front() + ": " + problem.message;
    if (problem.rule == "input.unreadable" || problem.rule == "input.encrypted" || (problem.rule == "input.limit" && empty)) return fail(message);
    if (problem.rule == "input.damaged" || problem.rule == "input.limit" || options.verbose) mention(message);
  }
  return review;
}

}  // namespace dovetail::cli
