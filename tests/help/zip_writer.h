// Makes ZIP packages in memory, well-formed ones and odd ones.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace help {

using Parts = std::vector<std::pair<std::string, std::string>>;  // name, bytes

/// How a package is written.
struct ZipStyle {
  bool descriptors = false;  // sizes and checksum behind the data, zero before it
  bool zip64 = false;        // sizes in ZIP64 extra fields
  bool stored = false;       // not packed
  bool wrong_checksum = false;
};

std::string zip(const Parts& parts, ZipStyle style = {});
/// All files of a folder but expected.txt, by their paths, sorted.
std::string zip_folder(const std::string& folder);
/// A minimal DOCX around the content of w:body. Prefixes w, r, m, mc, w14, wps, v, a are declared. More parts may be added; relationships of
/// the document are made for styles, numbering, footnotes, endnotes, comments, commentsExtended, theme, settings when word/<name>.xml is among them.
std::string docx(const std::string& body, Parts more = {}, ZipStyle style = {});
/// The start tag's namespace declarations that docx() uses, for other parts.
const std::string& namespaces();

}  // namespace help
