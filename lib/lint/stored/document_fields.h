// The members of a Document as they are stored. Each is taken apart by name: a member that is added to the model does not compile until it stands
// here.
#pragma once

#include "lint/stored/archive.h"
#include "model/document.h"

namespace dovetail::stored {

template <>
inline constexpr auto last_value<Change> = Change::formatted;
template <>
inline constexpr auto last_value<Scheme> = Scheme::manual;
template <>
inline constexpr auto last_value<Underline> = Underline::other;
template <>
inline constexpr auto last_value<VerticalAlign> = VerticalAlign::subscript;
template <>
inline constexpr auto last_value<RunKind> = RunKind::paragraph_mark;
template <>
inline constexpr auto last_value<Part> = Part::text_box;
template <>
inline constexpr auto last_value<CellKind> = CellKind::error;
template <>
inline constexpr auto last_value<NoteKind> = NoteKind::endnote;
template <>
inline constexpr auto last_value<FileKind> = FileKind::archimate;

template <class T>
void save(Packer& archive, const Id<T>& id) {  // none becomes 0, the shortest
  archive.number(static_cast<std::uint32_t>(id.value + 1));
}
template <class T>
void load(Unpacker& archive, Id<T>& id) {
  std::uint32_t number = 0;
  archive(number);
  id.value = number - 1;
}

template <class Archive>
void serialize(Archive& archive, Span& value) {
  auto& [begin, end] = value;
  members(archive, begin, end);
}
template <class Archive>
void serialize(Archive& archive, Views& value) {
  auto& [baseline, proposed] = value;
  members(archive, baseline, proposed);
}
template <class Archive>
void serialize(Archive& archive, Revision& value) {
  auto& [change, scheme, author, date, name, pair, says] = value;
  members(archive, change, scheme, author, date, name, pair, says);
}
template <class Archive>
void serialize(Archive& archive, Format& value) {
  auto& [colour, shading, highlight, underline, vertical, bold, italic, strike, double_strike, hidden, capitals] = value;
  members(archive, colour, shading, highlight, underline, vertical, bold, italic, strike, double_strike, hidden, capitals);
}
template <class Archive>
void serialize(Archive& archive, Run& value) {
  auto& [span, format, inserted, deleted, kind] = value;
  members(archive, span, format, inserted, deleted, kind);
}
template <class Archive>
void serialize(Archive& archive, ParagraphFormat& value) {
  auto& [style, outline, list_level, list, indent, bullet] = value;
  members(archive, style, outline, list_level, list, indent, bullet);
}
template <class Archive>
void serialize(Archive& archive, Paragraph& value) {
  auto& [span, part, cell, format, number, ends_story, origin, source] = value;
  members(archive, span, part, cell, format, number, ends_story, origin, source);
}
template <class Archive>
void serialize(Archive& archive, CellRange& value) {
  auto& [first_row, last_row, first_column, last_column] = value;
  members(archive, first_row, last_row, first_column, last_column);
}
template <class Archive>
void serialize(Archive& archive, TextTable& value) {
  auto& [name, span, part, outer, columns, hidden, very_hidden, source, merged, hidden_columns] = value;
  members(archive, name, span, part, outer, columns, hidden, very_hidden, source, merged, hidden_columns);
}
template <class Archive>
void serialize(Archive& archive, Row& value) {
  auto& [table, number, header, hidden, inserted, deleted] = value;
  members(archive, table, number, header, hidden, inserted, deleted);
}
template <class Archive>
void serialize(Archive& archive, Cell& value) {
  auto& [row, column, columns, span, kind, continues_above, struck, hidden, inserted, deleted] = value;
  members(archive, row, column, columns, span, kind, continues_above, struck, hidden, inserted, deleted);
}
template <class Archive>
void serialize(Archive& archive, Note& value) {
  auto& [kind, anchor, span, mark, inserted, deleted] = value;
  members(archive, kind, anchor, span, mark, inserted, deleted);
}
template <class Archive>
void serialize(Archive& archive, Comment& value) {
  auto& [id, author, date, initials, anchor, span, resolved] = value;
  members(archive, id, author, date, initials, anchor, span, resolved);
}
template <class Archive>
void serialize(Archive& archive, Field& value) {
  auto& [kind, instruction, result, outer, inserted, deleted] = value;
  members(archive, kind, instruction, result, outer, inserted, deleted);
}
template <class Archive>
void serialize(Archive& archive, Bookmark& value) {
  auto& [name, span] = value;
  members(archive, name, span);
}
template <class Archive>
void serialize(Archive& archive, Link& value) {
  auto& [target, span] = value;
  members(archive, target, span);
}
template <class Archive>
void serialize(Archive& archive, Tag& value) {
  auto& [name, title, span] = value;
  members(archive, name, title, span);
}
template <class Archive>
void serialize(Archive& archive, FormatChange& value) {
  auto& [span, revision] = value;
  members(archive, span, revision);
}
template <class Archive>
void serialize(Archive& archive, Aside& value) {
  auto& [text, span] = value;
  members(archive, text, span);
}
template <class Archive>
void serialize(Archive& archive, Problem& value) {
  auto& [rule, message, span, count, minor] = value;
  members(archive, rule, message, span, count, minor);
}
template <class Archive>
void serialize(Archive& archive, Losses& value) {
  auto& [numbers, marks, layout, text] = value;
  members(archive, numbers, marks, layout, text);
}
template <class Archive>
void serialize(Archive& archive, Node& value) {
  auto& [kind, id, name, parent, attributes, span, origin] = value;
  members(archive, kind, id, name, parent, attributes, span, origin);
}
/// Without what belongs to one run: path, marking scheme, origins.
template <class Archive>
void serialize(Archive& archive, Document& value) {
  auto& [path, kind, text, parts, runs, paragraphs, formats, paragraph_formats, revisions, tables, rows, cells, notes, comments, fields, bookmarks,
         links, tags, format_changes, nodes, asides, keep_origins, origins, properties, problems, lost, marking] = value;
  members(archive, kind, text, parts, runs, paragraphs, formats, paragraph_formats, revisions, tables, rows, cells, notes, comments, fields,
          bookmarks, links, tags, format_changes, nodes, asides, properties, problems, lost);
}

}  // namespace dovetail::stored
