// Which profile a document has that nobody has described.
#include <algorithm>

#include "config/config.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// File names join words with underscores and dots; patterns are written with spaces.
std::string readable(const std::string& name) {
  std::string text = normalise(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

/// The length of the longest match of `expression` in `text` that begins and ends at word edges; 0 for none.
std::size_t longest_match(const std::string& expression, const std::string& text, bool at_beginning) {
  const auto pattern = Pattern::compile(expression, true);
  if (!pattern) return 0;
  std::size_t longest = 0;
  for (auto match = pattern->find(text); match; match = pattern->find(text, match->span.begin + 1U)) {
    if (at_beginning && match->span.begin != 0) break;
    if (at_word_edge(text, match->span.begin) && at_word_edge(text, match->span.end)) longest = std::max<std::size_t>(longest, match->span.size());
  }
  return longest;
}

}  // namespace

std::string guess_profile(const std::vector<Profile>& profiles, const std::string& name, const std::vector<std::string>& first_lines) {
  std::string best;
  std::size_t longest = 0;
  const auto consider = [&](const Profile& profile, const std::vector<std::string>& expressions, const std::string& text, bool at_beginning) {
    for (const std::string& expression : expressions)
      if (const std::size_t length = longest_match(expression, text, at_beginning); length > longest) {
        longest = length;
        best = profile.name;
      }
  };
  for (const Profile& profile : profiles) consider(profile, profile.ids, readable(name), false);
  // A cover gives code and document a line each ("Retail Energy Code", "Schedule 14"), so two lines can be one title.
  for (std::size_t i = 0; i < first_lines.size() && longest == 0; ++i) {
    const std::string text = normalise(trim(first_lines[i]));
    if (text.starts_with("1.1 ") || text.starts_with("1.1. ")) break;  // the text has begun: a Schedule that follows is a part of it
    const std::string next = i + 1 < first_lines.size() ? " " + normalise(trim(first_lines[i + 1])) : std::string();
    for (const Profile& profile : profiles) {
      consider(profile, profile.titles, text, true);
      consider(profile, profile.titles, text + next, true);
    }
  }
  return best.empty() ? "generic" : best;
}

}  // namespace dovetail
