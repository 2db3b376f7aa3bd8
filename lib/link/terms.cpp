// One pass over interned words, against a tree of all terms at once.
#include "link/terms.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/parallel.h"
#include "link/documents.h"
#include "model/locate.h"
#include "model/reach.h"
#include "model/view_words.h"
#include "text/inflection.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

using Stems = std::vector<std::uint32_t>;

struct TermWord {
  std::uint32_t stem = 0;
  bool upper = false;
  bool all_upper = false;
};

/// Interned stems of all terms; a word that is in no term has no number.
class StemTable {
 public:
  static constexpr std::uint32_t unknown = 0xFFFFFFFF;
  std::uint32_t add(const std::string& stem) { return numbers_.try_emplace(stem, static_cast<std::uint32_t>(numbers_.size())).first->second; }
  [[nodiscard]] std::uint32_t find(const std::string& stem) const {
    const auto found = numbers_.find(stem);
    return found == numbers_.end() ? unknown : found->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

std::vector<TermWord> words_of_term(const std::string& term, StemTable& stems) {
  std::vector<TermWord> out;
  for (const auto span : words(term)) {
    const auto word = slice(term, span);
    out.push_back({stems.add(stem_of(word)), starts_upper(word), all_upper(word) && word.size() > 1});
  }
  return out;
}

/// A tree of stems; every node may end terms that differ in capitals alone.
class TermTree {
 public:
  /// How the first word of the terms that begin with a stem is written: nearly always with a capital, which lets most words of a text go at once.
  enum class First : std::uint8_t { none, upper, any };
  [[nodiscard]] First first(std::uint32_t stem) const { return stem < first_.size() ? first_[stem] : First::none; }

  void add(const std::vector<TermWord>& term, Id<Term> id) {
    std::uint32_t node = 0;
    for (const auto& word : term) {
      const auto [next, fresh] = edges_.try_emplace(key(node, word.stem), static_cast<std::uint32_t>(ends_.size()));
      if (fresh) ends_.emplace_back();
      node = next->second;
    }
    if (node == 0) return;
    ends_[node].push_back({id, term});
    if (term.front().stem >= first_.size()) first_.resize(term.front().stem + 1, First::none);
    auto& first = first_[term.front().stem];
    if (!term.front().upper) first = First::any;
    if (first == First::none) first = First::upper;
  }

  /// The longest term that begins at word `begin` of `at`, whose stem some term begins with, and its last word; at(i) is the i-th word of the view or
  /// null behind a break.
  template <class WordAt>
  std::pair<Id<Term>, std::size_t> longest(std::size_t begin, const WordAt& at) const {
    std::pair<Id<Term>, std::size_t> best;
    std::uint32_t node = 0;
    for (std::size_t i = begin;; ++i) {
      const auto stem = at(i).first;
      if (stem == StemTable::unknown) break;
      const auto next = edges_.find(key(node, stem));
      if (next == edges_.end()) break;
      node = next->second;
      for (const auto& [id, term] : ends_[node])
        if (capitals_fit(term, begin, at)) best = {id, i};
    }
    return best;
  }

 private:
  static std::uint64_t key(std::uint32_t node, std::uint32_t stem) { return (static_cast<std::uint64_t>(node) << 32U) | stem; }

  template <class WordAt>
  static bool capitals_fit(const std::vector<TermWord>& term, std::size_t begin, const WordAt& at) {
    for (std::size_t k = 0; k < term.size(); ++k) {
      const auto flags = at(begin + k).second;
      if (term[k].upper && !(flags & Word::upper)) return false;
    }
    return true;
  }

  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<std::vector<std::pair<Id<Term>, std::vector<TermWord>>>> ends_{1};
  std::vector<First> first_;
};

/// Words that stand inside the definition of the very term they would be a use of.
class OwnDefinitions {
 public:
  OwnDefinitions(const Unit& unit, Id<Unit> id, const Table<Term>& terms) {
    for (std::size_t t = 0; t < terms.size(); ++t)
      for (const auto& definition : terms[Table<Term>::id_at(t)].definitions)
        if (definition.unit == id) spans_[t].push_back(extent(unit, unit.definitions[definition.id]));
  }
  [[nodiscard]] bool holds(Id<Term> term, std::uint32_t offset) const {
    const auto found = spans_.find(term.value);
    if (found == spans_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](Span s) { return s.begin <= offset && offset < s.end; });
  }

 private:
  static Span extent(const Unit& unit, const Definition& definition) {
    if (definition.form == DefinitionForm::inline_quoted || definition.form == DefinitionForm::gloss) return definition.span;
    const Span whole{std::min(definition.span.begin, definition.body.begin), std::max(definition.span.end, definition.body.end)};
    if (definition.entry || whole.end == definition.span.end) return whole;
    // In running text the definition ends with its sentence: what the next one says of the term is a use.
    const auto& projection = unit.projection(definition.views.proposed ? View::proposed : View::baseline);
    const auto stop = projection.text.find(". ", projection.from_source(definition.body.begin));
    if (stop == std::string::npos) return whole;
    const auto behind = projection.to_source({static_cast<std::uint32_t>(stop), static_cast<std::uint32_t>(stop + 1)}).end;
    return {whole.begin, std::min(whole.end, std::max(behind, definition.span.end))};
  }
  std::map<std::size_t, std::vector<Span>> spans_;
};

void collect_terms(const Review& review, StemTable& stems, TermTree& tree, Corpus& corpus) {
  std::map<std::pair<std::vector<std::string>, std::string>, Term> by_words;  // stems, and the capitals that tell terms apart
  for (std::size_t u = 0; u < review.units.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (!unit.has_body || !stands_for_itself(review.inputs[u])) continue;
    for (std::size_t d = 0; d < unit.definitions.size(); ++d) {
      const auto& definition = unit.definitions[Table<Definition>::id_at(d)];
      if (definition.form == DefinitionForm::construction) continue;  // it narrows a term and makes none
      std::pair<std::vector<std::string>, std::string> key;
      for (const auto span : words(definition.term)) {
        const auto word = slice(definition.term, span);
        key.first.push_back(stem_of(word));
        key.second += starts_upper(word) ? 'U' : 'l';
      }
      if (key.first.empty()) continue;
      auto& term = by_words[key];
      if (term.term.empty()) term.term = definition.term;
      term.definitions.push_back({id, Table<Definition>::id_at(d)});
    }
  }
  for (auto& [key, term] : by_words) {
    const auto id = corpus.terms.add(std::move(term));
    tree.add(words_of_term(corpus.terms[id].term, stems), id);
  }
}

/// Terms of one word in capitals, by what they share with the verb forms made of them.
std::unordered_map<std::string, Id<Term>> terms_by_root(const Table<Term>& terms) {
  std::unordered_map<std::string, Id<Term>> found;
  for (std::size_t t = 0; t < terms.size(); ++t) {
    const auto id = Table<Term>::id_at(t);
    const auto& term = terms[id].term;
    if (words(term).size() == 1 && starts_upper(term) && !all_upper(term) && term.size() > 3) found.try_emplace(verb_root_of(term), id);
  }
  return found;
}

/// What the words of one unit are to the terms: numbers of stems, and terms whose verb form a word is.
struct FormTable {
  std::vector<std::uint32_t> stems;
  std::vector<Id<Term>> verbs;
  std::vector<TermTree::First> first;  // whether a term begins with the form
  std::vector<std::uint8_t> of_some;   // 1 where it is one of the two: few words of a text are
};

FormTable forms_of(const Unit& unit, const StemTable& stems, const TermTree& tree, const std::unordered_map<std::string, Id<Term>>& roots) {
  FormTable table;
  table.stems.resize(unit.forms.size());
  table.verbs.resize(unit.forms.size());
  table.first.resize(unit.forms.size());
  table.of_some.resize(unit.forms.size());
  for (std::size_t f = 0; f < unit.forms.size(); ++f) {
    const auto& form = unit.forms[f];
    auto stem = stems.find(stem_of(form));
    // "5WD": a figure written on to the term.
    const auto letters = form.find_first_not_of("0123456789.");
    if (stem == StemTable::unknown && letters != std::string::npos && letters > 0) stem = stems.find(stem_of(form.substr(letters)));
    table.stems[f] = stem;
    table.first[f] = tree.first(stem);
    if (starts_upper(form) && !all_upper(form))
      if (const auto verb = roots.find(verb_root_of(form)); verb != roots.end()) table.verbs[f] = verb->second;
    table.of_some[f] = table.first[f] != TermTree::First::none || table.verbs[f] ? 1 : 0;
  }
  return table;
}

/// Matches one view of one unit; appends its uses.
void match_view(const Unit& unit, View view, const FormTable& forms, const TermTree& tree, std::vector<TermUse>& uses) {
  const auto words = view_words(unit, view);
  const Word* const all = unit.words.data();
  const std::uint8_t* const of_some = forms.of_some.data();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& here = all[words[i]];
    if (of_some[here.form] == 0) continue;
    const bool begins =
        forms.first[here.form] == TermTree::First::any || (forms.first[here.form] == TermTree::First::upper && here.is(view, Word::upper));
    if (!begins && !forms.verbs[here.form]) continue;
    const auto at = [&](std::size_t k) -> std::pair<std::uint32_t, Word::Flags> {
      if (k >= words.size()) return {StemTable::unknown, 0};
      const auto& word = unit.words[words[k]];
      if (k > i && (word.is(view, Word::breaks_before) || word.line != unit.words[words[k - 1]].line)) return {StemTable::unknown, 0};
      return {forms.stems[word.form], word.flags[index(view)]};
    };
    const auto [term, last] = begins ? tree.longest(i, at) : std::pair<Id<Term>, std::size_t>();
    if (term) {
      uses.push_back({.first_word = words[i], .last_word = words[last], .term = term, .views = {}});
      i = last;
    } else if (const auto verb = forms.verbs[here.form]) {
      uses.push_back({.first_word = words[i], .last_word = words[i], .term = verb, .views = {}});
    }
  }
}

