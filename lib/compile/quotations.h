// Text that is quoted to be put into another enactment: "(6AA) …". Its numbers are not the document's own.
#pragma once

#include <cstdint>
#include <vector>

#include "model/projection.h"

namespace dovetail {

/// A quotation of whole provisions: its lines, and how many bytes of its first line stand in front of its words ("\"", "{tag}\"").
struct Quotation {
  std::uint32_t begin = 0, end = 0;  // half-open lines of the projection
  std::uint32_t skipped = 0;
};

/// Finds them in the body lines that `considered` names, outer ones before those inside them. A quotation begins behind a dash, a colon or a word of
/// amending, with a number or with words whose quotation mark is not closed on the line; it ends where its marks are closed, at most 400 lines on.
std::vector<Quotation> find_quotations(const Projection& projection, const std::vector<bool>& considered);

}  // namespace dovetail
