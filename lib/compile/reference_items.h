// The numbers behind a keyword: one, a list, a range.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/reference_line.h"
#include "compile/reference_words.h"

namespace dovetail {

struct ReferenceItem {
  std::string label;  // "9.4", "(a)(ii)", "S-2", "K5.4"
  std::string last;   // of a range
  Span span;          // its own characters
  bool self = false;
  bool subs_only = false;  // "(a)" alone
};

/// One number, letter or label at offset, as the keyword (singular, lower case) allows.
std::optional<ReferenceItem> read_reference_item(const ReferenceLine& line, std::uint32_t offset, std::string_view keyword);

/// The items of a list that begins at offset, one for each number or range; empty when there is none. A quantity never goes on with a list.
std::vector<ReferenceItem> read_reference_items(const ReferenceLine& line, std::uint32_t offset, const KeywordWord& keyword, bool self);

}  // namespace dovetail
