// Counts in the order of the marks in the text.
#include "model/footnotes.h"

namespace dovetail {
namespace {

bool bears_sign(const Note& note) { return note.mark.find_first_not_of("0123456789") != std::string::npos; }

}  // namespace

bool is_footnote_of(const Note& note, View view) {
  return note.kind == NoteKind::footnote && !(view == View::baseline ? note.inserted : note.deleted);
}

const Note* footnote_numbered(const Document& document, View view, std::string_view label) {
  std::size_t number = 0;
  for (const Note& note : document.notes) {
    if (!is_footnote_of(note, view)) continue;
    number += bears_sign(note) ? 0U : 1U;
    if (note.mark.empty() ? std::to_string(number) == label : note.mark == label) return &note;
  }
  return nullptr;
}

std::string footnote_number(const Document& document, View view, const Note& note) {
  if (!is_footnote_of(note, view)) return {};
  if (!note.mark.empty()) return note.mark;
  std::size_t number = 1;
  for (const Note& other : document.notes) {
    if (&other == &note) break;
    number += is_footnote_of(other, view) && !bears_sign(other) ? 1U : 0U;
  }
  return std::to_string(number);
}

}  // namespace dovetail
