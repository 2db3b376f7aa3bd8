// What one line of a cover, statement or running head says of versions and dates.
#pragma once

#include <optional>
#include <string_view>

#include "text/span.h"

namespace dovetail {

/// A version that a line names, as a part of the line.
struct NamedVersion {
  Span number;         // "17.0"
  bool draft = false;  // of the drafting ("Draft Proposed Legal Text v0.1"), not of the code
};

/// The first version of a normalised line: behind "Version", "Issue" or "Revision", or "v" with a full stop in its number. Nothing where the words in
/// front say that it is another's: "Supersedes Version 11.0", "Template Version 2.1", "should be read with Version 4.0".
std::optional<NamedVersion> version_in(std::string_view line);

/// The date that a line says the document is of: behind "Effective …", "With effect from", "Implementation Date" or "Date", or all that follows its
/// version.
std::optional<Span> labelled_date_in(std::string_view line);

/// Any date of a line, for running heads, which hold no other dates; nothing beside a copyright or the day of printing.
std::optional<Span> any_date_in(std::string_view line);

/// What a cell of a cover's table names: the cell behind it is the value.
enum class CoverField { none, id, title, version, draft_version, date };
CoverField cover_field(std::string_view cell);

}  // namespace dovetail
