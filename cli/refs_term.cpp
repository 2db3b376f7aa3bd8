// dovetail refs --term: what a defined term means, and which documents use it.
#include "commands.h"
#include "output.h"
#include "prepare.h"
#include "report/glossary.h"

namespace dovetail::cli {

int run_refs_term(const Options& options) {
  const auto review = linked(options);
  if (!review) return complain(review.error().message);
  const auto entries = glossary_of_term(*review, options.term);
  if (!entries) return complain(entries.error().message);
  return print(options.format == "json" ? glossary_json(*review, *entries, report_options(options))
                                        : glossary_text(*review, *entries, report_options(options)));
}

}  // namespace dovetail::cli
