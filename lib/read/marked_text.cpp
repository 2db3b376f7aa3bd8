// Plain text and marked text: one paragraph a line, with CriticMarkup for what was inserted and deleted.
#include "read/marked_text.h"
#include "read/asides.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "read/builder.h"
#include "read/marked_lines.h"
#include "read/text_encoding.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

constexpr std::int32_t tab_indent = 720;  // twentieths of a point: half an inch
constexpr std::int32_t space_indent = tab_indent / 10;

/// The name in "[^name]" at `offset`; empty where there is none.
std::string_view note_name_at(std::string_view text, std::size_t offset) {
  if (text.substr(offset, 2) != "[^") return {};
  const std::size_t end = text.find_first_of("] \t[", offset + 2);
  if (end == std::string_view::npos || text[end] != ']') return {};
  return text.substr(offset + 2, end - offset - 2);
}

/// The name that a line "[^name]: text" gives a text to; empty for other lines.
std::string_view defined_name(const MarkedLine& line) {
  if (line.pieces.empty() || line.pieces[0].comment || line.pieces[0].escaped || line.heading > 0) return {};
  const std::string_view name = note_name_at(line.pieces[0].text, 0);
  return !name.empty() && line.pieces[0].text.substr(name.size() + 3, 1) == ":" ? name : std::string_view();
}

class Writer {
 public:
  Writer(DocumentBuilder& builder, const std::vector<MarkedLine>& lines) : builder_(builder), document_(builder.document()), lines_(lines) {
    find_notes();
  }

  void write() {
    for (std::size_t i = 0; i < lines_.size() && !builder_.full();) {
      if (notes_.count(defined_name(lines_[i])) > 0) {
        ++i;
      } else if (is_table_row(lines_[i])) {
        i = write_table(i);
      } else {
        write_paragraph(lines_[i++]);
      }
    }
    write_notes();
    write_comments();
  }

 private:
  struct NoteText {
    const MarkedLine* line;
    std::vector<Id<Note>> marks;
  };

  void find_notes();
  void write_piece(const MarkedPiece& piece);
  void write_words(std::string_view words, bool escaped);
  void write_paragraph(const MarkedLine& line);
  std::size_t write_table(std::size_t first);
  void write_row(const MarkedLine& line, bool header);
  void write_cell(const std::vector<MarkedPiece>& pieces);
  void write_notes();
  void write_comments();

  DocumentBuilder& builder_;
  Document& document_;
  const std::vector<MarkedLine>& lines_;
  std::map<std::string_view, NoteText> notes_;
  std::vector<std::string_view> comment_texts_;  // of document_.comments
  std::vector<std::uint32_t> comment_lines_;
  Revised revised_;
  std::uint32_t line_ = 0;
  Span highlighted_;  // the last highlighted words, for a comment that follows them at once
};

void Writer::find_notes() {
  std::set<std::string_view> named;
  for (const MarkedLine& line : lines_) {
    const std::string_view defined = defined_name(line);
    if (!defined.empty()) notes_.try_emplace(defined, NoteText{&line, {}});
    for (const MarkedPiece& piece : line.pieces)
      for (std::size_t at = piece.text.find("[^"); at != std::string_view::npos; at = piece.text.find("[^", at + 2))
        if ((defined.empty() || at > 0) && !piece.comment) named.insert(note_name_at(piece.text, at));
  }
  std::erase_if(notes_, [&](const auto& note) { return named.count(note.first) == 0; });
}

void Writer::write_piece(const MarkedPiece& piece) {
  if (piece.comment) {
    const Span here{builder_.position(), builder_.position()};
    Comment comment;
    comment.id = std::to_string(document_.comments.size() + 1);
    comment.anchor = highlighted_.end == here.begin && !highlighted_.empty() ? highlighted_ : here;
    document_.comments.add(std::move(comment));
    comment_texts_.push_back(piece.text);
    comment_lines_.push_back(line_);
    return;
  }
  revised_ = piece.revised;
  builder_.set_revised(revised_);
  Format format;
  if (piece.highlighted) format.highlight = "yellow";
  builder_.set_format(format);
  const std::uint32_t begin = builder_.position();
  write_words(piece.text, piece.escaped);
  if (piece.highlighted) highlighted_ = {highlighted_.end == begin ? highlighted_.begin : begin, builder_.position()};
}

void Writer::write_words(std::string_view words, bool escaped) {
  std::size_t begin = 0;
  std::size_t at = notes_.empty() ? std::string_view::npos : words.find("[^", escaped ? 2 : 0);
  for (; at != std::string_view::npos; at = words.find("[^", at + 2)) {
    const std::string_view name = note_name_at(words, at);
    const auto note = notes_.find(name);
    if (name.empty() || note == notes_.end()) continue;
    builder_.text(words.substr(begin, at - begin));
    begin = at + name.size() + 3;
    Note mark;
    mark.anchor = builder_.position();
    mark.inserted = revised_.inserted;
    mark.deleted = revised_.deleted;
    note->second.marks.push_back(document_.notes.add(std::move(mark)));
  }
  builder_.text(words.substr(begin));
}

