// What each line of a view is, before it is known where it belongs: body text with or without a number, contents, quotation, cell.
#pragma once

#include <string>
#include <vector>

#include "compile/numbers.h"
#include "compile/quotations.h"
#include "model/profile.h"

namespace dovetail {

struct LineFacts {
  static constexpr std::uint32_t itself = 0xFFFFFFFF;
  bool skipped = false;  // not body text: another story, a contents page, a table
  std::string entry;     // term of a glossary entry, in quotes
  LineNumber number;
  bool restarts = false;         // a division in which numbers begin again at 1 though its profile does not say so
  std::uint32_t words = itself;  // the line that its words stand on, when its number stands in a cell of its own
};

struct OutlineLines {
  std::vector<LineFacts> facts;       // one per line of the projection
  std::vector<Quotation> quotations;  // in order of their first lines
  std::size_t body_end = 0;           // one behind the last line of the text itself: explanatory notes follow it
};

/// Looks at every line. Numbers of contents pages, of front-matter statements and of tables that are no layout are left out.
OutlineLines look_at_lines(const Document& document, const Projection& projection, const Profile& profile, const DivisionPatterns& divisions);

}  // namespace dovetail
