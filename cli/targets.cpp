// Which input becomes which output.
#include "targets.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "output.h"

namespace dovetail::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool into_folder(const Options& options) { return options.arguments.size() > 1 || options.output.back() == '/' || is_folder(options.output); }

Result<bool> make_folder(const std::string& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!is_folder(folder)) return fail(folder + ": cannot be made a folder: " + (failed ? failed.message() : "a file of that name is there"));
  return true;
}

Result<Target> target_of(const Options& options, const Review& review, const std::string& path) {
  std::error_code ignored;
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    const auto& input = review.inputs[n];
    if (input.path != path && !fs::equivalent(input.file, path, ignored)) continue;
    Target target{path, input.file, options.output, Table<Document>::id_at(n)};
    if (into_folder(options)) target.out = (fs::path(options.output) / fs::path(path).filename()).string();
    for (const auto& problem : review.documents[target.document].problems)
      if (problem.rule == "input.unreadable" || problem.rule == "input.encrypted") return fail(path + ": " + problem.message);
    return target;
  }
  return fail(path + ": no such document in this run");
}

}  // namespace

Result<bool> expect_targets(const Options& options, const std::string& command) {
  const auto more = " ('dovetail " + command + " --help' shows how)";
  if (options.arguments.empty()) return fail(command + " takes the file to copy" + more);
  if (options.output.empty()) return fail(command + " never touches its input: name the copy with -o OUT" + more);
  for (const auto& path : options.arguments) {
    if (path == "-") return fail(command + " needs a file, not standard input" + more);
    if (is_folder(path)) return fail(path + ": is a folder; name its files, as in 'dovetail " + command + " " + path + "/*.docx -o OUT/'");
  }
  return true;
}

Result<std::vector<Target>> targets_of(const Options& options, const Review& review) {
  std::vector<Target> targets;
  std::set<std::string> names;
  for (const auto& path : options.arguments) {
    auto target = target_of(options, review, path);
    if (!target) return fail(target.error().message);
    if (options.dry_run) {
      targets.push_back(std::move(*target));
      continue;
    }
    if (!names.insert(target->out).second) return fail(target->out + ": two inputs would be written there; write them to two folders");
    if (auto good = expect_no_input(target->out, review); !good) return fail(good.error().message);
    targets.push_back(std::move(*target));
  }
  if (into_folder(options) && !options.dry_run)
    if (auto good = make_folder(options.output); !good) return fail(good.error().message);
  return targets;
}

Result<std::string> bytes_of_file(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(file + ": cannot be opened");
  std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (stream.bad()) return fail(file + ": cannot be read");
  return bytes;
}

}  // namespace dovetail::cli
