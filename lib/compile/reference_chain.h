// The "of" chain behind the numbers of a reference: divisions, a document, an instrument outside the codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/reference_line.h"
#include "model/unit.h"

namespace dovetail {

/// What a chain says about where the numbers are.
struct ReferenceChain {
  std::vector<std::string> divisions;  // outermost first
  std::string document;
  ReferenceReach reach = ReferenceReach::own;
  std::uint32_t end = 0;
};

/// Reads " of …" from offset on, as far as it leads, to its head noun. `division`: the numbers are a division's, which "to" may follow; `beside`: a
/// document may stand behind a comma or a space alone ("section 3.2, XBSCP901").
ReferenceChain read_reference_chain(const ReferenceLine& line, std::uint32_t offset, bool division, bool beside);

/// Where a document id that begins at word i ends ("XBSCP902", "XBSCP 902", "BSC Procedure 902", "Section K"); none when it is none.
std::optional<std::uint32_t> document_name_end(const ReferenceLine& line, std::size_t i);

/// "Annex" for "annex".
std::string capitalised(std::string_view keyword);

}  // namespace dovetail
