// Forms of definitions as drafters write them, one function a form.
#include "compile/definition_forms.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "compile/numbers.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

bool can_be_term(std::string_view term) {
  term = trim(term);
  if (term.empty() || term.size() > 150) return false;
  const auto count = words(term).size();
  return count > 0 && count <= 14;
}

std::size_t typed_number_length(std::string_view text) {
  const auto number = read_number(text, 0);
  if (!number || number->span.end >= text.size() || text[number->span.end] != ' ') return 0;
  return number->span.end + 1;
}

namespace {

std::uint32_t end_of(std::string_view line) { return static_cast<std::uint32_t>(line.size()); }

/// Several names before one meaning are names for one thing.
void add_all(const std::vector<Span>& names, Span body, std::vector<DefinitionFound>& found) {
  for (const auto name : names) found.push_back({name, body, names.size() > 1 ? DefinitionForm::alias : DefinitionForm::quoted});
}

/// Whether nothing but a number and quotation marks stands before a name.
bool opens_line(std::string_view line, Span name) {
  const auto number = typed_number_length(line);
  return number > name.begin || trim(line.substr(number, name.begin - number)).find_first_not_of("\"'([ ") == std::string_view::npos;
}

/// `"Term": means …`, `"X" or "Y" means …`, and `In this Section, "X" means …`.
void quoted(std::string_view line, std::vector<DefinitionFound>& found) {
  static const Pattern term = Pattern::literal(R"re("([^"]+)")re");
  static const Pattern meaning = Pattern::literal(
      R"re( ?(?:\([^)]{1,60}\) ?)?(?:\.? ?:| ?[–—-]? ?,? ?(?:in (?:relation|respect) [^;.]{1,120}?,? |for the purposes? [^;.]{1,120}?,? |as the context requires,? )?(?:shall )?(?:means?|includes?|has the|have the|shall have|bears?)\b))re");
  static const Pattern alternative = Pattern::literal(R"re((?:,? (?:or|and|and/or)|,|/) ?(?:the |an? |to |references? to )*)re");
  static const Pattern article =
      Pattern::literal(R"re((?:^|[ (])(?i:the|an?|each|any|every|references? to|references? to (?:the|an?|any)|\pL+'s?) $)re");
  static const Pattern being = Pattern::literal(
      R"re( (?:(?:of|in|for|to|under|in relation to|in respect of) [^.;"]{1,80}? )?(?:(?:is|are|shall be|will be)(?: (?:that|those|the|an?|any|each|every|one|to|references? to)\b| |:)|shall mean|means?|comprises?\b|consists? of\b|refers? to\b))re");
  static const Pattern accordingly = Pattern::literal(
      R"re( (?:shall|will|is|are|to|must|and|be|also|both)(?: to| be)* (?:read|construed|interpreted)(?: and [a-z]+)? accordingly)re");
  std::vector<Span> waiting;
  const auto introduced_by = [&](Span name) { return article.find(line.substr(0, name.begin - 1)).has_value(); };
  for (std::size_t at = 0;;) {
    const auto match = term.find(line, at);
    if (!match) break;
    at = match->span.end;
    const auto name = *match->groups[0];
    if (!can_be_term(slice(line, name))) continue;
    if (accordingly.match_at(line, match->span.end)) {  // (and "Monthly" shall be construed accordingly)
      const Span body = found.empty() ? Span{0, match->span.begin} : found.front().body;
      waiting.push_back(name);
      for (const auto one : waiting) found.push_back({one, body, DefinitionForm::gloss});
      waiting.clear();
      continue;
    }
    waiting.push_back(name);
    const auto is = being.match_at(line, match->span.end);
    if (is && (introduced_by(name) || introduced_by(waiting.front()) || opens_line(line, waiting.front()))) {  // the "Board" is …
      add_all(waiting, {is->span.end, end_of(line)}, found);
      waiting.clear();
      continue;
    }
    if (const auto means = meaning.match_at(line, match->span.end)) {
      const bool colon = slice(line, means->span).find(':') != std::string_view::npos;
      // A colon defines only at the start of a line; elsewhere it introduces a quotation.
      if (!colon || opens_line(line, waiting.front())) add_all(waiting, {means->span.end, end_of(line)}, found);
      waiting.clear();
      continue;
    }
    const auto more = alternative.match_at(line, match->span.end);
    if (!more || more->span.end >= line.size() || line[more->span.end] != '"') waiting.clear();
  }
}

/// `"Term: means …` and `Term": means …`: one quotation mark of the pair is missing.
void half_quoted(std::string_view line, std::vector<DefinitionFound>& found) {
  static const Pattern open = Pattern::literal(
      R"re(" ?([^":;]{2,100}?) ?(?::|(?: (?:shall )?(?:means?\b|has the (?:same )?meaning|have the (?:same )?meaning|shall have the meaning))))re");
  static const Pattern close =
      Pattern::literal(R"re(([\pL0-9][^":;]{1,100}?)"(?: ?\.? ?:| (?:shall )?(?:means?\b|has the (?:same )?meaning|have the)))re");
  const auto number = typed_number_length(line);
  if (std::count(line.begin(), line.end(), '"') % 2 == 0) return;
  for (const auto* form : {&open, &close}) {
    const auto match = form->match_at(line, number);
    if (!match || !can_be_term(slice(line, *match->groups[0]))) continue;
    found.push_back({*match->groups[0], {match->span.end, end_of(line)}, DefinitionForm::quoted});
    return;
  }
}

/// `References to a Party do not include BSCCo`, `references to a BM Unit in this Section K shall mean a Primary BM Unit`.
void constructions(std::string_view line, std::vector<DefinitionFound>& found) {
  static const Pattern clause = Pattern::literal(
      R"re(\b(?i:references?) (?i:in [^.;"]{1,60} )?to (?:(?:an?|the|any|each|every|all) )?"?([A-Z][\pL0-9'/&-]*(?: (?:[A-Z][\pL0-9'/&-]*|of|and|for))*)"?(?: (?:in|within|for the purposes? of) [^.;"]{1,80}?)?,? (?:(?:do|does|shall|will) not include|(?:shall )?(?:include|exclude)s?\b|shall (?:mean|be (?:read|construed|treated|to|a reference))|(?:is|are) to be (?:read|construed|treated)))re");
  for (std::size_t at = 0;;) {
    const auto match = clause.find(line, at);
    if (!match) return;
    at = match->span.end;
    const auto name = *match->groups[0];
    const bool known = std::any_of(found.begin(), found.end(), [&](const DefinitionFound& f) { return f.term == name; });
    if (!known && can_be_term(slice(line, name))) found.push_back({name, {match->span.end, end_of(line)}, DefinitionForm::construction});
  }
}

/// `a body to be known as the "Panel"`, `(in this Part called an "Applicant")`.
void named_as(std::string_view line, std::vector<DefinitionFound>& found) {
  static const Pattern naming = Pattern::literal(
      R"re((?:known|referred to|described|designated|called)(?: (?:in|for) [^."]{1,50}?)?(?: as| collectively as| together as)? (?:the |an? )?"([^"]{1,100})")re");
  for (std::size_t at = 0;;) {
    const auto match = naming.find(line, at);
    if (!match) return;
    at = match->span.end;
    const auto name = *match->groups[0];
    const bool known = std::any_of(found.begin(), found.end(), [&](const DefinitionFound& f) { return f.term == name; });
    if (!known && can_be_term(slice(line, name))) found.push_back({name, {0, match->span.begin}, DefinitionForm::inline_quoted});
  }
}

