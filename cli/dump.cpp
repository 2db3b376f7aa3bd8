// dovetail dump: what was read and compiled, as JSON.
#include "commands.h"
#include "one_document.h"
#include "output.h"
#include "read/readers.h"
#include "report/dump.h"

namespace dovetail::cli {

int run_dump(const Options& options) {
  const auto review = open_one(options, "dump", options.raw ? Until::read : Until::compile);
  if (!review) return complain(review.error().message);
  const auto& document = *review->documents.begin();
  if (options.raw) return complain("--raw is not there yet");
  return print(dump_json(document, *review->units.begin(), name_of(document.kind)));
}

}  // namespace dovetail::cli
