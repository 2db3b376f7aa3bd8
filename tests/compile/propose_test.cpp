// Mappings proposed for files that nobody has described.
#include "compile/propose.h"

#include <catch2/catch.hpp>

#include "config/config.h"
#include "help/source.h"
#include "read/readers.h"

using namespace dovetail;

namespace {

const std::vector<Mapping>& shipped() {
  static const std::vector<Mapping> mappings = load_catalogue(help::source_folder() + "/rules").value().mappings;
  return mappings;
}

std::vector<MappingProposal> proposed(const std::string& name, const std::string& text) {
  return propose_mapping(read_bytes(name, text, FileKind::unknown, {}), shipped());
}

}  // namespace

TEST_CASE("A table is recognised by its headers and by the ids under them", "[propose]") {
  const auto [text, mapping] = GENERATE(table<std::string, std::string>({
      {"Ref,Title,Version,Status\nIF-901,Exchange request,1.0,Approved\nIF-902,Answer,1.0,Approved\n", "interfaces"},
      {"Ref,Title,Version,Status\nDI90001,Meter Identifier,1.0,Live\nDI90002,Meter Type,1.0,Live\n", "data-items"},
      {"Requirement ID;Description;MoSCoW;Actor\nXP-BR-MS-001;The Supplier must ask;M;Supplier\n", "brs"},
      {"Process step\tActivity\tLane\tNext\nBP901.010\tAsk\tSUP\tBP901.020\n", "bp-steps"},
      {"Interface,Data Item,Item Name,M/O\nIF-901,DI90001,Meter Identifier,M\n", "interface-items"},
      {"Market Message ID,Local Catalogue Reference,Name\nMM90001,IF-901,Exchange request\n", "emds-messages"},
      {"Scenario Variant,Market Message,Source,Target\nSV90001,MM90001,SUP,MSVC\n", "emds-variants"},
      {"Event ID,Process Step,Timescale,From,To\nOC-901-01,BP901.010,Within 1 WD,SUP,MSVC\n", "choreography"},
      {"link_id,atom_kind,atom_id,code,code_doc,provision,coverage\nT-1,bp_step,BP901.010,XBSC,XBSCP901,3.1.1,full\n", "trace"},
  }));
  INFO(text);
  const auto found = proposed("export.csv", text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].mapping == mapping);
  CHECK(found[0].sure > 0.5);
  CHECK(found[0].missing.empty());
}

TEST_CASE("A table of something else is left over, and a doubtful one is said to be a guess", "[propose]") {
  const auto other = proposed("list.csv", "Country,Capital\nFrance,Paris\n");
  REQUIRE(other.size() == 1);
  CHECK(other[0].mapping.empty());
  CHECK(other[0].left_over == std::vector<std::string>{"Country", "Capital"});
  const auto vague = proposed("list.csv", "ID,Description,Owner\n1,Buy milk,Ann\n2,Buy bread,Bob\n");
  REQUIRE(vague.size() == 1);
  CHECK(vague[0].sure < 0.7);
}

TEST_CASE("A diagram is proposed by its atoms", "[propose]") {
  const std::string start = R"(<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">)";
  const auto sure = proposed("a.bpmn", start + R"(<task id="t" name="BP901.010 Ask"/></process></definitions>)");
  REQUIRE(sure.size() == 1);
  CHECK(sure[0].mapping == "bp-steps");
  CHECK(sure[0].sure == 1.0);
  CHECK(proposed("a.bpmn", start + R"(<task id="t" name="Ask"/></process></definitions>)").at(0).sure == 0.0);
}

TEST_CASE("A text whose words stand in tables of the design is a design export; a procedure with a table is none", "[propose]") {
  const std::string table =
      "<table><tr><th>Market Message ID</th><th>Local Catalogue Reference</th><th>Name</th></tr>"
      "<tr><td>MM90001</td><td>IF-901</td><td>Exchange request</td></tr><tr><td>MM90002</td><td>IF-902</td><td>Exchange response</td></tr></table>";
  const auto is_design = [](const std::string& text) { return is_design_text(read_bytes("x.html", text, FileKind::html, {}), shipped()); };
  CHECK(is_design("<html><body><h1>Messages</h1>" + table + "</body></html>"));
  CHECK_FALSE(is_design("<html><body><p>1.1 " + std::string(400, 'w') + "</p>" + table + "</body></html>"));
  CHECK_FALSE(
      is_design("<html><body><table><tr><th>REF</th><th>WHEN</th><th>ACTION</th><th>FROM</th><th>TO</th><th>INFORMATION REQUIRED</th></tr>"
                "<tr><td>3.1.1</td><td>As required</td><td>Ask</td><td>Supplier</td><td>Agent</td><td>IF-901</td></tr></table></body></html>"));
}

TEST_CASE("A table with headers that nobody knows is judged by what its columns hold, and is a guess", "[propose]") {
  const auto found = proposed("export.csv",
                              "Export of the tool;;;\nNr;Wortlaut;Zustand;Status\nXP-BR-MS-001;The Supplier shall send the reading;neu;Approved\n"
                              "XP-BR-MS-002;The Metering Service shall keep it for two years;neu;Approved\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].mapping == "brs");
  CHECK(found[0].by_content);
  CHECK(found[0].sure < 0.5);
  CHECK(found[0].row == 2);
  CHECK(found[0].rows == 2);
  CHECK(found[0].columns == std::vector<std::pair<std::string, std::string>>{{"req_id", "Nr"}, {"text", "Wortlaut"}, {"status", "Status"}});
  CHECK(found[0].left_over == std::vector<std::string>{"Zustand"});
  // An id that comes twice names no row, and one column of words is no design.
  CHECK(proposed("a.csv", "Nr;Wortlaut\nIF-901;sent by the Supplier\nIF-901;sent by the Bureau\nIF-902;sent back\n")[0].mapping.empty());
  CHECK(proposed("a.csv", "Land;Stadt\nFrance;the city of Paris\nSpain;the city of Madrid\n")[0].mapping.empty());
}