/// `'Term' means …` at the start of a line: single quotation marks are apostrophes elsewhere.
void single_quoted(std::string_view line, std::vector<DefinitionFound>& found) {
  static const Pattern term = Pattern::literal(
      R"re( *(?:\([a-z]{1,4}\) ?)?(?:(?:In|in|For the purposes? of|for the purposes? of) [^'".;]{3,60},? (?:the |an? )?)?'([^'"]{2,100})'(?::|,? (?:[^.;']{1,80},? )?(?:shall )?(?:means?|has the|have the|includes?)\b| (?:is|are|shall be) (?:those|that|the|an?|any|each|every|all|such)\b))re");
  static const Pattern bracket = Pattern::literal(R"re(\((?:(?:each|together|the|an?|its|their),? )*'(?:the )?([A-Z][^'"()]{1,100})'\))re");
  const auto match = term.match_at(line, typed_number_length(line));
  if (match && can_be_term(slice(line, *match->groups[0])))
    found.push_back({*match->groups[0], {match->span.end, static_cast<std::uint32_t>(line.size())}, DefinitionForm::quoted});
  for (auto in = bracket.find(line); in; in = bracket.find(line, in->span.end))
    if (can_be_term(slice(line, *in->groups[0]))) found.push_back({*in->groups[0], {0, in->span.begin}, DefinitionForm::inline_quoted});
}

