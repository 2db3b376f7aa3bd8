// The text of one document as read.
#include "report/text_view.h"

#include "model/projection.h"
#include "report/escape.h"
#include "report/marks.h"

namespace dovetail {
namespace {

bool is_wanted(const Paragraph& paragraph, const TextOptions& options) { return options.all || paragraph.part == Part::body; }

// --- one view ---

void write_view(const Document& document, View view, const TextOptions& options, Pieces& out) {
  const auto projection = project(document, view, Spelling::faithful);
  for (const auto& line : projection.lines) {
    const auto& paragraph = document.paragraphs[line.paragraph];
    if (!is_wanted(paragraph, options)) continue;
    const auto& number = paragraph.number[index(view)];
    if (options.numbers && !number.empty()) out.add(plain_safe(number) + "\t");
    out.add(plain_safe(slice(projection.text, line.span)));
    out.add("\n");
  }
}

// --- both texts with marks ---

// CriticMarkup signs that the text itself holds lose their meaning by a backslash.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto sign = text.substr(at, 3);
    if (sign == "{++" || sign == "{--" || sign == "{~~" || sign == "{==" || sign == "{>>" || sign == "++}" || sign == "--}") out += '\\';
    out += text[at];
  }
  return out;
}

class MarkedWriter {
 public:
  explicit MarkedWriter(Pieces& out) : out_(out) {}
  void text(std::string_view words, RunMark mark) {
    if (words.empty() || mark == RunMark::nowhere) return;
    change_to(mark);
    out_.add(escaped(plain_safe(words)));
    at_line_begin_ = false;
  }

  // A mark around a whole line covers its end too; else a revised line end stands inside the mark.
  void line_end(RunMark mark) {
    if (mark == RunMark::nowhere) return;
    if (mark == RunMark::none || (mark == mark_ && whole_line_)) {
      change_to(RunMark::none);
      out_.add("\n");
    } else {
      change_to(mark);
      out_.add("\n");
      whole_line_ = false;
    }
    at_line_begin_ = true;
  }

  void finish() { change_to(RunMark::none); }

 private:
  void change_to(RunMark mark) {
    if (mark == mark_) return;
    if (mark_ != RunMark::none) out_.add(mark_ == RunMark::inserted ? "++}" : "--}");
    if (mark != RunMark::none) {
      out_.add(mark == RunMark::inserted ? "{++" : "{--");
      whole_line_ = at_line_begin_;
    }
    mark_ = mark;
  }

  Pieces& out_;
  RunMark mark_ = RunMark::none;
  bool at_line_begin_ = true;
  bool whole_line_ = false;  // the open mark began where a line begins
};

void write_number(const Paragraph& paragraph, RunMark end, MarkedWriter& writer) {
  const auto& before = paragraph.number[index(View::baseline)];
  const auto& after = paragraph.number[index(View::proposed)];
  const bool both = end == RunMark::none;
  if (both && before == after) {
    if (!after.empty()) writer.text(after + "\t", RunMark::none);
    return;
  }
  if (end != RunMark::inserted && !before.empty()) writer.text(before + "\t", RunMark::deleted);
  if (end != RunMark::deleted && !after.empty()) writer.text(after + "\t", RunMark::inserted);
}

void write_marked(const Document& document, const TextOptions& options, Pieces& out) {
  MarkedWriter writer(out);
  auto run = document.runs.begin();
  for (const auto& paragraph : document.paragraphs) {
    while (run != document.runs.end() && run->span.end <= paragraph.span.begin) ++run;
    if (!is_wanted(paragraph, options)) continue;
    auto last = run;
    RunMark end = RunMark::none;
    for (; last != document.runs.end() && last->span.begin < paragraph.span.end; ++last)
      if (last->kind == RunKind::paragraph_mark) end = mark_of(document, paragraph, *last);
    if (options.numbers) write_number(paragraph, end, writer);
    for (; run != last; ++run) {
      const auto mark = mark_of(document, paragraph, *run);
      if (run->kind == RunKind::paragraph_mark)
        writer.line_end(mark);
      else
        writer.text(slice(document.text, run->span), mark);
    }
  }
  writer.finish();
}

// --- sheets ---

void write_sheets(const Document& document, Pieces& out) {
  Id<Row> row;
  for (const auto& cell : document.cells) {
    if (row) out.add(cell.row == row ? "\t" : "\n");
    row = cell.row;
    out.add(terminal_safe(slice(document.text, cell.span)));
  }
  if (row) out.add("\n");
}

}  // namespace

void write_text(const Document& document, TextView view, const TextOptions& options, const Sink& out) {
  Pieces pieces(out);
  if (document.paragraphs.empty())
    write_sheets(document, pieces);
  else if (view == TextView::marked)
    write_marked(document, options, pieces);
  else
    write_view(document, view == TextView::baseline ? View::baseline : View::proposed, options, pieces);
  pieces.finish();
}

std::string text_of(const Document& document, TextView view, const TextOptions& options) {
  std::string whole;
  write_text(document, view, options, [&](std::string_view piece) { whole += piece; });
  return whole;
}

}  // namespace dovetail
