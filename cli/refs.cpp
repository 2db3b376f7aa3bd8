// dovetail refs: who refers to a provision, a range, or a whole document.
#include "report/refs.h"

#include "commands.h"
#include "output.h"
#include "prepare.h"

namespace dovetail::cli {

int run_refs(const Options& options) {
  if (!options.term.empty()) return run_refs_term(options);
  if (options.arguments.empty()) return complain("refs takes a provision or a document, as in 'dovetail refs \"XBSC K5.4\"' (--help shows more)");
  auto asked = options;
  const auto target = asked.arguments.front();
  asked.arguments.erase(asked.arguments.begin());
  const auto review = linked(asked);
  if (!review) return complain(review.error().message);
  const auto answer = find_refs(*review, target);
  if (!answer) return complain(answer.error().message);
  return print(options.format == "json" ? refs_json(*review, *answer, report_options(options))
                                        : refs_text(*review, *answer, report_options(options)));
}

}  // namespace dovetail::cli
