// Footnotes are counted in each view; those with a sign of their own are not.
#include "model/footnotes.h"

#include <catch2/catch.hpp>

using namespace dovetail;

TEST_CASE("Footnotes bear the numbers of their view", "[model]") {
  Document document;
  Revision put_in, taken_out;
  put_in.change = Change::inserted;
  taken_out.change = Change::deleted;
  const auto in = document.revisions.add(put_in), out = document.revisions.add(taken_out);
  const auto add = [&](const std::string& mark, Id<Revision> inserted, Id<Revision> deleted, NoteKind kind = NoteKind::footnote) {
    Note note;
    note.kind = kind;
    note.mark = mark;
    note.inserted = inserted;
    note.deleted = deleted;
    return document.notes.add(std::move(note));
  };
  const auto fresh = add("", in, {}), old = add("", {}, {}), star = add("*", {}, {}), gone = add("", {}, out), last = add("", {}, {});
  add("", {}, {}, NoteKind::endnote);
  const auto number = [&](Id<Note> note, View view) { return footnote_number(document, view, document.notes[note]); };
  CHECK(number(fresh, View::baseline).empty());
  CHECK(number(fresh, View::proposed) == "1");
  CHECK(number(old, View::baseline) == "1");
  CHECK(number(old, View::proposed) == "2");
  CHECK(number(star, View::proposed) == "*");
  CHECK(number(gone, View::baseline) == "2");
  CHECK(number(gone, View::proposed).empty());
  CHECK(number(last, View::baseline) == "3");
  CHECK(number(last, View::proposed) == "3");
  CHECK(footnote_numbered(document, View::baseline, "1") == &document.notes[old]);
  CHECK(footnote_numbered(document, View::proposed, "1") == &document.notes[fresh]);
  CHECK(footnote_numbered(document, View::proposed, "*") == &document.notes[star]);
  CHECK(footnote_numbered(document, View::proposed, "4") == nullptr);
}