/// Which definition of a term a text means, looked up from the inside out. Answers that do not depend on the place are found once per term.
class Lookup {
 public:
  Lookup(const Review& review, const ReachTable& reach, Id<Unit> unit, View view, const Table<Term>& terms)
      : review_(review), reach_(reach), unit_(unit), view_(view), terms_(terms) {
    everywhere_.resize(terms.size());
  }

  /// The index in Term::definitions, or -1.
  std::int32_t find(Id<Term> term, std::uint32_t source_offset) {
    auto& known = everywhere_[term.value];
    if (!known.asked) known = ask(term);
    if (!known.local) return known.nearest;
    return nearest(term, provision_at(review_.units[unit_], view_, source_offset));
  }

 private:
  struct Answer {
    bool asked = false, local = false;
    std::int32_t nearest = -1;
  };

  Answer ask(Id<Term> term) const {
    Answer answer;
    answer.asked = true;
    for (const auto& definition : terms_[term].definitions)
      answer.local = answer.local || (definition.unit == unit_ && review_.units[unit_].definitions[definition.id].scope);
    if (!answer.local) answer.nearest = nearest(term, {});
    return answer;
  }

  std::int32_t nearest(Id<Term> term, Id<Provision> at) const {
    const auto& definitions = terms_[term].definitions;
    std::int32_t best = -1;
    std::pair<Nearness, bool> best_rank;
    for (std::size_t i = 0; i < definitions.size(); ++i) {
      const auto near = reach_.nearness(definitions[i], unit_, at, view_);
      if (!near) continue;
      const auto& d = review_.units[definitions[i].unit].definitions[definitions[i].id];
      const std::pair rank{*near, d.form == DefinitionForm::gloss};  // a gloss explains, a definition defines
      if (best >= 0 && best_rank <= rank) continue;
      best = static_cast<std::int32_t>(i);
      best_rank = rank;
    }
    return best;
  }

