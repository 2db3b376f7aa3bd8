// The built program, run as a person runs it.
#include "help/program.h"

#include "help/program_path.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace help {
namespace {

namespace fs = std::filesystem;

void redirect(int to, const std::string& file, int flags) {
  const int opened = ::open(file.c_str(), flags, 0600);
  if (opened < 0) ::_exit(127);
  ::dup2(opened, to);
  ::close(opened);
}

[[noreturn]] void become(const std::vector<std::string>& words, const std::string& folder, const std::string& in, const std::string& out,
                         const std::string& err) {
  redirect(0, in, O_RDONLY);
  redirect(1, out, O_WRONLY | O_CREAT | O_TRUNC);
  redirect(2, err, O_WRONLY | O_CREAT | O_TRUNC);
  if (!folder.empty() && ::chdir(folder.c_str()) != 0) ::_exit(127);
  std::vector<char*> list;
  for (const auto& word : words) list.push_back(const_cast<char*>(word.c_str()));
  list.push_back(nullptr);
  ::execvp(list[0], list.data());
  ::_exit(127);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "dovetail-test-XXXXXX").string();
  if (::mkdtemp(name.data())) path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
  const fs::path file = fs::path(path_) / name;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file.string();
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Ran run(const std::vector<std::string>& words, const std::string& folder, const std::string& input) {
  const TemporaryFolder streams;
  const auto in = streams.write("in", input);
  const auto out = streams.path() + "/out";
  const auto err = streams.path() + "/err";
  const auto child = ::fork();
  if (child == 0) become(words, folder, in, out, err);
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(out), bytes_of(err)};
}

std::string program() { return DOVETAIL_PROGRAM; }

Ran run_dovetail(std::vector<std::string> words, const std::string& folder, const std::string& input) {
  words.insert(words.begin(), program());
  return run(words, folder, input);
}

}  // namespace help
