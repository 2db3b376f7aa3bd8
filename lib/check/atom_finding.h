// Findings about the design and the registers: placed in their file, named by the row's id.
#pragma once

#include <string>

#include "model/finding.h"
#include "model/review.h"

namespace dovetail {

/// A finding of `rule` at a stretch of a design file or register; `label` is the atom's or row's id. The message is the caller's.
Finding table_finding(const Review& review, const Rule& rule, Id<Unit> unit, Span span, std::string label);

/// The same for an atom, whose id is the label.
Finding atom_finding(const Review& review, const Rule& rule, In<Item> item);

/// The id of a register's row ("T-0004", "HS-903"; of the version matrix the document); empty where it has none.
std::string row_id(const Record& record);

/// The id of the atom or register row that stands in the same row as `span`; empty for none.
std::string id_of_row_at(const Review& review, Id<Unit> unit, Span span);

}  // namespace dovetail
