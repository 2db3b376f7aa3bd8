// Input that cannot be used: each kind gets one clear line, the other files are still checked, and nothing passes that was not looked at.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "help/program.h"
#include "help/source.h"

using Catch::Contains;
using help::run_dovetail;
using help::TemporaryFolder;
using Json = nlohmann::json;

namespace {

const std::string good = "XBSCP977 Meter Exchange\n\n1 Scope\n\n1.1 The Supplier shall follow paragraph 1.1.\n";

// A ZIP of one stored part, by the fields of APPNOTE 6.3 section 4.3: enough to be a package that is no document.
std::string zip_of(const std::string& name, const std::string& text, unsigned crc) {
  const auto number = [](unsigned long value, int bytes) {
    std::string out;
    for (int n = 0; n < bytes; ++n) out += static_cast<char>(value >> (8 * n) & 0xFF);
    return out;
  };
  const std::string common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) + number(crc, 4) + number(text.size(), 4) +
                             number(text.size(), 4) + number(name.size(), 2) + number(0, 2);
  const std::string local = "PK\x03\x04" + common + name + text;
  const std::string central =
      std::string("PK\x01\x02") + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4) + name;
  return local + central + "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) + number(central.size(), 4) + number(local.size(), 4) +
         number(0, 2);
}

}  // namespace

TEST_CASE("A file that is no document is named, and the others are checked", "[cli]") {
  const TemporaryFolder folder;
  folder.write("good.txt", good);
  folder.write("plain.docx", "this is no ZIP archive at all");
  folder.write("empty.docx", "");
  const auto zip = zip_of("readme.txt", "hello", 0x3610a686);
  folder.write("other.docx", zip);
  folder.write("cut.docx", zip.substr(0, zip.size() / 2));
  const auto name = GENERATE("plain.docx", "empty.docx", "other.docx", "cut.docx", "missing.docx");
  CAPTURE(name);

  const auto alone = run_dovetail({"check", name, "--fail-on", "never"}, folder.path());
  CHECK(alone.status == 2);
  CHECK_THAT(alone.err, Contains(name));
  CHECK(std::count(alone.err.begin(), alone.err.end(), '\n') == 1);

  const auto both = run_dovetail({"check", name, "good.txt", "--format", "json"}, folder.path());
  CHECK(both.status == 1);
  const auto json = Json::parse(both.out);
  REQUIRE(json["findings"].size() >= 1);
  CHECK_THAT(std::string(json["findings"][0]["rule"]), Catch::StartsWith("input."));
  CHECK(json["findings"][0]["document"] == name);
  const auto good_one = std::find_if(json["documents"].begin(), json["documents"].end(), [](const Json& d) { return d["path"] == "good.txt"; });
  REQUIRE(good_one != json["documents"].end());
  CHECK((*good_one)["provisions"] == 2);

  for (const auto* command : {"text", "dump"}) {
    const auto ran = run_dovetail({command, name}, folder.path());
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, Contains(name));
  }
}

TEST_CASE("A project file that is wrong is refused with its line", "[cli]") {
  const TemporaryFolder folder;
  folder.write("good.txt", good);
  struct Row {
    std::string yaml, says;
  };
  const auto row = GENERATE(values<Row>({
      {"project: XP\ndocumnets:\n  - {path: good.txt}\n", "documents"},
      {"project: XP\nas_of: 2024-02-30\ndocuments:\n  - {path: good.txt}\n", "2024-02-30"},
      {"project: [XP\n", "dovetail.yaml"},
      {"project: XP\ndocuments:\n  - {path: good.txt, profile: bspc}\n", "bscp"},
      {"project: XP\ndocuments:\n  - {path: good.txt}\nrules:\n  term.undefind: {severity: note}\n", "term.undefined"},
  }));
  folder.write("dovetail.yaml", row.yaml);
  const auto ran = run_dovetail({"check"}, folder.path());
  CAPTURE(row.yaml, ran.out, ran.err);
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Contains("dovetail.yaml") && Contains(row.says));
}

TEST_CASE("A file that the project names and that is missing is a finding; the others are checked", "[cli]") {
  const TemporaryFolder folder;
  folder.write("good.txt", good);
  folder.write("dovetail.yaml",
               "project: XP\ndocuments:\n  - {path: good.txt, id: XBSCP977, profile: bscp}\n  - {path: gone.docx, id: XBSCP978, profile: bscp}\n");
  const auto ran = run_dovetail({"check", "--format", "json"}, folder.path());
  CHECK(ran.status == 1);
  const auto json = Json::parse(ran.out);
  REQUIRE(json["findings"].size() == 1);
  CHECK(json["findings"][0]["rule"] == "input.unreadable");
  CHECK(json["findings"][0]["document"] == "gone.docx");
}

