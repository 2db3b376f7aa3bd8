// Looks at the small words of a run of capitals.
#include "check/name_parts.h"

#include <array>

#include "base/holds.h"
#include "check/capital_words.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool has_determiner(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin) {
  static constexpr std::array determiners{"the", "a", "an", "each", "every", "any", "no", "such", "its", "their", "that", "this", "all"};
  return begin > 0 && holds(determiners, fold(text.form(here[begin - 1])));
}

}  // namespace

bool is_head_of_name(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t k, std::size_t end) {
  static constexpr std::array heads{"schedule",  "table", "part",  "section", "figure", "article",
                                    "condition", "rule",  "stage", "phase",   "group",  "note"};
  if (k == 0 || k + 2 >= end || text.is(here[k], Word::sentence_start) || !text.is(here[k], Word::space_before)) return false;
  return fold(text.form(here[k + 1])) == "of" && text.is(here[k + 2], Word::upper) && holds(heads, fold(text.form(here[k])));
}

bool joins_body(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t k, std::size_t end) {
  return text.form(here[k]) == "and" && end - k > 2 && text.form(here[k + 1]) != "the" && is_of_world_outside(fold(text.form(here[end - 1])));
}

bool parts_names(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t k) {
  const auto word = fold(text.form(here[k]));
  if (text.is_joined_by_hyphen(here[k])) return false;  // "Use-it-or-Lose-it Rule"
  // "an Access Notice in January": a day or a place is no part of the name.
  if ((word == "in" || word == "on") && k + 1 < here.size() && is_of_world_outside(fold(text.form(here[k + 1])))) return true;
  if (word == "in" && k == begin + 1 && !has_determiner(text, here, begin)) return true;  // "from Anthorn in Cumbria"
  if (word != "to" || k != begin + 1 || begin == 0) return word == "and" || word == "or" || word == "to" || word == "the";
  const auto before = text.form(here[begin - 1]);
  return (before != "a" && before != "an") || text.is(here[begin], Word::sentence_start);
}

bool is_named_by_article(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t k) {
  static constexpr std::array determiners{"no", "all", "one", "two", "both", "only", "once", "further"};
  if (k == 0 || text.is(here[k], Word::sentence_start) || !text.is(here[k], Word::space_before) || !holds(determiners, fold(text.form(here[k]))))
    return false;
  const auto before = text.form(here[k - 1]);
  return before == "a" || before == "the" || before == "an";
}

}  // namespace dovetail
