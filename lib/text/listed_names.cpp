#include "text/listed_names.h"

#include <algorithm>

#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

const Pattern& between() {
  static const Pattern pattern = Pattern::literal(R"(\s*[,/&+]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)(?:/or)?\s+)", true);
  return pattern;
}

std::vector<std::string> pieces_of(std::string_view words) {
  std::vector<std::string> pieces;
  std::size_t at = 0;
  while (const auto match = between().find(words, at)) {
    pieces.emplace_back(trim(words.substr(at, match->span.begin - at)));
    at = match->span.end;
  }
  pieces.emplace_back(trim(words.substr(at)));
  return pieces;
}

}  // namespace

bool may_list_names(std::string_view words) { return between().find(words).has_value(); }

std::vector<std::string> listed_names(std::string_view words, const std::function<bool(std::string_view)>& is_name) {
  const auto is_known = [&](std::string_view name) {
    const std::string folded = fold_phrase(name);
    return is_name(folded) || (folded.ends_with('s') && is_name(std::string_view(folded).substr(0, folded.size() - 1)));
  };
  std::vector<std::string> whole{std::string(trim(words))};
  if (is_known(words)) return whole;
  auto pieces = pieces_of(words);
  return std::all_of(pieces.begin(), pieces.end(), is_known) ? pieces : whole;
}

}  // namespace dovetail
