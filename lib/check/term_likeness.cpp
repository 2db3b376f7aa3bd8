// Terms are compared by their letters without spaces and hyphens, and by their words with one left out; never term by term.
#include "check/term_likeness.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "check/definition_text.h"
#include "check/term_candidates.h"
#include "model/view_words.h"
#include "text/inflection.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> stems;
  for (const auto span : words(text)) stems.push_back(stem_of(slice(text, span)));
  return stems;
}

/// One spelling of words that are spelled in two ways.
std::string one_spelling(std::string stem) {
  using Exchange = std::pair<std::string_view, std::string_view>;
  static constexpr std::array exchanges{Exchange{"license", "licence"},    Exchange{"program", "programme"}, Exchange{"center", "centre"},
                                        Exchange{"judgement", "judgment"}, Exchange{"adviser", "advisor"},   Exchange{"fulfill", "fulfil"},
                                        Exchange{"enroll", "enrol"},       Exchange{"catalog", "catalogue"}, Exchange{"color", "colour"}};
  for (const auto& [from, to] : exchanges)
    if (stem == from) return std::string(to);
  for (auto at = stem.find("iz"); at != std::string::npos && at > 2; at = stem.find("iz", at + 1))
    if (at + 2 < stem.size() && std::string_view("eai").find(stem[at + 2]) != std::string_view::npos) stem[at + 1] = 's';
  return stem;
}

std::string letters_of(const std::vector<std::string>& stems) {
  std::string letters;
  for (const auto& stem : stems) letters += one_spelling(stem);
  return letters;
}

/// At most one letter more, less or other.
bool is_one_letter_away(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.size() == b.size() ? a.substr(std::min(i + 1, a.size())) == b.substr(std::min(i + 1, b.size())) : a.substr(i) == b.substr(i + 1);
}

/// "meter" and "metering", "registrar" and "registar": a slip for one another. Words of five letters or fewer must share their root.
bool is_slip_for(const std::string& a, const std::string& b) {
  if (a == b) return false;
  if (std::min(a.size(), b.size()) >= 5 && a.front() == b.front() && is_one_letter_away(a, b)) return true;
  if (std::min(a.size(), b.size()) < 4) return false;
  const bool begins = a.starts_with(b) || b.starts_with(a);
  return (begins && std::max(a.size(), b.size()) - std::min(a.size(), b.size()) <= 4) || verb_root_of(a) == verb_root_of(b);
}

/// How the words of a term are joined: "-" or " " between each two.
std::string joints_in(std::string_view text) {
  std::string joints;
  const auto all = words(text);
  for (std::size_t i = 1; i < all.size(); ++i) joints += slice(text, {all[i - 1].end, all[i].begin}) == "-" ? '-' : ' ';
  return joints;
}

}  // namespace

TermLikeness::TermLikeness(const Review& review) : review_(review), reach_(review), names_(review) {
  for (const auto& term : review.corpus.terms) {
    stems_of_term_.push_back(stems_of(term.term));
    auto& joints = joints_of_term_.emplace_back();
    for (const auto& in : term.definitions) joints.insert(joints_in(definition_of(review, in).term));
  }
  for (const auto& stems : stems_of_term_) stems_of_terms_.insert(stems_of_terms_.end(), stems.begin(), stems.end());
  std::sort(stems_of_terms_.begin(), stems_of_terms_.end());
  stems_of_terms_.erase(std::unique(stems_of_terms_.begin(), stems_of_terms_.end()), stems_of_terms_.end());
  for (std::size_t t = 0; t < review.corpus.terms.size(); ++t) add(Table<Term>::id_at(t));
  std::sort(by_letters_.begin(), by_letters_.end(),
            [](const auto& a, const auto& b) { return std::tie(a.first, a.second) < std::tie(b.first, b.second); });
  for (std::uint32_t n = 0; n < by_letters_.size(); ++n) prefixes_.add(by_letters_[n].first, n);
  for (const auto& vocabulary : review.vocabularies)
    for (const auto& [one, other] : vocabulary.different) different_.emplace_back(stems_of(normalise(one)), stems_of(normalise(other)));
}

std::size_t TermLikeness::GappedHash::operator()(const Gapped& gapped) const {
  std::size_t hash = gapped.size;
  for (std::size_t n = 0; n < gapped.size; ++n) hash = (hash ^ gapped.stems[n]) * 0x9E3779B97F4A7C15U, hash ^= hash >> 29U;
  return hash;
}

