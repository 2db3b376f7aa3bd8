// Numbers of paragraphs, per view: what a view does not show does not count in it.
#include <algorithm>
#include <array>
#include <map>

#include "model/projection.h"
#include "read/docx/reading.h"

namespace dovetail::docx {
namespace {

/// Counts one view. Stories of one kind count together, and apart from those of another.
class ViewNumbers {
 public:
  ViewNumbers(Reading& reading, View view) : reading_(reading), document_(reading.document), view_(view) {}

  void number_all() {
    for (std::size_t i = 0; i < document_.paragraphs.size(); ++i) {
      auto& paragraph = document_.paragraphs[Table<Paragraph>::id_at(i)];
      const auto& format = document_.paragraph_formats[paragraph.format[index(view_)]];
      if (format.list_level >= 0 && shown(i)) {
        auto& counter = counters_[static_cast<std::size_t>(paragraph.part)];
        paragraph.number[index(view_)] = counter.next(reading_.numbering, format.list, format.list_level);
      }
      if (const auto field = reading_.automatic_numbers.find(static_cast<std::uint32_t>(i)); field != reading_.automatic_numbers.end() && shown(i))
        paragraph.number[index(view_)] = automatic_.next(field->second, format.outline);
      if (view_ == View::baseline)
        if (const auto original = reading_.original_numbers.find(static_cast<std::uint32_t>(i)); original != reading_.original_numbers.end())
          paragraph.number[index(view_)] = original->second;
    }
  }

 private:
  /// Whether the paragraph stands in this view as one of its own: its mark is there, or nothing follows that it could be joined to.
  bool shown(std::size_t i) {
    const auto& paragraph = document_.paragraphs[Table<Paragraph>::id_at(i)];
    if (paragraph.cell && !visible(document_, paragraph.cell, view_)) return false;
    while (run_ < document_.runs.size() && document_.runs[Table<Run>::id_at(run_)].span.end <= paragraph.span.begin) ++run_;
    bool text = false;
    for (auto at = run_; at < document_.runs.size(); ++at) {
      const auto& run = document_.runs[Table<Run>::id_at(at)];
      if (run.span.begin >= paragraph.span.end) break;
      if (!visible(run, view_)) continue;
      if (run.kind == RunKind::paragraph_mark) return true;
      text = true;
    }
    return text && last_of_story(i);
  }

  bool last_of_story(std::size_t i) const {
    const auto& paragraph = document_.paragraphs[Table<Paragraph>::id_at(i)];
    if (paragraph.ends_story || i + 1 == document_.paragraphs.size()) return true;
    const auto& next = document_.paragraphs[Table<Paragraph>::id_at(i + 1)];
    return next.cell != paragraph.cell || next.part != paragraph.part || next.source != paragraph.source;
  }

  Reading& reading_;
  Document& document_;
  View view_;
  std::array<NumberCounter, 7> counters_;  // by Part
  AutomaticNumbers automatic_;
  std::size_t run_ = 0;
};

}  // namespace

void number_paragraphs(Reading& reading) {
  for (const auto view : both_views) ViewNumbers(reading, view).number_all();
}

}  // namespace dovetail::docx
