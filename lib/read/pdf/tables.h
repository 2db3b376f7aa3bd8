// Which lines of a page are cells of a table, by where they stand: a PDF has no tables.
#pragma once

#include "read/pdf/page.h"

namespace dovetail::pdf {

/// What share of a line's height the next line of the same paragraph usually stands below it (its pitch over its height); 1 where no block has two
/// lines.
double usual_pitch(const Pages& pages);

/// Finds runs of visual rows whose lines keep to columns with a clear gutter between them, gives their lines `table` (from `next_table` on, which it
/// counts up), `row` and `column`, and puts them in the order of cells. Two columns of which the first holds numbers alone are numbered paragraphs
/// and no table. Furniture and contents are marked before, and left alone.
void find_tables(Page& page, double pitch, std::uint32_t& next_table);

}  // namespace dovetail::pdf
