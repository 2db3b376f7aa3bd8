// A small review for tests of coverage and design checks: code text built by hand, design and registers from CSV.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "help/mappings.h"

namespace help {

using namespace dovetail;

/// Adds a draft whose paragraphs are "3.1.4 words": the label, a blank, the text. Each is one provision.
Id<Unit> add_draft(Review& review, const std::string& id, const std::string& code, const std::vector<std::string>& paragraphs);

/// Adds a timetable row to a draft made by add_draft; `label` is the REF of one of its provisions.
void add_row(Review& review, Id<Unit> draft, const std::string& label, const std::string& from, const std::string& to,
             const std::string& information);

/// Fills the corpus: atoms and coverage.
void link_design(Review& review);

}  // namespace help
