// The text of one document as read: one line a paragraph. What `dovetail text` prints and comparisons with other programs judge.
#pragma once

#include <string>

#include "model/document.h"
#include "report/sink.h"

namespace dovetail {

enum class TextView { baseline, proposed, marked };

struct TextOptions {
  bool numbers = true;  // computed numbers in front of their paragraph, with a tab
  bool all = false;     // notes, headers, footers, comments and text boxes too, after the body
};

/// One line for each paragraph of the view, cells of a table in row order, one line for each; a line break inside a paragraph is a space.
/// `marked` shows both texts with CriticMarkup: {++inserted++}, {--deleted--}; a line end inside a mark is a revised paragraph mark. A sheet without
/// paragraphs gives one line for each row, cells apart by tabs. Control characters of the input become U+FFFD.
/// Handed to `out` in pieces.
void write_text(const Document& document, TextView view, const TextOptions& options, const Sink& out);

/// The same as one string.
std::string text_of(const Document& document, TextView view, const TextOptions& options);

}  // namespace dovetail
