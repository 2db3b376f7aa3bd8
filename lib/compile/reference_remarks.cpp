// Brackets count to their partner; quotation marks that stand inside a word close nothing.
#include "compile/reference_remarks.h"

#include <cctype>

#include "text/unicode.h"

namespace dovetail {

ReferenceEcho read_echo(const ReferenceLine& line, std::uint32_t offset, bool quotes) {
  const auto open = line.skip_spaces(offset);
  if (open == offset || open - offset > 2) return {};
  const char mark = line.at(open);
  if (mark == '(') {
    int depth = 0;
    for (std::uint32_t i = open; i < line.text.size() && i < open + 160; ++i) {
      depth += line.at(i) == '(' ? 1 : line.at(i) == ')' ? -1 : 0;
      if (depth == 0) return {std::string(trim(slice(line.text, {open + 1, i}))), false};
    }
    return {};
  }
  if (!quotes || (mark != '\'' && mark != '"')) return {};
  for (auto close = line.text.find(mark, open + 1); close != std::string_view::npos && close < open + 160; close = line.text.find(mark, close + 1))
    if (at_word_edge(line.text, close + 1) && !std::isalnum(static_cast<unsigned char>(line.at(close + 1))))
      return {std::string(trim(line.text.substr(open + 1, close - open - 1))), true};
  return {};
}

std::uint32_t skip_remark(const ReferenceLine& line, std::uint32_t offset) {
  const auto open = line.skip_spaces(offset);
  if (line.at(open) != '(') return offset;
  const auto close = line.text.find(')', open);
  if (close == std::string_view::npos || close - open > 120) return offset;
  return static_cast<std::uint32_t>(close + 1);
}

}  // namespace dovetail
