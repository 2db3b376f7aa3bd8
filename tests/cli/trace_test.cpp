// dovetail trace, suggest and impact as a person runs them: one set of figures in every format.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "help/program.h"
#include "help/source.h"
#include "report/table_xlsx.h"

namespace {

const std::string xp = help::source_folder() + "/fixtures/xp";

std::size_t count_of(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the counts of trace are equal in every format, filtered or not", "[cli]") {
  const std::string kind = GENERATE("", "requirement");
  std::vector<std::string> words{"trace", xp};
  if (!kind.empty()) words.insert(words.end(), {"--kind", kind});
  const auto with = [&](const std::string& format) {
    auto all = words;
    all.insert(all.end(), {"--format", format});
    return help::run_dovetail(all);
  };
  const auto json = nlohmann::json::parse(with("json").out);
  std::map<std::string, std::size_t> counted;
  for (const auto& atom : json["atoms"]) ++counted[atom["status"].get<std::string>()];
  for (const auto& [status, count] : json["summary"].items()) CHECK(counted[status] == count.get<std::size_t>());
  std::size_t in_kinds = 0;
  for (const auto& [name, statuses] : json["by_kind"].items())
    for (const auto& [status, count] : statuses.items()) in_kinds += count.get<std::size_t>();
  CHECK(in_kinds == json["atoms"].size());
  const auto csv = with("csv").out;
  CHECK(count_of(csv, "\r\n") == json["atoms"].size() + 1);
  for (const auto& [status, count] : counted) CHECK(count_of(csv, "\",\"" + status + "\",\"") >= count);
  const auto text = with("text").out;
  CHECK(text.find("filtered by --kind requirement") == (kind.empty() ? std::string::npos : text.find("filtered by --kind requirement")));
  CHECK((text.find("filtered") != std::string::npos) == !kind.empty());
  CHECK(json["filters"].size() == (kind.empty() ? 0U : 1U));
  if (kind.empty()) {
    const auto checked = nlohmann::json::parse(help::run_dovetail({"check", xp, "--format", "json"}).out);
    CHECK(checked["coverage"]["summary"] == json["summary"]);
    CHECK(checked["coverage"]["atoms"].size() == json["atoms"].size());
  }
}

TEST_CASE("trace says what is new, fixed and unchanged since an earlier run", "[cli]") {
  const help::TemporaryFolder folder;
  auto then = nlohmann::json::parse(help::run_dovetail({"trace", xp, "--format", "json"}).out);
  for (auto& atom : then["atoms"]) {
    if (atom["id"] == "XP-BR-DS-004") atom["status"] = "covered";
    if (atom["id"] == "XP-BR-GN-001") atom["status"] = "uncovered";
  }
  const auto file = folder.write("then.json", then.dump());
  const auto now = nlohmann::json::parse(help::run_dovetail({"trace", xp, "--format", "json", "--since", file}).out);
  CHECK(now["since"]["new"] == 1);
  CHECK(now["since"]["fixed"] == 1);
  CHECK(help::run_dovetail({"trace", xp, "--since", file}).out.find("Since then: 1 new, 1 fixed, 4 unchanged") != std::string::npos);
  CHECK(help::run_dovetail({"trace", xp, "--since", folder.write("other.json", "{}")}).status == 2);
}

TEST_CASE("a threshold that is not reached fails the run, after its tables", "[cli]") {
  const help::TemporaryFolder folder;
  const std::string least = GENERATE("50%", "100%");
  folder.write("text.txt", "1 Records\n1.1 Keep it as XP-BR-WE-001 asks.\n");
  folder.write("brs.csv", "req_id,text,target_codes\nXP-BR-WE-001,Keep,XBSC\nXP-BR-WE-002,Send,XBSC\n");
  folder.write(
      "dovetail.yaml",
      "project: t\ncodes: [XBSC]\ndocuments:\n  - {path: text.txt, id: T1, code: XBSC}\ndesign:\n  - {path: brs.csv, mapping: brs}\nexpect:\n  "
      "requirement: {min: " +
          least + ", codes: [XBSC]}\n");
  const auto ran = help::run_dovetail({"trace", folder.path()});
  CHECK(ran.status == (least == "50%" ? 0 : 1));
  CHECK(ran.out.find("1 of 2 (50.0%)") != std::string::npos);
}

TEST_CASE("the proposed register is a new file and keeps every row", "[cli]") {
  const help::TemporaryFolder folder;
  const auto file = folder.path() + "/proposed.xlsx";
  const auto ran = help::run_dovetail({"trace", xp, "--write-register", file});
  CHECK(ran.status == 0);
  CHECK(ran.err.find("26 rows") != std::string::npos);
  const auto raw = help::run_dovetail({"dump", file, "--raw"}).out;
  CHECK(raw.find("Telephone confirmation is obsolete") != std::string::npos);
  CHECK(help::run_dovetail({"trace", xp, "--write-register", file}).status == 2);
  CHECK(help::run_dovetail({"trace", xp, "--write-register", xp + "/registers/trace.xlsx"}).status == 2);
}

namespace {

/// A small quarry whose register is a workbook: a column of its keeper's own, ids as people write them, a row that is struck through.
std::vector<std::string> proposed_rows(const help::TemporaryFolder& folder) {
  const auto register_file =
      dovetail::table_xlsx("Trace", {"link_id", "atom_id", "link_type", "code", "code_doc", "provision", "rationale", "Ann says", "status"},
                           {{"t1b", "qr-001", "codifies", "QRC", "Quarry Rules 4", "1.1", "as agreed,  7 May", "ask Bob", "Approved"},
                            {"T2", "QR-002", "codifies", "QRC", "Quarry Rules 4", "1.2", "wrong", "", "Approved"}},
                           {1});
  REQUIRE(register_file);
  folder.write("trace.xlsx", *register_file);
  folder.write(
      "quarry.txt",
      "QUARRY RULES CODE\nQuarry Rules 4\n1 Stone\n1.1 The Face Boss shall count the stone.\n1.2 The Face Boss shall ring, as QR-003 asks.\n");
  folder.write("needs.csv", "req_id,text,actor_role,target_codes\nQR-001,Count the stone,FBO,QRC\nQR-002,Sweep,FBO,QRC\nQR-003,Ring,FBO,QRC\n");
  folder.write("roles.csv", "role,name\nFBO,Face Boss\n");
  folder.write(
      "dovetail.yaml",
      "project: quarry\nas_of: 2025-03-01\ncodes: [{id: QRC, name: Quarry Code}]\ndocuments: [{path: quarry.txt, id: Quarry Rules 4, code: QRC}]\n"
      "design: [{path: needs.csv, artefact: QRB, mapping: brs}]\nregisters: {trace: trace.xlsx}\nroles: roles.csv\n");
  const auto file = folder.path() + "/proposed.xlsx";
  REQUIRE(help::run_dovetail({"trace", folder.path(), "--write-register", file}).status == 0);
  const auto read = help::run({"/usr/bin/python3", "-c",
                               "import sys, openpyxl\n"
                               "for r in openpyxl.load_workbook(sys.argv[1]).active.iter_rows():\n"
                               "  print('|'.join('' if c.value is None else str(c.value) for c in r) + ('|struck' if r[0].font.strike else ''))",
                               file});
  REQUIRE(read.status == 0);
  std::vector<std::string> rows;
  std::istringstream lines(read.out);
  for (std::string line; std::getline(lines, line);) rows.push_back(line);
  return rows;
}

}  // namespace

TEST_CASE("a proposed register has every word of its keeper: other columns, spellings, and what is struck stays struck", "[cli]") {
  const help::TemporaryFolder folder;
  const auto rows = proposed_rows(folder);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] ==
        "link_id|atom_kind|atom_id|atom_version|artefact|release|link_type|code|code_doc|draft_version|provision|coverage|basis|rationale|owner|"
        "reviewed_on|provision_hash|status|Ann says");
  const std::string hash = dovetail::sha256_hex("The Face Boss shall count the stone.").substr(0, 8);
  CHECK(rows[1] == "t1b||qr-001||||codifies|QRC|Quarry Rules 4||1.1|||as agreed,  7 May||2025-03-01|" + hash + "|Approved|ask Bob");
  CHECK(rows[2] == "T2||QR-002||||codifies|QRC|Quarry Rules 4||1.2|||wrong||||Approved||struck");
  CHECK(rows[3].starts_with("P-0001|requirement|QR-003|"));
}

