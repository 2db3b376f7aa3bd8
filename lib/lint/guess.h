// The guesses themselves: pure functions of names and first lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/profile.h"
#include "model/project.h"

namespace dovetail {

/// What a document calls itself.
struct Identity {
  std::string profile;  // a profile's name; "generic" where nothing fits
  std::string id;       // never empty for a path that is not empty
  std::string title;    // may be empty
};

/// The name of a file without folder, ending, version ("_v0.3", " v11.0") and state ("draft", "redline", "clean").
std::string bare_file_name(std::string_view path);

/// The first lines of a document's proposed text that are not empty, normalised, as far as its title may reach.
std::vector<std::string> first_lines(const Document& document);

/// By the profiles' patterns: ids in the file name, then ids and titles in the first lines; of several the longest match.
Identity guess_identity(const std::vector<Profile>& profiles, std::string_view path, const std::vector<std::string>& lines);

/// The code whose id or alias the document's id begins with, or that its first lines name; empty for none.
std::string guess_code(const std::vector<CodeEntry>& codes, std::string_view id, const std::vector<std::string>& lines);

}  // namespace dovetail
