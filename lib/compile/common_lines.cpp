// Both views stand in the order of the document's paragraphs, so one walk over lines and runs is enough.
#include "compile/common_lines.h"

#include <algorithm>

namespace dovetail {

CommonLines::CommonLines(const Document& document, const Unit& unit) {
  const auto& before = unit.projection(View::baseline).lines;
  const auto& after = unit.projection(View::proposed).lines;
  proposed_.assign(before.size(), none);
  std::size_t n = 0, run = 0;
  for (std::size_t b = 0; b < before.size(); ++b) {
    while (n < after.size() && after[n].paragraph < before[b].paragraph) ++n;
    if (n >= after.size()) break;
    if (after[n].paragraph != before[b].paragraph || after[n].first != before[b].first) continue;
    const Span source{document.paragraphs[before[b].first].span.begin, document.paragraphs[before[b].paragraph].span.end};
    while (run < document.runs.size() && document.runs[Table<Run>::id_at(run)].span.end <= source.begin) ++run;
    bool touched = false;
    for (auto r = run; r < document.runs.size() && !touched; ++r) {
      const auto& one = document.runs[Table<Run>::id_at(r)];
      if (one.span.begin >= source.end) break;
      touched = one.inserted || one.deleted;
    }
    if (!touched) proposed_[b] = static_cast<std::uint32_t>(n);
  }
}

}  // namespace dovetail
