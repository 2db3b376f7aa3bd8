// The guesses themselves.
#include "lint/guess.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/projection.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t title_lines = 12;   // a cover page: id, title, version, date and a few more
constexpr std::uint32_t header_rows = 25;   // exports put a title block above their header

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

struct Match {
  const Profile* profile = nullptr;
  std::string text;
};

// The longest match of any expression at word edges; the first of equals, in order of profiles.
Match longest_match(const std::vector<Profile>& profiles, const std::vector<std::string> Profile::*expressions, std::string_view text) {
  Match best;
  for (const auto& profile : profiles)
    for (const auto& expression : profile.*expressions) {
      const auto pattern = Pattern::compile(expression, true);
      if (!pattern) continue;   // loading has refused it already
      const auto match = pattern->find(text);
      if (!match || match->span.size() <= best.text.size()) continue;
      if (at_word_edge(text, match->span.begin) && at_word_edge(text, match->span.end)) best = {&profile, std::string(slice(text, match->span))};
    }
  return best;
}

const Profile* generic_of(const std::vector<Profile>& profiles) {
  for (const auto& profile : profiles)
    if (profile.name == "generic") return &profile;
  return nullptr;
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

std::string plain_header(std::string_view text) {
  std::string plain;
  for (const char c : fold_phrase(text))
    if (c != ' ' && c != '-' && c != '_') plain += c;
  return plain;
}

// How many of the mapping's fields have their column among `headers`; none when a required one has not.
std::size_t fields_found(const Mapping& mapping, const std::set<std::string>& headers) {
  std::size_t found = 0;
  for (const auto& field : mapping.fields) {
    const bool here = headers.count(plain_header(field.field)) != 0 ||
                      std::any_of(field.columns.begin(), field.columns.end(), [&](const std::string& c) { return headers.count(plain_header(c)) != 0; });
    if (!here && field.required) return 0;
    found += here ? 1U : 0U;
  }
  return found;
}

}  // namespace

std::string stem_of(std::string_view path) {
  static const Pattern tail = Pattern::literal(R"((?:[ _.-]+(?:v(?:ersion)?[ _.]?[0-9][0-9._]*[a-z]?|[0-9]+\.[0-9.]+|draft|redlined?|clean|final|marked|tracked))+$)", true);
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
    if (!text.empty()) lines.push_back(std::move(text));
  }
  return lines;
}

Identity guess_identity(const std::vector<Profile>& profiles, std::string_view path, const std::vector<std::string>& lines) {
  Identity identity;
  auto match = longest_match(profiles, &Profile::ids, spaced(without_ending(file_name(path))));
  for (std::size_t n = 0; n < lines.size() && !match.profile; ++n) match = longest_match(profiles, &Profile::ids, lines[n]);
  identity.profile = match.profile;
  for (std::size_t n = 0; n < lines.size() && !identity.profile; ++n) identity.profile = longest_match(profiles, &Profile::titles, lines[n]).profile;
  if (!identity.profile) identity.profile = generic_of(profiles);
  identity.id = match.profile ? match.text : stem_of(path);
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

const Mapping* guess_mapping(const std::vector<Mapping>& mappings, const Document& document) {
  std::map<Id<Row>, std::set<std::string>> rows;
  for (const auto& cell : document.cells)
    if (document.rows[cell.row].number <= header_rows) rows[cell.row].insert(plain_header(slice(document.text, cell.span)));
  const Mapping* best = nullptr;
  std::size_t most = 1;   // one column alone proves nothing
  for (const auto& [row, headers] : rows)
    for (const auto& mapping : mappings)
      if (const auto found = fields_found(mapping, headers); found > most) {
        most = found;
        best = &mapping;
      }
  return best;
}

}  // namespace dovetail
