// dovetail trace: coverage of the design by the code.
#include "report/trace.h"
#include "commands.h"
#include "output.h"
#include "prepare.h"
#include "report/design_trace.h"

namespace dovetail::cli {
namespace {

// A file that could not be read leaves gaps that are none: said on standard error, since the table cannot show it.
std::size_t mention_unread(const Review& review) {
  std::size_t unread = 0;
  for (std::size_t n = 0; n < review.inputs.size(); ++n)
    for (const auto& problem : review.documents[Table<Document>::id_at(n)].problems)
      if (problem.rule == "input.unreadable" || problem.rule == "input.encrypted") {
        mention(review.inputs[n].path + ": " + problem.message);
        ++unread;
      }
  return unread;
}

}  // namespace

int run_trace(const Options& options) {
  const auto review = linked(options);
  if (!review) return complain(review.error().message);
  if (mention_unread(*review) == review->inputs.size()) return complain("nothing could be traced");
  if (options.design_only) return print(options.format == "json" ? design_trace_json(*review) : design_trace_text(*review));
  if (!options.why.empty()) {
    const auto why = trace_why(*review, options.why);
    return why ? print(*why) : complain(why.error().message);
  }
  return print(options.format == "json" ? trace_json(*review, report_options(options)) : trace_text(*review, report_options(options)));
}

}  // namespace dovetail::cli
