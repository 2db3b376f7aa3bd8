// Ids in front of and behind names.
#include "compile/atoms/step_names.h"

#include <algorithm>

#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// `text` without what joins an id to a name: brackets, colons, dashes.
std::string bare(std::string_view text) {
  static const Pattern front = Pattern::literal(R"((?:[\s:;,.)\]}|]|[-–—]\s)+)");
  text = trim(text);
  if (const auto match = front.match_at(text, 0)) text.remove_prefix(match->span.end);
  for (const std::string_view end : {"(", "[", "{", "-", "–", "—", ":", ",", "|"})
    if (text.ends_with(end)) text = trim(text.substr(0, text.size() - end.size()));
  return std::string(trim(text));
}

/// The id that `token` cuts out at `at`, where its shape is known.
NamedId cut_out(std::string_view name, std::size_t at, const Pattern& token) {
  const auto match = token.match_at(name, at);
  if (!match) return {};
  std::string_view raw = slice(name, match->span);
  while (raw.ends_with('.') || raw.ends_with('-')) raw.remove_suffix(1);
  const DesignId id = canonical_id(raw);
  if (id.family.empty()) return {};
  if (id.family == "requirement" && (std::count(id.canonical.begin(), id.canonical.end(), '-') < 2 || fold(raw) == raw))
    return {};  // "UTF-8", "part-1"
  const std::size_t end = match->span.begin + raw.size();
  if (!at_word_edge(name, end)) return {};
  return {id.canonical, std::string(id.family), std::string(raw), bare(name.substr(end))};
}

/// The one id that begins at `at`, whatever its case, up to a blank or a bracket; else up to a sign that not every scheme has inside its ids.
NamedId leading(std::string_view name, std::size_t at) {
  static const Pattern whole = Pattern::literal(R"([A-Za-z][0-9A-Za-z./_-]*[0-9][A-Za-z]?)");
  static const Pattern plain = Pattern::literal(R"([A-Za-z]{1,6}[ -]?[0-9][0-9A-Za-z.-]*|[A-Za-z][0-9A-Za-z.-]*[0-9][A-Za-z]?)");
  NamedId found = cut_out(name, at, whole);
  return found.id.empty() ? cut_out(name, at, plain) : found;
}

}  // namespace

NamedId id_of_name(std::string_view written) {
  static const Pattern start = Pattern::literal(R"([\s(\[{]*(?:(?:step|task|activity|process)\s+)?)", true);
  static const Pattern closing = Pattern::literal(R"([(\[]\s*([^()\[\]]+?)\s*[)\]]\s*$)");
  const std::string name = squeeze(normalise(written));
  const auto match = start.match_at(name, 0);
  if (auto found = leading(name, match ? match->span.end : 0); !found.id.empty()) return found;
  if (const auto behind = closing.find(name); behind && behind->groups[0]) {
    auto found = leading(name, behind->groups[0]->begin);
    if (!found.id.empty() && found.rest.empty()) {
      found.rest = bare(std::string_view(name).substr(0, behind->span.begin));
      return found;
    }
  }
  return {{}, {}, {}, name};
}

NamedId numbered_name(std::string_view written) {
  static const Pattern numbered = Pattern::literal(
      R"([\s(\[{]*(?:(?:step|task|activity|process)\s+)?([a-z]{1,8}(?:[-_./][a-z]{1,8}){0,2}[-_./ ]?[0-9]+(?:[._/-][0-9]+)*[a-z]?|[0-9]+(?:\.[0-9]+)+)[\s:.)\]}–—-]+\S)",
      true);
  const std::string name = squeeze(normalise(written));
  const auto match = numbered.match_at(name, 0);
  if (!match || !match->groups[0]) return {};
  const Span id = *match->groups[0];
  const std::string raw(slice(name, id));
  const bool capitals = std::none_of(raw.begin(), raw.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!at_word_edge(name, id.end) || (raw.find(' ') != std::string::npos && !capitals)) return {};  // "Phase 2 planning"
  return {canonical_id(raw).canonical, {}, raw, bare(std::string_view(name).substr(id.end))};
}

NamedId id_of_native(std::string_view native) {
  std::string text = normalise(native);
  const auto first = text.find_first_not_of("_ ");
  text.erase(0, first == std::string::npos ? text.size() : first);
  DesignId id = canonical_id(text);
  if (id.family.empty() || id.family == "requirement" || id.family == "flow") {  // "BP901_040": a dot may have been replaced
    std::replace(text.begin(), text.end(), '_', '.');
    id = canonical_id(text);
  }
  if (id.family.empty() || id.family == "requirement" || id.family == "flow") return {};
  return {id.canonical, std::string(id.family), std::string(native), {}};
}

}  // namespace dovetail
