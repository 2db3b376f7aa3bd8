// PDF, for published baselines: what pdftotext sees, put together again as paragraphs.
#include "read/pdf.h"

#include <algorithm>
#include <map>
#include <set>
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
constexpr double paragraph_gap = 0.55;  // between lines of one paragraph there is some 0.0 to 0.4
constexpr double indent_step = 1.2;     // where a line begins further in or out than this, another paragraph does
constexpr double size_step = 0.15;      // another size of type

bool ends_sentence(std::string_view text) { return !text.empty() && std::string_view(".;:").find(text.back()) != std::string_view::npos; }

class Writer {
 public:
  explicit Writer(DocumentBuilder& builder) : builder_(builder) {}

  void write(const pdf::Pages& pages) {
    find_notes(pages);
    for (const pdf::Page& page : pages.pages) {
      first_of_page_ = true;
      right_margin_ = right_margin(page);
      for (const pdf::Line& line : page.lines) {
        if (builder_.full()) return;
        if (line.contents) ++contents_;
        if (line.furniture || line.contents) continue;
        if (line.note) {
          note_lines_.push_back(line);
          continue;
        }
        if (!enter_cell(line) && begins_paragraph(page, line)) end_paragraph();
        write_line(line);
        first_of_page_ = false;
      }
    }
    end_paragraph();
    leave_table();
    write_notes();
  }

  [[nodiscard]] std::size_t contents() const { return contents_; }

 private:
  /// Goes to the line's cell, or out of every table; false where the line before stood there too.
  bool enter_cell(const pdf::Line& line) {
    if (line.table == table_ && (table_ == 0 || (line.row == row_ && line.column == column_))) return false;
    end_paragraph();
    if (line.table != table_) leave_table();
    if (line.table == 0) return true;
    if (table_ == 0) builder_.begin_table();
    if (table_ == 0 || line.row != row_) builder_.begin_row(false);
    table_ = line.table;
    row_ = line.row;
    column_ = line.column;
    builder_.begin_cell(column_);
    return true;
  }

  void leave_table() {
    if (table_ != 0) {
      builder_.end_cell();
      builder_.end_table();
    }
    table_ = 0;
  }

  bool begins_paragraph(const pdf::Page& page, const pdf::Line& line) const {
    if (lines_ == 0) return false;
    const std::string text = line.text();
    if (line.tabbed || begins_with_number(text)) return true;
    if (ends_sentence(builder_.open_text()) && (text[0] == '"' || text.substr(0, 3) == "\u201C")) return true;  // a definition
    if (first_of_page_) return ends_sentence(builder_.open_text()) || !starts_lower(text);
    const double height = std::max(line.height(), 1.0);
    if (line.top - before_.bottom > paragraph_gap * height || line.bottom < before_.top) return true;
    if (std::abs(line.height() - before_.height()) > size_step * std::max(line.height(), before_.height())) return true;
    if (line.table > 0) return false;  // lines of a cell are all short
    const bool is_short = before_.right < page.width * 0.75 && before_.right + first_width(line) < right_margin_;
    if (is_short && (ends_sentence(builder_.open_text()) || !starts_lower(text))) return true;
    return lines_ > 1 && std::abs(line.left - text_left_) > indent_step * height;
  }

  /// How wide the words are that a line cannot be broken within, a blank before them included: its first, with a figure behind it ("Paragraph 10.3").
  static double first_width(const pdf::Line& line) {
    const auto& words = line.words;
    const bool with_figure = words.size() > 1 && words[1].text.front() >= '0' && words[1].text.front() <= '9';
    return words[with_figure ? 1 : 0].right - line.left + 0.3 * line.height();
  }

  /// Where the page's text ends at the right.
  static double right_margin(const pdf::Page& page) {
    double margin = 0;
    for (const pdf::Line& line : page.lines)
      if (!line.furniture && !line.contents) margin = std::max(margin, line.right);
    return margin;
  }

  void write_line(const pdf::Line& line) {
    std::string_view open = builder_.open_text();
    const bool hyphen = !open.empty() && open.back() == '-' && open.size() > 1 && open[open.size() - 2] != ' ';
    if (!open.empty() && !hyphen) put(" ", false);
    if (hyphen && starts_lower(line.words[0].text)) builder_.take_back(1);
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const pdf::Word& word = line.words[i];
      if (word.raised && i > 0 && mark_note(word.text)) continue;
      if (i > 0 && !word.raised) put(i == 1 && line.tabbed ? "\t" : " ", false);
      put(word.text, word.raised);
    }
    const bool has_text_after = line.tabbed && line.words.size() > 1;
    text_left_ = lines_ == 0 && has_text_after ? line.words[1].left : line.left;
    before_ = line;
    ++lines_;
  }

  /// A raised number is a note's mark when a note of that number stands at the foot of some page and has no mark yet.
  bool mark_note(const std::string& number) {
    if (note_numbers_.count(number) == 0) return false;
    Note note;
    note.anchor = builder_.position();
    note.mark = number;
    marks_[number].push_back(builder_.document().notes.add(std::move(note)));
    return true;
  }

  void find_notes(const pdf::Pages& pages) {
    for (const pdf::Page& page : pages.pages)
      for (const pdf::Line& line : page.lines)
        if (line.note && is_number(line.words[0].text)) note_numbers_.insert(line.words[0].text);
  }

  /// The notes behind the body. Where numbers begin anew on every page, marks and notes of one number meet in their order.
  void write_notes() {
    builder_.set_part(Part::footnote);
    std::map<std::string, std::size_t> met;
    for (std::size_t i = 0; i < note_lines_.size() && !builder_.full();) {
      const std::string number = is_number(note_lines_[i].words[0].text) ? note_lines_[i].words[0].text : std::string();
      const std::uint32_t begin = builder_.position();
      if (!number.empty()) note_lines_[i].words.erase(note_lines_[i].words.begin());
      do {
        if (!note_lines_[i].words.empty()) write_line(note_lines_[i]);
        ++i;
      } while (i < note_lines_.size() && !is_number(note_lines_[i].words[0].text));
      end_paragraph();
      builder_.end_story();
      const std::size_t nth = met[number]++;
      if (!number.empty() && nth < marks_[number].size()) builder_.document().notes[marks_[number][nth]].span = {begin, builder_.position()};
    }
  }

  static bool is_number(std::string_view word) { return word.size() <= 3 && word.find_first_not_of("0123456789") == std::string_view::npos; }

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
  std::vector<pdf::Line> note_lines_;
  std::set<std::string> note_numbers_;
  std::map<std::string, std::vector<Id<Note>>> marks_;
  pdf::Line before_;
  double text_left_ = 0, right_margin_ = 0;
  std::uint32_t table_ = 0, row_ = 0, column_ = 0;  // the open cell; table_ 0: none
  std::size_t lines_ = 0, contents_ = 0;            // lines_: of the open paragraph
  std::uint32_t number_ = 0;
  bool first_of_page_ = true;
};

}  // namespace

void read_pdf(std::string_view bytes, Document& document, const Limits& limits) {
  DocumentBuilder builder(document, limits);
  document.lost = {.numbers = true, .marks = true, .layout = true};
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
