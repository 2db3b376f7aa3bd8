// What holds for every document, whatever the bytes were.
#include "fuzz/promises.h"

#include <nlohmann/json.hpp>
#include <string>

#include "compile/compile.h"
#include "fuzz/shipped.h"
#include "model/profile.h"
#include "read/reading.h"
#include "report/dump.h"
#include "report/dump_raw.h"
#include "report/text_view.h"
#include "text/unicode.h"

namespace dovetail::fuzz {
namespace {

/// As rules/profiles has them: divisions with keywords, lettered numbers, headings.
const Profile& profile() {
  static const Profile one = [] {
    Profile p;
    p.name = "fuzz";
    p.divisions = {{"annex", "[A-Z]-[0-9]+", true, false}, {"schedule", "[0-9]+", true, false}, {"part", "[A-Z]", true, true}};
    p.keywords = {{"paragraph", {"decimal", "item"}}, {"clause", {"decimal"}}, {"section", {"document", "decimal"}}};
    p.letters = {"[A-Z]"};
    p.headings = {"decimal 1", "decimal 2"};
    p.statements = true;
    return p;
  }();
  return one;
}

void expect_utf8(std::string_view text, const char* promise) { expect(valid_utf8(text) == text, promise); }

void show_text(const Document& document) {
  for (const auto view : {TextView::baseline, TextView::proposed, TextView::marked})
    for (const bool all : {false, true}) expect_utf8(text_of(document, view, {.numbers = all, .all = all}), "text is UTF-8");
}

}  // namespace

Limits small_limits() {
  Limits limits;
  limits.part_bytes = 4U << 20;
  limits.package_bytes = 8U << 20;
  limits.parts = 200;
  limits.paragraphs = 20000;
  limits.cells = 20000;
  return limits;
}

void read_and_show(void (*read)(std::string_view, Document&, const Limits&), FileKind kind, std::string_view bytes, bool code_text) {
  Document document;
  document.path = "input";
  document.kind = kind;
  read(bytes, document, small_limits());
  expect_utf8(document.text, "the text of a document is UTF-8");
  if (!document.paragraphs.empty()) expect(is_sound(document), "runs and paragraphs follow one another, spans lie inside the text");
  for (const auto& problem : document.problems)
    expect(problem.rule.rfind("input.", 0) == 0 && !problem.message.empty(), "a problem has a rule and says something");
  show_text(document);
  Input input;
  input.path = document.path;
  if (code_text) {
    input.profile = &profile();
  } else {  // as design, by the mappings that ship
    input.role = InputRole::design;
    input.candidates = &shipped().mappings;
  }
  const auto unit = compile(document, input);
  const auto dump = dump_json(document, unit, "any");
  expect(nlohmann::json::accept(dump), "dump is JSON");
  const auto raw = raw_json(document);
  expect(raw.empty() || nlohmann::json::accept(raw), "dump --raw is JSON");
}

}  // namespace dovetail::fuzz
