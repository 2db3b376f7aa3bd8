// PDF, for published baselines: what pdftotext sees, put together again as paragraphs.
#include "read/pdf.h"

#include <algorithm>
#include <string>
#include <vector>

#include "read/builder.h"
#include "read/list_number.h"
#include "read/pdf/page.h"
#include "read/pdf/pdftotext.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

// In heights of a line.
constexpr double paragraph_gap = 0.55;   // between lines of one paragraph there is some 0.0 to 0.4
constexpr double indent_step = 1.2;      // where a line begins further in or out than this, another paragraph does
constexpr double size_step = 0.15;       // another size of type

bool ends_sentence(std::string_view text) { return !text.empty() && std::string_view(".;:").find(text.back()) != std::string_view::npos; }

class Writer {
 public:
  explicit Writer(DocumentBuilder& builder) : builder_(builder) {}

  void write(const pdf::Pages& pages) {
    for (const pdf::Page& page : pages.pages) {
      first_of_page_ = true;
      for (const pdf::Line& line : page.lines) {
        if (builder_.full()) return;
        if (line.contents) ++contents_;
        if (line.furniture || line.contents) continue;
        if (begins_paragraph(page, line)) end_paragraph();
        write_line(line);
        first_of_page_ = false;
      }
    }
    end_paragraph();
  }

  [[nodiscard]] std::size_t contents() const { return contents_; }

 private:
  bool begins_paragraph(const pdf::Page& page, const pdf::Line& line) const {
    if (lines_ == 0) return false;
    const std::string text = line.text();
    if (line.tabbed || begins_with_number(text)) return true;
    if (first_of_page_) return ends_sentence(builder_.open_text()) || !starts_lower(text);
    const double height = std::max(line.height(), 1.0);
    if (line.top - before_.bottom > paragraph_gap * height || line.bottom < before_.top) return true;
    if (std::abs(line.height() - before_.height()) > size_step * std::max(line.height(), before_.height())) return true;
    const bool is_short = before_.right < page.width * 0.75;
    if (is_short && (ends_sentence(builder_.open_text()) || !starts_lower(text))) return true;
    return lines_ > 1 && std::abs(line.left - text_left_) > indent_step * height;
  }

  void write_line(const pdf::Line& line) {
    std::string_view open = builder_.open_text();
    const bool hyphen = !open.empty() && open.back() == '-' && open.size() > 1 && open[open.size() - 2] != ' ';
    if (!open.empty() && !hyphen) put(" ", false);
    if (hyphen && starts_lower(line.words[0].text)) builder_.take_back(1);
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const pdf::Word& word = line.words[i];
      if (i > 0 && !word.raised) put(i == 1 && line.tabbed ? "\t" : " ", false);
      put(word.text, word.raised);
    }
    const bool has_text_after = line.tabbed && line.words.size() > 1;
    text_left_ = lines_ == 0 && has_text_after ? line.words[1].left : line.left;
    before_ = line;
    ++lines_;
  }

  void put(std::string_view text, bool raised) {
    Format format;
    if (raised) format.vertical = VerticalAlign::superscript;
    builder_.set_format(format);
    builder_.text(text);
  }

  void end_paragraph() {
    lines_ = 0;
    if (!builder_.paragraph_open()) return;
    ParagraphEnd end;
    end.origin = ++number_;
    builder_.end_paragraph(end);
  }

  DocumentBuilder& builder_;
  pdf::Line before_;
  double text_left_ = 0;
  std::size_t lines_ = 0, contents_ = 0;   // lines_: of the open paragraph
  std::uint32_t number_ = 0;
  bool first_of_page_ = true;
};

}  // namespace

void read_pdf(std::string_view bytes, Document& document, const Limits& limits) {
  DocumentBuilder builder(document, limits);
  document.lossy = true;
  auto words = pdf::words_of(bytes);
  if (!words) {
    builder.problem("input.unreadable", words.error().message);
    return;
  }
  builder.problem("input.lossy-source", "a PDF: paragraphs are put together from lines on pages, and no marks of changes can be seen");
  const pdf::Pages pages = pdf::read_pages(valid_utf8(*words));
  if (pages.broken) builder.problem("input.damaged", "the text of the PDF breaks off");
  Writer writer(builder);
  writer.write(pages);
  document.properties["pages"] = std::to_string(pages.pages.size());
  if (writer.contents() > 0) document.properties["contents_lines"] = std::to_string(writer.contents());
  if (document.paragraphs.empty()) builder.problem("input.damaged", "the PDF has no text; pages that are pictures cannot be read");
  if (!pages.redlined) return;
  document.properties["redlined"] = "yes";
  builder.problem("input.lossy-source", "redlined: inserted and deleted words run together; not used for change rules");
}

}  // namespace dovetail
