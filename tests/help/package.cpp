// Packages made in tests: a ZIP with stored parts.
#include "help/package.h"

#include <cstdint>

namespace help {

namespace {

std::uint32_t crc32(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1U ^ 0xEDB88320U : crc >> 1U;
  }
  return ~crc;
}

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * static_cast<unsigned>(i)) & 0xFFU);
}

/// What the local header and the directory say alike.
std::string description(const std::string& name, const std::string& bytes) {
  std::string text;
  put(text, 20, 2);
  put(text, 0, 2);
  put(text, 0, 2);
  put(text, 0, 4);
  put(text, crc32(bytes), 4);
  put(text, static_cast<std::uint32_t>(bytes.size()), 4);
  put(text, static_cast<std::uint32_t>(bytes.size()), 4);
  put(text, static_cast<std::uint32_t>(name.size()), 2);
  put(text, 0, 2);
  return text;
}

const char* relationship_type(const std::string& part) {
  if (part.find("styles") != std::string::npos) return "styles";
  if (part.find("sharedStrings") != std::string::npos) return "sharedStrings";
  return "worksheet";
}

}  // namespace

std::string zip_of(const Parts& parts) {
  std::string archive, directory;
  for (const auto& [name, bytes] : parts) {
    directory += std::string("PK\x01\x02\x14\x00", 6) + description(name, bytes);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 4);
    put(directory, static_cast<std::uint32_t>(archive.size()), 4);
    directory += name;
    archive += "PK\x03\x04" + description(name, bytes) + name + bytes;
  }
  const auto start = static_cast<std::uint32_t>(archive.size());
  archive += directory + "PK\x05\x06";
  put(archive, 0, 4);
  put(archive, static_cast<std::uint32_t>(parts.size()), 2);
  put(archive, static_cast<std::uint32_t>(parts.size()), 2);
  put(archive, static_cast<std::uint32_t>(directory.size()), 4);
  put(archive, start, 4);
  put(archive, 0, 2);
  return archive;
}

std::string workbook_of(const std::string& sheet, const Parts& more, const std::string& workbook_properties) {
  const std::string space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string head = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  Parts parts{{"_rels/.rels", head + "<Relationship Id=\"r1\" Type=\"" + relation + "/officeDocument\" Target=\"/book/main.xml\"/></Relationships>"},
              {"book/main.xml", "<workbook xmlns=\"" + space + "\" xmlns:r=\"" + relation + "\">" + workbook_properties +
                                    "<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>"},
              {"book/cells.xml", "<worksheet xmlns=\"" + space + "\">" + sheet + "</worksheet>"}};
  std::string relationships = head + "<Relationship Id=\"rId7\" Type=\"" + relation + "/worksheet\" Target=\"cells.xml\"/>";
  int number = 10;
  for (const auto& [name, bytes] : more) {
    parts.emplace_back("book/" + name, bytes);
    relationships += "<Relationship Id=\"rId" + std::to_string(++number) + "\" Type=\"" + relation + "/" + relationship_type(name) + "\" Target=\"" +
                     name + "\"/>";
  }
  parts.emplace_back("book/_rels/main.xml.rels", relationships + "</Relationships>");
  return zip_of(parts);
}

}  // namespace help
