// dovetail compile: one file's facts as a unit file.
#include <filesystem>

#include "commands.h"
#include "output.h"
#include "prepare.h"

namespace dovetail::cli {
namespace {

// A folder of units holds what can be linked; what could not be read stands there too, so that a check of them says so.
void mention_what_is_wrong(const Review& review) {
  for (const auto& document : review.documents)
    for (const auto& problem : document.problems)
      if (!problem.minor && problem.rule.starts_with("input.") && problem.rule != "input.unknown-element")
        mention(document.path + ": " + problem.message);
}

}  // namespace

int run_compile(const Options& options) {
  auto job = prepare_one(options, "compile");
  if (!job) return complain(job.error().message);
  const auto file = job->paths.front();
  std::error_code ignored;
  if (options.output.empty()) return complain("compile writes a unit file: name it with -o FILE.unit");
  if (std::filesystem::is_directory(file, ignored)) return complain(file + ": is a folder; compile takes one file");
  if (file != "-" && !std::filesystem::exists(file, ignored)) return complain(file + ": no such file");
  if (std::filesystem::equivalent(file, options.output, ignored)) return complain(options.output + ": is the file to compile; name another with -o");
  job->until = Until::compile;
  job->unit_file = options.output;
  std::string problem;
  job->remark = [&](const std::string& text) { problem = text; };
  const auto review = lint(std::move(*job));
  if (!review) return complain(review.error().message);
  mention_guesses(options, *review);
  if (review->inputs.empty()) return complain(file + ": is not read; it is registered as not loaded in the project file");
  if (!problem.empty()) return complain(problem);
  mention_what_is_wrong(*review);
  return 0;
}

}  // namespace dovetail::cli
