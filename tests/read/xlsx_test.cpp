// Workbooks: cell types, dates, hidden and struck cells, damage; and every XLSX of ../shared/data against openpyxl.
#include "read/xlsx/xlsx.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "help/package.h"
#include "help/source.h"
#include "model/place.h"
#include "read/xlsx/serial.h"
#include "read/xlsx/sheet.h"
#include "report/dump_raw.h"

using namespace dovetail;

namespace {

Document read(const std::string& bytes, const Limits& limits = {}) {
  Document document;
  document.path = "book.xlsx";
  document.kind = FileKind::xlsx;
  read_xlsx(bytes, document, limits);
  return document;
}

/// "A1 s one|B1 n 2": every cell.
std::string cells_of(const Document& document) {
  std::string all;
  for (const Cell& cell : document.cells) {
    if (!all.empty()) all += '|';
    all += cell_name(cell.column, document.rows[cell.row].number) + " " + "sndbe"[static_cast<int>(cell.kind)] + " " +
           std::string(slice(document.text, cell.span));
  }
  return all;
}

std::string row_of(const std::string& cells) { return "<sheetData><row r=\"1\">" + cells + "</row></sheetData>"; }

const std::string styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"164\" "
    "formatCode=\"dd/mm/yyyy\\ hh:mm\"/><numFmt numFmtId=\"165\" formatCode=\"0.0&quot; days&quot;\"/></numFmts>"
    "<fonts><font/><font><strike/></font><font><strike val=\"0\"/></font></fonts>"
    "<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\"/><xf numFmtId=\"165\" "
    "fontId=\"0\"/>"
    "<xf numFmtId=\"46\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"0\" fontId=\"2\"/></cellXfs></styleSheet>";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("every cell type has its text", "[read]") {
  const Document document = read(help::workbook_of(
      row_of("<c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>in line</t></is></c><c r=\"C1\"><v>0.1</v></c>"
             "<c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" t=\"e\"><v>#N/A</v></c><c r=\"F1\" t=\"str\"><f>A1</f><v>formula</v></c>"
             "<c r=\"G1\" s=\"1\"/><c r=\"H1\" t=\"d\"><v>2024-03-01</v></c><c r=\"I1\"><f>1+1</f><v>2</v></c>"),
      {{"sharedStrings.xml",
        "<sst><si><t>zero</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>"}}));
  CHECK(cells_of(document) == "A1 s rich|B1 s in line|C1 n 0.1|D1 b TRUE|E1 e #N/A|F1 s formula|H1 d 2024-03-01|I1 n 2");
  CHECK(document.problems.empty());
  CHECK(document.tables[Id<TextTable>(0)].name == "Data");
}

TEST_CASE("numbers that are shown as dates are dates", "[read]") {
  const std::string cells = row_of(
      "<c r=\"A1\" s=\"1\"><v>45352</v></c><c r=\"B1\" s=\"2\"><v>45352.75</v></c><c r=\"C1\" s=\"3\"><v>45352</v></c>"
      "<c r=\"D1\" s=\"4\"><v>1.25</v></c><c r=\"E1\" s=\"1\"><v>-1</v></c><c r=\"F1\" s=\"99\"><v>7</v></c>");
  CHECK(cells_of(read(help::workbook_of(cells, {{"styles.xml", styles}}))) ==
        "A1 d 2024-03-01|B1 d 2024-03-01T18:00:00|C1 n 45352|D1 d PT30H|E1 n -1|F1 n 7");
  CHECK(cells_of(read(help::workbook_of(cells, {{"styles.xml", styles}}, "<workbookPr date1904=\"1\"/>"))).substr(0, 15) == "A1 d 2028-03-02");
}

TEST_CASE("serial dates", "[read]") {
  CHECK(xlsx::iso_date(1, false) == "1900-01-01");
  CHECK(xlsx::iso_date(59, false) == "1900-02-28");
  CHECK(xlsx::iso_date(60, false) == "1900-02-29");
  CHECK(xlsx::iso_date(61, false) == "1900-03-01");
  CHECK(xlsx::iso_date(0.5, false) == "12:00:00");
  CHECK(xlsx::iso_date(1, true) == "1904-01-02");
  CHECK(xlsx::iso_date(2958465, false) == "9999-12-31");
  CHECK_FALSE(xlsx::iso_date(2958466, false));
  CHECK_FALSE(xlsx::iso_date(1e300, false));
  CHECK(xlsx::iso_date(45352.708333333336, false) == "2024-03-01T17:00:00");
  CHECK(xlsx::iso_duration(-0.5) == "-PT12H");
  CHECK(xlsx::iso_duration(1.25 / 86400) == "PT1.250S");
}

TEST_CASE("dates that stand as text are written as the others are", "[read]") {
  const auto [text, iso] = GENERATE(table<std::string, std::string>({
      {"2021-03-04", "2021-03-04"},
      {"2021-03-04T00:00:00", "2021-03-04"},
      {"2021-03-04T00:00:00.000Z", "2021-03-04"},
      {"2021-03-04T05:06:07.250", "2021-03-04T05:06:07.250"},
      {"12:30:00", "12:30:00"},
      {" noon ", "noon"},
  }));
  CHECK(xlsx::shortened_iso(text) == iso);
}

TEST_CASE("a formula that shows nothing has no cell, and what is no number stays as it is written", "[read]") {
  const Document document = read(help::workbook_of(
      row_of("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B1\" t=\"s\"><v></v></c><c r=\"C1\"><v>NaN</v></c><c r=\"D1\"><v>1E400</v></c>")));
  CHECK(cells_of(document) == "C1 s NaN|D1 s 1E400");
}

TEST_CASE("format codes that show dates", "[read]") {
  using xlsx::Shows;
  const auto [code, shows] = GENERATE(table<std::string, Shows>({
      {"yyyy-mm-dd", Shows::date},
      {"[$-809]d mmmm yyyy;@", Shows::date},
      {"h:mm AM/PM", Shows::date},
      {"[h]:mm:ss", Shows::duration},
      {"[Red]0.00", Shows::number},
      {"0.0\" days\"", Shows::number},
      {"General", Shows::number},
      {"0\\d", Shows::number},
      {"#,##0_d", Shows::number},
      {"0.00E+00", Shows::number},
      {"0;\"day\" d", Shows::number},
      {"@", Shows::number},
  }));
  CHECK(xlsx::shown_by(code) == shows);
}

TEST_CASE("numbers have the shortest digits that read back the same", "[read]") {
  CHECK(xlsx::shortest_digits(0.1) == "0.1");
  CHECK(xlsx::shortest_digits(100000) == "100000");
  CHECK(xlsx::shortest_digits(1234567890123.25) == "1234567890123.25");
  CHECK(xlsx::shortest_digits(-0.0) == "0");
  CHECK(xlsx::shortest_digits(1e300) == "1e+300");
}

TEST_CASE("struck cells are known by cell style and by rich text", "[read]") {
  const Document document = read(help::workbook_of(
      row_of("<c r=\"A1\" s=\"5\" t=\"inlineStr\"><is><t>gone</t></is></c><c r=\"B1\" s=\"6\" t=\"inlineStr\"><is><t>stays</t></is></c>"
             "<c r=\"C1\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>gone</t></r><r><rPr><strike/></rPr><t> too</t></r></is></c>"
             "<c r=\"D1\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>half</t></r><r><rPr><b/></rPr><t> gone</t></r></is></c>"
             "<c r=\"E1\" s=\"5\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>stays</t></r></is></c>"),
      {{"styles.xml", styles}}));
  std::string struck;
  for (const Cell& cell : document.cells) struck += cell.struck ? '1' : '0';
  CHECK(struck == "10100");
}

TEST_CASE("hidden rows, columns and sheets are flagged; merged ranges are kept", "[read]") {
  const Document document = read(help::workbook_of(
      "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"3\" max=\"4\" hidden=\"true\"/></cols>"
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row><row r=\"5\" hidden=\"1\"><c r=\"A5\"><v>3</v></c></row>"
      "<row r=\"6\" hidden=\"1\"/></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"odd\"/></mergeCells>"));
  CHECK(raw_json(document) ==
        "{\"path\":\"book.xlsx\",\"format\":\"xlsx\",\"sheets\":[{\"name\":\"Data\",\"state\":\"visible\",\"cells\":[[\"A1\",\"n\",\"1\"],[\"C1\","
        "\"n\",\"2\"],"
        "[\"A5\",\"n\",\"3\"]],\"merged\":[\"A1:B2\"],\"hidden_rows\":[5,6],\"hidden_cols\":[\"B\",\"C\",\"D\"]}]}\n");
  std::string hidden;
  for (const Cell& cell : document.cells) hidden += cell.hidden ? '1' : '0';
  CHECK(hidden == "011");
}

TEST_CASE("a row without r stands where its first cell says", "[read]") {
  CHECK(cells_of(read(help::workbook_of("<sheetData><row><c r=\"A5\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>"))) ==
        "A5 n 1|B5 n 2|A6 n 3");
}

TEST_CASE("cells and rows without r follow one another", "[read]") {
  CHECK(
      cells_of(read(help::workbook_of("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"C4\"><v>3</v></c><c><v>4</v></c></row>"
                                      "<row><c><v>5</v></c></row></sheetData>"))) == "A1 n 1|B1 n 2|C4 n 3|D4 n 4|A5 n 5");
}

TEST_CASE("places in a sheet", "[read]") {
  CHECK(xlsx::parse_place("B7") == xlsx::CellPlace{6, 1});
  CHECK(xlsx::parse_place("$AA$10") == xlsx::CellPlace{9, 26});
  CHECK(xlsx::parse_place("XFD1048576") == xlsx::CellPlace{1048575, 16383});
  CHECK_FALSE(xlsx::parse_place("XFE1"));
  CHECK_FALSE(xlsx::parse_place("A1048577"));
  CHECK_FALSE(xlsx::parse_place("A0"));
  CHECK_FALSE(xlsx::parse_place("7"));
  CHECK_FALSE(xlsx::parse_place(""));
  CHECK_FALSE(xlsx::parse_place("AAAAAAAAAAAA1"));
}

TEST_CASE("escaped characters are the characters", "[read]") {
  CHECK(xlsx::unescaped("a_x000D_\nb") == "a\nb");
  CHECK(xlsx::unescaped("_x005F_x000D_") == "_x000D_");
  CHECK(xlsx::unescaped("_xZZZZ_ _x00") == "_xZZZZ_ _x00");
  CHECK(xlsx::unescaped("_xD83D__xDE00_") == "\U0001F600");
}

TEST_CASE("a strict workbook with prefixed names reads the same", "[read]") {
  const std::string head = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  const std::string strict = "http://purl.oclc.org/ooxml/";
  const Document document = read(
      help::zip_of({{"_rels/.rels", head + "<Relationship Id=\"a\" Type=\"" + strict +
                                        "officeDocument/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                    {"xl/workbook.xml", "<x:workbook xmlns:x=\"" + strict + "spreadsheetml/main\" xmlns:rel=\"" + strict +
                                            "officeDocument/relationships\"><x:sheets><x:sheet name=\"One\" sheetId=\"1\" rel:id=\"b\"/>"
                                            "<x:sheet name=\"Two\" sheetId=\"2\" rel:id=\"none\" state=\"veryHidden\"/></x:sheets></x:workbook>"},
                    {"xl/_rels/workbook.xml.rels", head + "<Relationship Id=\"b\" Type=\"" + strict +
                                                       "officeDocument/relationships/worksheet\" Target=\"s.xml\"/></Relationships>"},
                    {"xl/s.xml", "<x:worksheet xmlns:x=\"" + strict +
                                     "spreadsheetml/main\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"}}));
  CHECK(cells_of(document) == "A1 n 1");
  REQUIRE(document.tables.size() == 2);
  CHECK(document.tables[Id<TextTable>(1)].very_hidden);
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].rule == "input.damaged");
  CHECK(document.problems[0].message == "sheet Two is named in the workbook and not in the file");
}

