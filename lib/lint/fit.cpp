// Moves values into tables of their number.
#include "lint/fit.h"

#include <utility>

namespace dovetail {
namespace {

template <class T>
void fit(Table<T>& table) {
  Table<T> exact;
  exact.reserve(table.size());
  for (T& value : table) exact.add(std::move(value));
  table = std::move(exact);
}

}  // namespace

void fit(Document& document) {
  document.text.shrink_to_fit();
  fit(document.runs);
  fit(document.paragraphs);
}

void fit(Unit& unit) {
  unit.words.shrink_to_fit();
  unit.forms.shrink_to_fit();
  fit(unit.provisions);
  fit(unit.references);
}

}  // namespace dovetail
