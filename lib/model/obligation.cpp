// How strongly a text or an atom binds.
#include "model/obligation.h"

#include <array>
#include <string>
#include <utility>

#include "text/unicode.h"

namespace dovetail {

std::string_view name_of(Strength strength) {
  static constexpr std::array<std::string_view, 6> names{"", "must", "should", "may", "must not", "need not"};
  return names[static_cast<std::size_t>(strength)];
}

Strength strength_named(std::string_view words) {
  const std::string folded = fold_phrase(words);
  static constexpr std::array<std::pair<std::string_view, Strength>, 14> names{{{"must", Strength::must},
                                                                                {"shall", Strength::must},
                                                                                {"mandatory", Strength::must},
                                                                                {"will", Strength::must},
                                                                                {"m", Strength::must},
                                                                                {"must have", Strength::must},
                                                                                {"required", Strength::must},
                                                                                {"should", Strength::should},
                                                                                {"should have", Strength::should},
                                                                                {"may", Strength::may},
                                                                                {"optional", Strength::may},
                                                                                {"can", Strength::may},
                                                                                {"must not", Strength::must_not},
                                                                                {"shall not", Strength::must_not}}};
  for (const auto& [name, strength] : names)
    if (name == folded) return strength;
  return Strength::none;
}

Strength owed(std::string_view obligation) {
  static constexpr std::array<std::string_view, 3> wished{"could", "could have", "nice to have"};
  const std::string folded = fold_phrase(obligation);
  for (const std::string_view word : wished)
    if (word == folded) return Strength::may;
  const Strength strength = strength_named(obligation);
  return strength == Strength::should || strength == Strength::may ? strength : Strength::must;
}

}  // namespace dovetail
