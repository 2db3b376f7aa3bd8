// Errors that name what was probably meant.
#include "lint/suggest.h"

#include "config/nearest.h"

namespace dovetail {

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known) {
  const auto word = nearest_word(typed, known);
  return word.empty() ? std::string() : "; did you mean " + word + "?";
}

}  // namespace dovetail
