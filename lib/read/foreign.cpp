// Encrypted packages and the binary formats of before 2007 are compound files ([MS-OFFCRYPTO] 2.3.2, [MS-DOC], [MS-XLS]); others tell by a part or a
// name.
#include "read/foreign.h"

#include <algorithm>
#include <array>
#include <string>

namespace dovetail {
namespace {

constexpr std::string_view compound_file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

/// Names of streams stand in the directory in UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) wide.append(1, c).append(1, '\0');
  return bytes.find(wide) != std::string_view::npos;
}

struct Foreign {
  std::string_view sign;     // stands somewhere in the file
  std::string_view message;  // what it is, and what to do
};

constexpr std::array<std::string_view, 4> own{"word/document", "xl/workbook.xml", "visio/document.xml",
                                              "mimetypeapplication/vnd.oasis.opendocument.text"};

// By the names of their parts, which stand in a ZIP as they are.
constexpr std::array packages{
    Foreign{"xl/workbook.bin", "this is a binary Excel workbook (.xlsb); save it as .xlsx"},
    Foreign{"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "this is an OpenDocument spreadsheet; save it as .xlsx"},
    Foreign{"mimetypeapplication/vnd.oasis.opendocument.presentation", "this is a presentation and no document"},
    Foreign{"mimetypeapplication/vnd.oasis.opendocument.graphics", "this is an OpenDocument drawing; save it as .vsdx or export the process as BPMN"},
    Foreign{"ppt/presentation.xml", "this is a presentation and no document"},
    Foreign{"Index/Document.iwa", "this is a file of Apple's office programs; export it as .docx or .xlsx"},
};

// By what stands in front of an XML file.
constexpr std::array trees{
    Foreign{"urn:schemas-microsoft-com:office:spreadsheet", "this is an Excel 2003 XML workbook; save it as .xlsx"},
    Foreign{"http://schemas.microsoft.com/office/word/2003/wordml", "this is a Word 2003 XML document; save it as .docx"},
    Foreign{"http://schemas.microsoft.com/visio/2003/core", "this is a Visio drawing of before 2013; save it as .vsdx"},
    Foreign{"http://schemas.microsoft.com/office/2006/xmlPackage",
            "this is an office document in one XML file (Flat OPC); save it as .docx or .xlsx"},
    Foreign{"urn:oasis:names:tc:opendocument:xmlns:office:1.0",
            "this is an OpenDocument file in one XML file; save it as .odt, a spreadsheet as .xlsx"},
    Foreign{"wfmc.org/", "this is XPDL and no BPMN; export the process as BPMN 2.0"},
};

template <std::size_t n>
std::optional<Problem> signed_as(std::string_view bytes, const std::array<Foreign, n>& kinds) {
  for (const Foreign& kind : kinds)
    if (bytes.find(kind.sign) != std::string_view::npos) return Problem{"input.unreadable", std::string(kind.message), {}, 1};
  return std::nullopt;
}

/// A package that is read here may hold one of the others as a part.
bool is_read_here(std::string_view bytes) {
  return std::any_of(own.begin(), own.end(), [&](std::string_view part) { return bytes.find(part) != std::string_view::npos; });
}

/// BIFF 2 to 4: a workbook of before 1993 is a stream of records and begins with the first.
bool is_bare_sheet(std::string_view bytes) {
  return bytes.size() > 4 && bytes[0] == '\x09' && (bytes[1] == '\0' || bytes[1] == '\x02' || bytes[1] == '\x04') && bytes[3] == '\0';
}

}  // namespace

std::optional<Problem> foreign_document(std::string_view bytes) {
  constexpr std::size_t head = 2048;
  if (bytes.starts_with("PK")) return is_read_here(bytes) ? std::nullopt : signed_as(bytes, packages);
  if (bytes.starts_with("<?xml") || bytes.starts_with("\xEF\xBB\xBF<?xml"))
    if (auto foreign = signed_as(bytes.substr(0, head), trees)) return foreign;
  if (is_bare_sheet(bytes)) return Problem{"input.unreadable", "this is an Excel workbook of before 1997; save it as .xlsx", {}, 1};
  if (bytes.substr(0, 5) == "{\\rtf") return Problem{"input.unreadable", "this is RTF; open it in an office program and save it as .docx", {}, 1};
  if (bytes.substr(0, 8) != compound_file) return std::nullopt;
  if (has_stream(bytes, "EncryptedPackage")) return Problem{"input.encrypted", "the file is encrypted; save it without a password", {}, 1};
  if (has_stream(bytes, "WordDocument")) return Problem{"input.unreadable", "this is a Word document of before 2007; save it as .docx", {}, 1};
  if (has_stream(bytes, "VisioDocument")) return Problem{"input.unreadable", "this is a Visio drawing of before 2013; save it as .vsdx", {}, 1};
  if (has_stream(bytes, "PowerPoint Document")) return Problem{"input.unreadable", "this is a presentation and no document", {}, 1};
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book"))
    return Problem{"input.unreadable", "this is an Excel workbook of before 2007; save it as .xlsx", {}, 1};
  return Problem{"input.unreadable", "this is an old binary or encrypted file; save it as .docx or .xlsx without a password", {}, 1};
}

}  // namespace dovetail
