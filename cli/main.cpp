// The program: finds the command and hands over.
#include <csignal>
#include <exception>

#include "commands.h"
#include "lint/suggest.h"
#include "manual.h"
#include "output.h"
#include "report/unfinished.h"

namespace dovetail::cli {
namespace {

std::string overview() {
  std::string out =
      "Usage: dovetail COMMAND [OPTION…] [PATH…]\n\nReads draft code text and the design it must reflect, and says where they do not fit "
      "together.\n\nCommands:\n";
  for (const auto& command : commands()) {
    out += "  " + command.name + std::string(11 - command.name.size(), ' ') + headline_of(command) + "\n";
  }
  return out +
         "\nExamples:\n  dovetail check draft.docx\n  dovetail check --help\n\n'dovetail COMMAND --help' tells more; 'dovetail --version' says which "
         "one this is\n";
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const auto& command : commands()) all.push_back(command.name);
  return all;
}

int run(const std::vector<std::string>& words) {
  if (words.empty()) return complain("no command given; 'dovetail --help' lists them");
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") return print(overview());
  if (words[0] == "--version") return print(std::string("dovetail ") + DOVETAIL_VERSION + "\n");
  if (words[0] == "--manual") return print(manual_page());  // for the build
  if (words[0] == "--completions") return print(completions(words.size() > 1 && words[1] == "zsh"));
  for (const auto& command : commands()) {
    if (command.name != words[0]) continue;
    const auto options = parse(command, {words.begin() + 1, words.end()});
    if (!options) return complain(options.error().message);
    return options->help ? print(help_of(command)) : command.run(*options);
  }
  return complain(words[0] + ": there is no such command" + did_you_mean(words[0], names()) + " ('dovetail --help' lists them)");
}

// Someone wants the run to end: what is half written goes, and the process ends as the signal says.
extern "C" void end_by(int signal) {
  remove_unfinished_files();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void heed_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    if (std::signal(signal, end_by) == SIG_IGN) std::signal(signal, SIG_IGN);  // nohup stays nohup
  std::signal(SIGXFSZ, SIG_IGN);                                               // a file that may not grow is a write that fails, and is said
}

}  // namespace
}  // namespace dovetail::cli

int main(int count, char** words) {
  dovetail::cli::heed_signals();
  try {
    return dovetail::cli::run({words + (count > 0 ? 1 : 0), words + count});
  } catch (const std::exception& problem) {  // memory, as a rule
    return dovetail::cli::complain(std::string("stopped: ") + problem.what());
  }
}
