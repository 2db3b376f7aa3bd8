// Where something stands, and how that is said to a person.
#pragma once

#include <compare>
#include <string>

#include "model/document.h"

namespace dovetail {

/// A stretch of one document of a run; the only kind of location after reading.
struct Place {
  Id<Document> document;
  Span span;
  friend constexpr auto operator<=>(const Place&, const Place&) = default;
};

/// The paragraph that holds `offset`; no id where the document has no paragraph there (workbooks, diagrams).
Id<Paragraph> paragraph_at(const Document& document, std::uint32_t offset);
/// The innermost cell that holds `offset`, if any.
Id<Cell> cell_at(const Document& document, std::uint32_t offset);

/// Where `span` stands in its file, in the words of the format: "word/document.xml paragraph 418", "sheet Requirements, B7", "line 12".
std::string describe_origin(const Document& document, Span span);

/// "B7" for column 1, row 7; column from 0, row from 1.
std::string cell_name(std::uint32_t column, std::uint32_t row);

}  // namespace dovetail
