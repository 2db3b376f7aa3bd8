// dovetail rules: all rules with severity and state.
#include <filesystem>

#include "commands.h"
#include "config/config.h"
#include "lint/choose_rules.h"
#include "output.h"
#include "prepare.h"
#include "report/rule_list.h"
#include "report/rule_site.h"
#include "report/write_file.h"

namespace dovetail::cli {

namespace {

int write_site(const std::string& folder, const std::vector<ListedRule>& rules) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  const auto files = rule_site(rules, DOVETAIL_VERSION);
  for (const auto& [name, bytes] : files)
    if (auto good = write_file((std::filesystem::path(folder) / name).string(), bytes); !good) return complain(good.error().message);
  mention(folder + ": " + std::to_string(files.size()) + " pages, to begin with index.html");
  return 0;
}

}  // namespace

int run_rules(const Options& options) {
  if (!options.arguments.empty()) return complain("rules takes no argument; 'dovetail explain " + options.arguments.front() + "' tells about one");
  const auto job = prepare(options);
  if (!job) return complain(job.error().message);
  Project project;
  const auto file = job->project_file.empty() ? find_project_file("").value_or("") : job->project_file;
  if (!file.empty()) {
    auto loaded = load_project(file, job->rules_folder, job->catalogue);
    if (!loaded) return complain(loaded.error().message);
    project = std::move(*loaded);
  }
  std::vector<ListedRule> rules;
  for (const auto& rule : job->catalogue.rules)
    rules.push_back({&rule, severity_set(*job, project, rule.id).value_or(rule.severity), is_chosen(*job, project, rule.id)});
  if (!options.site.empty()) return write_site(options.site, rules);
  return print(options.format == "json" ? rules_json(rules) : rules_text(rules));
}

}  // namespace dovetail::cli
