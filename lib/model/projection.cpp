// Walks paragraphs and runs once; nothing is decided here but what each view shows.
#include "model/projection.h"

#include <algorithm>

namespace dovetail {
namespace {

bool one_to_one(const Piece& piece) { return piece.output.size() == piece.source.size(); }

class Projector {
 public:
  Projector(const Document& document, View view, Spelling spelling) : document_(document), spelling_(spelling) { out_.view = view; }

  Projection run() {
    out_.text.reserve(document_.text.size() + document_.text.size() / 64);
    hide_notes();
    for (std::size_t i = 0; i < document_.paragraphs.size(); ++i) paragraph(i);
    out_.text.shrink_to_fit();  // kept to the end of a run
    out_.lines.shrink_to_fit();
    out_.pieces.shrink_to_fit();
    return std::move(out_);
  }

 private:
  /// Notes whose mark is not in this view are not in it either.
  void hide_notes() {
    for (const auto& note : document_.notes)
      if (out_.view == View::baseline ? bool(note.inserted) : bool(note.deleted)) hidden_.push_back(note.span);
    std::sort(hidden_.begin(), hidden_.end());
  }

  bool hidden(Span span) const {
    const auto after = std::upper_bound(hidden_.begin(), hidden_.end(), Span{span.begin, 0xFFFFFFFF});
    return after != hidden_.begin() && std::prev(after)->contains(span);
  }

  void paragraph(std::size_t i) {
    const auto id = Table<Paragraph>::id_at(i);
    const auto& paragraph = document_.paragraphs[id];
    if (!hidden(paragraph.span) && (!paragraph.cell || visible(document_, paragraph.cell, out_.view))) {
      const bool mark = runs(id, paragraph);
      if (mark || last_of_story(i)) finish(id, paragraph, mark);
    } else {
      skip_runs(paragraph);
    }
  }

  /// Whether what follows can not be joined to paragraph i.
  bool last_of_story(std::size_t i) const {
    const auto& paragraph = document_.paragraphs[Table<Paragraph>::id_at(i)];
    if (paragraph.ends_story || i + 1 == document_.paragraphs.size()) return true;
    const auto& next = document_.paragraphs[Table<Paragraph>::id_at(i + 1)];
    return next.cell != paragraph.cell || next.part != paragraph.part || next.source != paragraph.source || hidden(next.span);
  }

  void skip_runs(const Paragraph& paragraph) {
    while (next_run_ < document_.runs.size() && document_.runs[Table<Run>::id_at(next_run_)].span.begin < paragraph.span.end) ++next_run_;
  }

  /// Appends what is visible of a paragraph; whether its mark is.
  bool runs(Id<Paragraph> id, const Paragraph& paragraph) {
    bool mark = false;
    Span stretch{paragraph.span.begin, paragraph.span.begin};
    for (; next_run_ < document_.runs.size(); ++next_run_) {
      const auto& run = document_.runs[Table<Run>::id_at(next_run_)];
      if (run.span.begin >= paragraph.span.end) break;
      if (!visible(run, out_.view)) continue;
      if (run.kind == RunKind::paragraph_mark) {
        mark = true;
        continue;
      }
      if (run.span.begin != stretch.end) {
        append(id, stretch);
        stretch.begin = run.span.begin;
      }
      stretch.end = run.span.end;
    }
    append(id, stretch);
    return mark;
  }

  void append(Id<Paragraph> id, Span source) {
    if (source.empty()) return;
    if (!first_) first_ = id;
    if (spelling_ == Spelling::normalised) return normalise(slice(document_.text, source), source.begin, out_.text, out_.pieces);
    const auto from = static_cast<std::uint32_t>(out_.text.size());
    out_.text.append(slice(document_.text, source));
    for (std::size_t i = from; i < out_.text.size(); ++i)
      if (out_.text[i] == '\v' || out_.text[i] == '\f') out_.text[i] = ' ';
    add_piece({{from, static_cast<std::uint32_t>(out_.text.size())}, source});
  }

  /// One piece where it goes on as the one before ends, byte for byte: most of a text is one with its buffer.
  void add_piece(Piece piece) {
    if (!out_.pieces.empty()) {
      auto& last = out_.pieces.back();
      if (one_to_one(piece) && one_to_one(last) && !last.output.empty() && last.output.end == piece.output.begin &&
          last.source.end == piece.source.begin) {
        last.output.end = piece.output.end;
        last.source.end = piece.source.end;
        return;
      }
    }
    out_.pieces.push_back(piece);
  }

  void finish(Id<Paragraph> id, const Paragraph& paragraph, bool mark) {
    const auto end = static_cast<std::uint32_t>(out_.text.size());
    const bool empty = end == line_begin_;
    // Without its mark an empty paragraph is gone, but for a cell, which always has one.
    const bool sole_of_cell = paragraph.cell && (out_.lines.empty() || document_.paragraphs[out_.lines.back().paragraph].cell != paragraph.cell);
    if (mark || !empty || sole_of_cell) {
      out_.lines.push_back({{line_begin_, end}, first_ ? first_ : id, id});
      out_.text += '\n';
      add_piece({{end, end + 1}, {paragraph.span.end - (paragraph.span.empty() ? 0U : 1U), paragraph.span.end}});
    }
    line_begin_ = static_cast<std::uint32_t>(out_.text.size());
    first_ = {};
  }

