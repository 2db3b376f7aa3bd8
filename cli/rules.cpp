// dovetail rules: all rules with severity and state.
#include "commands.h"
#include "config/config.h"
#include "lint/choose_rules.h"
#include "output.h"
#include "prepare.h"
#include "report/rule_list.h"

namespace dovetail::cli {

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
  return print(options.format == "json" ? rules_json(rules) : rules_text(rules));
}

}  // namespace dovetail::cli
