// One pass over interned words, against a tree of all terms at once.
#include "link/terms.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/parallel.h"
#include "link/documents.h"
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
  void add(const std::vector<TermWord>& term, Id<Term> id) {
    std::uint32_t node = 0;
    for (const auto& word : term) {
      const auto [next, fresh] = edges_.try_emplace(key(node, word.stem), static_cast<std::uint32_t>(ends_.size()));
      if (fresh) ends_.emplace_back();
      node = next->second;
    }
    if (node == 0) return;
    ends_[node].push_back({id, term});
    if (term.front().stem >= first_.size()) first_.resize(term.front().stem + 1, false);
    first_[term.front().stem] = true;
  }

  /// The longest term that begins at word `begin` of `at`, and its last word; at(i) is the i-th word of the view or null behind a break.
  template <class WordAt>
  std::pair<Id<Term>, std::size_t> longest(std::size_t begin, const WordAt& at) const {
    std::pair<Id<Term>, std::size_t> best;
    std::uint32_t node = 0;
    for (std::size_t i = begin;; ++i) {
      const auto [stem, flags] = at(i);
      if (stem == StemTable::unknown || (i == begin && (stem >= first_.size() || !first_[stem]))) break;
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
  std::vector<bool> first_;
};

/// Words that stand inside the definition of the very term they would be a use of.
class OwnDefinitions {
 public:
  OwnDefinitions(const Unit& unit, Id<Unit> id, const Table<Term>& terms) {
    for (std::size_t t = 0; t < terms.size(); ++t)
      for (const auto& definition : terms[Table<Term>::id_at(t)].definitions)
        if (definition.unit == id) spans_[t].push_back(extent(unit.definitions[definition.id]));
  }
  [[nodiscard]] bool holds(Id<Term> term, std::uint32_t offset) const {
    const auto found = spans_.find(term.value);
    if (found == spans_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](Span s) { return s.begin <= offset && offset < s.end; });
  }

 private:
  static Span extent(const Definition& definition) {
    if (definition.form == DefinitionForm::inline_quoted || definition.form == DefinitionForm::gloss) return definition.span;
    return {std::min(definition.span.begin, definition.body.begin), std::max(definition.span.end, definition.body.end)};
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

/// Matches one view of one unit; appends its uses.
void match_view(const Unit& unit, View view, const std::vector<std::uint32_t>& stems, const TermTree& tree, std::vector<TermUse>& uses) {
  std::vector<std::uint32_t> words;  // those of this view
  words.reserve(unit.words.size());
  for (std::uint32_t i = 0; i < unit.words.size(); ++i)
    if (unit.words[i].is(view, Word::here)) words.push_back(i);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto at = [&](std::size_t k) -> std::pair<std::uint32_t, std::uint16_t> {
      if (k >= words.size()) return {StemTable::unknown, 0};
      const auto& word = unit.words[words[k]];
      if (k > i && (word.is(view, Word::breaks_before) || word.line != unit.words[words[k - 1]].line)) return {StemTable::unknown, 0};
      return {stems[word.form], word.flags[index(view)]};
    };
    const auto [term, last] = tree.longest(i, at);
    if (!term) continue;
    uses.push_back({words[i], words[last], term});
    i = last;
  }
}

}  // namespace

void link_terms(const Review& review, unsigned threads, Corpus& corpus) {
  StemTable stems;
  TermTree tree;
  collect_terms(review, stems, tree, corpus);

  const std::size_t count = review.units.size();
  corpus.uses.resize(count);
  std::vector<std::vector<std::array<std::uint32_t, 2>>> counted(count);
  parallel_for(count, threads, [&](std::size_t u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    counted[u].resize(corpus.terms.size());
    if (!unit.has_body || !stands_for_itself(review.inputs[u])) return;
    std::vector<std::uint32_t> stem_of_form(unit.forms.size());
    for (std::size_t f = 0; f < unit.forms.size(); ++f) {
      auto stem = stems.find(stem_of(unit.forms[f]));
      // "5WD": a figure written on to the term.
      const auto letters = unit.forms[f].find_first_not_of("0123456789.");
      if (stem == StemTable::unknown && letters != std::string::npos && letters > 0) stem = stems.find(stem_of(unit.forms[f].substr(letters)));
      stem_of_form[f] = stem;
    }
    const OwnDefinitions own(unit, id, corpus.terms);
    for (const View view : both_views) {
      std::vector<TermUse> found;
      match_view(unit, view, stem_of_form, tree, found);
      for (const auto& use : found)
        if (!own.holds(use.term, unit.words[use.first_word].begin)) ++counted[u][use.term.value][index(view)];
      auto& uses = corpus.uses[u];
      uses.insert(uses.end(), found.begin(), found.end());
      if (view == View::baseline && !unit.has_changes) {
        for (auto& c : counted[u]) c[1] = c[0];
        break;
      }
    }
    auto& uses = corpus.uses[u];
    const auto key = [](const TermUse& x) { return std::tuple(x.first_word, x.last_word, x.term); };
    std::sort(uses.begin(), uses.end(), [&](const TermUse& a, const TermUse& b) { return key(a) < key(b); });
    uses.erase(std::unique(uses.begin(), uses.end(), [&](const TermUse& a, const TermUse& b) { return key(a) == key(b); }), uses.end());
  });
  for (std::size_t t = 0; t < corpus.terms.size(); ++t)
    for (std::size_t u = 0; u < count; ++u)
      for (std::size_t v = 0; v < 2; ++v) corpus.terms[Table<Term>::id_at(t)].uses[v] += counted[u][t][v];
}

}  // namespace dovetail
