// dovetail suggest: candidates for what has no text, and for text that traces to nothing.
#include "report/suggest.h"

#include <filesystem>

#include "commands.h"
#include "link/candidates.h"
#include "output.h"
#include "prepare.h"

namespace dovetail::cli {

int run_suggest(const Options& options) {
  constexpr std::size_t shown = 5;
  auto asked = options;
  asked.arguments.clear();
  std::vector<std::string> atoms;
  for (const auto& word : options.arguments) {
    std::error_code ignored;
    (std::filesystem::exists(word, ignored) ? asked.arguments : atoms).push_back(word);
  }
  const auto review = linked(asked);
  if (!review) return complain(review.error().message);
  const auto lists = suggest(*review, atoms, shown);
  if (!lists) return complain(lists.error().message);
  return print(options.format == "json" ? suggest_json(*review, *lists, report_options(options))
                                        : suggest_text(*review, *lists, report_options(options)));
}

}  // namespace dovetail::cli
