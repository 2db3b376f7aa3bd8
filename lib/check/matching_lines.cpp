// A line that matches is told once; the search goes on behind its end.
#include "check/matching_lines.h"

#include "model/locate.h"

namespace dovetail {

std::vector<std::uint32_t> matching_lines(const Pattern& pattern, const Projection& projection) {
  std::vector<std::uint32_t> lines;
  std::size_t from = 0;
  while (const auto at = pattern.find_in_lines(projection.text, from)) {
    const auto line = line_at(projection, static_cast<std::uint32_t>(*at));
    if (!line) break;
    lines.push_back(*line);
    from = projection.lines[*line].span.end + std::size_t{1};
  }
  return lines;
}

}  // namespace dovetail
