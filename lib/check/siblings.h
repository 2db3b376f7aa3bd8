// Runs of siblings: numbers and list labels that follow one another under one parent.
#pragma once

#include <string>
#include <vector>

#include "base/rare.h"
#include "model/review.h"
#include "text/labels.h"

namespace dovetail {

/// One provision of a run with its place in the counting.
struct Sibling {
  Id<Provision> id;
  std::uint32_t value = 0;
  Rare<std::string> letters;  // "A" of 1.2A; "+" of a doubled label (aa), which stands between others
};

/// Siblings that count on: numbered provisions of one parent and scope, the labels of one list, or the rows of a process ("3.1.1", "3.1.2").
struct SiblingRun {
  Id<Provision> parent;
  bool items = false;
  bool rows = false;
  std::vector<Sibling> siblings;
};

/// The runs of a view in the order of the text; glossary entries, quotations, divisions and rows without dots in their number are in none. A list
/// that begins again at its first label is a new run. A row that stands for several numbers ("3.1.2 to 3.1.4") is there once for each.
std::vector<SiblingRun> sibling_runs(const Unit& unit, View view);

}  // namespace dovetail