/// `The quantity so set is the "X" of the pipe`, `…, the last being the "X"`.
void predicates(std::string_view line, std::vector<DefinitionFound>& found) {
  // "there shall have occurred a "X" where …": what it is comes behind.
  static const Pattern event =
      Pattern::literal(R"re(\b[Tt]here (?:shall|will) (?:be|have been|have occurred|have arisen) (?:an?|the) "([A-Z][^"]{1,100})")re");
  static const Pattern predicate = Pattern::literal(
      R"re([\pL),] (?:is|are|being|becomes?|shall be|will be|is called|are called) (?:each )?(?:the|an?|its|their) "([A-Z][^"]{1,100})"(?:[.,;)]| of | for | and |$))re");
  for (const auto* form : {&predicate, &event})
    for (auto match = form->find(line); match; match = form->find(line, match->span.end)) {
      const auto name = *match->groups[0];
      const bool known = std::any_of(found.begin(), found.end(), [&](const DefinitionFound& f) { return f.term == name; });
      if (!known && can_be_term(slice(line, name)))
        found.push_back({name, form == &event ? Span{match->span.end, end_of(line)} : Span{0, match->span.begin}, DefinitionForm::inline_quoted});
    }
}

/// `(the "X")`, `(each a "X" and together the "Y")`, `("X")`.
void inline_quoted(std::string_view line, std::vector<DefinitionFound>& found) {
  static const Pattern bracket = Pattern::literal(
      R"re(\((?:in (?:this|the) [^()"]{1,40}, )?(?:(?:each|together|collectively|individually|being|to be|called|hereafter|hereinafter|for short|an?|the|its|their|his|her|any such|such|any|all such|or|respectively|referred to as|hereinafter|both|also|formerly|previously|these|those|known as|with|of them|of which|which|is|are|of|these being|and|in each case|,)[ ,]+)*"([^"]{1,100})"([^()]{0,120})\))re");
  // "(the last being the "Final Run")", but not "(other than the "Old Fee")".
  static const Pattern led = Pattern::literal(
      R"re(\((?:[^()";:]{1,60} )(?:(?:being|called|as|become|becomes|is|are|forms?|forming|constitut(?:es?|ing)|together|in this \pL+(?: [A-Z]?[0-9][0-9.A-Z]*)?,?) )(?:an?|the|its|their|his|her|each) "([^"]{1,100})"([^()]{0,120})\))re");
  static const Pattern more = Pattern::literal(R"re("([^"]{1,100})")re");
  for (std::size_t at = 0;;) {
    auto match = bracket.find(line, at);
    if (!match) match = led.find(line, at);
    if (!match) return;
    at = match->span.end;
    const Span body{0, match->span.begin};
    if (can_be_term(slice(line, *match->groups[0]))) found.push_back({*match->groups[0], body, DefinitionForm::inline_quoted});
    const auto rest = *match->groups[1];
    for (std::size_t in = rest.begin;;) {
      const auto another = more.find(line.substr(0, rest.end), in);
      if (!another) break;
      in = another->span.end;
      if (can_be_term(slice(line, *another->groups[0]))) found.push_back({*another->groups[0], body, DefinitionForm::inline_quoted});
    }
  }
}

/// `Uniform Network Code or UNC means …` at the start of a line, without quotes.
void unquoted(std::string_view line, std::vector<DefinitionFound>& found) {
  static const Pattern plain = Pattern::literal(
      R"re(^ *(?:\([a-z]{1,3}\) ?|[•·▪–—-] ?)?([A-Z0-9][\pL0-9'/&()-]*(?: (?:[A-Z0-9(][\pL0-9'/&()-]*|of|and|the|for|to|in|on|or|by)){0,9}?)(?: or ([A-Z]{2,8}))?(?: ?[:–—-])? (?:shall )?(?:means|mean|has the (?:same )?meaning|have the meaning|is defined as|is defined to mean)\b)re");
  const auto match = plain.match_at(line, 0);
  if (!match || !match->groups[0]) return;
  static constexpr std::array starters{"the",  "this",       "that",      "each", "any", "a",   "an", "where", "it",    "which",
                                       "such", "references", "reference", "if",   "no",  "all", "in", "for",   "these", "for"};
  const auto term = slice(line, *match->groups[0]);
  const auto first = fold(slice(term, words(term).front()));
  if (std::find(starters.begin(), starters.end(), first) != starters.end()) return;
  const Span body{match->span.end, static_cast<std::uint32_t>(line.size())};
  if (const auto or_at = term.rfind(" or "); or_at != std::string_view::npos) {  // "Charging Authority or Authority": the end of a name is another
    const auto second = or_at + (term.substr(or_at + 4).starts_with("the ") ? 8 : 4);
    if (term.substr(0, or_at).ends_with(" " + std::string(term.substr(second)))) {
      const auto begin = match->groups[0]->begin;
      found.push_back({{begin, begin + static_cast<std::uint32_t>(or_at)}, body, DefinitionForm::quoted});
      found.push_back({{begin + static_cast<std::uint32_t>(second), match->groups[0]->end}, body, DefinitionForm::quoted});
      return;
    }
  }
  found.push_back({*match->groups[0], body, DefinitionForm::quoted});
  if (match->groups[1]) found.push_back({*match->groups[1], body, DefinitionForm::quoted});
}

/// Whether a bracket behind a space opens with what an acronym begins with; numbers and remarks stand in most.
bool may_gloss(std::string_view line) {
  for (auto at = line.find('('); at != std::string_view::npos && at + 1 < line.size(); at = line.find('(', at + 1)) {
    const char next = line[at + 1];
    if (at > 0 && line[at - 1] == ' ' && (is_upper(next) || next == '"' || next == 't')) return true;
  }
  return false;
}

/// `Licensed Distribution System Operators (LDSOs)`: an acronym whose letters are the initials before it.
void glosses(std::string_view line, std::vector<DefinitionFound>& found) {
  static const Pattern acronym = Pattern::literal(R"re( \((?:the )?"?([A-Z][A-Za-z&/-]{1,9}?)(s?)"?\))re");
  for (std::size_t at = 0;;) {
    const auto match = acronym.find(line, at);
    if (!match) return;
    at = match->span.end;
    const auto name = slice(line, *match->groups[0]);
    std::string letters;
    for (const char c : name)
      if ((c >= 'A' && c <= 'Z')) letters += static_cast<char>(c - 'A' + 'a');
    if (letters.size() < 2) continue;
    const auto before = words(line.substr(0, match->span.begin));
    // Initials from the right, small words may be left out.
    std::size_t need = letters.size(), first = before.size();
    for (std::size_t i = before.size(); i-- > 0 && need > 0 && before.size() - i <= letters.size() * 2 + 2;) {
      const auto word = fold(slice(line, before[i]));
      if (word.front() == letters[need - 1])
        --need, first = i;
      else if (word != "of" && word != "and" && word != "the" && word != "for" && word != "to" && word != "in" && word != "a" &&
               !(need < letters.size()))
        break;
    }
    if (need == 0) found.push_back({*match->groups[0], {before[first].begin, match->span.begin}, DefinitionForm::gloss});
  }
}

void without_quotes(std::string_view line, std::vector<DefinitionFound>& found) {
  const auto number = static_cast<std::uint32_t>(typed_number_length(line));
  std::vector<DefinitionFound> plain;
  unquoted(line.substr(number), plain);
  for (auto& f : plain) {
    for (Span* s : {&f.term, &f.body}) s->begin += number, s->end += number;
    found.push_back(f);
  }
}

}  // namespace

