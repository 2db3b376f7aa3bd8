// One walk over the lines, with the runs beside them: both stand in the order of the text.
#include "check/changed_lines.h"

#include <algorithm>

#include "check/make_finding.h"

namespace dovetail {
namespace {

class Finder {
 public:
  Finder(const Review& review, Id<Unit> id) : document_(review.documents[review.units[id].document]), old_is_known_(baseline_known(review, id)) {
    for (const auto& comparison : review.corpus.comparisons)
      if (comparison.after == id)
        for (const auto& difference : comparison.differences) unmarked_.push_back(difference.after);
    std::sort(unmarked_.begin(), unmarked_.end());
    std::uint32_t furthest = 0;
    for (const Span span : unmarked_) ends_.push_back(furthest = std::max(furthest, span.end));
  }

  /// `source` is the line's stretch of Document::text, behind those asked for before.
  [[nodiscard]] bool is_changed(Span source) { return !old_is_known_ || has_revised(source) || is_unmarked(source); }

 private:
  [[nodiscard]] bool has_revised(Span source) {
    const auto at = [&](std::size_t n) -> const Run& { return document_.runs[Table<Run>::id_at(n)]; };
    while (run_ > 0 && at(run_ - 1).span.end > source.begin) --run_;
    while (run_ < document_.runs.size() && at(run_).span.end <= source.begin) ++run_;
    for (auto n = run_; n < document_.runs.size() && at(n).span.begin < source.end; ++n)
      if (visible(at(n), View::proposed) != visible(at(n), View::baseline)) return true;
    return false;
  }

  [[nodiscard]] bool is_unmarked(Span source) const {
    const auto behind = std::partition_point(unmarked_.begin(), unmarked_.end(), [&](Span span) { return span.begin < source.end; });
    return behind != unmarked_.begin() && ends_[static_cast<std::size_t>(behind - unmarked_.begin()) - 1] > source.begin;
  }

  const Document& document_;
  bool old_is_known_;
  std::size_t run_ = 0;
  std::vector<Span> unmarked_;       // differences from the baseline
  std::vector<std::uint32_t> ends_;  // the furthest end of them so far
};

template <class Wanted>
std::vector<std::uint32_t> lines_where(const Review& review, Id<Unit> id, const Wanted& wanted) {
  const auto& unit = review.units[id];
  const auto& document = review.documents[unit.document];
  const auto& projection = unit.projection(View::proposed);
  SourceCursor cursor(projection);
  std::vector<std::uint32_t> lines;
  for (std::uint32_t n = 0; n < projection.lines.size(); ++n) {
    const auto part = document.paragraphs[projection.lines[n].paragraph].part;
    if (part == Part::header || part == Part::footer || part == Part::comment) continue;
    if (wanted(cursor.to_source(projection.lines[n].span))) lines.push_back(n);
  }
  return lines;
}

}  // namespace

std::vector<std::uint32_t> changed_lines(const Review& review, Id<Unit> unit) {
  Finder finder(review, unit);
  return lines_where(review, unit, [&](Span source) { return finder.is_changed(source); });
}

std::vector<std::uint32_t> lines_of_text(const Review& review, Id<Unit> unit) {
  return lines_where(review, unit, [](Span) { return true; });
}

}  // namespace dovetail
