// Fills a Document front to back.
#include "read/builder.h"

#include <algorithm>
#include <utility>

namespace dovetail {

namespace {

std::string key_of(const Format& f) {
  std::string key = f.highlight;
  for (const std::uint32_t n : {f.colour, f.shading, static_cast<std::uint32_t>(f.underline), static_cast<std::uint32_t>(f.vertical)})
    key += '/' + std::to_string(n);
  for (const bool flag : {f.bold, f.italic, f.strike, f.double_strike, f.hidden, f.capitals}) key += flag ? '1' : '0';
  return key;
}

std::string key_of(const ParagraphFormat& f) {
  std::string key = f.style;
  for (const int n : {int(f.outline), int(f.list_level), int(f.list), int(f.indent), int(f.bullet)}) key += '/' + std::to_string(n);
  return key;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

DocumentBuilder::DocumentBuilder(Document& document, const Limits& limits) : document_(document), limits_(limits) {
  set_format({});
  intern(ParagraphFormat{});
}

void DocumentBuilder::set_format(const Format& format) {
  const auto [entry, is_new] = formats_.try_emplace(key_of(format));
  if (is_new) entry->second = document_.formats.add(format);
  format_ = entry->second;
}

Id<ParagraphFormat> DocumentBuilder::intern(const ParagraphFormat& format) {
  const auto [entry, is_new] = paragraph_formats_.try_emplace(key_of(format));
  if (is_new) entry->second = document_.paragraph_formats.add(format);
  return entry->second;
}

constexpr std::uint64_t longest_text = 1ULL << 31;  // places in a text are counted in 32 bits

void DocumentBuilder::reach_limit(std::string_view message) {
  if (full_) return;
  full_ = true;
  problem("input.limit", message);
}

void DocumentBuilder::append(std::string_view bytes, RunKind kind) {
  if (full_) return;
  if (kind != RunKind::paragraph_mark) {  // what was begun gets its end, and nothing is begun that would get none
    if (document_.paragraphs.size() >= limits_.paragraphs) return reach_limit("more paragraphs than are read");
    if (document_.text.size() + bytes.size() > std::min(limits_.part_bytes, longest_text)) {
      if (paragraph_open()) end_paragraph({});
      return reach_limit("the text is longer than is read");
    }
  }
  const Span span{position(), position() + static_cast<std::uint32_t>(bytes.size())};
  document_.text += bytes;
  if (!document_.runs.empty() && kind == RunKind::text) {
    Run& last = document_.runs.back();
    if (last.kind == kind && last.format == format_ && Revised{last.inserted, last.deleted} == revised_) {
      last.span.end = span.end;
      return;
    }
  }
  document_.runs.add({span, format_, revised_.inserted, revised_.deleted, kind});
}

void DocumentBuilder::text(std::string_view utf8) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (!is_control(utf8[i])) continue;
    if (i > begin) append(utf8.substr(begin, i - begin), RunKind::text);
    begin = i + 1;
    switch (utf8[i]) {
      case '\t':
        append("\t", RunKind::tab);
        break;
      case '\v':
        append("\v", RunKind::line_break);
        break;
      case '\f':
        append("\f", RunKind::page_break);
        break;
      default:
        append(" ", RunKind::text);
    }
  }
  if (begin < utf8.size()) append(utf8.substr(begin), RunKind::text);
}

/// The revisions that all the text from `from` on stands in, the last ones where there are several; none where some of it does not.
Revised DocumentBuilder::shared_revision(std::uint32_t from) const {
  Revised shared;
  bool inserted = true, deleted = true, is_last = true;
  for (std::size_t i = document_.runs.size(); i > 0; --i) {
    const Run& run = document_.runs[Table<Run>::id_at(i - 1)];
    if (run.span.begin < from) break;
    if (run.kind == RunKind::paragraph_mark) continue;
    inserted = inserted && bool(run.inserted);
    deleted = deleted && bool(run.deleted);
    if (std::exchange(is_last, false)) shared = {run.inserted, run.deleted};
  }
  return {inserted ? shared.inserted : Id<Revision>(), deleted ? shared.deleted : Id<Revision>()};
}

void DocumentBuilder::end_paragraph(const ParagraphEnd& end) {
  if (full_) return;
  if (document_.paragraphs.size() >= limits_.paragraphs) return reach_limit("more paragraphs than are read");
  const Revised outside = revised_;
  const Revised shared = infer_marks_ ? shared_revision(paragraph_begin_) : Revised();
  revised_ = {end.mark.inserted ? end.mark.inserted : shared.inserted, end.mark.deleted ? end.mark.deleted : shared.deleted};
  append("\n", RunKind::paragraph_mark);
  revised_ = outside;
  if (full_) return;
  const auto format = intern(end.format);
  const Id<Cell> cell = open_.empty() ? Id<Cell>() : open_.back().cell;
  Paragraph paragraph;
  paragraph.span = {paragraph_begin_, position()};
  paragraph.part = part_;
  paragraph.cell = cell;
  paragraph.format = {format, format};
  paragraph.number = end.number;
  paragraph.origin = end.origin;
  paragraph.source = source_;
  document_.paragraphs.add(std::move(paragraph));
  paragraph_begin_ = position();
}

void DocumentBuilder::end_story() {
  if (!document_.paragraphs.empty()) document_.paragraphs.back().ends_story = true;
}

void DocumentBuilder::take_back(std::uint32_t bytes) {
  if (!paragraph_open()) return;
  Run& last = document_.runs.back();
  const std::uint32_t taken = std::min(bytes, last.span.size() - 1);
  last.span.end -= taken;
  document_.text.resize(last.span.end);
}

Id<TextTable> DocumentBuilder::begin_table() {
  TextTable table;
  table.span = {position(), position()};
  table.part = part_;
  table.outer = open_.empty() ? Id<Cell>() : open_.back().cell;
  table.source = source_;
  const auto id = document_.tables.add(std::move(table));
  open_.push_back({id, {}, {}, 0});
  return id;
}

Id<Row> DocumentBuilder::begin_row(bool header, Revised revised) {
  if (in_cell()) end_cell();  // a row or cell that stands in a cell without a table of its own ends that cell
  OpenTable& open = open_.back();
  const std::uint32_t number = open.row ? document_.rows[open.row].number + 1 : 1;
  open.row = document_.rows.add({open.table, number, header, false, revised.inserted, revised.deleted});
  open.cell = {};
  open.row_begin = position();
  return open.row;
}

Id<Cell> DocumentBuilder::begin_cell(std::uint32_t column, std::uint32_t columns) {
  if (document_.cells.size() >= limits_.cells) reach_limit("more table cells than are read");
  if (in_cell()) end_cell();
  if (paragraph_open()) end_paragraph({});  // words in front of the first cell are none of its own
  OpenTable& open = open_.back();
  Cell cell;
  cell.row = open.row;
  cell.column = column;
  cell.columns = columns;
  cell.span = {position(), position()};
  open.cell = document_.cells.add(std::move(cell));
  open.paragraphs_before_cell = document_.paragraphs.size();
  TextTable& table = document_.tables[open.table];
  table.columns = std::max(table.columns, column + columns);
  return open.cell;
}

void DocumentBuilder::end_cell() {
  if (!in_cell()) return;
  OpenTable& open = open_.back();
  if (document_.paragraphs.size() == open.paragraphs_before_cell || paragraph_open()) end_paragraph({});
  if (infer_marks_ && !document_.runs.empty()) {  // a cell's last mark stays with the cell
    Run& mark = document_.runs.back();
    if (mark.kind == RunKind::paragraph_mark) mark.inserted = mark.deleted = {};
  }
  document_.cells[open.cell].span.end = position();
  open.cell = {};
}

void DocumentBuilder::end_row() {
  if (!infer_marks_) return;
  Row& row = document_.rows[open_.back().row];
  const Revised shared = shared_revision(open_.back().row_begin);
  if (!row.inserted) row.inserted = shared.inserted;
  if (!row.deleted) row.deleted = shared.deleted;
}

void DocumentBuilder::end_table() {
  document_.tables[open_.back().table].span.end = position();
  open_.pop_back();
}

void DocumentBuilder::problem(std::string_view rule, std::string_view message, Span span) {
  if (rule == "input.limit") document_.lost.text = true;
  const auto [entry, is_new] = problems_.try_emplace(std::string(rule) + '\n' + std::string(message), document_.problems.size());
  if (is_new) {
    document_.problems.push_back({std::string(rule), std::string(message), span, 1});
  } else {
    ++document_.problems[entry->second].count;
  }
}

}  // namespace dovetail
