// Finds the notes of a page: a superscript link, and the element it leads to.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "read/html/tree.h"

namespace dovetail::html {

struct PageNote {
  const GumboNode* mark = nullptr;  // the link in the text
  const GumboNode* body = nullptr;  // the block that holds the note's words
  std::string shown;                // the mark as shown, without brackets
};

struct PageNotes {
  std::vector<PageNote> notes;                      // in order of their marks
  std::map<const GumboNode*, std::size_t> by_mark;  // looked up only, never walked
  std::map<const GumboNode*, std::size_t> by_body;
};

PageNotes find_notes(const GumboNode* root);

/// Whether a link inside a note's words only leads back to its mark.
bool leads_back(const GumboNode* link, const PageNote& note);

}  // namespace dovetail::html
