// The proposed text of the copy must be the proposed text with those words replaced, and nothing else.
#include "lint/fixed.h"

#include "read/readers.h"
#include "report/annotate/anchor.h"
#include "report/fix/fix_docx.h"
#include "report/fix/fix_text.h"

namespace dovetail {
namespace {

/// What is there to read, with the replacements that were made.
std::string read_text(const Document& document, const std::vector<Replacement>& replacements) {
  std::string out;
  auto next = replacements.begin();
  for (const auto& run : document.runs) {
    if (run.deleted) continue;
    auto at = run.span.begin;
    while (at < run.span.end) {
      while (next != replacements.end() && (!next->left.empty() || next->span.end <= at)) ++next;
      const bool inside = next != replacements.end() && next->span.begin <= at;
      const auto stop = next == replacements.end() ? run.span.end : std::min(run.span.end, inside ? next->span.end : std::max(at, next->span.begin));
      if (!inside) out += slice(document.text, {at, stop});
      if (inside && stop == next->span.end) out += next->words;
      at = stop;
    }
  }
  return out;
}

bool is_text(FileKind kind) {
  return kind == FileKind::text || kind == FileKind::marked_text || kind == FileKind::markdown || kind == FileKind::html;
}

}  // namespace

Result<Fixed> fixed(const Review& review, Id<Document> id, std::string_view bytes, const Limits& limits) {
  const auto& document = review.documents[id];
  if (document.kind != FileKind::docx && !is_text(document.kind))
    return fail(document.path + ": fixes are written into DOCX, text, marked text, Markdown and HTML, and this is " +
                std::string(name_of(document.kind)));
  Fixed result;
  result.replacements = safe_replacements(review, id);
  if (document.kind == FileKind::docx) {
    auto written = fixed_docx(review, id, bytes, result.replacements);
    if (!written) return fail(document.path + ": " + written.error().message);
    result.bytes = std::move(*written);
  } else {
    result.bytes = fixed_text(review, id, bytes, result.replacements);
  }
  const auto copy = read_bytes(document.path, result.bytes, document.kind, limits, document.marking);
  if (read_text(copy, {}) != read_text(document, result.replacements))
    return fail(document.path + ": the copy would not read as it should, so none is written; 'dovetail check' shows what to change by hand");
  return result;
}

}  // namespace dovetail
