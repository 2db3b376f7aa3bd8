// Retired words, found in one walk over the words of a text along a tree of all that apply to it.
#include <algorithm>
#include <map>
#include <set>

#include "check/definition_text.h"
#include "check/term.h"
#include "model/view_words.h"
#include "text/inflection.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// One phrase of the terms files; a preferred one is kept so that it is not taken for a retired one inside it.
struct Phrase {
  const PreferredTerm* term = nullptr;
  std::vector<std::string> written;  // its words, case kept
  bool retired = false;
};

using Phrases = std::map<std::string, std::vector<Phrase>>;  // by the stem of the first word

bool names_one(const std::vector<std::string>& names, const std::string& name) {
  return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& n) { return fold_phrase(n) == fold_phrase(name); });
}

bool fits_one(const std::vector<std::string>& expressions, const Unit& unit) {
  return std::any_of(expressions.begin(), expressions.end(), [&](const std::string& expression) {
    const auto pattern = Pattern::compile(expression, true);
    if (!pattern) return false;
    const auto fits = [&](const std::string& name) { return pattern->matches(normalise(name)); };
    return fits(unit.id) || std::any_of(unit.aliases.begin(), unit.aliases.end(), fits);
  });
}

bool applies(const PreferredTerm& term, const Review& review, Id<Unit> id) {
  const auto& unit = review.units[id];
  const auto* entry = review.inputs[id.value].entry;
  if (!names_one(term.codes, unit.code) || !names_one(term.topics, entry ? entry->topic : std::string())) return false;
  return (term.documents.empty() || fits_one(term.documents, unit)) && !fits_one(term.not_documents, unit);
}

void add(Phrases& phrases, const PreferredTerm& term, const std::string& words_of, bool retired) {
  Phrase phrase{&term, {}, retired};
  const auto text = normalise(words_of);
  for (const auto span : words(text)) phrase.written.emplace_back(slice(text, span));
  if (!phrase.written.empty()) phrases[stem_of(phrase.written.front())].push_back(std::move(phrase));
}

Phrases phrases_for(const Review& review, Id<Unit> id) {
  Phrases phrases;
  for (const auto& vocabulary : review.vocabularies)
    for (const auto& term : vocabulary.terms) {
      if (!applies(term, review, id)) continue;
      add(phrases, term, term.preferred, false);
      for (const auto& retired : term.retired) add(phrases, term, retired, true);
    }
  return phrases;
}

class Search {
 public:
  Search(const Review& review, Id<Unit> id) : unit_(review.units[id]), phrases_(phrases_for(review, id)) {
    if (phrases_.empty()) return;
    covered_.resize(unit_.words.size(), 0);
    for (const auto& use : review.corpus.uses[id.value])
      if (use.views.proposed)
        for (auto i = use.first_word; i <= use.last_word; ++i) covered_[i] = use.last_word - use.first_word + 1;
    for (const auto& reference : unit_.references) references_.push_back(reference.span);
    std::sort(references_.begin(), references_.end());
    for (const auto& vocabulary : review.vocabularies)
      for (const auto& word : vocabulary.transition) transition_.push_back(fold(normalise(word)));
    for (const auto& form : unit_.forms) stems_.push_back(stem_of(form));
    here_ = view_words(unit_, View::proposed);
  }

  struct Hit {
    std::uint32_t first = 0, last = 0;
    const PreferredTerm* term = nullptr;
  };

  std::vector<Hit> run() {
    std::vector<Hit> hits;
    if (phrases_.empty()) return hits;
    std::vector<const std::vector<Phrase>*> begun;
    for (const auto& stem : stems_) {
      const auto found = phrases_.find(stem);
      begun.push_back(found == phrases_.end() ? nullptr : &found->second);
    }
    for (std::size_t i = 0; i < here_.size(); ++i) {
      const auto* candidates = begun[unit_.words[here_[i]].form];
      const Phrase* best = nullptr;
      for (std::size_t c = 0; candidates && c < candidates->size(); ++c) {
        const auto& phrase = (*candidates)[c];
        if (fits(i, phrase) &&
            (!best || phrase.written.size() > best->written.size() || (phrase.written.size() == best->written.size() && !phrase.retired)))
          best = &phrase;
      }
      if (!best) continue;
      const auto last = i + best->written.size() - 1;
      if (best->retired && is_at_fault(i, last, *best)) hits.push_back({here_[i], here_[last], best->term});
      i = last;
    }
    return hits;
  }

 private:
  bool fits(std::size_t i, const Phrase& phrase) const {
    for (std::size_t n = 0; n < phrase.written.size(); ++n) {
      if (i + n >= here_.size()) return false;
      const auto& word = unit_.words[here_[i + n]];
      if (n > 0 && (word.is(View::proposed, Word::breaks_before) || word.line != unit_.words[here_[i]].line)) return false;
      const auto& form = unit_.forms[word.form];
      const auto& wanted = phrase.written[n];
      if (phrase.term->exact ? form != wanted && form != wanted + "s" && form != wanted + "'s" : stems_[word.form] != stem_of(wanted)) return false;
      if (starts_upper(wanted) && !word.is(View::proposed, Word::upper)) return false;
      if (all_upper(wanted) && wanted.size() > 1 && !starts_upper(form.substr(form.size() > 2 ? 1 : 0))) return false;
    }
    return true;
  }

