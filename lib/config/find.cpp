// Where the project file and the rules folder are.
#include <sys/auxv.h>

#include <filesystem>

#include "config/config.h"

namespace dovetail {
namespace {

namespace fs = std::filesystem;

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

bool holds_rules(const fs::path& folder) { return is_file(folder / "schema.yaml"); }

}  // namespace

std::optional<std::string> find_project_file(const std::string& start) {
  std::error_code fault;
  const fs::path here = fs::current_path(fault);
  fs::path folder = (start.empty() ? here : fs::absolute(start, fault)).lexically_normal();
  if (fault || folder.empty()) return std::nullopt;
  if (!folder.has_filename()) folder = folder.parent_path();
  while (true) {
    const fs::path file = folder / "dovetail.yaml";
    if (is_file(file)) return fs::path(start).is_absolute() ? file.string() : file.lexically_relative(here).string();
    if (folder == folder.parent_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

Result<std::string> find_rules_folder(const std::string& executable, const std::string& given) {
  if (!given.empty()) {
    if (holds_rules(given)) return given;
    return fail(given + ": this is no folder of rules, it has no schema.yaml; correct --rules or DOVETAIL_RULES");
  }
  std::error_code fault;
  const fs::path program = fs::canonical(executable, fault);
  if (!fault) {
    const fs::path beside = program.parent_path();
    for (const fs::path& folder : {beside / "../share/dovetail/rules", beside / "../../rules"})
      if (holds_rules(folder)) return folder.lexically_normal().string();
  }
  return fail("no folder of rules was found beside the program; install it with cmake --install, or name the folder with --rules or DOVETAIL_RULES");
}

std::string running_program() {
  std::error_code fault;
  const fs::path program = fs::read_symlink("/proc/self/exe", fault);
  if (!fault) return program.string();
  // A bare chroot or a container may have no /proc: what the kernel was given to execute (getauxval(3)).
  const auto* executed = reinterpret_cast<const char*>(getauxval(AT_EXECFN));  // NOLINT: the interface is a number
  return executed == nullptr ? std::string() : std::string(executed);
}

}  // namespace dovetail
