// CSV files as programs write them: encodings, separators, quotes, ragged rows.
#include "read/csv.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "read/text_encoding.h"

using namespace dovetail;

namespace {

Document read(std::string_view bytes, const Limits& limits = {}) {
  Document document;
  document.path = "table.csv";
  document.kind = FileKind::csv;
  read_csv(bytes, document, limits);
  return document;
}

std::vector<std::vector<std::string>> rows_of(const Document& document) {
  std::vector<std::vector<std::string>> rows(document.rows.size());
  for (const Cell& cell : document.cells) rows[cell.row.value].emplace_back(slice(document.text, cell.span));
  return rows;
}

using Rows = std::vector<std::vector<std::string>>;

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string bytes;
  for (const char c : ascii) {
    if (big_endian) bytes += '\0';
    bytes += c;
    if (!big_endian) bytes += '\0';
  }
  return bytes;
}

}  // namespace

TEST_CASE("cells split at the separator that fits", "[read]") {
  const auto [text, separator] = GENERATE(table<std::string, std::string>({
      {"id,name\nIF-901,Exchange\nIF-902,Response\n", ","},
      {"id;name\nIF-901;Exchange\nIF-902;Response\n", ";"},
      {"id\tname\nIF-901\tExchange\nIF-902\tResponse\n", "\t"},
      {"id|name\nIF-901|Exchange\nIF-902|Response\n", "|"},
  }));
  const Document document = read(text);
  CHECK(document.properties.at("separator") == separator);
  CHECK(rows_of(document) == Rows{{"id", "name"}, {"IF-901", "Exchange"}, {"IF-902", "Response"}});
}

TEST_CASE("many values in a cell do not pass for columns", "[read]") {
  const Document document = read("step,to_roles\nBP901.050,SUP;DSVC\nBP901.060,SUP;DSVC;LDSO\n");
  CHECK(document.properties.at("separator") == ",");
  CHECK(rows_of(document)[2] == std::vector<std::string>{"BP901.060", "SUP;DSVC;LDSO"});
}

TEST_CASE("decimal commas do not pass for columns of a semicolon file", "[read]") {
  const Document document = read("item;low;high\nDI90001;1,5;2,5\nDI90002;3,5;4,5\n");
  CHECK(document.properties.at("separator") == ";");
  CHECK(rows_of(document)[1].size() == 3);
}

TEST_CASE("quoted cells keep separators, quotes and line breaks", "[read]") {
  CHECK(rows_of(read("a,\"b,c\",\"say \"\"no\"\"\"\r\n\"two\r\nlines\",x,\r\n")) == Rows{{"a", "b,c", "say \"no\""}, {"two\nlines", "x", ""}});
}

TEST_CASE("rows keep their own number of cells and their place in the file", "[read]") {
  const Document document = read("a,b,c\n\n1\n2,3,4,5\nlast,row,no line end");
  CHECK(rows_of(document) == Rows{{"a", "b", "c"}, {}, {"1"}, {"2", "3", "4", "5"}, {"last", "row", "no line end"}});
  CHECK(document.rows[Id<Row>(4)].number == 5);
  CHECK(document.tables[Id<TextTable>(0)].columns == 4);
}

TEST_CASE("Excel's first line that names the separator is no row", "[read]") {
  const Document document = read("sep=|\r\na,b|c\r\n");
  CHECK(rows_of(document) == Rows{{"a,b", "c"}});
  CHECK(document.rows[Id<Row>(0)].number == 2);
}

TEST_CASE("a quote that is never closed is read as characters, in linear time", "[read]") {
  const Document document = read("a,b\n1,\"open\n2,y\n");
  CHECK(rows_of(document) == Rows{{"a", "b"}, {"1", "\"open"}, {"2", "y"}});
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].rule == "input.damaged");
  std::string many = "\"";
  for (int i = 0; i < 100000; ++i) many += ",\"\"";
  CHECK(read(many + "x").cells.size() > 1);
}

TEST_CASE("encodings are told apart", "[read]") {
  const std::string plain = "id,name\n1,two\n";
  const auto [bytes, encoding] = GENERATE_COPY(table<std::string, std::string>({
      {plain, "UTF-8"},
      {"\xEF\xBB\xBF" + plain, "UTF-8"},
      {"\xFF\xFE" + utf16(plain, false), "UTF-16LE"},
      {"\xFE\xFF" + utf16(plain, true), "UTF-16BE"},
      {utf16(plain, false), "UTF-16LE"},
      {utf16(plain, true), "UTF-16BE"},
  }));
  const Document document = read(bytes);
  CHECK(document.properties.at("encoding") == encoding);
  CHECK(rows_of(document) == Rows{{"id", "name"}, {"1", "two"}});
}

TEST_CASE("Windows-1252 is what ill-formed UTF-8 is", "[read]") {
  const Document document = read(
      "term,meaning\n\x93"
      "Party\x94,\x80"
      "5 caf\xE9\n");
  CHECK(document.properties.at("encoding") == "Windows-1252");
  CHECK(rows_of(document)[1] == std::vector<std::string>{"\u201CParty\u201D", "\u20AC5 caf\u00E9"});
}

TEST_CASE("one byte that is no UTF-8 does not change what the others are", "[read]") {
  const Document document = read("term,meaning\ncaf\xC3\xA9,na\xC3\xAFve \xFF!\n");
  CHECK(document.properties.at("encoding") == "UTF-8");
  CHECK(rows_of(document)[1] == std::vector<std::string>{"caf\u00E9", "na\u00EFve \uFFFD!"});
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].rule == "input.damaged");
}

TEST_CASE("surrogate pairs are one character, lone halves are replaced", "[read]") {
  using namespace std::string_view_literals;
  CHECK(decode_text("\xFF\xFE\x3D\xD8\x00\xDE"sv).text == "\U0001F600");
  CHECK(decode_text("\xFF\xFE\x3D\xD8\x41\x00"sv).text ==
        "\uFFFD"
        "A");
  CHECK(decode_text("\xFF\xFE\x41\x00\x42"sv).text == "A\uFFFD");
}

TEST_CASE("an empty file is a table without rows", "[read]") {
  const Document document = read("");
  CHECK(document.rows.empty());
  CHECK(document.tables.size() == 1);
  CHECK(document.problems.empty());
}

TEST_CASE("more cells than the limit are said, and those read stand", "[read]") {
  Limits limits;
  limits.cells = 3;
  const Document document = read("1,2\n3,4\n5,6\n", limits);
  CHECK(document.cells.size() == 3);
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].rule == "input.limit");
}