  const Review& review_;
  const ReachTable& reach_;
  Id<Unit> unit_;
  View view_;
  const Table<Term>& terms_;
  std::vector<Answer> everywhere_;
};

/// The uses of one unit, each with the definition that is meant; both views' uses of the same words are one.
std::vector<TermUse> uses_of(const Review& review, const ReachTable& reach, Id<Unit> id, const FormTable& forms, const TermTree& tree,
                             const Table<Term>& terms) {
  const auto& unit = review.units[id];
  std::vector<TermUse> all;
  std::size_t of_baseline = 0;
  for (const View view : both_views) {
    if (view == View::baseline && !unit.has_changes) continue;
    of_baseline = all.size();
    std::vector<TermUse> found;
    match_view(unit, view, forms, tree, found);
    Lookup lookup(review, reach, id, view, terms);
    for (auto& use : found) {
      const auto definition = lookup.find(use.term, unit.words[use.first_word].begin);
      if (!unit.has_changes) {
        use.definition = {definition, definition};
        all.push_back(use);
        continue;
      }
      use.definition[index(view)] = definition;
      use.views.add(view);
      all.push_back(use);
    }
  }
  if (!unit.has_changes)
    for (auto& use : all) use.views = {true, true};
  // Each view's uses follow one another in the text.
  const auto key = [](const TermUse& x) { return std::tuple(x.first_word, x.last_word, x.term); };
  std::inplace_merge(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(of_baseline), all.end(),
                     [&](const TermUse& a, const TermUse& b) { return key(a) < key(b); });
  std::size_t kept = 0;
  for (std::size_t n = 0; n < all.size(); ++n) {
    if (kept == 0 || key(all[kept - 1]) != key(all[n])) {
      all[kept++] = all[n];
      continue;
    }
    for (const View view : both_views) {
      if (!all[n].views.has(view)) continue;
      all[kept - 1].views.add(view);
      all[kept - 1].definition[index(view)] = all[n].definition[index(view)];
    }
  }
  all.resize(kept);
  all.shrink_to_fit();
  return all;
}

}  // namespace

