// dovetail text: the text of one document as read.
#include "commands.h"
#include "one_document.h"
#include "output.h"
#include "report/text_view.h"

namespace dovetail::cli {

int run_text(const Options& options) {
  const auto review = open_one(options, "text", Until::read);
  if (!review) return complain(review.error().message);
  const auto view = options.view == "baseline" ? TextView::baseline : options.view == "marked" ? TextView::marked : TextView::proposed;
  return print_pieces([&](const Sink& out) { write_text(*review->documents.begin(), view, {.numbers = !options.plain, .all = options.all}, out); });
}

}  // namespace dovetail::cli
