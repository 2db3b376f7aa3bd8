// The text of a document as read, in the three views.
#include <catch2/catch.hpp>

#include "model/limits.h"
#include "read/marked_text.h"
#include "report/text_view.h"

using namespace dovetail;

namespace {
Document read(const std::string& text) {
  Document document;
  read_marked_text(text, document, Limits{});
  return document;
}
}  // namespace

TEST_CASE("Marked text comes back as it was", "[report]") {
  const auto text =
      GENERATE(as<std::string>(), "1.1 Plain words.\n", "1.1 Some {++new ++}words and {--old--}ones.\n", "{++A new line.++}\nAn old one.\n",
               "An old line.\n{--A line that goes.--}\nThe last.\n", "Two lines{--\n--}become one.\n", "One line{++\n++}becomes two.\n");
  const auto document = read(text);
  CHECK(text_of(document, TextView::marked, {}) == text);
  const auto again = read(text_of(document, TextView::marked, {}));
  for (const auto view : {TextView::baseline, TextView::proposed}) CHECK(text_of(again, view, {}) == text_of(document, view, {}));
}

TEST_CASE("Each view has its own words and lines", "[report]") {
  const auto document = read("Two lines{--\n--}become {++only ++}one.\n{++New.++}\n{--Old.--}\n");
  CHECK(text_of(document, TextView::proposed, {}) == "Two linesbecome only one.\nNew.\n");
  CHECK(text_of(document, TextView::baseline, {}) == "Two lines\nbecome one.\nOld.\n");
}

TEST_CASE("Signs that the text itself holds are no marks when read again", "[report]") {
  const auto document = read("A \\{++ sign and {++an insertion++}.\n");
  const auto marked = text_of(document, TextView::marked, {});
  CHECK(text_of(read(marked), TextView::proposed, {}) == "A {++ sign and an insertion.\n");
}

TEST_CASE("Computed numbers stand in front, per view, and --plain leaves them out", "[report]") {
  auto document = read("First.\n{++Second.++}\nThird.\n");
  document.paragraphs[Table<Paragraph>::id_at(0)].number = {"1", "1"};
  document.paragraphs[Table<Paragraph>::id_at(1)].number = {"", "2"};
  document.paragraphs[Table<Paragraph>::id_at(2)].number = {"2", "3"};
  CHECK(text_of(document, TextView::baseline, {}) == "1\tFirst.\n2\tThird.\n");
  CHECK(text_of(document, TextView::proposed, {}) == "1\tFirst.\n2\tSecond.\n3\tThird.\n");
  CHECK(text_of(document, TextView::marked, {}) == "1\tFirst.\n{++2\tSecond.++}\n{--2\t--}{++3\t++}Third.\n");
  CHECK(text_of(document, TextView::proposed, {.numbers = false, .all = false}) == "First.\nSecond.\nThird.\n");
}
