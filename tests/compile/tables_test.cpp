// From sheets and columns to atoms and register rows.
#include "compile/tables.h"

#include <catch2/catch.hpp>

#include "compile/cover.h"
#include "compile/dates.h"
#include "help/mappings.h"

using namespace dovetail;
using help::mapping;

namespace {

Unit unit_of(std::string_view csv, const Mapping* mapping, InputRole role = InputRole::design) {
  Review review;
  return review.units[help::add_csv(review, "design/table.csv", csv, mapping, role)];
}

std::string ids_of(const Unit& unit) {
  std::string ids;
  for (const Item& item : unit.items) ids += (ids.empty() ? std::string() : " ") + item.id;
  return ids;
}

/// A workbook with one sheet per CSV, as the reader of XLSX gives it.
Document workbook(const std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>& sheets) {
  Document document;
  document.kind = FileKind::xlsx;
  for (const auto& [name, rows] : sheets) {
    const Id<TextTable> table = document.tables.add({});
    document.tables[table].name = name;
    document.tables[table].span.begin = static_cast<std::uint32_t>(document.text.size());
    std::uint32_t number = 0;
    for (const auto& values : rows) {
      Row row;
      row.table = table;
      row.number = ++number;
      const Id<Row> id = document.rows.add(row);
      std::uint32_t column = 0;
      for (const std::string& value : values) {
        Cell cell;
        cell.row = id;
        cell.column = column++;
        if (value.empty()) continue;
        cell.span.begin = static_cast<std::uint32_t>(document.text.size());
        document.text += value;
        cell.span.end = static_cast<std::uint32_t>(document.text.size());
        document.text += '\t';
        document.cells.add(cell);
      }
    }
    document.tables[table].span.end = static_cast<std::uint32_t>(document.text.size());
  }
  return document;
}

Unit compiled(const Document& document, const Mapping* mapping, const DesignEntry* entry = nullptr) {
  Input input;
  input.role = InputRole::design;
  input.mapping = mapping;
  input.candidates = &help::mappings();
  input.design = entry;
  Unit unit;
  compile_tables(document, input, unit);
  return unit;
}

}  // namespace

TEST_CASE("headers are matched by their words, wherever they stand", "[compile]") {
  const Unit unit = unit_of(
      "Business requirements,,,\n,,,\nStatus,REQUIREMENT  Reference,B R S-Version,Requirement,Interface IDs\n"
      "Approved,XP-BR-MS-001,1.1,The Metering Service must answer,IF901;IF\u2011902\n",
      &mapping("brs"));
  REQUIRE(unit.items.size() == 1);
  const Item& item = unit.items[Id<Item>(0)];
  CHECK(item.id == "XP-BR-MS-001");
  CHECK(item.kind == "requirement");
  CHECK(item.text == "The Metering Service must answer");
  CHECK(item.version == "1.1");
  CHECK(item.status == "Approved");
  CHECK(item.record.field("interface_ids") == "IF-901;IF-902");
  CHECK(unit.problems.empty());
}

TEST_CASE("dirty ids become canonical, as written is kept", "[compile]") {
  const Unit unit =
      unit_of("interface_id,name\nIF901,One\nIF\u2011902 ,Two\n\"IF-903/PUB-903\",Three\nIF-904 to IF-906,Four\n", &mapping("interfaces"));
  CHECK(ids_of(unit) == "IF-901 IF-902 IF-903 PUB-903 IF-904 IF-905 IF-906");
  CHECK(unit.items[Id<Item>(0)].raw_id == "IF901");
  CHECK(unit.problems.empty());
}

TEST_CASE("blank is unknown, N/A is stated", "[compile]") {
  const Unit unit =
      unit_of("step_id,step_text,interface_ids,to_roles\nBP901.010,Ask,n/a,\nBP901.020,Answer,IF-902,SUP; DSVC\n", &mapping("bp-steps"));
  CHECK(unit.items[Id<Item>(0)].record.field("interface_ids") == "N/A");
  CHECK(unit.items[Id<Item>(0)].record.field("to_roles").empty());
  CHECK(unit.items[Id<Item>(1)].record.field("to_roles") == "SUP;DSVC");
}

