// Forms of explanation, one pattern each.
#include "check/term_explained.h"

#include "text/pattern.h"

namespace dovetail {
namespace {

/// "is known as the Final Figure".
bool is_named(std::string_view before, std::string_view behind) {
  static const Pattern naming = Pattern::literal(
      R"re(\b(?:(?:is|are|be|being|been) (?:then |together |collectively |each )?(?:called|named|termed)|(?:also |hereafter |then |become |becomes )?(?:known|referred to) (?:together |collectively )?as|\((?:which|that) [a-z]+ (?:is|are|being)) (?:the |an? )?$)re",
      true);
  static const Pattern bracket = Pattern::literal(
      R"re([\pL0-9] \((?:(?:which|that) [a-z]+ (?:is|are) )?(?:the|an?|each an?|together the) $)re");  // "the hours of a year (the Yearly Allowance)"
  static const Pattern closed = Pattern::literal(R"re(^s?\))re");
  return naming.find(before) || (bracket.find(before) && closed.find(behind));
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

/// "a device that has not been used for a year is a Dormant Device": the subject of the sentence says what the name at its end is for.
bool is_name_of_subject(std::string_view before, std::string_view behind) {
  static const Pattern subject = Pattern::literal(
      R"re((?:^|[.;:] |^[(]?[0-9A-Z][0-9A-Za-z.]{0,8}[)]? )(?:(?:An?|The|Each|Every|Any|All|Those|One)\b[^.;:]*\b(?:that|which|who|whose|where|following|above|below|of (?:those|these|them)|sum|average|amount|difference|number|lesser|greater)\b[^.;:]*|Any other [a-z ]{3,40}|The following [a-z ]{3,40}) (?:is|are|shall be|is called|are called) (?:an? |the )?$)re");
  static const Pattern end =
      Pattern::literal(R"re(^(?:s|es)?(?: (?:of|for) (?:the |that |an? )?[\pL]+)?(?:$|[.;:]|,? (?:and|or) an? |, (?:and|or|but)\b))re");
  return !before.ends_with(" one is the ") && end.find(behind) && subject.find(before);
}

/// "Friendly Hours, being hours on each evening", "the Fund Year, which runs from 1 October". "the Booking Period, which is 20 days" says how long it
/// is here, and does not say that it is so elsewhere.
bool is_remarked_on(std::string_view behind) {
  static const Pattern remark = Pattern::literal(
      R"re(^s?(?: of [^.;:,]{1,40})?, (?:being (?:the|that|those|an?|all|any|£?[0-9][0-9.,]*|[a-z]+ (?:that|which|who|on|in|of))\b|namely |that is,? |(?:which|that) (?:is|are|shall be) (?:the|that|those|an?|all|any|determined|calculated|computed|found)\b|which (?:runs?|begins?|starts?|lasts?) (?:from|on|at|for)\b))re");
  return remark.find(behind).has_value();
}

/// "The Migration Period begins on …", "The Coverage Standard is met where: …", "The Exempt Groups are: …", "Urban Areas and Rural Areas are those of
/// …".
bool opens_what_it_is(std::string_view before, std::string_view behind) {
  static const Pattern start =
      Pattern::literal(R"re((?:^|[.;:] |^[(]?[0-9A-Z][0-9A-Za-z.]{0,8}[)]? )(?:[Tt]he |[Aa]n? |[Ee]ach )?(?:[A-Z][\pL-]+ ){0,3}(?:and )?$)re");
  static const Pattern being = Pattern::literal(
      R"re(^s?(?: and (?:[A-Z][\pL-]+ ?){1,4})? (?:(?:begins|starts|runs) (?:on|at|from|with)\b|is (?:met|reached|kept|satisfied) (?:where|when|if)\b|(?:is|are)(?: the following| as follows)? ?:|are those\b|is that of\b|is (?:one [a-z]+ of|half of|twice)\b))re");
  return start.find(before) && being.find(behind);
}

/// "a Development Consent Order under the Planning Act 2008".
bool is_made_by_statute(std::string_view behind) {
  static const Pattern statute = Pattern::literal(
      R"re(^s?,? (?:(?:made|granted|given|issued|obtained) )?(?:under|within the meaning of|for the purposes of) (?:[a-z]+ [0-9A-Z]+(?:\([0-9a-z]+\))* (?:of|to) )?the [A-Z][^.;:]{2,70}?\b(?:Act|Regulations|Order) (?:19|20)[0-9]{2}\b)re");
  return statute.find(behind).has_value();
}

/// "the Code of Conduct in Schedule 23", "the Delay Rule of Paragraph 3.4.5": the place is named where it is set out.
bool is_set_out_elsewhere(std::string_view behind) {
  static const Pattern place = Pattern::literal(
      R"re(^s?(?: (?:set out|listed|contained|described|specified))? (?:in (?:Schedule|Annex|Appendix|Table)|of (?:[Pp]aragraph|[Cc]lause)) [A-Z0-9(])re");
  return place.find(behind).has_value();
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
  return is_named(before, behind) || is_said_to_be(before, behind) || is_name_of_subject(before, behind) || is_remarked_on(behind) ||
         opens_what_it_is(before, behind) || is_made_by_statute(behind) || is_set_out_elsewhere(behind) || is_formula_behind(behind, next);
}

}  // namespace dovetail
