// Scopes are stated in front of a list, in front of a term or behind it.
#include "compile/definition_scope.h"

#include <array>

#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::string_view parts =
    "(?i:sub-?paragraph|paragraph|sub-?clause|clause|section|annex|schedule|appendix|part|chapter|procedure|document|code|agreement|condition)";

std::optional<ScopeStatement> statement_of(std::string_view words, const Pattern::Match& match, bool own) {
  ScopeStatement statement;
  statement.keyword = fold(slice(words, *match.groups[0]));
  if (statement.keyword.starts_with("sub")) statement.keyword = statement.keyword.find("clause") != std::string::npos ? "clause" : "paragraph";
  if (match.groups[1]) statement.number = slice(words, *match.groups[1]);
  while (!statement.number.empty() && statement.number.back() == '.') statement.number.pop_back();
  statement.own = own;
  return statement;
}

/// The nearest provision above `at`, itself included, that `fits`.
template <class Fits>
Id<Provision> ancestor(const Unit& unit, Id<Provision> at, View view, const Fits& fits) {
  for (auto id = at; id; id = unit.provisions[id].parent[index(view)])
    if (fits(unit.provisions[id])) return id;
  return {};
}

Id<Provision> division_of(const Unit& unit, Id<Provision> at, View view, const std::string& keyword) {
  const auto fits = [&](const Provision& p) { return p.kind == ProvisionKind::division && fold(p.label[index(view)]).starts_with(keyword); };
  if (const auto found = ancestor(unit, at, view, fits)) return found;
  const auto scope = at ? unit.provisions[at].scope[index(view)] : Id<Provision>();
  return ancestor(unit, scope, view, fits);
}

/// Whether a division is the only one of its keyword: a document that is a Schedule holds for its readers as a whole.
bool is_all_there_is(const Unit& unit, Id<Provision> division, View view, const std::string& keyword) {
  for (std::size_t n = 0; n < unit.provisions.size(); ++n) {
    const auto id = Table<Provision>::id_at(n);
    const auto& p = unit.provisions[id];
    if (id == division || p.kind != ProvisionKind::division || !p.views.has(view)) continue;
    if (fold(p.label[index(view)]).starts_with(keyword)) return false;
  }
  return !unit.provisions[division].parent[index(view)] && unit.provisions[division].lines[index(view)].begin < 4;
}

}  // namespace

std::optional<ScopeStatement> scope_stated_in(std::string_view words) {
  static const Pattern own = Pattern::literal(
      R"re((?i:in|for the purposes? of|throughout|within|used in|under)(?: and for the purposes? of)? (?i:this) )re" +
      ("(" + std::string(parts) + ")") + R"re((?: ([A-Z]{1,2}-[0-9]+[A-Z]?|[A-Z]{0,2}[0-9][A-Za-z0-9.]*(?:\([a-zA-Z0-9]{1,4}\))*|[A-Z]{1,2}\b))?)re");
  const auto match = own.find(words);
  return match ? statement_of(words, *match, true) : std::nullopt;
}

std::optional<ScopeStatement> scope_of_heading(std::string_view heading) {
  static const Pattern about = Pattern::literal("definition|glossary|acronym|abbreviation|term|expression|interpretation", true);
  static const Pattern named = Pattern::literal("(" + std::string(parts) + R"re() ([A-Z]{1,2}-[0-9]+[A-Z]?|[A-Z]{1,2}|[0-9]+[A-Z]?)\b)re");
  if (!about.find(heading)) return std::nullopt;
  const auto match = named.find(heading);
  if (!match) return std::nullopt;
  // "SECTION X: TERMS" is the heading's own number, not what it is about.
  if (match->span.begin == 0) return std::nullopt;
  return statement_of(heading, *match, false);
}