TEST_CASE("A table whose columns the mapping does not find is register.malformed", "[cli]") {
  const TemporaryFolder folder;
  folder.write("good.txt", good);
  folder.write("brs.csv", "colour,shape\nred,round\n");
  folder.write(
      "dovetail.yaml",
      "project: XP\ndocuments:\n  - {path: good.txt, id: XBSCP977, profile: bscp}\ndesign:\n  - {path: brs.csv, artefact: BRS901, mapping: brs}\n");
  const auto ran = run_dovetail({"check", "--format", "json"}, folder.path());
  CHECK(ran.status == 1);
  const auto json = Json::parse(ran.out);
  REQUIRE(json["findings"].size() == 1);
  CHECK(json["findings"][0]["rule"] == "register.malformed");
  CHECK(json["findings"][0]["document"] == "brs.csv");
}

TEST_CASE("A rule file with a bad pattern is refused by name", "[cli]") {
  const TemporaryFolder folder;
  folder.write("good.txt", good);
  std::filesystem::copy(help::source_folder() + "/rules", folder.path() + "/rules", std::filesystem::copy_options::recursive);
  folder.write("rules/wording/broken.yaml",
               "id: wording.broken\ntitle: Broken\nseverity: note\npattern: '(unclosed'\nmessage: '{label}: x'\nwhy: A test.\ndo: "
               "Nothing.\nexamples: {bad: x, good: y}\n");
  const auto ran = run_dovetail({"check", "good.txt", "--rules", "rules"}, folder.path());
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Contains("broken.yaml"));
}

TEST_CASE("A run that read no provision never passes", "[cli]") {
  const TemporaryFolder folder;
  folder.write("letter.txt", "Dear reader\n\nThis has no numbered paragraph.\n");
  std::filesystem::create_directory(folder.path() + "/nothing");
  for (const auto* path : {"letter.txt", "nothing"}) {
    const auto ran = run_dovetail({"check", path, "--fail-on", "never", "--format", "json"}, folder.path());
    CAPTURE(path, ran.err);
    CHECK(ran.status == 2);
    CHECK(Json::parse(ran.out)["findings"].back()["rule"] == "input.nothing-checked");
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
  }
  CHECK(run_dovetail({"check"}, folder.path() + "/nothing").status == 2);
}

TEST_CASE("Design and registers beside drafts without a provision are not enough", "[cli]") {
  const TemporaryFolder folder;
  folder.write("letter.txt", "Dear reader\n");
  folder.write("old.txt", good);
  folder.write("brs.csv", "req_id,text\nXP-BR-MS-001,It must be sent\n");
  const std::string design = "design:\n  - {path: brs.csv, artefact: BRS901, mapping: brs}\n";
  folder.write("dovetail.yaml", "project: XP\ndocuments:\n  - {path: letter.txt, id: XBSCP977, profile: bscp, baseline: old.txt}\n" + design);
  const auto ran = run_dovetail({"check", "--fail-on", "never", "--format", "json"}, folder.path());
  CHECK(ran.status == 2);
  const auto json = Json::parse(ran.out);
  CHECK(std::any_of(json["findings"].begin(), json["findings"].end(), [](const Json& f) { return f["rule"] == "input.nothing-checked"; }));
  folder.write("dovetail.yaml", "project: XP\n" + design);
  CHECK(run_dovetail({"check", "--fail-on", "never"}, folder.path()).status == 0);
}

TEST_CASE("Nothing from an input acts on the terminal", "[cli]") {
  const TemporaryFolder folder;
  const std::string name =
      "dr\x1b]0;gotcha\x07"
      "aft.txt";
  folder.write(name,
               "1 Scope\n\n1.1 The \x1b[31mred\x1b[0m \xC2\x9B"
               "31m \xE2\x80\xAE the the paragraph 9.4\x07.\n");
  for (const auto& words : std::vector<std::vector<std::string>>{{"check", name},
                                                                 {"check", name, "--format", "json"},
                                                                 {"check", name, "-v"},
                                                                 {"text", name},
                                                                 {"text", name, "--view", "marked"},
                                                                 {"dump", name},
                                                                 {"text", "no\x1b[1m.docx"}}) {
    const auto ran = run_dovetail(words, folder.path());
    CAPTURE(words);
    for (const auto& shown : {ran.out, ran.err}) {
      CHECK(shown.find('\x1b') == std::string::npos);
      CHECK(shown.find('\x07') == std::string::npos);
      CHECK(shown.find("\xC2\x9B") == std::string::npos);
    }
  }
  CHECK_NOTHROW(Json::parse(run_dovetail({"check", name, "--format", "json"}, folder.path()).out));
}