  const Document& document_;
  Spelling spelling_;
  Projection out_;
  std::vector<Span> hidden_;
  std::size_t next_run_ = 0;
  std::uint32_t line_begin_ = 0;
  Id<Paragraph> first_;
};

}  // namespace

bool visible(const Document& document, Id<Row> row, View view) {
  const auto gone = [view](const auto& x) { return view == View::baseline ? bool(x.inserted) : bool(x.deleted); };
  while (true) {
    if (gone(document.rows[row])) return false;
    const auto outer = document.tables[document.rows[row].table].outer;
    if (!outer) return true;
    if (gone(document.cells[outer])) return false;
    row = document.cells[outer].row;
  }
}

bool visible(const Document& document, Id<Cell> cell, View view) {
  const auto& c = document.cells[cell];
  if (view == View::baseline ? bool(c.inserted) : bool(c.deleted)) return false;
  return visible(document, c.row, view);
}

bool has_changes(const Document& document) {
  const auto revised = [](const auto& x) { return x.inserted || x.deleted; };
  return std::any_of(document.runs.begin(), document.runs.end(), revised) || std::any_of(document.rows.begin(), document.rows.end(), revised) ||
         std::any_of(document.cells.begin(), document.cells.end(), revised) || std::any_of(document.notes.begin(), document.notes.end(), revised) ||
         std::any_of(document.paragraphs.begin(), document.paragraphs.end(),
                     [](const Paragraph& p) { return p.format[0] != p.format[1] || p.number[0] != p.number[1]; });
}

Projection project(const Document& document, View view, Spelling spelling) { return Projector(document, view, spelling).run(); }

namespace {

/// The piece that holds the byte at `offset`. Pieces that print nothing share an offset with the next one: the last of them is the one.
std::size_t piece_at(const std::vector<Piece>& pieces, std::uint32_t offset) {
  const auto after = std::upper_bound(pieces.begin(), pieces.end(), offset, [](std::uint32_t o, const Piece& p) { return o < p.output.begin; });
  return after == pieces.begin() ? 0 : static_cast<std::size_t>(after - pieces.begin()) - 1;
}

/// The same for an offset that is at or soon behind the piece `from`.
std::size_t piece_at(const std::vector<Piece>& pieces, std::uint32_t offset, std::size_t from) {
  constexpr std::size_t soon = 8;  // pieces: farther away searching by halves is quicker
  if (pieces[from].output.begin > offset) return piece_at(pieces, offset);
  for (std::size_t n = 0; n < soon; ++n, ++from)
    if (from + 1 >= pieces.size() || pieces[from + 1].output.begin > offset) return from;
  return piece_at(pieces, offset);
}

Span source_of(const Piece& first, const Piece& last, Span span) {
  Span source;
  source.begin = one_to_one(first) ? first.source.begin + std::min(span.begin - first.output.begin, first.output.size()) : first.source.begin;
  if (span.empty()) return {source.begin, source.begin};
  source.end = one_to_one(last) ? last.source.begin + std::min(span.end - last.output.begin, last.output.size()) : last.source.end;
  return source;
}

}  // namespace

Span Projection::to_source(Span span) const {
  if (pieces.empty()) return {};
  const std::size_t first = piece_at(pieces, span.begin);
  return source_of(pieces[first], span.empty() ? pieces[first] : pieces[piece_at(pieces, span.end - 1, first)], span);
}

Span SourceCursor::to_source(Span span) {
  const auto& pieces = projection_.pieces;
  if (pieces.empty()) return {};
  const auto& same = pieces[piece_];  // nearly always the one of the last time, whose bytes stand for themselves
  if (same.output.begin <= span.begin && span.begin < span.end && span.end <= same.output.end && one_to_one(same))
    return {same.source.begin + (span.begin - same.output.begin), same.source.begin + (span.end - same.output.begin)};
  const std::size_t first = piece_ = piece_at(pieces, span.begin, piece_);
  if (!span.empty()) piece_ = piece_at(pieces, span.end - 1, first);
  return source_of(pieces[first], pieces[piece_], span);
}

std::uint32_t Projection::from_source(std::uint32_t offset) const {
  auto after = std::upper_bound(pieces.begin(), pieces.end(), offset, [](std::uint32_t o, const Piece& p) { return o < p.source.begin; });
  if (after == pieces.begin()) return 0;
  const auto& piece = *std::prev(after);
  if (offset >= piece.source.end) return piece.output.end;
  return one_to_one(piece) ? piece.output.begin + (offset - piece.source.begin) : piece.output.begin;
}

}  // namespace dovetail
