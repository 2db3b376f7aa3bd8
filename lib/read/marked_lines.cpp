// Cuts marked text into lines of pieces that each stand in the same revisions.
#include "read/marked_lines.h"

#include <algorithm>
#include <utility>

namespace dovetail {

namespace {

using Role = CriticMark::Role;

constexpr std::string_view blanks = " \t\r\v\f";

/// Follows the marks through the text, always knowing which revisions hold.
class Cutter {
 public:
  Cutter(std::string_view text, Document& document) : text_(text), document_(document) {}

  std::vector<MarkedLine> cut(const CriticMarks& marks) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < marks.marks.size(); ++i) {
      const CriticMark& mark = marks.marks[i];
      plain(at, mark.begin);
      at = mark.begin + mark.size;
      if (mark.kind == CriticKind::comment && mark.role == Role::open) {
        at = marks.marks[++i].begin;
        line_.pieces.push_back({text_.substr(mark.begin + 3, at - mark.begin - 3), {}, false, false, true});
        at += 3;
      } else {
        meet(mark);
      }
    }
    plain(at, text_.size());
    end_line();
    return std::move(lines_);
  }

 private:
  struct Open {
    CriticKind kind;
    Id<Revision> inserted, deleted;
    bool at_line_start;
  };

  Id<Revision> revision(Change change) {
    Revision made;
    made.change = change;
    return document_.revisions.add(std::move(made));
  }

  void meet(const CriticMark& mark) {
    if (mark.role == Role::escape) {
      escaped_ = true;
    } else if (mark.role == Role::open) {
      const bool deletes = mark.kind == CriticKind::deletion || mark.kind == CriticKind::substitution;
      const bool inserts = mark.kind == CriticKind::insertion;
      open_.push_back(
          {mark.kind, inserts ? revision(Change::inserted) : Id<Revision>(), deletes ? revision(Change::deleted) : Id<Revision>(), !has_content_});
    } else if (mark.role == Role::arrow) {
      open_.back().deleted = {};
      open_.back().inserted = revision(Change::inserted);
    } else {
      const Open closed = open_.back();
      open_.pop_back();
      if (closed.at_line_start && closed.kind != CriticKind::substitution && has_content_) {
        if (closed.inserted) closed_here_.inserted = closed.inserted;
        if (closed.deleted) closed_here_.deleted = closed.deleted;
      }
    }
    find_current();
  }

  void find_current() {
    current_ = {};
    highlighted_ = false;
    for (const Open& open : open_) {
      if (open.inserted) current_.inserted = open.inserted;
      if (open.deleted) current_.deleted = open.deleted;
      if (open.kind == CriticKind::highlight) highlighted_ = true;
    }
  }

  void plain(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::size_t line_end = std::min(text_.substr(0, end).find_first_of("\n\r", begin), end);
      piece(text_.substr(begin, line_end - begin));
      if (line_end == end) return;
      end_line();
      const bool is_pair = text_[line_end] == '\r' && line_end + 1 < text_.size() && text_[line_end + 1] == '\n';
      begin = line_end + (is_pair ? 2 : 1);
      ++number_;
    }
  }

  void piece(std::string_view text) {
    if (text.empty()) return;
    const bool only_prefix = !has_content_ && !escaped_ && text.find_first_not_of(" \t#") == std::string_view::npos;
    if (text.find_first_not_of(blanks) != std::string_view::npos) closed_here_ = {};
    if (!only_prefix) has_content_ = true;
    line_.pieces.push_back({text, current_, highlighted_, std::exchange(escaped_, false), false});
  }

  void end_line() {
    line_.mark = current_;
    if (closed_here_.inserted && !line_.mark.inserted) line_.mark.inserted = closed_here_.inserted;
    if (closed_here_.deleted && !line_.mark.deleted) line_.mark.deleted = closed_here_.deleted;
    line_.number = number_;
    trim(line_);
    if (!line_.pieces.empty()) lines_.push_back(std::move(line_));
    line_ = {};
    closed_here_ = {};
    has_content_ = escaped_ = false;
  }

  static void trim(MarkedLine& line);
  static void take_heading(MarkedLine& line);

  std::string_view text_;
  Document& document_;
  std::vector<MarkedLine> lines_;
  MarkedLine line_;
  std::vector<Open> open_;
  Revised current_;
  Revised closed_here_;  // marks that began at the start of a line and ended here, with no text behind them yet
  std::uint32_t number_ = 1;
  bool highlighted_ = false, escaped_ = false, has_content_ = false;
};

