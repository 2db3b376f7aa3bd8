// Compound files hold encrypted packages ([MS-OFFCRYPTO] 2.3.2) and the binary formats before 2007 ([MS-DOC], [MS-XLS]).
#include "read/foreign.h"

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

}  // namespace

std::optional<Problem> foreign_document(std::string_view bytes) {
  if (bytes.substr(0, 5) == "{\\rtf") return Problem{"input.unreadable", "this is RTF; open it in an office program and save it as .docx", {}, 1};
  if (bytes.substr(0, 8) != compound_file) return std::nullopt;
  if (has_stream(bytes, "EncryptedPackage")) return Problem{"input.encrypted", "the file is encrypted; save it without a password", {}, 1};
  if (has_stream(bytes, "WordDocument")) return Problem{"input.unreadable", "this is a Word document of before 2007; save it as .docx", {}, 1};
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book"))
    return Problem{"input.unreadable", "this is an Excel workbook of before 2007; save it as .xlsx", {}, 1};
  return Problem{"input.unreadable", "this is an old binary or encrypted file; save it as .docx or .xlsx without a password", {}, 1};
}

}  // namespace dovetail
