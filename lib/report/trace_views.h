// The tables of `trace` before they have a format: HTML and workbooks show the same rows, and the terminal counts the same.
#pragma once

#include <string>
#include <vector>

#include "report/trace.h"

namespace dovetail {

struct ViewCell {
  std::string text;
  bool is_figure = false;  // text is a count

  ViewCell(std::string words) : text(std::move(words)) {}
  ViewCell(std::string_view words) : text(words) {}
  ViewCell(const char* words) : text(words) {}
  ViewCell(std::size_t count) : text(std::to_string(count)), is_figure(true) {}
};

struct TableView {
  std::string id;     // "gaps": a name for links, and for programs
  std::string title;  // "Gaps by owner"; at most 31 characters, as a sheet's name
  std::string says;   // what a row is, in a sentence
  std::vector<std::string> heads;
  std::vector<std::vector<ViewCell>> rows;
};

/// Counts by kind, code and topic area; artefact × document; grades of evidence; thresholds; gaps by owner; waivers; stale links; conflicts in the
/// design; changed text and what it rests on; with `before` (may be null) what was fixed since. Tables without a row are left out.
std::vector<TableView> trace_views(const Review& review, const TraceBefore* before);

/// Every atom in every code that it is for, with what carries it: design to code.
TableView atoms_view(const Review& review, const TraceBefore* before);

/// What was traced, in one line, with the filters that were applied.
std::string trace_closing(const Review& review);

}  // namespace dovetail
