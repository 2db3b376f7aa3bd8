// What a person can type: the options of each command, as plain values.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lint.h"

namespace dovetail::cli {

enum class When { automatic, always, never };

/// The options of all commands; a command sees only those that it takes.
struct Options {
  Job job;                             // without catalogue and standard input
  std::vector<std::string> arguments;  // files, folders, or a rule's id
  std::string rules;                   // --rules
  std::string format;
  std::vector<std::pair<std::string, std::string>> reports;  // format, file
  std::string fail_on = "error";
  When colour = When::automatic;
  bool quiet = false, verbose = false, help = false;
  std::string view;                    // text
  bool plain = false, all = false;     // text
  bool raw = false;                    // dump
  std::string why, write_register;     // trace
  bool design_only = false;            // trace
  std::string kind, code;              // trace
  std::string artefact;                // trace, impact
  std::string topic, atom, provision;  // impact
  std::string term;                    // refs
  std::string live, since;             // compare; since: trace too
  std::string output;                  // annotate, fix, init: a file, or a folder for several
  bool dry_run = false;                // fix
  std::string site;                    // rules --html
  std::string write_known;             // check
  When progress = When::automatic;     // a line on standard error while a run lasts
  bool stats = false;
};

/// Groups of options that several commands share.
struct Takes {
  bool project = false;                                                                           // --config, --rules, --threads, --as-of …
  bool rules_only = false;                                                                        // --config and --rules alone
  bool findings = false;                                                                          // --only, --skip, --severity, --fail-on …
  bool reports = false;                                                                           // --format, --report, --color …
  bool text = false, dump = false, trace = false, compare = false, refs = false, impact = false;  // a command's own
  bool output = false;                                                                            // -o
  bool fix = false, rules = false, check = false, init = false, compile = false;
};

struct Command {
  std::string name, arguments, summary, examples;
  std::vector<std::string> formats;  // of --format; the first is the default
  Takes takes;
  int (*run)(const Options& options);
};

/// Reads the words after the command's name. The error names the option, and the one nearest to a typo.
[[nodiscard]] Result<Options> parse(const Command& command, const std::vector<std::string>& words);

/// The first sentence of a command's summary, on one line.
std::string headline_of(const Command& command);

/// An option as the manual page and completions show it.
struct OptionHelp {
  std::string name, letter, value, says;  // without dashes; letter and value may be empty
};
std::vector<OptionHelp> options_of(const Command& command);

/// What --help prints: usage, options, examples.
std::string help_of(const Command& command);

}  // namespace dovetail::cli