TEST_CASE("a missing column names the sheet, what was looked for and what was found", "[compile]") {
  const Unit unit = unit_of("req_id,Status,Wording\nXP-BR-MS-001,Approved,must\n", &mapping("brs"));
  CHECK(unit.items.empty());
  REQUIRE(unit.problems.size() == 1);
  CHECK(unit.problems[0].rule == "register.malformed");
  CHECK_FALSE(unit.problems[0].minor);
  CHECK(unit.problems[0].message == "the table has no column for text of mapping brs; row 1 has req_id and status");
}

TEST_CASE("a row of content that holds the word of a header is no header", "[compile]") {
  const Unit unit = unit_of(
      "Colour,REQUIREMENT,parent_id,status,release,obligation\nREQ901,Requirement reference,Text,Approved,IR1.0,must\nREQ902,Text,,Raised,,\n",
      &mapping("brs"));
  CHECK(unit.records.empty());
  REQUIRE(unit.problems.size() == 1);
  CHECK(unit.problems[0].message == "the table has no column for req_id of mapping brs; row 1 has parent_id, text, obligation, status and release");
}

TEST_CASE("without a mapping each table finds its own", "[compile]") {
  CHECK(unit_of("step_id,step_text,lane_role\nBP901.010,Ask,SUP\n", nullptr).items[Id<Item>(0)].kind == "bp_step");
  CHECK(unit_of("data_item_id,name,definition\nDI90001,Meter,Identifier\n", nullptr).items[Id<Item>(0)].kind == "data_item");
  CHECK(unit_of("interface_id,data_item_id,optionality\nIF-903,DI90001,M\n", nullptr).items[Id<Item>(0)].id == "IF-903/DI90001");
  const Unit unknown = unit_of("colour,shape\nred,round\n", nullptr);
  REQUIRE(unknown.problems.size() == 1);
  CHECK(unknown.problems[0].minor);
  CHECK(unknown.problems[0].message == "the table begins with \"colour\" and \"shape\", which no mapping knows; name one with mapping:");
}

TEST_CASE("duplicates are one atom when they agree and a problem when they do not", "[compile]") {
  const Unit same = unit_of("interface_id,name\nIF-901,One\nIF-901,One\n", &mapping("interfaces"));
  CHECK(same.items.size() == 1);
  CHECK(same.problems.empty());
  const Unit other = unit_of("interface_id,name\nIF-901,One\nIF901,Two\n", &mapping("interfaces"));
  REQUIRE(other.problems.size() == 1);
  CHECK(other.problems[0].message == "interface_id IF-901 stands twice with different content");
  CHECK(other.problems[0].rule == "design.duplicate-id");
  CHECK_FALSE(other.problems[0].minor);
}

TEST_CASE("a row without id and an id unlike the others are said", "[compile]") {
  const Unit unit = unit_of("interface_id,name,sender_role\nIF-901,A,SUP\nIF-902,B,SUP\nIF-903,C,SUP\nIF-904,D,SUP\nIF-9O5,E,SUP\n,F,SUP\n",
                            &mapping("interfaces"));
  REQUIRE(unit.problems.size() == 2);
  CHECK(unit.problems[0].message == "\"IF-9O5\" cannot be a interface_id: the others are like \"IF-901\"");
  CHECK(unit.problems[1].message == "a row without interface_id");
}

TEST_CASE("headings, blank rows and repeated headers inside a table are no atoms", "[compile]") {
  const Unit unit = unit_of("interface_id,name,sender_role\nMetering interfaces,,\nIF-901,A,SUP\n,,\ninterface_id,name,sender_role\nIF-902,B,SUP\n",
                            &mapping("interfaces"));
  CHECK(ids_of(unit) == "IF-901 IF-902");
  CHECK(unit.problems.empty());
}

