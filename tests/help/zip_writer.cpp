// A small ZIP writer (APPNOTE.TXT 4.3), for tests that need packages no program would write.
#include "help/zip_writer.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace help {
namespace {

void put(std::string& out, std::uint64_t value, int width) {
  for (int i = 0; i < width; ++i) out += static_cast<char>(i < 8 ? (value >> (8 * i)) & 0xFF : 0);
}

std::string packed(const std::string& bytes) {
  auto* engine = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_deflate_compress_bound(engine, bytes.size()), '\0');
  out.resize(libdeflate_deflate_compress(engine, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(engine);
  return out;
}

struct Header {
  std::uint32_t checksum;
  std::uint64_t packed_size, size;
  int flags, method;
};

void put_common(std::string& out, const Header& h, bool hide, bool wide) {
  put(out, static_cast<std::uint64_t>(h.flags), 2);
  put(out, static_cast<std::uint64_t>(h.method), 2);
  put(out, 0, 4);  // time and date
  put(out, hide ? 0 : h.checksum, 4);
  put(out, hide ? 0 : wide ? 0xFFFFFFFF : h.packed_size, 4);
  put(out, hide ? 0 : wide ? 0xFFFFFFFF : h.size, 4);
}

void put_extra(std::string& out, const Header& h, bool wide) {
  if (!wide) return;
  put(out, 1, 2);
  put(out, 16, 2);
  put(out, h.size, 8);
  put(out, h.packed_size, 8);
}

}  // namespace

std::string zip(const Parts& parts, ZipStyle style) {
  std::string out, directory;
  for (const auto& [name, bytes] : parts) {
    const std::string data = style.stored ? bytes : packed(bytes);
    const Header header{libdeflate_crc32(0, bytes.data(), bytes.size()) ^ (style.wrong_checksum ? 1U : 0U), data.size(), bytes.size(),
                        style.descriptors ? 8 : 0, style.stored ? 0 : 8};
    const auto offset = out.size();
    const std::uint64_t extra = style.zip64 ? 20 : 0;
    out += std::string("PK\3\4", 4);
    put(out, style.zip64 ? 45 : 20, 2);
    put_common(out, header, style.descriptors, style.zip64);
    put(out, name.size(), 2);
    put(out, extra, 2);
    out += name;
    put_extra(out, header, style.zip64);
    out += data;
    if (style.descriptors) {
      out += std::string("PK\7\x08", 4);
      put(out, header.checksum, 4);
      put(out, header.packed_size, 4);
      put(out, header.size, 4);
    }
    directory += std::string("PK\1\2", 4);
    put(directory, 45, 2);
    put(directory, style.zip64 ? 45 : 20, 2);
    put_common(directory, header, false, style.zip64);
    put(directory, name.size(), 2);
    put(directory, extra, 2);
    put(directory, 0, 2 + 2 + 2 + 4);  // comment, disk, attributes
    put(directory, offset, 4);
    directory += name;
    put_extra(directory, header, style.zip64);
  }
  const auto at = out.size();
  out += directory;
  out += std::string("PK\5\6", 4);
  put(out, 0, 4);
  put(out, parts.size(), 2);
  put(out, parts.size(), 2);
  put(out, directory.size(), 4);
  put(out, at, 4);
  put(out, 0, 2);
  return out;
}

std::string zip_folder(const std::string& folder) {
  Parts parts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == "expected.txt") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    parts.emplace_back(std::filesystem::relative(entry.path(), folder).generic_string(), bytes.str());
  }
  std::sort(parts.begin(), parts.end());
  return zip(parts);
}

const std::string& namespaces() {
  static const std::string all =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
      " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
      " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
      " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
      " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
      " xmlns:v=\"urn:schemas-microsoft-com:vml\""
      " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
  return all;
}

std::string docx(const std::string& body, Parts more, ZipStyle style) {
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string relationships;
  for (const auto* name : {"styles", "numbering", "footnotes", "endnotes", "comments", "commentsExtended", "theme", "settings"})
    for (const auto& part : more)
      if (part.first == "word/" + std::string(name) + ".xml")
        relationships += "<Relationship Id=\"x" + std::string(name) + "\" Type=\"" + office + name + "\" Target=\"" + name + ".xml\"/>";
  const std::string open = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  Parts parts{
      {"_rels/.rels", open + "<Relationship Id=\"a\" Type=\"" + office + "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
      {"word/_rels/document.xml.rels", open + relationships + "</Relationships>"},
      {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document" + namespaces() + "><w:body>" + body + "</w:body></w:document>"}};
  parts.insert(parts.end(), more.begin(), more.end());
  return zip(parts, style);
}

}  // namespace help
