// The manual page and the shells' completions, made of the table of commands when the program is built.
#pragma once

#include <string>

namespace dovetail::cli {

/// The manual page in roff (man 7).
std::string manual_page();
/// Completions for bash, or for zsh.
std::string completions(bool zsh);

}  // namespace dovetail::cli
