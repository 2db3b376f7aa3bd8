// One pattern, for all who ask whether a line begins what is quoted.
#include "text/quotation_mark.h"

#include "text/pattern.h"

namespace dovetail {

std::optional<std::uint32_t> behind_opening_mark(std::string_view line) {
  const auto first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || (line[first] != '"' && line[first] != '{')) return std::nullopt;
  static const Pattern mark = Pattern::literal(R"( *(?:\{[^{}"]{1,40}\} *)?" *)");
  const auto found = mark.match_at(line, 0);
  return found ? std::optional(found->span.end) : std::nullopt;
}

}  // namespace dovetail