namespace {

/// A colon with a space, or a dash: what stands between a listed term and its meaning.
bool may_list(std::string_view line) {
  return line.find(": ") != std::string_view::npos || line.find("- ") != std::string_view::npos ||
         line.find("\xE2\x80\x93 ") != std::string_view::npos || line.find("\xE2\x80\x94 ") != std::string_view::npos;
}

/// Each expression is made when a line first looks like it.
std::optional<Pattern::Match> match_listed(std::string_view line, std::size_t from) {
  if (may_list(line)) {
    static const Pattern listed = Pattern::literal(
        R"re((?:\([a-z]{1,3}\) ?|[•·▪] ?)?"?([A-Z0-9][\pL0-9'/&()-]*(?: (?:[A-Z0-9(][\pL0-9'/&()-]*|of|and|the|for|to|in|on|or|by|at)){0,7})"?(?: [–—-] | ?: )(?:[a-z][\pL'-]* [^:]{8,}|[A-Z][^:]{12,}[.;])$)re");
    if (auto match = listed.match_at(line, from)) return match;
  }
  if (line.find('"') != std::string_view::npos) {
    // "Act" the Electricity Act 1989;
    static const Pattern quoted_alone =
        Pattern::literal(R"re((?:\([a-z]{1,3}\) ?|[•·▪] ?)?"([^"]{1,100})" (?:[a-z][\pL'-]* [^"]{4,}(?:"[^"]*"[^"]*)*(?:[.;:]|; (?:and|or)))$)re");
    if (auto match = quoted_alone.match_at(line, from)) return match;
  }
  const auto stop = line.find(". ");
  if (stop == std::string_view::npos || line.find_first_of("AETH", stop) == std::string_view::npos || !line.ends_with('.')) return std::nullopt;
  static const Pattern duty = Pattern::literal(R"re(\b(?:shall|must|may not|will)\b)re");
  if (duty.find(line)) return std::nullopt;
  // Approved Design. A design that the Panel has seen.
  static const Pattern stopped = Pattern::literal(
      R"re((?:\([a-z]{1,3}\) ?|[•·▪] ?)?"?([A-Z0-9][\pL0-9'/&()-]*(?: (?:[A-Z0-9(][\pL0-9'/&()-]*|of|and|the|for|to|in|on|or|by|at)){0,7})"?\. (?:A|An|The|Any|Each|All|Has the) [a-z][^:]{8,}\.$)re");
  return stopped.match_at(line, from);
}

}  // namespace

std::optional<DefinitionFound> listed_definition(std::string_view line) {
  const auto match = match_listed(line, typed_number_length(line));
  if (!match || !can_be_term(slice(line, *match->groups[0]))) return std::nullopt;
  auto begin = match->groups[0]->end;
  while (begin < line.size() && !starts_lower(line.substr(begin)) && !starts_upper(line.substr(begin))) ++begin;
  return DefinitionFound{*match->groups[0], {begin, end_of(line)}, DefinitionForm::quoted};
}

std::vector<DefinitionFound> definitions_in(std::string_view line) {
  std::vector<DefinitionFound> found;
  const bool quotes = line.find('"') != std::string_view::npos;
  if (quotes) half_quoted(line, found);
  if (quotes && found.empty()) quoted(line, found);
  if (quotes) inline_quoted(line, found);
  if (quotes) named_as(line, found);
  if (quotes) predicates(line, found);
  if (!quotes && line.find('\'') != std::string_view::npos) single_quoted(line, found);
  // Searched for by letters that are rare.
  if (found.empty() && (line.find("mean") != std::string_view::npos || line.find("fined ") != std::string_view::npos)) without_quotes(line, found);
  if (may_gloss(line)) glosses(line, found);
  if (line.find("ference") != std::string_view::npos) constructions(line, found);
  return found;
}

}  // namespace dovetail
