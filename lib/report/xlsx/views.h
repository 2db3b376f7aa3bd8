// A table view as a sheet.
#pragma once

#include "report/trace_views.h"
#include "report/xlsx/book.h"

namespace dovetail::xlsx {

/// The sheet of that title; its column heads are views of the table's, which must live as long.
Sheet sheet_of(const TableView& view);

}  // namespace dovetail::xlsx
