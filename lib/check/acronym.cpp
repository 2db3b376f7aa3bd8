// Abbreviations: which nobody expands, and which are expanded in two ways.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "check/capital_words.h"
#include "check/definition_text.h"
#include "check/import_chain.h"
#include "check/known_names.h"
#include "check/term.h"
#include "check/term_places.h"
#include "model/locate.h"
#include "text/inflection.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// Words that drafters shout, and Roman numerals.
constexpr std::array shouted{"and",   "or",  "not", "if",    "the",    "is",   "to",   "of",   "no",    "any",    "all",  "must",
                             "shall", "may", "by",  "on",    "in",     "at",   "as",   "for",  "be",    "but",    "only", "note",
                             "yes",   "new", "old", "one",   "draft",  "from", "when", "ref",  "table", "part",   "ii",   "iii",
                             "iv",    "vi",  "vii", "viii",  "ix",     "xi",   "xii",  "xiii", "xiv",   "xv",     "xx",   "bst",
                             "gmt",   "utc", "nb",  "where", "select", "desc", "asc",  "null", "count", "having", "join", "into"};

bool is_abbreviation(std::string_view form) {
  if (form.size() < 2 || form.size() > 7) return false;
  if (form.ends_with('s') && form.size() > 3) form.remove_suffix(1);
  if (form.size() > 6 || form.size() < 2) return false;
  return std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string bare(std::string_view form) { return std::string(form.ends_with('s') && form.size() > 3 ? form.substr(0, form.size() - 1) : form); }

/// Abbreviations that need no expansion here: those of the terms files, and names of codes and documents.
std::set<std::string> well_known(const Review& review) {
  std::set<std::string> known;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto add_words = [&](const std::string& name) {
    const auto two = std::adjacent_find(name.begin(), name.end(), [&](char a, char b) { return is_capital(a) && is_capital(b); });
    if (two == name.end()) return;  // most values hold no abbreviation
    for (const auto span : words(name))
      if (std::string word(slice(name, span)); std::all_of(word.begin(), word.end(), is_capital)) known.insert(std::move(word));
  };
  for (const auto& vocabulary : review.vocabularies) {
    for (const auto& acronym : vocabulary.acronyms) known.insert(acronym);
    for (const auto& name : vocabulary.never) add_words(name);
  }
  for (const auto& code : review.project.codes) {
    add_words(code.id);
    for (const auto& alias : code.aliases) add_words(alias);
  }
  for (const auto& unit : review.units) {
    add_words(unit.id);
    add_words(unit.code);
    add_words(unit.title);
    for (const auto& alias : unit.aliases) add_words(alias);
    for (const auto& item : unit.items)
      for (const auto& [key, value] : item.record.fields)
        if (value.size() < 80) add_words(value);
    for (const auto& record : unit.records)
      for (const auto& [key, value] : record.fields)
        if (value.size() < 80) add_words(value);
  }
  return known;
}

/// "SMRA (Supplier Meter Registration Agent)": expanded behind itself.
bool is_expanded_behind(const Unit& unit, const Word& word, std::string_view form) {
  const auto& projection = unit.projection(View::proposed);
  const auto end = projection.from_source(word.begin + word.length);
  if (projection.text.compare(end, 2, " (") != 0) return false;
  const auto close = projection.text.find_first_of(")\n", end);
  if (close == std::string::npos || projection.text[close] != ')') return false;
  const auto inside = std::string_view(projection.text).substr(end + 2, close - end - 2);
  const auto all = words(inside);
  return all.size() >= 2 && fold(inside.substr(0, 1)) == fold(form.substr(0, 1));
}

class Search {
 public:
  Search(const Review& review, Id<Unit> id, const std::set<std::string>& known)
      : unit_(review.units[id]), places_(review.documents[unit_.document], unit_), known_(known) {
    covered_.resize(unit_.words.size(), false);
    for (const auto& use : review.corpus.uses[id.value])
      if (use.views.proposed)
        for (auto i = use.first_word; i <= use.last_word; ++i) covered_[i] = true;
    for (const auto& reference : unit_.references) spans_.push_back(reference.span);
    for (const auto& definition : unit_.definitions) spans_.push_back(definition.span);
    std::sort(spans_.begin(), spans_.end());
  }

  /// Abbreviation to the words that are one.
  std::map<std::string, std::vector<std::uint32_t>> run() {
    std::map<std::string, std::vector<std::uint32_t>> found;
    std::set<std::string> expanded;  // or symbols of a formula, which the text explains below it
    for (std::uint32_t i = 0; i < unit_.words.size(); ++i) {
      const auto& word = unit_.words[i];
      if (!word.is(View::proposed, Word::here)) continue;
      const auto& form = unit_.forms[word.form];
      if (!is_abbreviation(form) || covered_[i]) continue;
      const auto name = bare(form);
      if (is_expanded_behind(unit_, word, name)) expanded.insert(name);
      if (is_in_formula(i)) expanded.insert(name);
      if (is_candidate(i, name)) found[name].push_back(i);
    }
    for (const auto& name : expanded) found.erase(name);
    return found;
  }

 private:
  bool is_candidate(std::uint32_t i, const std::string& name) const {
    const auto& word = unit_.words[i];
    if (word.is(View::proposed, Word::heading | Word::quoted) || known_.contains(name)) return false;
    if (std::find(shouted.begin(), shouted.end(), fold(name)) != shouted.end()) return false;
    if (is_joined(i) || is_of_company(i) || places_.is_code({word.begin, word.begin + word.length}) || is_in_span(word.begin) ||
        is_beside_capitals(i) || name.size() > 5)
      return false;
    return static_cast<bool>(provision_at(unit_, View::proposed, word.begin));
  }

  /// "CEIp = Σj (QCEpj × CAP) + AEIp".
  bool is_in_formula(std::uint32_t i) const {
    static const Pattern formula = Pattern::literal(R"re(^[^ ]+(?: \([^)]*\))? ?= ?[^ ])re");
    const auto& projection = unit_.projection(View::proposed);
    if (projection.text.compare(projection.from_source(unit_.words[i].begin + unit_.words[i].length), 3, " = ") == 0) return true;
    const auto line = line_at(projection, projection.from_source(unit_.words[i].begin));
    return line && formula.match_at(slice(projection.text, projection.lines[*line].span), 0);
  }

  /// "IF-901", "R/C": part of an id or of a name.
  bool is_joined(std::uint32_t i) const {
    const auto& projection = unit_.projection(View::proposed);
    const auto& word = unit_.words[i];
    const auto begin = projection.from_source(word.begin), end = projection.from_source(word.begin + word.length);
    const auto joins = [](char c) { return c == '-' || c == '/' || c == '_' || c == '.' || c == '&' || c == '@' || c == ':' || c == '='; };
    if (begin > 0 && joins(projection.text[begin - 1])) return true;
    if (end < projection.text.size() && (projection.text[end] == '-' || projection.text[end] == '+')) return true;  // "BBB-", a rating
    return end + 1 < projection.text.size() && joins(projection.text[end]) && projection.text[end + 1] != ' ' && projection.text[end + 1] != '\n';
  }

  /// "KCOM Group Limited", "SP Transmission plc".
  bool is_of_company(std::uint32_t i) const {
    for (auto k = i + 1; k < unit_.words.size() && k < i + 6 && unit_.words[k].line == unit_.words[i].line; ++k) {
      if (!unit_.words[k].is(View::proposed, Word::here)) continue;
      if (!unit_.words[k].is(View::proposed, Word::space_before)) return false;
      const auto& form = unit_.forms[unit_.words[k].form];
      if (is_company_ending(fold(form))) return true;
      if (!unit_.words[k].is(View::proposed, Word::upper)) return false;
    }
    return false;
  }

  /// Words in capitals one behind the other are a name or are shouted.
  bool is_beside_capitals(std::uint32_t i) const {
    const auto shouts = [&](std::uint32_t k) {
      return unit_.words[k].line == unit_.words[i].line && unit_.words[k].is(View::proposed, Word::all_upper) &&
             unit_.forms[unit_.words[k].form].size() > 1;
    };
    const bool before = i > 0 && unit_.words[i].is(View::proposed, Word::space_before) && shouts(i - 1);
    const bool behind = i + 1 < unit_.words.size() && unit_.words[i + 1].is(View::proposed, Word::space_before) && shouts(i + 1);
    return before || behind;
  }

  bool is_in_span(std::uint32_t offset) const {
    auto after = std::upper_bound(spans_.begin(), spans_.end(), Span{offset, 0xFFFFFFFF});
    for (int n = 0; n < 4 && after != spans_.begin(); ++n) {
      --after;
      if (after->begin <= offset && offset < after->end) return true;
    }
    return false;
  }

  const Unit& unit_;
  const TermPlaces places_;
  const std::set<std::string>& known_;
  std::vector<bool> covered_;
  std::vector<Span> spans_;
};

/// Whether the set explains abbreviations at all: else nobody promised to. A list of terms promises as much as a table of acronyms.
bool explains_some(const Review& review, const Unit& unit) {
  std::size_t entries = 0;
  for (const auto& other : review.units) {
    if (&other != &unit && (unit.code.empty() || other.code != unit.code)) continue;
    for (const auto& d : other.definitions) {
      if (!d.views.proposed) continue;
      if (d.form == DefinitionForm::acronym || d.form == DefinitionForm::gloss || is_abbreviation(d.term)) return true;
      entries += makes_term(d);
    }
  }
  return entries > 0;
}

/// What an abbreviation stands for, as words; empty where the definition is no expansion of it.
std::vector<std::string> expansion_of(const Definition& d) {
  if (!is_abbreviation(d.term) || d.pointer) return {};
  const auto text = std::string_view(d.meaning).substr(0, d.meaning.find_first_of("(;.,:"));
  std::vector<std::string> stems;
  for (const auto span : words(text)) {
    auto stem = stem_of(slice(text, span));
    if (stems.empty() && (stem == "means" || stem == "mean" || stem == "the" || stem == "a" || stem == "an")) continue;
    if (stem == "of" || stem == "and" || stem == "the" || stem == "for") continue;
    stems.push_back(std::move(stem));
  }
  const auto initial = fold(d.term.substr(0, 1));
  if (stems.empty() || stems.size() > 10 || !stems.front().starts_with(initial)) return {};
  // A sentence is a meaning, not an expansion: its words are as many as the letters, more or less.
  return stems.size() <= d.term.size() + 1 ? stems : std::vector<std::string>();
}

std::string joined(const std::vector<std::string>& stems) {
  std::string all;
  for (const auto& stem : stems) all += stem;
  return all;
}

/// One begins as the other, or has a shorter word where the other has a longer: no two meanings.
bool are_alike(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  const auto a = joined(one), b = joined(other);
  return a.starts_with(b) || b.starts_with(a);
}

}  // namespace

