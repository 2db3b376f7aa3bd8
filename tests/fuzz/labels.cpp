// Fuzz target: the small readers of what stands in cells and names: numbers, ids, versions, dates.
#include "text/labels.h"

#include "compile/dates.h"
#include "fuzz/promises.h"
#include "fuzz/targets.h"
#include "text/ids.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail::fuzz {

void labels(std::string_view bytes) {
  (void)parts_of(bytes);
  (void)values_of(bytes);
  (void)roman_value(bytes);
  (void)value_of_part(bytes);
  if (const auto number = read_number(bytes, 0)) expect(number->span.end <= bytes.size() && number->span.end > 0, "a number stands in its text");
  (void)canonical_id(bytes);
  expect(ids_in_cell(bytes).size() <= 1000 * (bytes.size() + 1), "a range of ids is limited");
  const std::string text = normalise(bytes);
  for (const auto& found : ids_in_text(text)) expect(found.span.begin < found.span.end && found.span.end <= text.size(), "an id stands in its text");
  (void)split_values(bytes);
  (void)says_not_applicable(bytes);
  (void)version_in_file_name(bytes);
  const auto middle = bytes.size() / 2;
  const auto one = bytes.substr(0, middle), other = bytes.substr(middle);
  const auto there = compare_versions(one, other), back = compare_versions(other, one);
  expect(there.has_value() == back.has_value(), "versions compare both ways");
  if (there) expect(*there == (0 <=> *back), "versions compare the same both ways");
  const auto date = read_date(bytes);
  expect((date.outcome == DateReading::Outcome::date) == (date.iso.size() == 10), "a date is written out in full");
}

}  // namespace dovetail::fuzz
