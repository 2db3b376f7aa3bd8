// Fuzz target: copies of Word documents with comments and with fixes. A copy is a document again, and its text is the one it was.
#include "report/annotate/annotate.h"

#include "fuzz/promises.h"
#include "fuzz/shipped.h"
#include "fuzz/targets.h"
#include "lint/fixed.h"
#include "read/docx.h"
#include "report/text_view.h"

namespace dovetail::fuzz {
namespace {

Document read_again(std::string_view bytes) {
  Document document;
  document.kind = FileKind::docx;
  read_docx(bytes, document, small_limits());
  return document;
}

}  // namespace

void annotate(std::string_view bytes) {
  const auto review = checked(bytes, "docx");
  const auto first = Table<Document>::id_at(0);
  const auto& document = review.documents[first];
  if (document.paragraphs.empty()) return;
  if (const auto copy = annotate_docx(review, first, bytes)) {
    const auto again = read_again(copy->bytes);
    for (const auto view : {TextView::baseline, TextView::proposed})
      expect(text_of(again, view, {}) == text_of(document, view, {}), "a comment changes no text");
  }
  if (const auto copy = fixed(review, first, bytes, small_limits())) {
    const auto again = read_again(copy->bytes);
    expect(text_of(again, TextView::baseline, {}) == text_of(document, TextView::baseline, {}), "a tracked fix leaves the baseline as it is");
  }
}

}  // namespace dovetail::fuzz