TEST_CASE("what is no workbook is said once", "[read]") {
  for (const std::string& bytes : {std::string(), std::string("not a zip"), std::string("PK\x03\x04"), help::zip_of({{"a.txt", "text"}})}) {
    const Document document = read(bytes);
    CHECK(document.tables.empty());
    REQUIRE(!document.problems.empty());
    CHECK(document.problems.back().rule == "input.unreadable");
  }
}

TEST_CASE("a sheet costs its stored cells, not its declared range", "[read]") {
  const Document document = read(help::workbook_of(
      "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"16384\" hidden=\"1\"/></cols>"
      "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFC1048575\"/></mergeCells>"));
  CHECK(cells_of(document) == "XFD1048576 n 1");
  CHECK(document.rows.size() == 1);
}

TEST_CASE("more cells than the limit are said", "[read]") {
  Limits limits;
  limits.cells = 1;
  const Document document = read(help::workbook_of(row_of("<c><v>1</v></c><c><v>2</v></c>")), limits);
  CHECK(document.cells.size() == 1);
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].rule == "input.limit");
}

TEST_CASE("twenty thousand rows read in under 0.2 s of processor time a core", "[read]") {
  std::string rows = "<sheetData>";
  for (int row = 1; row <= 20000; ++row) {
    rows += "<row r=\"" + std::to_string(row) + "\">";
    for (int column = 0; column < 12; ++column)
      rows += "<c r=\"" + cell_name(static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(row)) +
              "\" t=\"inlineStr\"><is><t>value of this cell</t></is></c>";
    rows += "</row>";
  }
  const std::string bytes = help::workbook_of(rows + "</sheetData>");
  const auto start = std::chrono::steady_clock::now();
  const Document document = read(bytes);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  CHECK(document.cells.size() == 240000);
  WARN("20,000 rows of 12 cells: " << took.count() << " s");
  CHECK(took.count() < 5);  // generous: sanitizers and busy machines; the figure is printed
}

