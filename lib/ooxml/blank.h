// What a reader has no use for is made white space before a part is parsed: a tree of hundreds of megabytes of XML is half as large without it.
#pragma once

#include <span>
#include <string_view>

#include "ooxml/buffer.h"

namespace dovetail {

/// What may go: elements that hold nothing, by their names as written ("w:sz"), and attributes of certain elements by how they begin.
struct Unused {
  std::span<const std::string_view> leaves;                // fewer than 254, as the others
  std::span<const std::string_view> elements;              // whose attributes are looked at
  std::span<const std::string_view> attribute_beginnings;  // "w:rsid"
};

/// Overwrites them with blanks, so that every other byte keeps its place. Comments, CDATA and processing instructions are left as they are, and so
/// is an element with content, or one that does not end. Only ASCII-compatible encodings have such names; others stay as they are.
void blank_unused(Buffer& part, const Unused& unused);

}  // namespace dovetail