void check_undefined_acronym(const Review& review, const Rule& rule, Checked& checked) {
  const auto known = well_known(review);
  for (std::size_t u = 0; u < review.corpus.definition_uses.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    const auto& unit = review.units[id];
    if (!explains_some(review, unit)) continue;
    if (const auto absent = missing_import(review, unit, review.inputs[u].profile); !absent.empty()) {
      checked.blocked.push_back({rule.id, document_name(unit) + ": its terms come from " + readable(absent) + ", which was not read", unit.document});
      continue;
    }
    for (const auto& [name, places] : Search(review, id, known).run())
      for (const auto place : places) {
        const auto& word = unit.words[place];
        auto finding = make_finding(review, rule, id, {word.begin, word.begin + word.length}, {word.is(View::baseline, Word::here), true});
        finding.message =
            fill(rule.message, {{"label", finding.label}, {"term", name}, {"scope", document_and_code(unit)}, {"document", document_name(unit)}});
        finding.key = name;
        checked.findings.push_back(std::move(finding));
      }
  }
}

void check_acronym_conflict(const Review& review, const Rule& rule, Checked& checked) {
  const ReachTable reach(review);
  for (const auto& term : review.corpus.terms) {
    std::vector<std::pair<In<Definition>, std::vector<std::string>>> known;
    for (const auto& in : term.definitions) {
      const auto& d = definition_of(review, in);
      if (!d.views.proposed || is_quotation(review.units[in.unit], d)) continue;
      auto expansion = expansion_of(d);
      if (expansion.empty()) continue;
      const auto found = std::find_if(known.begin(), known.end(), [&](const auto& other) {
        if (are_alike(other.second, expansion)) return false;
        const auto near = reach.nearness(other.first, in.unit, d.provision[index(View::proposed)], View::proposed);
        return near && *near <= Nearness::code;
      });
      const auto rival = found == known.end() ? in : found->first;
      known.emplace_back(in, expansion);
      if (rival == in || !is_judged(review, in.unit)) continue;
      const auto& other = definition_of(review, rival);
      auto finding = make_finding(review, rule, in.unit, {d.span.begin, d.span.end}, {d.views.baseline && other.views.baseline, true});
      const auto words_of = [](const Definition& x) {
        return in_brief(std::string(trim(std::string_view(x.meaning).substr(0, x.meaning.find_first_of("(;.:")))));
      };
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"term", d.term},
                                            {"one", words_of(d)},
                                            {"other", words_of(other)},
                                            {"scope", scope_name(review, in)},
                                            {"document", document_name(review.units[in.unit])}});
      finding.notes.push_back(note_at(review, rival, "the other expansion: " + words_of(other)));
      finding.key = d.folded;
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