TEST_CASE("real workbooks hold what openpyxl finds in them", "[read]") {
  namespace fs = std::filesystem;
  const fs::path data = fs::path(help::source_folder()) / ".." / "shared" / "data";
  if (!fs::exists(data)) {
    WARN("../shared/data is absent: real workbooks were not read");
    return;
  }
  const fs::path folder = fs::temp_directory_path() / ("dovetail_xlsx_test_" + std::to_string(getpid()));  // several trees are tested on one machine
  fs::create_directories(folder);
  std::ofstream list(folder / "list.txt");
  std::vector<fs::path> books;
  for (const auto& entry : fs::recursive_directory_iterator(data))
    if (entry.path().extension() == ".xlsx") books.push_back(entry.path());
  std::sort(books.begin(), books.end());
  CHECK(books.size() >= 41);
  for (std::size_t i = 0; i < books.size(); ++i) {
    const Document document = read(bytes_of(books[i]));
    const fs::path dump = folder / (std::to_string(i) + ".json");
    std::ofstream(dump) << raw_json(document);
    list << books[i].string() << "\t" << dump.string() << "\n";
  }
  list.close();
  const std::string script = help::source_folder() + "/tests/read/compare_with_openpyxl.py";
  const int status = std::system(
      ("timeout 120 /usr/bin/python3 '" + script + "' '" + (folder / "list.txt").string() + "' >'" + (folder / "out").string() + "' 2>&1").c_str());
  const std::string said = bytes_of(folder / "out");
  if (said.starts_with("skipped"))
    WARN(said);
  else {
    INFO(said);
    CHECK(status == 0);
  }
  fs::remove_all(folder);
}

TEST_CASE("one long string in many cells is read as far as the limit of text", "[read]") {
  Limits limits;
  limits.part_bytes = 40000;
  std::string cells;
  for (int n = 0; n < 100; ++n) cells += "<c t=\"s\"><v>0</v></c>";
  const Document document =
      read(help::workbook_of(row_of(cells), {{"sharedStrings.xml", "<sst><si><t>" + std::string(1000, 'x') + "</t></si></sst>"}}), limits);
  CHECK(document.cells.size() == 10);
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].rule == "input.limit");
}
