// Fuzz target: time limits, WHEN cells and SLA texts.
#include "compile/when.h"

#include "fuzz/promises.h"
#include "fuzz/targets.h"

namespace dovetail::fuzz {

void when(std::string_view bytes) {
  (void)read_anchor(bytes);
  const auto limit = read_when(bytes);
  expect(limit.understood || limit.clauses.empty(), "what is not understood as a whole has no clauses");
  for (const auto& clause : limit.clauses) {
    expect(!clause.minute_of_day || *clause.minute_of_day <= 1440, "a time of day is one");
    expect(!clause.quantity || limit.quantified, "a text with a quantity says so");
  }
}

}  // namespace dovetail::fuzz
