// The text of a document as read, in the three views.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "model/limits.h"
#include "read/marked_text.h"
#include "report/dump.h"
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

TEST_CASE("A long text is handed on in pieces, and they are the whole", "[report]") {
  constexpr std::size_t lines = 20000, most = 1 << 18;
  std::string text;
  for (std::size_t n = 1; n <= lines; ++n) text += "1." + std::to_string(n) + " The Supplier shall {++now ++}tell the {--Agent--}Party.\n";
  const auto document = read(text);
  std::size_t pieces = 0, largest = 0;
  std::string whole;
  const Sink out = [&](std::string_view piece) {
    ++pieces;
    largest = std::max(largest, piece.size());
    whole += piece;
  };
  SECTION("dump") {
    dump_json(document, Unit{}, "marked-text", out);
    const auto json = nlohmann::json::parse(whole);
    CHECK(json["paragraphs"].size() == lines);
    CHECK(json["counts"]["paragraphs"] == lines);
    CHECK(json["runs"].size() > 3 * lines);
    CHECK(json["paragraphs"].back()["text"] == "1.20000 The Supplier shall now tell the AgentParty.\n");
  }
  SECTION("text") {
    const auto view = GENERATE(TextView::baseline, TextView::proposed, TextView::marked);
    write_text(document, view, {}, out);
    CHECK(static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '\n')) == lines);
    if (view == TextView::marked) CHECK(whole == text);
  }
  CHECK(pieces > 10);
  CHECK(largest < most);
}
