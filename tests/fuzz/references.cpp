// Fuzz target: labels and references in lines of text.
#include "compile/references.h"

#include <algorithm>
#include <string>

#include "fuzz/promises.h"
#include "fuzz/targets.h"
#include "text/labels.h"
#include "text/unicode.h"

namespace dovetail::fuzz {
namespace {

void scan(std::string_view line) {
  for (const auto& found : find_references(line))
    expect(found.span.begin <= found.span.end && found.span.end <= line.size(), "a reference stands in its line");
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto number = read_number(line, at);
    if (!number) continue;
    expect(number->span.begin == at && number->span.end <= line.size() && number->span.end > at, "a number stands in its line");
    for (const auto& part : parts_of(number->number)) (void)value_of_part(part);
    (void)values_of(number->number);
    (void)roman_value(number->number);
  }
}

}  // namespace

void references(std::string_view bytes) {
  const std::string text = normalise(bytes);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    scan(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace dovetail::fuzz
