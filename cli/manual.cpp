// Nothing here is said twice: all words come from the table that --help shows.
#include "manual.h"

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

std::string bash() {
  std::string out =
      "# bash completion for dovetail\n_dovetail() {\n  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options= formats=\n"
      "  if [ \"$COMP_CWORD\" = 1 ]; then\n    COMPREPLY=($(compgen -W '" +
      names_of_commands() + " --help --version' -- \"$word\"))\n    return\n  fi\n  case ${COMP_WORDS[1]} in\n";
  for (const auto& command : commands())
    out += "    " + command.name + ") options='" + words_of_options(command) + "' formats='" + joined(command.formats) + "' ;;\n";
  return out +
         "  esac\n  case $before in\n    --format) COMPREPLY=($(compgen -W \"$formats\" -- \"$word\")) ;;\n"
         "    --fail-on) COMPREPLY=($(compgen -W 'error warning note never' -- \"$word\")) ;;\n"
         "    --color | --progress) COMPREPLY=($(compgen -W 'auto always never' -- \"$word\")) ;;\n"
         "    --only | --skip) COMPREPLY=($(compgen -W \"$(dovetail rules 2>&1 | sed 's/ .*//')\" -- \"$word\")) ;;\n"
         "    *)\n      if [ \"${word#-}\" != \"$word\" ]; then\n        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "      elif [ \"${COMP_WORDS[1]}\" = explain ]; then\n        COMPREPLY=($(compgen -W \"$(dovetail rules 2>&1 | sed 's/ .*//')\" -- "
         "\"$word\"))\n"
         "      else\n        COMPREPLY=($(compgen -f -- \"$word\"))\n      fi ;;\n  esac\n}\ncomplete -o filenames -F _dovetail dovetail\n";
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

std::string zsh() {
  std::string out = "#compdef dovetail\nlocal -a commands\ncommands=(\n";
  for (const auto& command : commands()) out += "  '" + command.name + ":" + quoted_for_zsh(headline_of(command)) + "'\n";
  out += ")\nif (( CURRENT == 2 )); then\n  _describe command commands\n  return\nfi\ncase $words[2] in\n";
  for (const auto& command : commands()) {
    out += "  " + command.name + ")\n    _arguments";
    for (const auto& option : options_of(command))
      out += " \\\n      '--" + option.name + "[" + quoted_for_zsh(option.says) + "]" +
             (option.value.empty() ? "" : ":" + quoted_for_zsh(option.value) + ":_files") + "'";
    out += " \\\n      '*:file:_files' ;;\n";
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
