// Nothing here is said twice: all words come from the table that --help shows.
#include "manual.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include "commands.h"

namespace dovetail::cli {
namespace {

/// Text for roff: what begins a line or an escape loses its meaning.
std::string roff(const std::string& text) {
  std::string out;
  bool begins = true;
  for (const char c : text) {
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    begins = c == '\n';
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

std::string option_entry(const OptionHelp& option) {
  std::string out = ".TP\n\\fB";
  if (!option.letter.empty()) out += "\\-" + option.letter + "\\fR, \\fB";
  out += "\\-\\-" + roff(option.name) + "\\fR";
  if (!option.value.empty()) out += " \\fI" + roff(option.value) + "\\fR";
  return out + "\n" + roff(option.says) + "\n";
}

std::string names_of_commands() {
  std::string names;
  for (const auto& command : commands()) names += (names.empty() ? "" : " ") + command.name;
  return names;
}

std::string words_of_options(const Command& command) {
  std::string words;
  for (const auto& option : options_of(command)) words += (words.empty() ? "--" : " --") + option.name;
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// What may stand behind an option: some words, rules, a folder, or any file.
struct Value {
  enum class Kind : std::uint8_t { words, rules, folder, file } kind = Kind::file;
  std::vector<std::string> words;
};

Value value_of(const Command& command, const OptionHelp& option) {
  using enum Value::Kind;
  if (option.name == "format") return {words, command.formats};
  if (option.name == "fail-on") return {words, {"error", "warning", "note", "never"}};
  if (option.name == "color" || option.name == "progress") return {words, {"auto", "always", "never"}};
  if (option.name == "view") return {words, {"baseline", "proposed", "marked"}};
  if (option.name == "since" && command.takes.compare) return {words, {"approved", "legal-reviewed"}};
  if (option.name == "only" || option.name == "skip") return {rules, {}};
  return {option.value == "DIR" ? folder : file, {}};
}

constexpr std::string_view rule_names = "dovetail rules 2>/dev/null | sed -n \"s/^\\([a-z-]*\\.[a-z-]*\\) .*/\\1/p\"";

std::string bash_case(const Command& command, const OptionHelp& option) {
  const auto value = value_of(command, option);
  const auto name = "      '" + command.name + " --" + option.name + "') COMPREPLY=($(compgen ";
  const std::string end = " -- \"$word\")); return ;;\n";
  switch (value.kind) {
    case Value::Kind::words:
      return name + "-W '" + joined(value.words) + "'" + end;
    case Value::Kind::rules:
      return name + "-W \"$(" + std::string(rule_names) + ")\"" + end;
    case Value::Kind::folder:
      return name + "-d" + end;
    case Value::Kind::file:
      break;
  }
  return name + "-f" + end;
}

// "--report html=FILE" is three words to bash, since "=" ends one.
std::string bash() {
  std::string out =
      "# bash completion for dovetail\n_dovetail() {\n  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=\n"
      "  if [ \"$COMP_CWORD\" = 1 ]; then\n    COMPREPLY=($(compgen -W '" +
      names_of_commands() +
      " --help --version' -- \"$word\"))\n    return\n  fi\n  [ \"$word\" != = ] || word=\n"
      "  if [ \"$before\" != = ]; then\n    case \"${COMP_WORDS[1]} $before\" in\n";
  for (const auto& command : commands())
    for (const auto& option : options_of(command))
      if (!option.value.empty()) out += bash_case(command, option);
  out += "    esac\n  fi\n  case ${COMP_WORDS[1]} in\n";
  for (const auto& command : commands()) out += "    " + command.name + ") options='" + words_of_options(command) + "' ;;\n";
  return out +
         "  esac\n  if [ \"${word#-}\" != \"$word\" ]; then\n    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "  elif [ \"${COMP_WORDS[1]}\" = explain ]; then\n    COMPREPLY=($(compgen -W \"$(" +
         std::string(rule_names) +
         ")\" -- \"$word\"))\n  else\n    COMPREPLY=($(compgen -f -- \"$word\"))\n  fi\n}\n"
         "complete -o filenames -F _dovetail dovetail\n";
}

/// Text inside single quotes and brackets of _arguments.
std::string quoted_for_zsh(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else if (c == '[' || c == ']' || c == ':')
      out += std::string("\\") + c;
    else
      out += c;
  }
  return out;
}

/// An action of _arguments.
std::string zsh_action(const Value& value) {
  switch (value.kind) {
    case Value::Kind::words:
      return "(" + joined(value.words) + ")";
    case Value::Kind::rules:
      return "_dovetail_rules";
    case Value::Kind::folder:
      return "_files -/";
    case Value::Kind::file:
      break;
  }
  return "_files";
}

std::string zsh() {
  std::string out =
      "#compdef dovetail\n_dovetail_rules() {\n  compadd -- ${(f)\"$(" + std::string(rule_names) + ")\"}\n}\nlocal -a commands\ncommands=(\n";
  for (const auto& command : commands()) out += "  '" + command.name + ":" + quoted_for_zsh(headline_of(command)) + "'\n";
  out +=
      ")\nif (( CURRENT == 2 )); then\n  _describe command commands\n  return\nfi\nlocal command=$words[2]\nshift words\n(( CURRENT-- ))\ncase "
      "$command in\n";
  for (const auto& command : commands()) {
    out += "  " + command.name + ")\n    _arguments";
    for (const auto& option : options_of(command))
      out += " \\\n      '--" + option.name + "[" + quoted_for_zsh(option.says) + "]" +
             (option.value.empty() ? "" : ":" + quoted_for_zsh(option.value) + ":" + zsh_action(value_of(command, option))) + "'";
    out += std::string(" \\\n      '*:") + (command.name == "explain" ? "rule:_dovetail_rules" : "file:_files") + "' ;;\n";
  }
  return out + "esac\n";
}

}  // namespace

std::string manual_page() {
  std::string out = ".TH DOVETAIL 1 \"\" \"dovetail " + std::string(DOVETAIL_VERSION) +
                    "\"\n.SH NAME\ndovetail \\- reads draft code text and the design it must reflect, and says where they do not fit together\n"
                    ".SH SYNOPSIS\n.B dovetail\n.I COMMAND\n[\\fIOPTION\\fR…] [\\fIPATH\\fR…]\n.SH COMMANDS\n";
  for (const auto& command : commands()) {
    out += ".SS \"dovetail " + roff(command.name + " " + command.arguments) + "\"\n" + roff(command.summary) + "\n";
    for (const auto& option : options_of(command)) out += option_entry(option);
    out += ".PP\nExamples:\n.PP\n.nf\n" + roff(command.examples) + ".fi\n";
  }
  return out +
         ".SH EXIT STATUS\n.TP\n0\nnothing at or above \\fB\\-\\-fail\\-on\\fR\n.TP\n1\nfindings at or above it\n.TP\n2\nthe job could not be done\n"
         ".SH ENVIRONMENT\n.TP\nDOVETAIL_RULES\nthe folder of rules, profiles and mappings\n.TP\nNO_COLOR\nno colour on a terminal\n"
         ".SH FILES\n.TP\ndovetail.yaml\nthe project: drafts, baselines, design, registers, waivers; \\fBdovetail init\\fR writes one\n";
}

std::string completions(bool for_zsh) { return for_zsh ? zsh() : bash(); }

}  // namespace dovetail::cli
