// Design ids however they are spelt, and versions as dotted numbers.
#include "text/ids.h"

#include <catch2/catch.hpp>

#include "text/id_shapes.h"
#include "text/versions.h"

using namespace dovetail;

namespace {

std::string all_in_cell(std::string_view cell) {
  std::string ids;
  for (const auto& id : ids_in_cell(cell)) ids += (ids.empty() ? "" : " ") + id.canonical;
  return ids;
}

std::string all_in_text(std::string_view text) {
  std::string ids;
  for (const auto& found : ids_in_text(text)) ids += (ids.empty() ? "" : " ") + found.id.canonical;
  return ids;
}

}  // namespace

TEST_CASE("one id has one canonical spelling", "[text]") {
  const auto [written, canonical, family] = GENERATE(table<std::string, std::string, std::string>({
      {"IF-901", "IF-901", "interface"},
      {"IF901", "IF-901", "interface"},
      {"IF\u2011901", "IF-901", "interface"},
      {" if 901 ", "IF-901", "interface"},
      {"IF - 901", "IF - 901", ""},
      {"PUB-903", "PUB-903", "interface"},
      {"MHHSP-DES-138", "DES138", "document"},
      {"DES138", "DES138", "document"},
      {"XP-DES-901", "DES901", "document"},
      {"bp 901", "BP901", "document"},
      {"BP901.040", "BP901.040", "bp_step"},
      {"BP-901.040", "BP901.040", "bp_step"},
      {"OC 901-04", "OC-901-04", "choreography"},
      {"DI90001", "DI90001", "data_item"},
      {"DIC90001", "DIC90001", "collection"},
      {"MM90002\u00A0", "MM90002", "message"},
      {"d9001", "D9001", "flow"},
      {"XP\u2011BR-MS-004", "XP-BR-MS-004", "requirement"},
      {"XP-BR-RS-001.1", "XP-BR-RS-001.1", "requirement"},
      {"Supplier", "Supplier", ""},
      {"", "", ""},
  }));
  CHECK(canonical_id(written).canonical == canonical);
  CHECK(canonical_id(written).family == family);
}

TEST_CASE("a cell names one id or many", "[text]") {
  const auto [cell, ids] = GENERATE(table<std::string, std::string>({
      {"IF-901/PUB-901", "IF-901 PUB-901"},
      {"IF-901/902", "IF-901 IF-902"},
      {"IF-901 to IF-903", "IF-901 IF-902 IF-903"},
      {"IF-901 \u2013 IF-903", "IF-901 IF-902 IF-903"},
      {"IF901;IF-902\nPUB-903", "IF-901 IF-902 PUB-903"},
      {"IF-901, IF-902 and IF-903", "IF-901 IF-902 IF-903"},
      {"IF-998 to IF-1001", "IF-998 IF-999 IF-1000 IF-1001"},
      {"BP901.008 to BP901.010", "BP901.008 BP901.009 BP901.010"},
      {"BP901.040 Send updated meter details", "BP901.040"},
      {"N/A", ""},
      {"", ""},
      {" ; ", ""},
      {"IF-903 to IF-901", "IF-903"},
      {"IF-1 to IF-9999", "IF-1"},
      {"Supplier and LDSO", "Supplier and LDSO"},
  }));
  CHECK(all_in_cell(cell) == ids);
}

TEST_CASE("ids are found in running text at word edges", "[text]") {
  CHECK(all_in_text("send the IF-903 (see BP901.040 and DI90001), as XP-BR-MS-004 says; D0010 too") == "IF-903 BP901.040 DI90001 XP-BR-MS-004 D0010");
  CHECK(all_in_text("IF901 and PUB903").substr(0, 6) == "IF-901");
  CHECK(all_in_text("IF-901/PUB-901") == "IF-901 PUB-901");
  CHECK(all_in_text("IF 3 of them agree, P901 and CP1234 change 2024 and Section K5.4 and AID0010 and D00101").empty());
}

TEST_CASE("a text names whole artefacts, and not their parts", "[text]") {
  std::string all;
  for (const auto& found : artefacts_in_text("as DES901, the MHHSP-BRS-003 and DEL 971 say; BP901.040 and OLDES901 and BP90 are none"))
    all += found.id.canonical + " ";
  CHECK(all == "DES901 BRS003 DEL971 ");
}

TEST_CASE("a shape of ids must name groups that it has", "[text]") {
  CHECK(check_id_shape({"requirement", "(REQ)[- ]?([0-9]+)", "{1}-{2}", "", ""}));
  CHECK_FALSE(check_id_shape({"requirement", "REQ[- ]?([0-9]+)", "{1}-{2}", "", ""}));
  CHECK_FALSE(check_id_shape({"requirement", "REQ([0-9]+)", "REQ-{one}", "", ""}));
  CHECK_FALSE(check_id_shape({"requirement", "REQ([0-9]+", "REQ-{1}", "", ""}));
}

TEST_CASE("versions compare as dotted numbers of one scheme", "[text]") {
  CHECK(compare_versions("1.9", "v1.10") == std::strong_ordering::less);
  CHECK(compare_versions("12.0", "12") == std::strong_ordering::equal);
  CHECK(compare_versions("Version 2.0", "1.99") == std::strong_ordering::greater);
  CHECK(compare_versions("IR8.9", "IR8.11") == std::strong_ordering::less);
  CHECK(compare_versions("vMHHS 1.1", "1.0") == std::nullopt);
  CHECK(compare_versions("TBC", "1.0") == std::nullopt);
  CHECK(compare_versions("1.99999999999999999999999", "1.2") == std::strong_ordering::greater);
}

TEST_CASE("releases compare by the project's list", "[text]") {
  const std::vector<std::string> order{"IR0.5", "IR1.0", "IR1.1"};
  CHECK(compare_releases("IR1.0", "ir1.1", order) == std::strong_ordering::less);
  CHECK(compare_releases("IR1.1", "IR1.1", {}) == std::strong_ordering::equal);
  CHECK(compare_releases("IR1.0", "IR2.0", order) == std::nullopt);
  CHECK(compare_releases("", "IR1.0", order) == std::nullopt);
}

TEST_CASE("a file's name may say its version", "[text]") {
  CHECK(version_in_file_name("drafts/XBSCP901_v0.3.docx") == "0.3");
  CHECK(version_in_file_name("live/XBSCP901_v12.docx") == "12");
  CHECK(version_in_file_name("XBSCP901.docx").empty());
  CHECK(version_in_file_name("v2/XBSCP901.docx").empty());
}
