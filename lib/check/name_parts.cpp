// Looks at the small words of a run of capitals.
#include "check/name_parts.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/holds.h"
#include "check/capital_words.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool has_determiner(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin) {
  static constexpr std::array determiners{"the", "a", "an", "each", "every", "any", "no", "such", "its", "their", "that", "this", "all"};
  return begin > 0 && holds(determiners, fold(text.form(here[begin - 1])));
}

/// "Category 6", "Class B".
bool is_kind_with_number(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t k) {
  static constexpr std::array kinds{"Category", "Class", "Grade", "Type", "Level", "Band", "Size", "Version", "Issue"};
  if (k + 1 >= here.size() || !holds(kinds, text.form(here[k])) || !text.is(here[k + 1], Word::space_before)) return false;
  const auto next = text.form(here[k + 1]);
  return next.size() == 1 || is_digit(next.front());
}

/// "a Reasonable and Prudent Operator": one word on either side of "and" that says how something is, behind "a", and what it is behind them.
bool is_pair_of_adjectives(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t k) {
  if (k != begin + 1 || begin == 0 || k + 2 >= here.size() || text.is(here[begin], Word::sentence_start)) return false;
  const auto article = text.form(here[begin - 1]);
  if ((article != "a" && article != "an") || !text.is(here[k + 2], Word::upper) || !text.is(here[k + 2], Word::space_before)) return false;
  static constexpr std::array<std::string_view, 12> endings{"able", "ible", "ent", "ant", "ive", "ful", "ous", "al", "ic", "ed", "er", "it"};
  const auto says_how = [&](std::uint32_t word) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return text.form(word).ends_with(ending); });
  };
  return says_how(here[begin]) && says_how(here[k + 1]);
}

}  // namespace

bool is_head_of_name(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t k, std::size_t end) {
  static constexpr std::array heads{"schedule",  "table", "part",  "section", "figure", "article",
                                    "condition", "rule",  "stage", "phase",   "group",  "note"};
  if (k == 0 || k + 2 >= end || text.is(here[k], Word::sentence_start) || !text.is(here[k], Word::space_before)) return false;
  return fold(text.form(here[k + 1])) == "of" && text.is(here[k + 2], Word::upper) && holds(heads, fold(text.form(here[k])));
}

bool joins_body(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t k, std::size_t end) {
  static constexpr std::array services{"Service", "Bureau", "Executive", "Commission", "Authority"};
  if (text.form(here[k]) == "and" && k == begin + 1 && end == k + 3 && begin > 0 && text.form(here[begin - 1]) == "the" &&
      holds(services, text.form(here[end - 1])))
    return true;
  return text.form(here[k]) == "and" && end - k > 2 && text.form(here[k + 1]) != "the" && is_of_world_outside(fold(text.form(here[end - 1])));
}

bool parts_names(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t k) {
  const auto word = fold(text.form(here[k]));
  if (text.is_joined_by_hyphen(here[k])) return false;  // "Use-it-or-Lose-it Rule"
  // "an Access Notice in January": a day or a place is no part of the name.
  if ((word == "in" || word == "on") && k + 1 < here.size() && is_of_world_outside(fold(text.form(here[k + 1])))) return true;
  // "a Credit Rating of Moody's", "a Data Socket of Category 6": whose it is, and of what kind.
  if (word == "of" && k + 1 < here.size() && (text.is_possessive(here[k + 1]) || is_kind_with_number(text, here, k + 1))) return true;
  // "a Fit and Proper Person": behind one article there is one thing.
  if (word == "and" && is_pair_of_adjectives(text, here, begin, k)) return false;
  if (word == "in" && k == begin + 1 && !has_determiner(text, here, begin)) return true;                 // "from Anthorn in Cumbria"
  if (word == "to" && k == begin + 1 && begin > 0 && text.is_possessive(here[begin - 1])) return false;  // "the User's Ability to Pay"
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
