// The sheets of the workbook, one function each, in the order of the book.
#pragma once

#include "model/review.h"
#include "report/tally.h"
#include "report/xlsx/book.h"

namespace dovetail::xlsx {

Sheet summary_sheet(const Review& review, const Tally& tally);
Sheet findings_sheet(const Review& review);
/// A row for each atom and code with each provision that carries it; one row where none does.
Sheet design_to_code_sheet(const Review& review);
/// A row for each provision that carries something of the design.
Sheet code_to_design_sheet(const Review& review);
/// The atoms that are not wholly covered, and why.
Sheet gaps_sheet(const Review& review);
Sheet terms_sheet(const Review& review);
Sheet references_sheet(const Review& review);
/// Provision by provision: what the drafts make new, change, renumber and delete, with both texts.
Sheet changes_sheet(const Review& review);
Sheet waivers_sheet(const Review& review);
/// A row for each atom of which the artefacts say different things, a column for each artefact. Stands in the book only where there is one.
Sheet conflicts_sheet(const Review& review);
/// What a reviewer answers: one row for each finding; `check --responses` reads Response and Status back.
Sheet comments_log_sheet(const Review& review);

}  // namespace dovetail::xlsx