std::uint32_t TermLikeness::number_of(const std::string& stem) const {
  const auto found = std::lower_bound(stems_of_terms_.begin(), stems_of_terms_.end(), stem);
  return found == stems_of_terms_.end() || *found != stem ? no_stem : static_cast<std::uint32_t>(found - stems_of_terms_.begin());
}

void TermLikeness::add(Id<Term> id) {
  const auto& term = review_.corpus.terms[id];
  const bool defined = std::any_of(term.definitions.begin(), term.definitions.end(), [&](const In<Definition>& in) {
    const auto& d = definition_of(review_, in);
    return d.views.proposed && makes_term(d);
  });
  const auto& stems = stems_of_term_[id.value];
  if (!defined || stems.empty() || stems.size() > longest || !starts_upper(term.term) || all_upper(term.term)) return;
  const auto letters = letters_of(stems);
  if (letters.size() >= 6) by_letters_.emplace_back(letters, id);
  if (stems.size() < 2) return;
  Gapped whole;
  for (const auto& stem : stems) whole.stems[whole.size++] = number_of(stem);
  for (std::size_t gap = 0; gap < stems.size(); ++gap) {
    auto gapped = whole;
    gapped.stems[gap] = no_stem;
    by_gap_[gapped].emplace_back(id, gap);
  }
}

bool TermLikeness::are_different(const std::vector<std::string>& one, const std::vector<std::string>& other) const {
  const auto ends_with = [](const std::vector<std::string>& whole, const std::vector<std::string>& end) {
    return whole.size() >= end.size() && std::equal(end.rbegin(), end.rend(), whole.rbegin());
  };
  return std::any_of(different_.begin(), different_.end(), [&](const auto& pair) {
    return (ends_with(one, pair.first) && ends_with(other, pair.second)) || (ends_with(one, pair.second) && ends_with(other, pair.first));
  });
}

/// One pass over the words of one text.
class TermLikeness::Scan {
 public:
  Scan(const TermLikeness& all, Id<Unit> id) : all_(all), id_(id), unit_(all.review_.units[id]) {
    covered_.resize(unit_.words.size());
    uses_.resize(all.review_.corpus.terms.size());
    for (const auto& use : all.review_.corpus.uses[id.value]) {
      if (!use.views.proposed) continue;
      for (auto i = use.first_word; i <= use.last_word; ++i) covered_[i] = std::max<std::uint32_t>(covered_[i], use.last_word - use.first_word + 1);
      ++uses_[use.term.value];
    }
    for (const auto& definition : unit_.definitions) defined_.push_back(definition.span);
    for (const auto& reference : unit_.references) defined_.push_back(with_echo(unit_, reference.span));
    std::sort(defined_.begin(), defined_.end());
    for (const auto& form : unit_.forms) {
      stems_.push_back(stem_of(form));
      spellings_.push_back(one_spelling(stems_.back()));
      letters_.emplace_back(spellings_.back());
      begins_.push_back(all.prefixes_.find(letters_.back()).has_value());
      number_.push_back(all.number_of(stems_.back()));
      has_digit_.push_back(stems_.back().find_first_of("0123456789") != std::string::npos);
      small_.push_back(stems_.back() == "of" || stems_.back() == "and" || stems_.back() == "for");
    }
    place_.resize(unit_.words.size());
    here_ = view_words(unit_, View::proposed);
    for (std::uint32_t k = 0; k < here_.size(); ++k) place_[here_[k]] = k;
  }

  std::vector<LikeTerm> run() {
    gaps_of_uses();
    for (std::size_t i = 0; i < here_.size();) i = spelled_at(i);
    drop_ordinary_english();
    for (std::size_t i = 0; i < here_.size();) i = run_at(i);
    std::stable_sort(found_.begin(), found_.end(), [](const LikeTerm& a, const LikeTerm& b) { return a.first_word < b.first_word; });
    return std::move(found_);
  }

 private:
  const Word& word(std::size_t k) const { return unit_.words[here_[k]]; }
  bool is(std::size_t k, Word::Flags flag) const { return word(k).is(View::proposed, flag); }
  const std::string& stem(std::size_t k) const { return stems_[word(k).form]; }
  bool is_plain(std::size_t k) const { return !is(k, Word::heading | Word::quoted); }
  bool goes_on(std::size_t k) const { return !is(k, Word::breaks_before) && word(k).line == word(k - 1).line; }

