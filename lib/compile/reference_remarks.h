// What stands in brackets or quotation marks behind the numbers of a reference.
#pragma once

#include <cstdint>
#include <string>

#include "compile/reference_line.h"

namespace dovetail {

/// What is said in brackets directly behind offset, or (where `quotes`) in quotation marks: a heading or title echoed, or any other remark.
struct ReferenceEcho {
  std::string words;  // without brackets or quotation marks; empty for none
  bool quoted = false;
};
ReferenceEcho read_echo(const ReferenceLine& line, std::uint32_t offset, bool quotes);

/// Brackets that belong to an item and are no label ("(other than 2.6)", "(inclusive)", a heading echoed): where they end; else offset.
std::uint32_t skip_remark(const ReferenceLine& line, std::uint32_t offset);

}  // namespace dovetail
