// From bytes to a Document: one function per format, in one table. Nothing here knows what the text means.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads `bytes` of one format into `document` (path and kind are filled already). Never fails: what is not understood becomes a Problem,
/// and a file that is no such document at all gets one "input.unreadable" Problem and stays empty.
using Reader = void (*)(std::string_view bytes, Document& document, const Limits& limits);

/// The kind of a file by its first bytes, and by its name where bytes do not tell. "-" and unknown endings: by bytes alone.
FileKind sniff(std::string_view path, std::string_view bytes);

/// The kind a person names: "docx", "marked-text" …; unknown for any other word.
FileKind kind_named(std::string_view name);
/// The inverse: "docx", "marked-text".
std::string_view name_of(FileKind kind);

/// The bytes of the file at `file`, whatever they are. The Problem, where there is one, says why they cannot be had: it is "input.unreadable", or
/// "input.limit" where there are too many.
std::optional<Problem> load_file(const std::string& file, const Limits& limits, std::string& bytes);

/// A document of which nothing can be read, and why.
Document unreadable(const std::string& path, FileKind kind, Problem problem);

/// Reads the file at `file` and shows it as `path`. A file that cannot be opened, or is no document, gives a Document with one
/// "input.unreadable" (or "input.encrypted") Problem. `kind` unknown: sniffed. `marking` says which looks are revisions; it must outlive the
/// Document.
Document read_file(const std::string& path, const std::string& file, FileKind kind, const Limits& limits, const MarkingScheme* marking = nullptr,
                   bool keep_origins = false);

/// The same for bytes in memory.
Document read_bytes(const std::string& path, std::string_view bytes, FileKind kind, const Limits& limits, const MarkingScheme* marking = nullptr,
                    bool keep_origins = false);

}  // namespace dovetail