  std::string written(std::size_t begin, std::size_t end) const {
    const auto& projection = unit_.projection(View::proposed);
    const auto from = projection.from_source(word(begin).begin);
    const auto to = projection.from_source(word(end - 1).begin + word(end - 1).length);
    return squeeze(slice(projection.text, {from, to}));
  }

  bool in_reach(Id<Term> term, std::size_t k) const {
    const auto at = provision_at(unit_, View::proposed, word(k).begin);
    const auto& definitions = all_.review_.corpus.terms[term].definitions;
    return std::any_of(definitions.begin(), definitions.end(), [&](const In<Definition>& in) {
      const auto near = all_.reach_.nearness(in, id_, at, View::proposed);
      return near && *near <= Nearness::code && makes_term(definition_of(all_.review_, in));
    });
  }

  /// Definitions and their bodies may write a term as they like.
  bool in_definition_of(Id<Term> term, std::size_t k) const {
    const auto offset = word(k).begin;
    const auto& definitions = all_.review_.corpus.terms[term].definitions;
    const bool own = std::any_of(definitions.begin(), definitions.end(), [&](const In<Definition>& in) {
      const auto& d = definition_of(all_.review_, in);
      return in.unit == id_ && d.span.begin <= offset && offset < std::max(d.span.end, d.body.end);
    });
    auto after = std::upper_bound(defined_.begin(), defined_.end(), Span{offset, 0xFFFFFFFF});
    for (int n = 0; n < 4 && after != defined_.begin() && !own; ++n)
      if ((--after)->begin <= offset && offset < after->end) return true;
    return own;
  }

  void add(Likeness likeness, Id<Term> term, std::size_t begin, std::size_t end) {
    if (!in_reach(term, begin) || in_definition_of(term, begin)) return;
    found_.push_back({likeness, here_[begin], here_[end - 1], term, written(begin, end)});
    for (auto k = begin; k < end; ++k) covered_[here_[k]] = std::max<std::uint32_t>(covered_[here_[k]], static_cast<std::uint32_t>(end - begin));
  }

  /// Uses whose words are joined otherwise than in any definition of the term.
  void gaps_of_uses() {
    for (const auto& use : all_.review_.corpus.uses[id_.value]) {
      if (!use.views.proposed || use.first_word == use.last_word) continue;
      const std::size_t begin = place_[use.first_word], end = place_[use.last_word] + std::size_t{1};
      if (!is_plain(begin)) continue;
      std::string here;
      for (auto k = begin + 1; k < end; ++k) here += is(k, Word::space_before) ? ' ' : '-';
      if (all_.joints_of_term_[use.term.value].contains(here)) continue;
      const auto text = written(begin, end);
      if (text.find('/') == std::string::npos && text.find('&') == std::string::npos) add(Likeness::variant, use.term, begin, end);
    }
  }

  /// Looks for a term spelled otherwise from here_[i] on; where to look next.
  std::size_t spelled_at(std::size_t i) {
    if (!begins_[word(i).form] || !is_plain(i)) return i + 1;
    LettersHash letters;
    Id<Term> term;
    std::size_t end = i;
    for (std::size_t k = i; k < here_.size() && k < i + longest && (k == i || goes_on(k)) && is_plain(k); ++k) {
      letters = letters + letters_[word(k).form];
      const auto found = all_.prefixes_.find(letters);
      if (!found) break;
      if (*found != PrefixTable::none && is_spelled(all_.by_letters_[*found].first, i, k + 1)) term = all_.by_letters_[*found].second, end = k + 1;
    }
    if (!term) return i + 1;
    consider_spelling(term, i, end);
    return i + 1;
  }

  /// Whether the words from here_[begin] on have these letters.
  bool is_spelled(std::string_view letters, std::size_t begin, std::size_t end) const {
    for (auto k = begin; k < end; ++k) {
      const auto& spelling = spellings_[word(k).form];
      if (!letters.starts_with(spelling)) return false;
      letters.remove_prefix(spelling.size());
    }
    return letters.empty();
  }

