// Text and runs, always in step: runs cover the text without gaps.
#include "read/docx/text_writer.h"

#include "text/unicode.h"

namespace dovetail::docx {
namespace {

bool has_high_bytes(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return true;
  return false;
}

}  // namespace

void TextWriter::write(std::string_view text, RunKind kind, Id<Format> format, Revised revised) {
  if (text.empty() || full() || text.size() > largest_text) return;
  const auto begin = here();
  if (has_high_bytes(text)) {
    document_.text += valid_utf8(text);
  } else {
    document_.text += text;
  }
  auto& runs = document_.runs;
  if (kind == RunKind::text && !runs.empty()) {
    Run& last = runs.back();
    if (last.kind == kind && last.format == format && last.inserted == revised.inserted && last.deleted == revised.deleted) {
      last.span.end = here();
      return;
    }
  }
  runs.add({{begin, here()}, format, revised.inserted, revised.deleted, kind});
}

void TextWriter::write_text(std::string_view text, Id<Format> format, Revised revised) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) >= 0x20) continue;
    write(text.substr(begin, i - begin), RunKind::text, format, revised);
    if (text[i] == '\t') write("\t", RunKind::tab, format, revised);
    if (text[i] == '\n' || text[i] == '\r') write(" ", RunKind::text, format, revised);
    begin = i + 1;
  }
  write(text.substr(begin), RunKind::text, format, revised);
}

}  // namespace dovetail::docx
