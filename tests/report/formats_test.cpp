// The formats as a whole: real output against the JSON Schema, and markup planted in the input that must stay text.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "help/program.h"
#include "help/source.h"
#include "report/reporters.h"

using Catch::Contains;
using help::run_dovetail;
using help::TemporaryFolder;

namespace {

const std::string draft =
    "XBSCP977 <script>alert(1)</script>\n\n1 Scope\n\n1.1 The \"Data <b>Item</b>\" & the the paragraph 9.4 of <img src=x onerror=alert(2)>.\n\n"
    "1.2 {++The Supplier shall follow paragraph 9.5 \xFF.++}\n";

// Validates with Python's jsonschema, an independent reader of the standard.
help::Ran validate(const std::string& json_file) {
  const std::string program =
      "import json, sys, jsonschema\n"
      "schema = json.load(open(sys.argv[1]))\n"
      "jsonschema.Draft7Validator.check_schema(schema)\n"
      "jsonschema.Draft7Validator(schema).validate(json.load(open(sys.argv[2])))\n";
  return help::run({"/usr/bin/python3", "-c", program, help::source_folder() + "/lib/report/findings.schema.json", json_file});
}

bool has_validator() { return help::run({"/usr/bin/python3", "-c", "import jsonschema"}).status == 0; }

}  // namespace

TEST_CASE("Every format is found by its name, and no other", "[report]") {
  for (const auto name : dovetail::report_formats()) CHECK(dovetail::report_as(name, {}, {}));
  CHECK(!dovetail::report_as("pdf", {}, {}));
}

TEST_CASE("JSON output is what its schema says", "[report]") {
  if (!has_validator()) {
    WARN("python3-jsonschema is not installed: JSON output is not validated");
    return;
  }
  const TemporaryFolder folder;
  folder.write("draft.txt", draft);
  folder.write("bad.docx", "no document");
  folder.write("brs.csv", "Requirement ID,Requirement\nXP-BR-MS-001,The Supplier shall read\n");
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"draft.txt"}, {"draft.txt", "bad.docx", "brs.csv", "--only", "reference"}, {"bad.docx"}, {help::source_folder() + "/fixtures/xp"}}) {
    std::vector<std::string> all{"check", "--format", "json"};
    all.insert(all.end(), words.begin(), words.end());
    const auto ran = run_dovetail(all, folder.path());
    const auto verdict = validate(folder.write("out.json", ran.out));
    CAPTURE(words, ran.err, verdict.err);
    CHECK(verdict.status == 0);
  }
  const auto json = nlohmann::json::parse(run_dovetail({"check", "draft.txt", "--format", "json"}, folder.path()).out);
  std::size_t outcomes = 0;
  for (const auto& [name, figure] : json["references"].items()) outcomes += name == "found" ? 0 : figure.get<std::size_t>();
  CHECK(json["references"]["found"] == outcomes);
  auto wrong = json;
  wrong["findings"][0]["severity"] = "fatal";
  CHECK(validate(folder.write("wrong.json", wrong.dump())).status != 0);
}

TEST_CASE("Markup in an input stays text in the HTML report", "[report]") {
  const TemporaryFolder folder;
  folder.write("<i>draft</i>.txt", draft);
  const auto html = run_dovetail({"check", "<i>draft<", "--format", "html"}, folder.path()).out +
                    run_dovetail({"check", ".", "--format", "html"}, folder.path()).out;
  for (const auto* planted : {"<script>alert", "<b>", "<img", "<i>", "onerror=\"", "javascript:"}) CHECK_THAT(html, !Contains(planted));
  CHECK(html.find("<script", html.find("<script") + 1) > html.find("</html>"));  // a page has one script: its own
  CHECK_THAT(html, Contains("&lt;img src=x") && Contains("&lt;i&gt;draft"));
  for (const auto* outside : {"http://", "https://", "src=\"", "url("}) CHECK_THAT(html, !Contains(outside));
  CHECK_THAT(html, Contains("<html lang=\"en\">") && Contains("<main>") && Contains("<h1>"));
}

TEST_CASE("In the HTML report a reference to an item of a running sentence leads to the line that says it", "[report]") {
  const TemporaryFolder folder;
  folder.write("rules.txt",
               "RULES\n1 SCOPE\n1.1 The Panel may act where (a) it is asked, or (b) it sees fit.\n1.2 Words.\n2 DUTIES\n2.1 Where paragraph 1.1(b) "
               "applies, paragraph 1.2 and paragraph 3.2 apply.\n3.2.1 Words without a heading.\n");
  const auto html = run_dovetail({"check", "rules.txt", "--format", "html"}, folder.path()).out;
  const auto line_behind = [&](const std::string& cited) {
    const auto link = html.find("\">" + cited + "</a>");
    if (link == std::string::npos) return std::string("no link");
    const auto begin = html.rfind("href=\"#", link) + 7;
    const auto line = html.find("id=\"" + html.substr(begin, link - begin) + "\"");
    if (line == std::string::npos) return std::string("no target");
    return html.substr(line, html.find("\n", line + 1) - line) + html.substr(html.find("\n", line + 1), 200);
  };
  CHECK_THAT(line_behind("paragraph 1.1(b)"), Contains("it sees fit"));
  CHECK_THAT(line_behind("paragraph 1.2"), Contains("Words."));
  CHECK_THAT(line_behind("paragraph 3.2"), Contains("without a heading"));
}
