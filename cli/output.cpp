// Standard output, standard error, and what the terminal can do.
#include "output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "report/escape.h"

namespace dovetail::cli {
namespace {

constexpr unsigned widest = 120;  // longer lines are hard to read

bool wants_colour(When when) {
  if (when != When::automatic) return when == When::always;
  const char* no = std::getenv("NO_COLOR");  // no-color.org
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && (!no || !*no) && terminal && std::strcmp(terminal, "dumb") != 0;
}

}  // namespace

unsigned terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col < widest ? size.ws_col : widest;
  return 80;
}

int print(std::string_view text) {
  return print_pieces([&](const Sink& out) { out(text); });
}

int print_pieces(const std::function<void(const Sink&)>& write) {
  bool good = true;
  int reason = 0;
  const auto note = [&](bool written) {
    if (good && !written) reason = errno;
    good = good && written;
  };
  write([&](std::string_view piece) {
    if (good) note(std::fwrite(piece.data(), 1, piece.size(), stdout) == piece.size());
  });
  if (good) note(std::fflush(stdout) == 0);
  return good ? 0 : complain(std::string("standard output cannot be written: ") + std::strerror(reason));
}

int complain(const std::string& message) {
  mention(message);
  return 2;
}

void mention(const std::string& message) { std::fputs(("dovetail: " + terminal_safe(message) + "\n").c_str(), stderr); }

void mention_guesses(const Options& options, const Review& review) {
  if (options.verbose)
    for (const auto& guess : review.guesses) mention("guessed " + guess);
}

Result<bool> expect_no_input(const std::string& file, const Review& review) {
  for (const auto& input : review.inputs) {
    std::error_code ignored;
    if (std::filesystem::equivalent(file, input.file, ignored)) return fail(file + " is an input, and inputs are never modified; name another file");
  }
  return true;
}

ReportOptions report_options(const Options& options) {
  ReportOptions report;
  report.colour = wants_colour(options.colour);
  report.width = isatty(STDOUT_FILENO) != 0 ? terminal_width() : 0;
  report.closing = !options.quiet;
  report.version = DOVETAIL_VERSION;
  report.fail_on = severity_named(options.fail_on);
  return report;
}

}  // namespace dovetail::cli
