// From options to a job that can run.
#include "prepare.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <iterator>

#include "config/config.h"
#include "output.h"
#include "read/readers.h"

namespace dovetail::cli {
namespace {

std::string today() {
  const auto now = std::time(nullptr);
  std::tm day{};
  localtime_r(&now, &day);
  char text[11];
  return std::strftime(text, sizeof text, "%Y-%m-%d", &day) == 10 ? text : "";
}

std::string rules_asked_for(const Options& options) {
  if (!options.rules.empty()) return options.rules;
  const char* variable = std::getenv("DOVETAIL_RULES");
  return variable ? variable : "";
}

Result<std::string> standard_input(const Limits& limits) {
  std::string bytes;
  char block[65536];
  while (std::cin.read(block, sizeof block) || std::cin.gcount() > 0) {
    bytes.append(block, static_cast<std::size_t>(std::cin.gcount()));
    if (bytes.size() > limits.file_bytes) return fail("-: standard input holds more than " + std::to_string(limits.file_bytes) + " bytes");
  }
  return bytes;
}

}  // namespace

Result<Job> prepare(const Options& options) {
  Job job = options.job;
  job.paths = options.arguments;
  job.today = today();
  job.tool = DOVETAIL_VERSION;
  if (!job.format_in.empty() && kind_named(job.format_in) == FileKind::unknown)
    return fail("--format-in: '" + job.format_in + "' is no kind of document; try docx, marked-text, markdown, html, csv or xlsx");
  auto folder = find_rules_folder(running_program(), rules_asked_for(options));
  if (!folder) return fail(folder.error().message);
  auto catalogue = load_catalogue(*folder);
  if (!catalogue) return fail(catalogue.error().message);
  job.rules_folder = std::move(*folder);
  job.catalogue = std::move(*catalogue);
  if (std::find(job.paths.begin(), job.paths.end(), "-") != job.paths.end()) {
    auto bytes = standard_input(job.limits);
    if (!bytes) return fail(bytes.error().message);
    job.standard_input = std::move(*bytes);
  }
  return job;
}

Result<Review> linked(const Options& options) {
  auto job = prepare(options);
  if (!job) return fail(job.error().message);
  job->until = Until::link;
  auto review = lint(std::move(*job));
  if (review) mention_guesses(options, *review);
  return review;
}

Result<Job> prepare_one(const Options& options, const std::string& command) {
  if (options.arguments.size() != 1)
    return fail(command + " takes one file, not " + std::to_string(options.arguments.size()) + " ('dovetail " + command + " --help' shows how)");
  auto job = prepare(options);
  if (job) job->alone = true;
  return job;
}

}  // namespace dovetail::cli
