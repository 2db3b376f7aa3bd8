// What stands in front of a number says whether it is a step's.
#include "text/step_numbers.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::size_t dots_in(std::string_view label) { return static_cast<std::size_t>(std::count(label.begin(), label.end(), '.')); }

/// Whether a full stop stands between two figures: most cells have none, and are done with.
bool has_dotted_figure(std::string_view text) {
  for (auto dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1))
    if (dot > 0 && dot + 1 < text.size() && is_digit(text[dot - 1]) && is_digit(text[dot + 1])) return true;
  return false;
}

}  // namespace

std::vector<StepNumber> step_numbers_in(std::string_view text) {
  static const Pattern number = Pattern::literal("[A-Z]{0,2}[0-9]+(?:\\.[0-9]+[A-Z]?)+(?:\\([a-z0-9]{1,4}\\))*");
  static const Pattern step = Pattern::literal("(?:^|[^\\pL])(?:steps?|rows?|stages?) $", true);
  static const Pattern other = Pattern::literal("(?:\\pL[\\pL.]*|[A-Z]+-?[0-9]+[A-Z0-9/.-]*|v[0-9.]*) ?$", true);
  static const Pattern of_other = Pattern::literal("^,? (?:of|in|to|under) (?:the )?(?:\\p{Lu}|Schedule|Annex)");
  static const Pattern linking = Pattern::literal(
      "(?:^|[^\\pL])(?:of|after|following|from|to|or|and|in|with|as|at|by|before|than|on|once|until|both|either|receipt|sending|completion|"
      "completing|receiving|prior|when|if|where|per|under|see|repeat|perform|go|return|continue|completed|then|also|upon|whenever|unless|since) ?$",
      true);
  std::vector<StepNumber> found;
  if (!has_dotted_figure(text)) return found;
  for (auto match = number.find(text); match; match = number.find(text, match->span.end)) {
    if (!at_word_edge(text, match->span.begin) || !at_word_edge(text, match->span.end)) continue;
    const std::string_view before = text.substr(0, match->span.begin), after = text.substr(match->span.end);
    const std::string_view label = slice(text, match->span);
    const bool named = step.find(before).has_value();
    if (dots_in(label) < (named ? 1U : 2U) || of_other.find(after)) continue;
    const bool listed = !found.empty() && before.ends_with('/');  // "3.1.2/3.1.3"
    if (!listed && !before.empty() && std::string_view("/-.").find(before.back()) != std::string_view::npos) continue;
    if (!named && other.find(before) && !linking.find(before)) continue;
    if (after.starts_with('%')) continue;
    found.push_back({std::string(label), match->span});
  }
  return found;
}

}  // namespace dovetail
