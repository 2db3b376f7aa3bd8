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

/// What is said in brackets directly behind offset, or (where `quotes`) in quotation marks: a heading or title echoed, or any other remark.
struct ReferenceEcho {
  std::string words;  // without brackets or quotation marks; empty for none
  bool quoted = false;
};
ReferenceEcho read_echo(const ReferenceLine& line, std::uint32_t offset, bool quotes);

/// Brackets that belong to an item and are no label ("(other than 2.6)", "(inclusive)", a heading echoed): where they end; else offset.
std::uint32_t skip_remark(const ReferenceLine& line, std::uint32_t offset);

}  // namespace dovetail
