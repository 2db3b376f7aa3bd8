// What each view shows, and the way back to the one buffer.
#include "model/projection.h"

#include <catch2/catch.hpp>

using namespace dovetail;

namespace {

/// Builds a document run by run.
struct Builder {
  Document document;
  Id<Revision> inserted = document.revisions.add({Change::inserted, Scheme::tracked, "A", "", "", {}, {}});
  Id<Revision> deleted = document.revisions.add({Change::deleted, Scheme::tracked, "A", "", "", {}, {}});
  std::uint32_t begin = 0;

  Builder& run(std::string_view text, Id<Revision> ins = {}, Id<Revision> del = {}) {
    const auto from = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    document.runs.add(
        {{from, static_cast<std::uint32_t>(document.text.size())}, {}, ins, del, text == "\n" ? RunKind::paragraph_mark : RunKind::text});
    return *this;
  }
  Builder& mark(Id<Revision> ins = {}, Id<Revision> del = {}) {
    run("\n", ins, del);
    Paragraph paragraph;
    paragraph.span = {begin, static_cast<std::uint32_t>(document.text.size())};
    document.paragraphs.add(paragraph);
    begin = paragraph.span.end;
    return *this;
  }
  std::string text(View view) const { return project(document, view, Spelling::faithful).text; }
};

}  // namespace

TEST_CASE("Insertions are in the proposed view, deletions in the baseline", "[model]") {
  Builder b;
  b.run("within ").run("five", {}, b.deleted).run("two", b.inserted).run(" days").mark();
  CHECK(b.text(View::baseline) == "within five days\n");
  CHECK(b.text(View::proposed) == "within two days\n");
  CHECK(has_changes(b.document));
}

TEST_CASE("What was inserted and then deleted is in neither view", "[model]") {
  Builder b;
  b.run("a").run("x", b.inserted, b.deleted).run("b").mark();
  CHECK(b.text(View::baseline) == "ab\n");
  CHECK(b.text(View::proposed) == "ab\n");
}

TEST_CASE("A deleted mark joins paragraphs without a space; an inserted one splits", "[model]") {
  Builder b;
  b.run("one").mark({}, b.deleted).run("two").mark(b.inserted).run("three").mark();
  CHECK(b.text(View::baseline) == "one\ntwothree\n");
  CHECK(b.text(View::proposed) == "onetwo\nthree\n");
  const auto view = project(b.document, View::proposed, Spelling::faithful);
  CHECK(view.lines[0].first.value == 0);
  CHECK(view.lines[0].paragraph.value == 1);
}

TEST_CASE("A wholly inserted paragraph leaves no line behind in the baseline", "[model]") {
  Builder b;
  b.run("one").mark().run("new", b.inserted).mark(b.inserted).run("two").mark();
  CHECK(b.text(View::baseline) == "one\ntwo\n");
}

TEST_CASE("The last mark of a document may be deleted", "[model]") {
  Builder b;
  b.run("one").mark().run("gone", {}, b.deleted).mark({}, b.deleted);
  CHECK(b.text(View::proposed) == "one\n");
}

TEST_CASE("Spans of a normalised view lead back to the buffer", "[model]") {
  Builder b;
  b.run("say ").run("old ", {}, b.deleted).run("“Data\u00A0Service” now").mark();
  const auto view = project(b.document, View::proposed, Spelling::normalised);
  REQUIRE(view.text == "say \"Data Service\" now\n");
  const auto at = static_cast<std::uint32_t>(view.text.find("Data Service"));
  const auto source = view.to_source({at, at + 12});
  CHECK(slice(b.document.text, source) == "Data\u00A0Service");
  CHECK(view.from_source(source.begin) == at);
}