void link_terms(const Review& review, unsigned threads, Corpus& corpus) {
  StemTable stems;
  TermTree tree;
  collect_terms(review, stems, tree, corpus);
  const auto roots = terms_by_root(corpus.terms);
  const ReachTable reach(review);

  const std::size_t count = review.units.size();
  corpus.uses.resize(count);
  corpus.definition_uses.resize(count);
  for (std::size_t u = 0; u < count; ++u) corpus.definition_uses[u].resize(review.units[Table<Unit>::id_at(u)].definitions.size());
  parallel_for(count, threads, [&](std::size_t u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (!unit.has_body || !stands_for_itself(review.inputs[u])) return;
    corpus.uses[u] = uses_of(review, reach, id, forms_of(unit, stems, tree, roots), tree, corpus.terms);
  });
  // Counting crosses units, so it is done in one order.
  for (std::size_t u = 0; u < count; ++u) {
    if (corpus.uses[u].empty()) continue;
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    const OwnDefinitions own(unit, id, corpus.terms);
    for (const auto& use : corpus.uses[u]) {
      if (own.holds(use.term, unit.words[use.first_word].begin)) continue;
      auto& term = corpus.terms[use.term];
      for (const View view : both_views) {
        if (!use.views.has(view)) continue;
        ++term.uses[index(view)];
        if (const auto meant = use.definition[index(view)]; meant >= 0) {
          const auto& definition = term.definitions[static_cast<std::size_t>(meant)];
          ++corpus.definition_uses[definition.unit.value][definition.id.value][index(view)];
        }
      }
    }
  }
}

}  // namespace dovetail
