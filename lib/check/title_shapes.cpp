// Looks at a run of capitals and at the words on either side of it.
#include "check/title_shapes.h"

#include <array>

#include "base/holds.h"
#include "check/capital_words.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::array leading_on{"from", "with", "by", "at", "under", "as", "against", "between", "a", "an"};

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_instrument_kind(std::string_view folded) {
  static constexpr std::array kinds{"act", "acts", "regulations", "regulation", "order", "rules", "directive", "measure", "convention", "treaty"};
  return holds(kinds, folded);
}

/// "Visit Priority Order" is no instrument, "Electricity Order 2003" is.
bool needs_year(std::string_view folded) {
  static constexpr std::array kinds{"order", "rules", "measure", "convention", "treaty"};
  return holds(kinds, folded);
}

bool has_year_behind(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t k) {
  for (std::size_t n = k + 1; n < here.size() && n <= k + 3; ++n)
    if (is_year(text.form(here[n]))) return true;
  return false;
}

/// "(Interest) Act": what stands behind a bracket goes on with the title before it.
bool behind_bracket(const TextWords& text, std::uint32_t word) { return text.before(word, 2) == ") "; }

}  // namespace

bool is_title_of_instrument(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) {
  for (std::size_t k = begin; k < here.size() && k < end + 9; ++k) {
    const auto folded = fold(text.form(here[k]));
    if (!text.same_line(here[k], here[begin])) return false;
    const bool begins = k >= end && text.is(here[k], Word::sentence_start);
    if (begins && !behind_bracket(text, here[k])) return false;
    if (is_instrument_kind(folded) && text.is(here[k], Word::upper) && (!needs_year(folded) || has_year_behind(text, here, k))) return true;
    if (k >= end && folded == "the" && holds(leading_on, fold(text.form(here[k - 1])))) return false;  // "… and with the Electricity Act 1989"
    if (k >= end && !text.is(here[k], Word::upper) && !joins_names(folded) && !holds(leading_on, folded))
      return is_year(text.form(here[k])) && k == end;
  }
  return false;
}

bool is_public_office(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) {
  while (begin < end && opens_sentences(fold(text.form(here[begin])))) ++begin;
  for (std::size_t k = begin; k + 1 < end; ++k) {
    const auto word = fold(text.form(here[k])), next = fold(text.form(here[k + 1]));
    if (word == "committee" && next == "on") return true;  // those of a code are called by their first words: "Panel Committee"
    if (is_kind_of_body(word) && (next == "of" || next == "for") && (k == begin || !is_common_kind_of_body(word))) return true;
  }
  return end - begin >= 3 && fold(text.form(here[end - 1])) == "practice" && fold(text.form(here[end - 2])) == "of";
}

bool is_schedule_name(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) {
  static constexpr std::array kinds{"schedule", "annex", "appendix", "section", "part"};
  static constexpr std::array indefinite{"a", "an", "each", "every", "any", "such", "no"};
  if (!holds(kinds, fold(text.form(here[end - 1])))) return false;
  return begin == 0 || !text.is(here[begin], Word::space_before) || !holds(indefinite, text.form(here[begin - 1]));
}

bool is_body_of_many(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t end) {
  if (end >= here.size() || !text.is(here[end], Word::upper) || !text.same_line(here[end], here[end - 1])) return false;
  if (text.behind(here[end - 1], 2) != "' ") return false;
  return is_of_world_outside(fold(text.form(here[end]))) || is_kind_of_body(fold(text.form(here[end])));
}

bool is_title_with_year(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin) {
  return begin > 0 && text.is(here[begin], Word::space_before) && is_year(text.form(here[begin - 1]));
}

}  // namespace dovetail
