// What tests of readers ask of a document: its lines as `dovetail text` prints them, per view.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "model/limits.h"
#include "model/projection.h"

namespace dovetail {

using ReadFunction = void (*)(std::string_view bytes, Document& document, const Limits& limits);

inline Document read_with(ReadFunction read, std::string_view bytes, const Limits& limits = {}) {
  Document document;
  read(bytes, document, limits);
  return document;
}

/// The lines of one story in one view, computed numbers in front with a tab, lines joined by " / ".
inline std::string lines_of(const Document& document, View view, Part part = Part::body) {
  const Projection projection = project(document, view, Spelling::faithful);
  std::string lines;
  bool first = true;
  for (const Line& line : projection.lines) {
    const Paragraph& paragraph = document.paragraphs[line.paragraph];
    if (paragraph.part != part) continue;
    if (!first) lines += " / ";
    first = false;
    const std::string& number = paragraph.number[index(view)];
    lines += number.empty() ? "" : number + "\t";
    lines += slice(projection.text, line.span);
  }
  return lines;
}

inline std::string baseline_of(const Document& document) { return lines_of(document, View::baseline); }
inline std::string proposed_of(const Document& document) { return lines_of(document, View::proposed); }

inline bool has_problem(const Document& document, std::string_view rule, std::string_view words = {}) {
  for (const Problem& problem : document.problems)
    if (problem.rule == rule && problem.message.find(words) != std::string::npos) return true;
  return false;
}

/// What every reader promises: runs cover the text without gaps, paragraphs follow one another, spans lie inside the text.
inline bool is_sound(const Document& document) {
  std::uint32_t at = 0;
  for (const Run& run : document.runs) {
    if (run.span.begin != at || run.span.end <= at) return false;
    at = run.span.end;
  }
  if (at != document.text.size()) return false;
  at = 0;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.span.begin != at || paragraph.span.end <= at || document.text[paragraph.span.end - 1] != '\n') return false;
    if (paragraph.cell && !document.cells[paragraph.cell].span.contains(paragraph.span)) return false;
    at = paragraph.span.end;
  }
  for (const Note& note : document.notes)
    if (note.anchor > document.text.size() || note.span.end > document.text.size()) return false;
  for (const Comment& comment : document.comments)
    if (comment.anchor.end > document.text.size() || comment.span.end > document.text.size()) return false;
  for (const Link& link : document.links)
    if (link.span.end > document.text.size() || link.span.begin > link.span.end) return false;
  return at == document.text.size();
}

}  // namespace dovetail
