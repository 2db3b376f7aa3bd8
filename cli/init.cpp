// dovetail init: a commented project file from what is in a folder.
#include "lint/init.h"

#include <filesystem>

#include "commands.h"
#include "output.h"
#include "prepare.h"
#include "report/write_file.h"

namespace dovetail::cli {

int run_init(const Options& options) {
  if (options.arguments.size() > 1) return complain("init takes one folder ('dovetail init --help' shows how)");
  const auto folder = options.arguments.empty() ? std::string() : options.arguments.front();
  std::error_code ignored;
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
    return complain(folder + ": no such folder; init takes the folder to look through");
  const auto file = (std::filesystem::path(folder) / "dovetail.yaml").string();
  if (!options.dry_run && std::filesystem::exists(file, ignored))
    return complain(file + " is there already, and is not written over; 'dovetail init --dry-run' prints what init would write");
  auto asked = options;
  asked.arguments.clear();
  const auto job = prepare(asked);
  if (!job) return complain(job.error().message);
  const auto project = project_text(*job, folder);
  if (!project) return complain(project.error().message);
  if (options.dry_run) return print(project->text);
  if (auto good = write_file(file, project->text); !good) return complain(good.error().message);
  mention(file + ": documents " + std::to_string(project->documents) + ", design files " + std::to_string(project->design) + ", registers " +
          std::to_string(project->registers) + ", left out " + std::to_string(project->left) + "; look it over, then run 'dovetail check" +
          (folder.empty() ? "" : " " + folder) + "'");
  return 0;
}

}  // namespace dovetail::cli