  void consider_spelling(Id<Term> term, std::size_t begin, std::size_t end) {
    const auto count = static_cast<std::uint32_t>(end - begin);
    const auto& stems = all_.stems_of_term_[term.value];
    std::size_t capitals = 0, shouting = 0;
    for (auto k = begin; k < end; ++k) {
      if (covered_[here_[k]] >= count && covered_[here_[k]] > 1) return;  // a term already, or part of a longer one
      capitals += is(k, Word::upper);
      shouting += is(k, Word::all_upper) && unit_.forms[word(k).form].size() > 1;
    }
    if (count == 1 && (stems.size() == 1 || covered_[here_[begin]] > 0) && !is_other_spelling(begin, stems)) return;
    if (shouting == count) return;
    bool same_words = stems.size() == count;
    for (std::size_t n = 0; same_words && n < stems.size(); ++n) same_words = stem(begin + n) == stems[n];
    const bool starts_sentence = is(begin, Word::sentence_start);
    if (capitals == 0 || (capitals == 1 && starts_sentence && count > 1)) {
      if (same_words && stems.size() > 1 && !is_being_defined(term, begin)) add(Likeness::uncapitalised, term, begin, end);
      return;
    }
    // A cell of a table begins as a sentence does, behind an id as well.
    if (capitals == 1 && is(begin, Word::upper) && count > 1 &&
        all_.review_.documents[unit_.document].paragraphs[Id<Paragraph>(word(begin).line)].cell)
      return;
    // One word that opens a sentence has its capital from there.
    if (count == 1 && starts_sentence && stems.size() > 1) return;
    add(Likeness::variant, term, begin, end);
  }

  /// "the standard agreement of the association (the "Standard Agreement")": the words before a term in brackets are what it is to mean.
  bool is_being_defined(Id<Term> term, std::size_t k) const {
    const auto& all = all_.review_.corpus.terms[term].definitions;
    return std::any_of(all.begin(), all.end(), [&](const In<Definition>& in) {
      if (in.unit != id_) return false;
      const auto& d = unit_.definitions[in.id];
      return d.form == DefinitionForm::inline_quoted && d.body.begin <= word(k).begin && word(k).begin < d.span.begin;
    });
  }

  bool is_other_spelling(std::size_t k, const std::vector<std::string>& stems) const {
    return is(k, Word::upper) && !is(k, Word::sentence_start) && (stems.size() > 1 || stem(k) != stems.front());
  }

  /// A phrase that stands in small letters as often as in capitals is ordinary English.
  void drop_ordinary_english() {
    std::map<std::uint32_t, std::uint32_t> small;
    for (const auto& one : found_)
      if (one.likeness == Likeness::uncapitalised) ++small[one.term.value];
    std::erase_if(found_,
                  [&](const LikeTerm& one) { return one.likeness == Likeness::uncapitalised && small[one.term.value] >= uses_[one.term.value]; });
  }

  /// A run of capitals from here_[i]: whether its end is a term with a word left out or a slip in it.
  std::size_t run_at(std::size_t i) {
    if (!is(i, Word::upper) || !is_plain(i)) return i + 1;
    std::size_t end = i + 1;
    while (end < here_.size() && goes_on(end) && is_plain(end) && !is(end, Word::sentence_start)) {
      if (is(end, Word::upper)) {
        ++end;
      } else if (is_small(end) && end + 1 < here_.size() && goes_on(end + 1) && is(end + 1, Word::upper)) {
        end += 2;
      } else {
        break;
      }
    }
    for (auto begin = i; begin + 2 <= end; ++begin)
      if (is(begin, Word::upper) && end - begin <= longest && may_begin_phrase(i, begin) && near(begin, end)) return end;
    return end;
  }

  /// A word in capitals in front belongs to the phrase, unless it is a term of its own or opens the sentence.
  bool may_begin_phrase(std::size_t run, std::size_t begin) const {
    return begin == run || covered_[here_[begin - 1]] > 0 || is(begin - 1, Word::sentence_start);
  }

  bool is_small(std::size_t k) const { return small_[word(k).form]; }

  bool near(std::size_t begin, std::size_t end) {
    std::size_t foreign = 0;
    bool open = false;
    for (auto k = begin; k < end; ++k) {
      foreign += number_[word(k).form] == no_stem ? 1U : 0U;
      if (foreign > 1) return false;  // a slip is in one word
      if (covered_[here_[k]] >= end - begin) return false;
      if (has_digit_[word(k).form]) return false;
      open = open || (covered_[here_[k]] == 0 && is(k, Word::upper));
    }
    if (!open) return false;
    const auto term = foreign == 0 ? with_word_left_out(begin, end) : Id<Term>();
    const auto slip = term ? term : with_slip(begin, end);
    if (!slip) return false;
    std::vector<std::string> stems;
    for (auto k = begin; k < end; ++k) stems.push_back(stem(k));
    if (all_.names_.holds_phrase(stems) || names_outside(begin, end) || all_.are_different(stems, all_.stems_of_term_[slip.value])) return false;
    const auto before = found_.size();
    add(Likeness::near_miss, slip, begin, end);
    return found_.size() > before;
  }