TEST_CASE("dates become ISO, impossible ones are said", "[compile]") {
  const Unit unit = unit_of(
      "link_id,atom_id,link_type,code_doc,provision,reviewed_on\nT1,IF-901,codifies,XBSCP901,3.1.1,2024-06-31\nT2,IF-902,codifies,XBSCP901,3.1.2,1 "
      "March 2024\n",
      &mapping("trace"), InputRole::register_file);
  REQUIRE(unit.records.size() == 2);
  CHECK(unit.records[Id<Record>(1)].field("reviewed_on") == "2024-03-01");
  REQUIRE(unit.problems.size() == 1);
  CHECK(unit.problems[0].message == "reviewed_on is no date: \"2024-06-31\"");
}

TEST_CASE("dates of many forms", "[compile]") {
  using Outcome = DateReading::Outcome;
  const auto [text, outcome, iso] = GENERATE(table<std::string, Outcome, std::string>({
      {"2024-03-01", Outcome::date, "2024-03-01"},
      {"2024-03-01T18:00:00", Outcome::date, "2024-03-01"},
      {"01/03/2024", Outcome::date, "2024-03-01"},
      {"1.3.24", Outcome::date, "2024-03-01"},
      {"Friday 1st March 2024", Outcome::date, "2024-03-01"},
      {"29-Feb-2024", Outcome::date, "2024-02-29"},
      {"29/02/2023", Outcome::impossible, ""},
      {"2024-13-01", Outcome::impossible, ""},
      {"", Outcome::blank, ""},
      {"N/A", Outcome::blank, ""},
      {"Q3 2024", Outcome::words, ""},
      {"TBC", Outcome::words, ""},
  }));
  CHECK(read_date(text).outcome == outcome);
  CHECK(read_date(text).iso == iso);
}

TEST_CASE("front sheets name the document, data sheets give the atoms", "[compile]") {
  const Document document = workbook({
      {"Cover", {{"Requirements"}, {"Doc number", "", "MHHSP-BRS-901"}, {"Title", "Data collection"}, {"Release", "IR1.1"}}},
      {"Version History", {{"Version", "Date", "Change"}, {"1.2", "2024-03-01", "b"}, {"1.10", "2024-04-01", "c"}, {"1.1", "2024-01-01", "a"}}},
      {"Requirements", {{"Requirements list"}, {"Req ID", "Requirement", "Status"}, {"XP-BR-MS-001", "It must be so", "Approved"}}},
      {"Notes", {{"Whatever", "stands", "here"}}},
  });
  const Unit unit = compiled(document, nullptr);
  CHECK(unit.id == "BRS901");
  CHECK(unit.title == "Data collection");
  REQUIRE(unit.items.size() == 1);
  const Item& item = unit.items[Id<Item>(0)];
  CHECK(item.artefact == "BRS901");
  CHECK(item.version == "1.10");
  CHECK(item.release == "IR1.1");
  CHECK(unit.problems.empty());
}

TEST_CASE("a cover may have its keys in a row of headers", "[compile]") {
  const Document document = workbook(
      {{"Cover",
        {{"doc_number", "title", "version", "status", "release", "date"}, {"BP901", "Exchange", "1.2", "Approved", "IR1.1", "2024-03-01"}}}});
  const Cover cover = read_cover(document, sheets_of(document));
  CHECK(cover.doc_number == "BP901");
  CHECK(cover.version == "1.2");
  CHECK(cover.date == "2024-03-01");
}

