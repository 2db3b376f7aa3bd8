// The guesses themselves.
#include "lint/guess.h"

#include <algorithm>

#include "config/config.h"
#include "model/projection.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t title_lines = 12;  // a cover page: id, title, version, date and a few more

std::string file_name(std::string_view path) {
  const auto slash = path.find_last_of('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string without_ending(std::string name) {
  const auto dot = name.find_last_of('.');
  if (dot != std::string::npos && dot != 0) name.resize(dot);
  return name;
}

// A file name with its separators made spaces: "XBSC_Section_K" is "XBSC Section K".
std::string spaced(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

// The longest match at word edges of any of a profile's expressions of ids.
std::string id_in(const Profile& profile, std::string_view text) {
  std::string best;
  for (const auto& expression : profile.ids) {
    const auto pattern = Pattern::compile(expression, true);
    if (!pattern) continue;  // loading has refused it already
    const auto match = pattern->find(text);
    if (!match || match->span.size() <= best.size()) continue;
    if (at_word_edge(text, match->span.begin) && at_word_edge(text, match->span.end)) best = slice(text, match->span);
  }
  return best;
}

// The first line that says more than the id; without the id in front ("XBSCP901: Data Collection").
std::string title_in(const std::vector<std::string>& lines, const std::string& id) {
  const auto folded = fold_phrase(id);
  for (const auto& line : lines) {
    auto text = fold_phrase(line);
    if (text == folded) continue;
    std::string_view rest = line;
    if (!folded.empty() && text.compare(0, folded.size(), folded) == 0 && line.size() >= id.size()) rest = rest.substr(id.size());
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':' || rest.front() == '-' || rest.front() == ',')) rest.remove_prefix(1);
    return std::string(trim(rest));
  }
  return {};
}

}  // namespace

std::string bare_file_name(std::string_view path) {
  if (path == "-") return "standard input";
  static const Pattern tail =
      Pattern::literal(R"((?:[ _.-]+(?:v(?:ersion)?[ _.]?[0-9][0-9._]*[a-z]?|[0-9]+\.[0-9.]+|draft|redlined?|clean|final|marked|tracked))+$)", true);
  auto stem = without_ending(file_name(path));
  if (const auto match = tail.find(stem); match && match->span.begin != 0) stem.resize(match->span.begin);
  return stem;
}

std::vector<std::string> first_lines(const Document& document) {
  std::vector<std::string> lines;
  const auto view = project(document, View::proposed, Spelling::normalised);
  for (const auto& line : view.lines) {
    if (lines.size() == title_lines) break;
    auto text = std::string(trim(slice(view.text, line.span)));
    if (text.empty()) continue;
    // A computed number with its Section's letter ("D1") says what kind of text this is; others would only stand in the way of titles.
    const auto& number = document.paragraphs[line.paragraph].number[index(View::proposed)];
    if (number.size() > 1 && number.front() >= 'A' && number.front() <= 'Z' && number[1] >= '0' && number[1] <= '9') text = number + " " + text;
    lines.push_back(std::move(text));
  }
  return lines;
}

Identity guess_identity(const std::vector<Profile>& profiles, std::string_view path, const std::vector<std::string>& lines) {
  Identity identity;
  const auto name = spaced(without_ending(file_name(path)));
  identity.profile = guess_profile(profiles, name, lines);
  for (const auto& profile : profiles) {
    if (profile.name != identity.profile) continue;
    identity.id = id_in(profile, name);
    for (std::size_t n = 0; n < lines.size() && identity.id.empty(); ++n) identity.id = id_in(profile, lines[n]);
  }
  if (identity.id.empty()) identity.id = bare_file_name(path);
  identity.title = title_in(lines, identity.id);
  return identity;
}

std::string guess_code(const std::vector<CodeEntry>& codes, std::string_view id, const std::vector<std::string>& lines) {
  const CodeEntry* best = nullptr;
  for (const auto& code : codes)
    if (!code.id.empty() && id.substr(0, code.id.size()) == code.id && (!best || code.id.size() > best->id.size())) best = &code;
  for (std::size_t n = 0; n < lines.size() && !best; ++n)
    for (const auto& code : codes)
      if (!code.name.empty() && fold_phrase(lines[n]).find(fold_phrase(code.name)) != std::string::npos) best = best ? best : &code;
  return best ? best->id : std::string();
}

}  // namespace dovetail