TEST_CASE("a step shows the row that the design implies beside the drafted one", "[cli]") {
  const auto ran = help::run_dovetail({"trace", xp, "--why", "BP901.040"});
  CHECK(ran.out.find("WHEN Within 1 WD of exchange") != std::string::npos);
  CHECK(ran.out.find("WHEN Within 2 WD of exchange") != std::string::npos);
}

TEST_CASE("impact asks for one thing and finds what relies on it", "[cli]") {
  CHECK(help::run_dovetail({"impact", xp}).status == 2);
  CHECK(help::run_dovetail({"impact", "--topic", "Nothing", xp}).status == 2);
  const auto provision = nlohmann::json::parse(help::run_dovetail({"impact", "--provision", "XBSCP901 3.1.4", xp, "--format", "json"}).out);
  CHECK(provision["atoms"].dump().find("BP901.040") != std::string::npos);
  CHECK(provision["references"].size() == 3);  // one of them the WHEN of the row behind it
  const auto artefact = help::run_dovetail({"impact", "--artefact", "BP901", xp});
  CHECK(artefact.status == 0);
  CHECK(artefact.out.find("BP901.060") != std::string::npos);
}

TEST_CASE("the order of the files in the project changes no byte of the coverage", "[cli]") {
  const auto whole = help::bytes_of(xp + "/dovetail.yaml");
  const auto begin = whole.find("  - {path: design/BP901_steps.csv"), end = whole.find("\nregisters:");
  std::vector<std::string> lines;
  for (auto at = begin; at < end;) {
    const auto stop = whole.find('\n', at);
    if (stop > at) lines.push_back(whole.substr(at, stop - at + 1));
    at = stop + 1;
  }
  std::string turned;
  for (const auto& line : lines) turned = line + turned;
  const help::TemporaryFolder folder;
  help::run({"cp", "-r", xp, folder.path() + "/xp"});
  const auto before = help::run_dovetail({"trace", folder.path() + "/xp", "--format", "json"}).out;
  folder.write("xp/dovetail.yaml", whole.substr(0, begin) + turned + whole.substr(end));
  CHECK(help::run_dovetail({"trace", folder.path() + "/xp", "--format", "json"}).out == before);
}

TEST_CASE("A filter that names nothing is an error with the nearest name", "[cli]") {
  const auto [option, value, says] = GENERATE(table<std::string, std::string, std::string>({{"--kind", "requirment", "did you mean requirement?"},
                                                                                            {"--code", "XBCS", "did you mean XBSC?"},
                                                                                            {"--artefact", "BP902", "is none of BP901"}}));
  const auto ran = help::run_dovetail({"trace", xp, option, value});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, Catch::Contains(option + ": '" + value + "'") && Catch::Contains(says));
  CHECK(help::run_dovetail({"trace", xp, "--kind", "bp step", "--code", "xbsc", "--artefact", "BP901"}).status == 0);
}