void apply_scope(const ScopeStatement& statement, const Unit& unit, Id<Provision> at, View view, Definition& definition) {
  const auto& keyword = statement.keyword;
  definition.reach_stated = true;
  if (keyword == "code" || keyword == "agreement") {
    definition.reach = Reach::code;
    return;
  }
  if (!statement.own) {
    definition.within = slice(keyword, {0, 1}) == "s" && keyword == "section" ? "Section " + statement.number : keyword + " " + statement.number;
    if (keyword != "section") definition.within.front() = static_cast<char>(definition.within.front() - 'a' + 'A');
    definition.reach = Reach::division;
    return;
  }
  if (const auto division = division_of(unit, at, view, keyword)) {
    if (is_all_there_is(unit, division, view, keyword)) return;  // the document is that Schedule
    definition.reach = Reach::division;
    definition.scope = division;
    return;
  }
  const bool decimal = keyword == "paragraph" || keyword == "clause" || keyword == "condition" || keyword == "section";
  if (!decimal) return;  // "this Schedule" in a document that is the schedule
  const auto with_number = [&](const Provision& p) { return !statement.number.empty() && p.label[index(view)] == statement.number; };
  const auto numbered = [&](const Provision& p) { return p.kind == ProvisionKind::numbered; };
  auto scope = ancestor(unit, at, view, with_number);
  if (!scope && statement.number.empty() && keyword != "section") scope = ancestor(unit, at, view, numbered);
  if (!scope) {
    // "this Section K" of a document that is Section K; a number that stands nowhere above is no scope that could be relied on.
    if (keyword != "section") definition.reach_stated = false;
    return;
  }
  definition.reach = Reach::paragraph;
  definition.scope = scope;
}

std::optional<Pointed> pointer_in(std::string_view words) {
  static const Pattern pointer = Pattern::literal(
      R"re([" ]*(?:\([^)]{1,60}\) ?)?[:,.–— -]*(?:in (?:relation|respect) (?:to|of) [^;.]{1,80}?,? )?(?:(?:shall )?(?:has|have|bears?) the (?:same )?(?:respective )?meanings?\b|means? the same as\b|(?:shall )?(?:is|are|be|means?)? ?(?:as )?(?:defined|set out|described|specified|given) (?:in|under|by|at)\b|see (?:paragraph|clause|section|annex|schedule|the definition)\b))re");
  static const Pattern named = Pattern::literal(
      R"re((?:given|ascribed|assigned|attributed|attached|set out)[^".;]{0,60}? (?:to|for) (?:(?:the )?(?:defined )?(?:term|expression|word|phrase)s? )?"([^"]{1,100})"|(?:same as|meaning of|meaning as) (?:the (?:term|expression) )?"([^"]{1,100})")re");
  const auto match = pointer.match_at(words, 0);
  if (!match) return std::nullopt;
  auto rest = words.substr(match->span.end);
  // What the next sentence says of the term is no part of its meaning, unless it goes on with it: "It includes …".
  static const Pattern goes_on =
      Pattern::literal(R"re(^\. (?:It|They|This|These|That|The (?:term|expression)|For|In addition|But|However|Such|And|Where|If)\b)re");
  if (const auto stop = rest.find(". "); stop != std::string_view::npos && !goes_on.find(rest.substr(stop))) rest = rest.substr(0, stop);
  // A sentence behind the pointer, or words that add to it, make it more than a pointer.
  if (rest.size() > 260) return std::nullopt;
  for (const std::string_view more : {" and includes", " and shall include", ", but ", " except that", "; and", "provided that", ". "})
    if (rest.find(more) != std::string_view::npos) return std::nullopt;
  Pointed pointed;
  if (const auto other = named.find(words)) pointed.term = slice(words, other->groups[0] ? *other->groups[0] : *other->groups[1]);
  return pointed;
}

std::string context_in(std::string_view words) {
  static const Pattern context = Pattern::literal(
      R"re([" ]*[:,]? ?((?:in (?:relation|respect|connection) (?:to|of|with)|when used in|as applied to|with respect to|for) [^;.:"]{2,100}?),? (?:shall )?(?:means?|has|have|includes?)\b)re");
  const auto match = context.match_at(words, 0);
  return match ? std::string(slice(words, *match->groups[0])) : std::string();
}

}  // namespace dovetail