/// Takes blanks from the front of the first pieces that are text, and counts them when `line` is given.
void trim_front(std::vector<MarkedPiece>& pieces, MarkedLine* line) {
  for (MarkedPiece& piece : pieces) {
    if (piece.comment) continue;
    const std::size_t size = std::min(piece.text.find_first_not_of(blanks), piece.text.size());
    if (line != nullptr) {
      line->tabs += static_cast<std::uint32_t>(std::count(piece.text.begin(), piece.text.begin() + static_cast<std::ptrdiff_t>(size), '\t'));
      line->spaces += static_cast<std::uint32_t>(std::count(piece.text.begin(), piece.text.begin() + static_cast<std::ptrdiff_t>(size), ' '));
    }
    piece.text.remove_prefix(size);
    if (!piece.text.empty()) return;
  }
}

void trim_back(std::vector<MarkedPiece>& pieces) {
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    if (piece->comment) continue;
    piece->text = piece->text.substr(0, piece->text.find_last_not_of(blanks) + 1);
    if (!piece->text.empty()) return;
  }
}

void drop_empty(std::vector<MarkedPiece>& pieces) {
  std::erase_if(pieces, [](const MarkedPiece& piece) { return piece.text.empty() && !piece.comment; });
}

void Cutter::trim(MarkedLine& line) {
  trim_front(line.pieces, &line);
  trim_back(line.pieces);
  drop_empty(line.pieces);
  take_heading(line);
}

void Cutter::take_heading(MarkedLine& line) {
  const auto first = std::find_if(line.pieces.begin(), line.pieces.end(), [](const MarkedPiece& piece) { return !piece.comment; });
  if (first == line.pieces.end() || first->escaped) return;
  const std::size_t level = std::min(first->text.find_first_not_of('#'), first->text.size());
  if (level == 0 || level > 9 || (level < first->text.size() && blanks.find(first->text[level]) == std::string_view::npos)) return;
  if (level == first->text.size() && line.pieces.size() == 1) return;  // nothing but signs: text
  line.heading = static_cast<std::uint32_t>(level);
  first->text.remove_prefix(level);
  trim_front(line.pieces, nullptr);
  drop_empty(line.pieces);
}

}  // namespace

std::vector<MarkedLine> split_marked_lines(std::string_view text, const CriticMarks& marks, Document& document) {
  return Cutter(text, document).cut(marks);
}

bool is_table_row(const MarkedLine& line) {
  if (line.heading > 0) return false;
  const MarkedPiece* first = nullptr;
  const MarkedPiece* last = nullptr;
  std::size_t size = 0;
  for (const MarkedPiece& piece : line.pieces) {
    if (piece.comment) continue;
    if (first == nullptr) first = &piece;
    last = &piece;
    size += piece.text.size();
  }
  if (first == nullptr || size < 2) return false;
  return first->text.front() == '|' && !first->escaped && last->text.back() == '|' && !(last->escaped && last->text.size() == 1);
}

bool is_table_rule(const MarkedLine& line) {
  bool has_dash = false;
  for (const MarkedPiece& piece : line.pieces) {
    if (piece.comment || piece.text.find_first_not_of("|-: \t") != std::string_view::npos) return false;
    has_dash = has_dash || piece.text.find('-') != std::string_view::npos;
  }
  return has_dash;
}

std::vector<std::vector<MarkedPiece>> split_cells(const MarkedLine& line) {
  std::vector<std::vector<MarkedPiece>> cells;  // what stands in front of the first bar is nothing, and so is what stands behind the last
  cells.emplace_back();
  for (const MarkedPiece& piece : line.pieces) {
    std::size_t begin = 0, from = piece.escaped ? 1 : 0;
    const auto take = [&](std::size_t end) {
      if (end > begin || piece.comment)
        cells.back().push_back({piece.text.substr(begin, end - begin), piece.revised, piece.highlighted, begin == 0 && piece.escaped, piece.comment});
    };
    if (!piece.comment) {
      for (std::size_t bar = piece.text.find('|', from); bar != std::string_view::npos; bar = piece.text.find('|', bar + 1)) {
        take(bar);
        begin = bar + 1;
        cells.emplace_back();
      }
    }
    take(piece.text.size());
  }
  cells.erase(cells.begin());
  if (cells.size() > 1) {
    for (MarkedPiece& comment : cells.back()) cells[cells.size() - 2].push_back(comment);
    cells.pop_back();
  }
  for (auto& cell : cells) {
    trim_front(cell, nullptr);
    trim_back(cell);
    drop_empty(cell);
  }
  return cells;
}

}  // namespace dovetail
