// What a draft does to one run of its text.
#include "report/marks.h"

namespace dovetail {

RunMark mark_of(const Document& document, const Paragraph& paragraph, const Run& run) {
  const bool cell_before = !paragraph.cell || visible(document, paragraph.cell, View::baseline);
  const bool cell_after = !paragraph.cell || visible(document, paragraph.cell, View::proposed);
  const bool before = visible(run, View::baseline) && cell_before;
  const bool after = visible(run, View::proposed) && cell_after;
  return before ? (after ? RunMark::none : RunMark::deleted) : (after ? RunMark::inserted : RunMark::nowhere);
}

}  // namespace dovetail
