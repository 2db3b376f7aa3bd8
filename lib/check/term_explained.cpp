// Forms of explanation, one pattern each.
#include "check/term_explained.h"

#include "text/pattern.h"

namespace dovetail {
namespace {

/// "is known as the Final Figure".
bool is_named(std::string_view before) {
  static const Pattern naming = Pattern::literal(
      R"re(\b(?:(?:is|are|be|being|been) (?:then |together |collectively |each )?(?:called|named|termed)|(?:also |hereafter |then |become |becomes )?(?:known|referred to) (?:together |collectively )?as|\((?:which|that) [a-z]+ (?:is|are|being)) (?:the |an? )?$)re",
      true);
  return naming.find(before).has_value();
}

/// "the Comparable Day is the latest …" says what it is where the phrase, with its article, opens a sentence or stands behind a comma.
bool is_said_to_be(std::string_view before, std::string_view behind) {
  static const Pattern opening = Pattern::literal(
      R"re((?:^|[.;:,] |^[(]?[0-9A-Za-z.]{1,8}[)]? |\) |^(?:[0-9.A-Z]+ )?(?:For|In|Under|At) [^,.;]{1,40},? )(?:the|an?|each|its|their) $)re", true);
  static const Pattern at_start = Pattern::literal(R"re((?:^|[.;:] |^[(]?[0-9A-Za-z.]{1,8}[)]? )$)re");
  static const Pattern matter = Pattern::literal(R"re(^ (?:is|are) [a-z]+ (?:that|which|who|whose)\b)re");
  if (at_start.find(before) && matter.find(behind)) return true;  // "Planning Data is data that is needed"
  static const Pattern being = Pattern::literal(
      R"re(^s?(?: (?:of|for|in|at) [^.;:]{1,80}?)? (?:(?:is|are|shall be|will be) (?:the (?:[a-z]+est|last|first|sum|product|difference|mean|average|lower|lesser|greater|higher|larger|smaller|result|number|amount|ratio|quotient|total|time|date|day|period|price|rate|quantity|volume|metered|share|proportion|percentage|value)\b|that (?:which|part)\b|those\b|one (?:that|which|whose|who|where|in)\b|an? [a-z]+ (?:that|which|who|whose|of|in|for|by|where)\b|any [a-z]+ (?:that|which|who|whose)\b|(?:found|calculated|determined|computed) (?:by|as (?:the|follows)|in accordance|under)\b)))re");
  return opening.find(before) && being.find(behind);
}

/// "the Growth Volume shall be:", "shall use the Growth Volume:", and the formula in the next line.
bool is_formula_behind(std::string_view behind, std::string_view next) {
  static const Pattern leading = Pattern::literal(
      R"re(^(?: (?:of|for|in|at) [^.;:]{1,80})?(?: (?:is|are|shall be|will be|equals)(?: (?:the [^.;:]{1,60}|[a-z]+ (?:as follows|by|as)))?)? ?:?$)re");
  static const Pattern formula = Pattern::literal(R"re(^[^.;=]{1,40} ?= ?\S)re");
  return leading.find(behind) && formula.find(next);
}

}  // namespace

bool is_explained(std::string_view line, std::uint32_t begin, std::uint32_t end, std::string_view next) {
  const auto before = line.substr(0, begin), behind = line.substr(end);
  return is_named(before) || is_said_to_be(before, behind) || is_formula_behind(behind, next);
}

}  // namespace dovetail
