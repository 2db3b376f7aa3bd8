// Fuzz target: the XHTML that pdftotext gives, not the process.
#include "fuzz/promises.h"
#include "fuzz/targets.h"
#include "read/pdf/page.h"
#include "text/unicode.h"

namespace dovetail::fuzz {

void pdf_pages(std::string_view bytes) {
  const auto pages = pdf::read_pages(valid_utf8(bytes));
  for (const auto& page : pages.pages)
    for (const auto& line : page.lines) {
      expect(!line.words.empty(), "a line has words");
      expect(valid_utf8(line.text()) == line.text(), "a line is UTF-8");
    }
}

}  // namespace dovetail::fuzz
