// The table of formats, and how a file finds its row.
#include "read/readers.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

#include "base/ascii.h"
#include "read/archimate.h"
#include "read/bpmn.h"
#include "read/csv.h"
#include "read/docx.h"
#include "read/foreign.h"
#include "read/html.h"
#include "read/manual_marks.h"
#include "read/markdown.h"
#include "read/marked_text.h"
#include "read/odt.h"
#include "read/openapi/openapi.h"
#include "read/pdf.h"
#include "read/reqif.h"
#include "read/vsdx.h"
#include "read/xlsx/xlsx.h"

namespace dovetail {
namespace {

struct Kind {
  FileKind kind;
  std::string_view name;
  Reader read;
  std::string_view endings;  // of file names, each between blanks
};

// One line per format.
constexpr Kind rows[] = {
    {FileKind::docx, "docx", read_docx, " docx docm dotx dotm "},
    {FileKind::csv, "csv", read_csv, " csv tsv tab "},
    {FileKind::html, "html", read_html, " html htm xhtml "},
    {FileKind::markdown, "markdown", read_markdown, " md markdown "},
    {FileKind::marked_text, "marked-text", read_marked_text, ""},
    {FileKind::odt, "odt", read_odt, " odt ott "},
    {FileKind::pdf, "pdf", read_pdf, " pdf "},
    {FileKind::text, "text", read_marked_text, " txt text "},
    {FileKind::xlsx, "xlsx", read_xlsx, " xlsx xlsm xltx "},
    {FileKind::bpmn, "bpmn", read_bpmn, " bpmn bpmn2 "},
    {FileKind::vsdx, "vsdx", read_vsdx, " vsdx vsdm "},
    {FileKind::reqif, "reqif", read_reqif, " reqif reqifz "},
    {FileKind::openapi, "openapi", read_openapi, " yaml yml json "},
    {FileKind::archimate, "archimate", read_archimate, " archimate "},
};

constexpr bool each_kind_once() {
  for (const auto& a : rows)
    for (const auto& b : rows)
      if (&a != &b && a.kind == b.kind) return false;
  return true;
}
static_assert(each_kind_once(), "a kind has two rows: the first would hide the second");

std::string ending_of(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string ending(path.substr(dot + 1));
  for (char& c : ending) c = to_lower(c);
  return ending;
}

FileKind kind_of_ending(std::string_view path) {
  const std::string ending = ending_of(path);
  if (ending.empty() || ending.find(' ') != std::string::npos) return FileKind::unknown;
  const std::string padded = std::string(1, ' ').append(ending).append(1, ' ');
  for (const auto& row : rows)
    if (row.endings.find(padded) != std::string_view::npos) return row.kind;
  return FileKind::unknown;
}

/// Which program's package a ZIP is, by the names of its parts.
FileKind kind_of_package(std::string_view path, std::string_view bytes) {
  const auto named = kind_of_ending(path);
  constexpr std::array packages{FileKind::docx, FileKind::odt, FileKind::xlsx, FileKind::vsdx, FileKind::reqif};
  if (std::find(packages.begin(), packages.end(), named) != packages.end()) return named;
  const auto holds = [&](std::string_view name) { return bytes.find(name) != std::string_view::npos; };
  if (holds("mimetypeapplication/vnd.oasis.opendocument.text")) return FileKind::odt;
  if (holds("word/document.xml")) return FileKind::docx;
  if (holds("xl/workbook.xml")) return FileKind::xlsx;
  if (holds("visio/document.xml")) return FileKind::vsdx;
  return holds("[Content_Types].xml") ? FileKind::docx : FileKind::unknown;
}

FileKind kind_of_xml(std::string_view head) {
  const auto holds = [&](std::string_view name) { return head.find(name) != std::string_view::npos; };
  if (holds("www.omg.org/spec/BPMN/")) return FileKind::bpmn;
  if (holds("www.omg.org/spec/ReqIF/")) return FileKind::reqif;
  if (holds("opengroup.org/xsd/archimate") || holds("archimatetool.com/archimate")) return FileKind::archimate;
  if (holds("<html") || holds("<HTML") || holds("<!DOCTYPE html") || holds("<!doctype html")) return FileKind::html;
  return FileKind::unknown;
}

}  // namespace

Document unreadable(const std::string& path, FileKind kind, Problem problem) {
  Document document;
  document.path = path;
  document.kind = kind;
  document.problems.push_back(std::move(problem));
  return document;
}

FileKind sniff(std::string_view path, std::string_view bytes) {
  constexpr std::size_t head_size = 4096;
  std::string_view head = bytes.substr(0, head_size);
  if (head.substr(0, 2) == "PK") return kind_of_package(path, bytes);
  if (head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return FileKind::pdf;
  const auto named = kind_of_ending(path);
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && head[first] == '<')
    if (const auto kind = kind_of_xml(head); kind != FileKind::unknown && named != FileKind::markdown) return kind;
  const bool marked =
      bytes.find("{++") != std::string_view::npos || bytes.find("{--") != std::string_view::npos || bytes.find("{~~") != std::string_view::npos;
  if (named == FileKind::text) return marked ? FileKind::marked_text : FileKind::text;
  if (named != FileKind::unknown) return named;
  if (bytes.empty() || head.find('\0') != std::string_view::npos) return FileKind::unknown;
  return marked ? FileKind::marked_text : FileKind::text;
}

FileKind kind_named(std::string_view name) {
  for (const auto& row : rows)
    if (row.name == name) return row.kind;
  return FileKind::unknown;
}

std::string_view name_of(FileKind kind) {
  for (const auto& row : rows)
    if (row.kind == kind) return row.name;
  return "unknown";
}

std::optional<Problem> load_file(const std::string& file, const Limits& limits, std::string& bytes) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Problem{"input.unreadable", errno == ENOENT ? "there is no such file" : "the file cannot be opened", {}, 1};
  std::array<char, 65536> chunk;
  while (stream.read(chunk.data(), chunk.size()) || stream.gcount() > 0) {
    bytes.append(chunk.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > limits.file_bytes)
      return Problem{"input.limit", "the file has more than " + std::to_string(limits.file_bytes) + " bytes", {}, 1};
  }
  if (stream.bad()) return Problem{"input.unreadable", "the file cannot be read (is it a folder?)", {}, 1};
  return std::nullopt;
}

Document read_file(const std::string& path, const std::string& file, FileKind kind, const Limits& limits, const MarkingScheme* marking,
                   bool keep_origins) {
  std::string bytes;
  if (auto problem = load_file(file, limits, bytes)) return unreadable(path, kind, std::move(*problem));
  return read_bytes(path, bytes, kind, limits, marking, keep_origins);
}

Document read_bytes(const std::string& path, std::string_view bytes, FileKind kind, const Limits& limits, const MarkingScheme* marking,
                    bool keep_origins) {
  if (auto foreign = foreign_document(bytes)) return unreadable(path, kind, std::move(*foreign));
  if (kind == FileKind::unknown) kind = sniff(path, bytes);
  const auto* row = std::find_if(std::begin(rows), std::end(rows), [&](const Kind& r) { return r.kind == kind; });
  if (bytes.empty() && kind != FileKind::text && kind != FileKind::marked_text)
    return unreadable(path, kind, {"input.unreadable", "the file is empty", {}, 1});
  if (row == std::end(rows)) return unreadable(path, kind, {"input.unreadable", "this is no format that can be read", {}, 1});
  Document document;
  document.path = path;
  document.kind = kind;
  document.marking = marking;
  document.keep_origins = keep_origins;
  row->read(bytes, document, limits);
  apply_marking(document);
  return document;
}

}  // namespace dovetail
