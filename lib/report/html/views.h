// A table view as a table of a page.
#pragma once

#include <string>

#include "report/trace_views.h"

namespace dovetail::html {

/// The table with its caption. Of a long one the first 500 rows stand on the page; the rest come with it as data, and are shown when they are asked
/// for, so that the page opens at once.
std::string table_of(const TableView& view);

}  // namespace dovetail::html
