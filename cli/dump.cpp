// dovetail dump: what was read and compiled, as JSON.
#include "report/dump.h"
#include "commands.h"
#include "one_document.h"
#include "output.h"
#include "read/readers.h"
#include "report/dump_raw.h"
#include "report/escape.h"

namespace dovetail::cli {

int run_dump(const Options& options) {
  const auto review = open_one(options, "dump", options.raw ? Until::read : Until::compile);
  if (!review) return complain(review.error().message);
  const auto& document = *review->documents.begin();
  if (options.raw) {
    const auto raw = json_safe(raw_json(document));
    return raw.empty() ? complain(document.path + ": a " + std::string(name_of(document.kind)) + " file has no --raw form; leave it out")
                       : print(raw);
  }
  return print_pieces([&](const Sink& out) { dump_json(document, *review->units.begin(), name_of(document.kind), out); });
}

}  // namespace dovetail::cli