void Writer::write_paragraph(const MarkedLine& line) {
  line_ = line.number;
  for (const MarkedPiece& piece : line.pieces) write_piece(piece);
  if (!builder_.paragraph_open()) return;  // nothing but a comment
  ParagraphEnd end;
  end.origin = line.number;
  end.mark = line.mark;
  end.format.indent =
      static_cast<std::int32_t>(std::min(line.tabs, 20U)) * tab_indent + static_cast<std::int32_t>(std::min(line.spaces, 200U)) * space_indent;
  if (line.heading > 0) {
    end.format.style = "heading " + std::to_string(line.heading);
    end.format.outline = static_cast<std::int8_t>(line.heading - 1);
  }
  builder_.end_paragraph(end);
}

std::size_t Writer::write_table(std::size_t first) {
  std::size_t last = first, rule = first;
  for (; last < lines_.size() && is_table_row(lines_[last]) && lines_[last].number - lines_[first].number == last - first; ++last)
    if (rule == first && is_table_rule(lines_[last])) rule = last;
  builder_.begin_table();
  for (std::size_t i = first; i < last && !builder_.full(); ++i)
    if (!is_table_rule(lines_[i])) write_row(lines_[i], i < rule);
  builder_.end_table();
  return last;
}

void Writer::write_row(const MarkedLine& line, bool header) {
  line_ = line.number;
  Revised row = line.mark;
  for (const MarkedPiece& piece : line.pieces) {
    if (piece.comment) continue;
    if (!piece.revised.inserted) row.inserted = {};
    if (!piece.revised.deleted) row.deleted = {};
  }
  builder_.begin_row(header, row);
  std::uint32_t column = 0;
  for (const auto& cell : split_cells(line)) {
    builder_.begin_cell(column++);
    write_cell(cell);
    builder_.end_cell();
  }
}

void Writer::write_cell(const std::vector<MarkedPiece>& pieces) {
  ParagraphEnd end;
  end.origin = line_;
  for (MarkedPiece piece : pieces) {
    if (!piece.comment) {
      for (std::size_t at = piece.text.find("<br>"); at != std::string_view::npos; at = piece.text.find("<br>")) {
        MarkedPiece part = piece;
        part.text = trim(piece.text.substr(0, at));
        write_piece(part);
        builder_.end_paragraph(end);
        piece.text = trim(piece.text.substr(at + 4));
        piece.escaped = false;
      }
    }
    write_piece(piece);
  }
  builder_.end_paragraph(end);
}

void Writer::write_notes() {
  builder_.set_part(Part::footnote);
  for (const MarkedLine& line : lines_) {
    const auto found = notes_.empty() ? notes_.end() : notes_.find(defined_name(line));
    if (found == notes_.end() || found->second.line != &line) continue;
    auto& [name, note] = *found;
    line_ = line.number;
    const std::uint32_t begin = builder_.position();
    for (std::size_t i = 0; i < note.line->pieces.size(); ++i) {
      MarkedPiece piece = note.line->pieces[i];
      if (i == 0) piece.text.remove_prefix(std::min(piece.text.find_first_not_of(" \t", name.size() + 4), piece.text.size()));
      piece.escaped = true;  // notes hold no notes
      write_piece(piece);
    }
    ParagraphEnd end;
    end.origin = note.line->number;
    builder_.end_paragraph(end);
    for (const Id<Note> mark : note.marks) {
      document_.notes[mark].span = {begin, builder_.position()};
      document_.notes[mark].mark = name;
    }
  }
}

void Writer::write_comments() {
  builder_.set_part(Part::comment);
  builder_.set_revised({});
  builder_.set_format({});
  for (std::size_t i = 0; i < comment_texts_.size(); ++i) {
    const std::uint32_t begin = builder_.position();
    builder_.text(trim(comment_texts_[i]));
    ParagraphEnd end;
    end.origin = comment_lines_[i];
    builder_.end_paragraph(end);
    builder_.end_story();
    document_.comments[Table<Comment>::id_at(i)].span = {begin, builder_.position()};
  }
}

std::string place_in(std::string_view text, std::size_t offset) {
  return "line " + std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

void report_unbalanced(DocumentBuilder& builder, std::string_view text, const CriticMarks& marks) {
  constexpr std::size_t shown = 20;
  for (std::size_t i = 0; i < marks.unbalanced.size() && i < shown; ++i) {
    const std::size_t at = marks.unbalanced[i];
    builder.problem("input.damaged", place_in(text, at) + ": the mark " + std::string(text.substr(at, 3)) + " has no other half and is read as text");
  }
  if (marks.unbalanced.size() > shown)
    builder.problem("input.damaged", std::to_string(marks.unbalanced.size() - shown) + " more marks have no other half and are read as text");
}

}  // namespace

void read_marked_text(std::string_view bytes, Document& document, const Limits& limits) {
  DecodedText decoded = decode_text(bytes);
  document.properties["encoding"] = decoded.encoding;
  DocumentBuilder builder(document, limits);
  if (decoded.damaged) builder.problem("input.damaged", "some bytes are no characters of " + decoded.encoding + " and are read as U+FFFD");
  const auto asides = take_asides(decoded.text);
  const CriticMarks marks = find_critic_marks(decoded.text);
  report_unbalanced(builder, decoded.text, marks);
  const std::vector<MarkedLine> lines = split_marked_lines(decoded.text, marks, document);
  Writer(builder, lines).write();
  place_asides(asides, document);
}

}  // namespace dovetail
