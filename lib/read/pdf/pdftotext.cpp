// Runs pdftotext at arm's length.
#include "read/pdf/pdftotext.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace dovetail::pdf {

namespace {

constexpr std::chrono::seconds time_limit{10};  // product.md section 6
constexpr rlim_t memory_limit = 1ULL << 30;
constexpr std::size_t output_limit = 200U << 20;  // a code of a million words makes some 100 MB

/// The program's path, found in PATH before the fork; empty where it is not installed.
std::string program_path() {
  const char* variable = std::getenv("PATH");
  std::string_view path = variable == nullptr ? "/usr/bin:/bin" : variable;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(':'), path.size());
    const std::string candidate = std::string(path.substr(0, end)) + "/pdftotext";
    if (candidate[0] == '/' && access(candidate.c_str(), X_OK) == 0) return candidate;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return {};
}

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

void limit(int resource, rlim_t most) {
  const struct rlimit both { most, most };
  setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

/// In the child, between fork and exec: nothing but calls that are safe there.
[[noreturn]] void become(const char* program, int input, int output) {
  const int nowhere = open("/dev/null", O_WRONLY);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(nowhere, 2) < 0) _exit(126);
  close_range(3, ~0U, 0);
  limit(RLIMIT_AS, memory_limit);
  limit(RLIMIT_CPU, static_cast<rlim_t>(time_limit.count()));
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  const std::array<const char*, 7> arguments{program, "-bbox-layout", "-enc", "UTF-8", "-", "-", nullptr};
  const std::array<const char*, 1> environment{nullptr};
  execve(program, const_cast<char* const*>(arguments.data()), const_cast<char* const*>(environment.data()));
  _exit(127);
}

/// Reads all that comes until the end, the deadline or the limit; the reason why it stopped early, else empty.
std::string read_all(int descriptor, std::string& output) {
  const auto deadline = std::chrono::steady_clock::now() + time_limit;
  std::array<char, 65536> chunk;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    if (left <= 0) return "pdftotext took longer than 10 seconds";
    struct pollfd waiting {
      descriptor, POLLIN, 0
    };
    if (poll(&waiting, 1, static_cast<int>(left)) < 0 && errno != EINTR) return "pdftotext cannot be waited for";
    if (waiting.revents == 0) continue;
    const ssize_t got = read(descriptor, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return {};
    output.append(chunk.data(), static_cast<std::size_t>(got));
    if (output.size() > output_limit) return "the PDF has more text than is read";
  }
}

}  // namespace

Result<std::string> words_of(std::string_view bytes) {
  const std::string program = program_path();
  if (program.empty()) return fail("PDF files are read with pdftotext, which is not installed; install poppler-utils, or give the document as .docx");
  const File input(std::tmpfile(), std::fclose);
  if (!input || std::fwrite(bytes.data(), 1, bytes.size(), input.get()) != bytes.size() || std::fflush(input.get()) != 0)
    return fail("no temporary file can be written for pdftotext");
  std::rewind(input.get());

  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail("no pipe can be made for pdftotext");
  const pid_t child = fork();
  if (child == 0) become(program.c_str(), fileno(input.get()), ends[1]);
  close(ends[1]);
  std::string output, reason;
  if (child > 0) reason = read_all(ends[0], output);
  close(ends[0]);
  if (child < 0) return fail("pdftotext cannot be started");
  if (!reason.empty()) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!reason.empty()) return fail(reason);
  if (!WIFEXITED(status)) return fail("pdftotext broke off on this file");
  if (WEXITSTATUS(status) != 0) return fail("pdftotext cannot read this file (is it damaged or encrypted?)");
  return output;
}

}  // namespace dovetail::pdf
