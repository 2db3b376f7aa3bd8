// What a person types: help, typos, and options that make no sense.
#include <algorithm>
#include <catch2/catch.hpp>

#include "help/program.h"

using Catch::Contains;
using help::run_dovetail;

namespace {
std::size_t lines_in(const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }
}  // namespace

TEST_CASE("The program says what it is and what it can do", "[cli]") {
  CHECK(run_dovetail({"--version"}).out == "dovetail 0.1.0\n");
  const auto help = run_dovetail({"--help"});
  CHECK(help.status == 0);
  for (const auto* command : {"check", "trace", "refs", "text", "dump", "explain", "rules"}) {
    CHECK_THAT(help.out, Contains(std::string("\n  ") + command + " "));
    const auto own = run_dovetail({command, "--help"});
    CHECK(own.status == 0);
    CHECK_THAT(own.out, Contains(std::string("Usage: dovetail ") + command));
    CHECK_THAT(own.out, Contains("Examples:\n  dovetail"));
  }
}

TEST_CASE("What cannot be done is one line on standard error, and 2", "[cli]") {
  struct Row {
    std::vector<std::string> words;
    std::string says;
  };
  const auto row = GENERATE(values<Row>({
      {{}, "no command given"},
      {{"chekc"}, "did you mean check?"},
      {{"check", "--sevrity", "x=y"}, "did you mean --severity?"},
      {{"check", "--format", "jsn"}, "did you mean json?"},
      {{"check", "--format", "pdf"}, "'pdf' is none of text, json, sarif"},
      {{"check", "--fail-on", "sometimes"}, "--fail-on: 'sometimes' is none of"},
      {{"check", "--color", "blue"}, "--color"},
      {{"check", "--threads", "-1"}, "--threads"},
      {{"check", "--limit", "xml-deth=100"}, "did you mean xml-depth?"},
      {{"text", "--limit", "cells"}, "is not NAME=VALUE"},
      {{"dump", "--limit", "cells=0"}, "is no amount"},
      {{"check", "--limit", "cells=99999999999999999999"}, "is no amount"},
      {{"check", "--limit", "cells=4T"}, "is no amount"},
      {{"check", "--threads", "many"}, "'many' is no number"},
      {{"check", "--severity", "term.undefined"}, "is not RULE=LEVEL"},
      {{"check", "--severity", "term.undefined=loud"}, "'loud' is none of"},
      {{"check", "--report", "html"}, "is not FORMAT=FILE"},
      {{"check", "--report", "pdf=x.pdf"}, "'pdf' is none of"},
      {{"check", "--as-of", "yesterday"}, "is no date"},
      {{"check", "--only"}, "--only"},
      {{"text"}, "text takes one file, not 0"},
      {{"text", "a.docx", "b.docx"}, "text takes one file, not 2"},
      {{"text", "a.docx", "--view", "sideways"}, "'sideways' is none of"},
      {{"explain"}, "explain takes one rule"},
      {{"explain", "reference.misisng"}, "did you mean reference.missing?"},
      {{"rules", "reference"}, "rules takes no argument"},
      {{"check", "-", "--format-in", "wordperfect"}, "'wordperfect' is no kind of document"},
      {{"check", "--rules", "/nonexistent", "x.docx"}, "/nonexistent"},
  }));
  const auto ran = run_dovetail(row.words);
  CAPTURE(row.words, ran.out);
  CHECK(ran.status == 2);
  CHECK(ran.out == "");
  CHECK_THAT(ran.err, Contains(row.says));
  CHECK_THAT(ran.err, Catch::StartsWith("dovetail: "));
  CHECK(lines_in(ran.err) == 1);
}

TEST_CASE("Rules are listed and explained", "[cli]") {
  const auto rules = run_dovetail({"rules"});
  CHECK(rules.status == 0);
  CHECK_THAT(rules.out, Contains("reference.missing") && Contains("wording.doubled-word"));
  const auto one = run_dovetail({"explain", "reference.missing"});
  CHECK(one.status == 0);
  CHECK_THAT(one.out, Contains("Why it matters") && Contains("What to do"));
  const auto family = run_dovetail({"explain", "reference"});
  CHECK_THAT(family.out, Contains("reference.missing:") && Contains("reference.not-used:"));
}