  /// A number or a bracket behind the run makes a reference or a title of it.
  bool names_outside(std::size_t begin, std::size_t end) const {
    if (begin > 0 && goes_on(begin) && is(begin - 1, Word::upper) && all_.names_.holds_phrase({stem(begin - 1)})) return true;
    if (end < here_.size() && goes_on(end) && unit_.forms[word(end).form].find_first_of("0123456789") != std::string::npos) return true;
    if (labels_a_field(begin, end)) return true;
    return !provision_at(unit_, View::proposed, word(begin).begin);
  }

  /// "Effective Date: 29 June 2023": the words open their line, and a colon stands behind them.
  bool labels_a_field(std::size_t begin, std::size_t end) const {
    if (begin > 0 && word(begin - 1).line == word(begin).line) return false;
    const auto& projection = unit_.projection(View::proposed);
    const auto behind = projection.from_source(word(end - 1).begin + word(end - 1).length);
    return behind < projection.text.size() && projection.text[behind] == ':';
  }

  /// "Subsidiary Document": the one term of three words or more that has a word more, which is not its last.
  Id<Term> with_word_left_out(std::size_t begin, std::size_t end) const {
    Id<Term> found;
    for (std::size_t gap = 0; gap < end - begin; ++gap) {
      Gapped gapped;  // with a word that is not known in front of the one at `gap`
      for (auto k = begin; k < end; ++k) {
        if (k - begin == gap) gapped.stems[gapped.size++] = no_stem;
        gapped.stems[gapped.size++] = number_[word(k).form];
      }
      for (const auto& [term, place] : with_gap(gapped)) {
        if (place != gap || all_.stems_of_term_[term.value].size() < 3) continue;
        if (found && found != term) return {};
        found = term;
      }
    }
    return found;
  }

  /// "Meter Equipment Manager": the one term with another word in one place, of which this is a slip.
  Id<Term> with_slip(std::size_t begin, std::size_t end) const {
    Id<Term> found;
    for (std::size_t gap = 0; gap < end - begin; ++gap) {
      Gapped gapped;
      for (auto k = begin; k < end; ++k) gapped.stems[gapped.size++] = k - begin == gap ? no_stem : number_[word(k).form];
      for (const auto& [term, place] : with_gap(gapped)) {
        if (place != gap || !is_slip_for(stem(begin + gap), all_.stems_of_term_[term.value][gap])) continue;
        if (found && found != term) return {};
        found = term;
      }
    }
    return found;
  }

  const std::vector<std::pair<Id<Term>, std::size_t>>& with_gap(const Gapped& gapped) const {
    static const std::vector<std::pair<Id<Term>, std::size_t>> none;
    const auto found = all_.by_gap_.find(gapped);
    return found == all_.by_gap_.end() ? none : found->second;
  }

  const TermLikeness& all_;
  Id<Unit> id_;
  const Unit& unit_;
  std::vector<std::uint32_t> here_;             // words of the proposed view
  std::vector<std::uint32_t> place_;            // per word of that view: its index in here_
  std::vector<std::uint32_t> covered_;          // per word: how many words the term or likeness has that it is part of
  std::vector<std::uint32_t> uses_;             // per term
  std::vector<Span> defined_;                   // terms where they are defined, and references
  std::vector<std::string> stems_, spellings_;  // per form
  std::vector<LettersHash> letters_;            // per form: of its spelling
  std::vector<bool> begins_;                    // per form: whether the letters of a term begin with its
  std::vector<std::uint32_t> number_;           // per form: TermLikeness::number_of its stem
  std::vector<bool> has_digit_, small_;         // per form: whether its stem has a digit, and is one of the small words inside terms
  std::vector<LikeTerm> found_;
};

std::vector<LikeTerm> TermLikeness::find(Id<Unit> unit) const { return Scan(*this, unit).run(); }

}  // namespace dovetail