TEST_CASE("a hidden copy of a sheet is said and not read", "[compile]") {
  Document document =
      workbook({{"Interfaces", {{"interface_id", "name"}, {"IF-901", "New"}}}, {"Old", {{"interface_id", "name"}, {"IF-901", "Old"}}}});
  document.tables[Id<TextTable>(1)].hidden = true;
  const Unit unit = compiled(document, &mapping("interfaces"));
  CHECK(ids_of(unit) == "IF-901");
  REQUIRE(unit.problems.size() == 1);
  CHECK(unit.problems[0].message == "hidden sheet Old has the columns of a visible sheet and was not read");
}

TEST_CASE("the sheet that the project file names is the one that is read", "[compile]") {
  const Document document = workbook({{"A", {{"interface_id", "name"}, {"IF-901", "A"}}}, {"B", {{"interface_id", "name"}, {"IF-902", "B"}}}});
  DesignEntry entry;
  entry.sheet = "b";
  entry.artefact = "DES901";
  entry.version = "2.0";
  const Unit unit = compiled(document, &mapping("interfaces"), &entry);
  CHECK(ids_of(unit) == "IF-902");
  CHECK(unit.items[Id<Item>(0)].version == "2.0");
  CHECK(unit.items[Id<Item>(0)].artefact == "DES901");
  entry.sheet = "C";
  const Unit absent = compiled(document, &mapping("interfaces"), &entry);
  REQUIRE(absent.problems.size() == 1);
  CHECK(absent.problems[0].message == "no sheet C");
}

TEST_CASE("struck rows are flagged, merged cells give their value to each row", "[compile]") {
  Document document =
      workbook({{"Steps", {{"bp_id", "step_id", "step_text"}, {"BP901", "BP901.010", "Ask"}, {"", "BP901.020", "Answer"}, {"", "BP901.030", "Go"}}}});
  document.tables[Id<TextTable>(0)].merged.push_back({2, 3, 0, 0});
  for (std::size_t i = document.cells.size() - 2; i < document.cells.size(); ++i) document.cells[Table<Cell>::id_at(i)].struck = true;
  const Unit unit = compiled(document, &mapping("bp-steps"));
  REQUIRE(unit.items.size() == 3);
  CHECK(unit.items[Id<Item>(1)].artefact == "BP901");
  CHECK(unit.items[Id<Item>(2)].record.field("bp_id").empty());
  CHECK_FALSE(unit.items[Id<Item>(1)].record.struck);
  CHECK(unit.items[Id<Item>(2)].record.struck);
}

TEST_CASE("Several values in a cell stand apart by commas too, where each is a name", "[compile]") {
  const auto [cell, values] = GENERATE(table<std::string, std::string>({
      {"Supplier, Data Service", "Supplier;Data Service"},
      {"SUP/DSVC", "SUP;DSVC"},
      {"Supplier; LDSO, DSVC", "Supplier;LDSO;DSVC"},
      {"any party that has asked for it, in writing or by post or otherwise, before noon",
       "any party that has asked for it, in writing or by post or otherwise, before noon"},
      {"Import/Export Agent", "Import/Export Agent"},
  }));
  const Unit unit = unit_of("step_id,step_text,to_roles\nBP901.010,Ask,\"" + cell + "\"\n", &mapping("bp-steps"));
  REQUIRE(unit.items.size() == 1);
  CHECK(unit.items[Id<Item>(0)].record.field("to_roles") == values);
}

TEST_CASE("What a project lists is design whatever scheme its ids are of, four headers of its own standing against the shape of ids", "[compile]") {
  const Document document = workbook(
      {{"Export",
        {{"data_item_id", "name", "definition", "version"}, {"D2001", "Meter", "A meter", "1.0"}, {"D2002", "Reading", "What it shows", "1.0"}}}});
  DesignEntry entry;
  entry.line = 1;
  CHECK(ids_of(compiled(document, nullptr, &entry)) == "D2001 D2002");
  CHECK(ids_of(compiled(workbook({{"Export", {{"interface_id", "name"}, {"D2001", "Meter"}}}}), nullptr, &entry)).empty());
}