  bool is_at_fault(std::size_t first, std::size_t last, const Phrase& phrase) const {
    const auto& word = unit_.words[here_[first]];
    if (word.is(View::proposed, Word::quoted) || is_in_reference(word.begin)) return false;
    if (word.is(View::proposed, Word::heading) && all_upper(unit_.forms[word.form]) && !phrase.term->exact) return false;
    if (covered_[here_[first]] > last - first + 1) return false;  // a longer term of the document's own
    if (!provision_at(unit_, View::proposed, word.begin)) return false;
    const auto definition = std::any_of(unit_.definitions.begin(), unit_.definitions.end(), [&](const Definition& d) {
      return d.views.proposed && d.span.begin <= word.begin && word.begin < std::max(d.span.end, d.body.end) &&
             d.form != DefinitionForm::inline_quoted;
    });
    return !definition && (phrase.term->transition || !is_about_transition(word.begin)) && !is_explained(word.begin);
  }

  bool has_transition_word(std::string_view text) const {
    const auto folded = fold(text);
    return std::any_of(transition_.begin(), transition_.end(), [&](const std::string& word) {
      for (auto at = folded.find(word); at != std::string::npos; at = folded.find(word, at + 1))
        if (at_word_edge(folded, at)) return true;
      return false;
    });
  }

  /// The paragraph, a heading above it or the document's title speaks of transition.
  bool is_about_transition(std::uint32_t offset) const {
    if (has_transition_word(line_of(offset)) || has_transition_word(unit_.title)) return true;
    for (auto id = provision_at(unit_, View::proposed, offset); id; id = unit_.provisions[id].parent[index(View::proposed)])
      if (has_transition_word(unit_.provisions[id].heading[index(View::proposed)])) return true;
    return false;
  }

  /// "(formerly the Meter Operator)": the old name is given on purpose.
  bool is_explained(std::uint32_t offset) const {
    const auto& projection = unit_.projection(View::proposed);
    const auto at = projection.from_source(offset);
    const auto begin = at > 60 ? at - 60 : 0;
    const auto before = fold(std::string_view(projection.text).substr(begin, at - begin));
    for (const std::string_view word : {"formerly", "previously", "known as", "instead of", "replaces", "in place of", "no longer"})
      if (const auto found = before.rfind(word); found != std::string::npos && before.find_first_of(".;\n", found) == std::string::npos) return true;
    return false;
  }

  std::string_view line_of(std::uint32_t offset) const {
    const auto& projection = unit_.projection(View::proposed);
    const auto line = line_at(projection, projection.from_source(offset));
    return line ? slice(projection.text, projection.lines[*line].span) : std::string_view();
  }

  bool is_in_reference(std::uint32_t offset) const {
    auto after = std::upper_bound(references_.begin(), references_.end(), Span{offset, 0xFFFFFFFF});
    return after != references_.begin() && (after - 1)->begin <= offset && offset < (after - 1)->end;
  }

  const Unit& unit_;
  Phrases phrases_;
  std::vector<std::uint32_t> covered_, here_;
  std::vector<Span> references_;
  std::vector<std::string> transition_, stems_;
};

/// The replacement in the number of the words that it replaces.
std::string replacement(const PreferredTerm& term, const std::string& written) {
  const auto plural = [](std::string_view word) {
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && stem_of(word) != fold(word);
  };
  const auto all = words(written), preferred = words(term.preferred);
  const bool many = !all.empty() && plural(slice(written, all.back()));
  const bool already = !preferred.empty() && plural(slice(term.preferred, preferred.back()));
  if (!many || already || term.preferred.empty()) return term.preferred;
  const char last = term.preferred.back();
  if (last == 'y') return term.preferred.substr(0, term.preferred.size() - 1) + (term.preferred.ends_with("ay") ? "ys" : "ies");
  return term.preferred + "s";
}

/// A word that is retired in small letters is replaced with a capital where it begins a sentence or a heading.
std::string with_capital_of(const std::string& written, std::string preferred) {
  if (starts_upper(written) && !preferred.empty() && preferred.front() >= 'a' && preferred.front() <= 'z')
    preferred.front() = static_cast<char>(preferred.front() - 'a' + 'A');
  return preferred;
}

}  // namespace

void check_retired_term(const Review& review, const Rule& rule, Checked& checked) {
  for (std::size_t u = 0; u < review.corpus.definition_uses.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    const auto& unit = review.units[id];
    for (const auto& hit : Search(review, id).run()) {
      const auto& first = unit.words[hit.first];
      const auto& last = unit.words[hit.last];
      const bool before = first.is(View::baseline, Word::here) && last.is(View::baseline, Word::here);
      auto finding = make_finding(review, rule, id, {first.begin, last.begin + last.length}, {before, true});
      const auto preferred = with_capital_of(finding.text, replacement(*hit.term, finding.text));
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"words", finding.text},
                                            {"term", preferred},
                                            {"scope", document_name(unit)},
                                            {"document", document_name(unit)},
                                            {"why", hit.term->why.empty() ? "" : " (" + hit.term->why + ")"}});
      finding.fix = Fix{preferred, hit.term->safe};
      finding.key = fold(finding.text);
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
