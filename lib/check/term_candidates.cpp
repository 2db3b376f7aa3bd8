// Reads runs of capitals word by word; whatever may be a name is let go.
#include "check/term_candidates.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/holds.h"
#include "check/capital_words.h"
#include "check/known_words.h"
#include "check/name_parts.h"
#include "check/term_places.h"
#include "check/text_words.h"
#include "check/title_shapes.h"
#include "model/locate.h"
#include "model/view_words.h"
#include "text/inflection.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

class Finder {
 public:
  Finder(const Document& document, const Unit& unit, const std::vector<TermUse>& uses, const KnownNames& names_known)
      : unit_(unit), text_(document, unit), names_(names_known), places_(document, unit), known_(unit, uses) {
    for (const auto& written : unit.forms) may_be_named_.push_back(!is_variable(written) && written.find_first_of("0123456789") == std::string::npos);
  }

  std::map<std::vector<std::string>, Candidate> run() {
    const auto here = view_words(unit_, View::proposed);
    cover_names(here);
    for (std::size_t i = 0; i < here.size();) i = run_at(here, i);
    for (const auto& u : undecided_) keep(u.here, found_.contains(text_.stems_of(u.here, u.first, u.end)) ? u.first : u.begin, u.end, u.opens, true);
    for (const auto& stems : explained_) found_.erase(stems);
    for (auto& [stems, candidate] : found_) std::sort(candidate.places.begin(), candidate.places.end());
    return std::move(found_);
  }

 private:
  /// Names of several words ("X Balancing and Settlement Code") are no candidates, whatever stands around them.
  void cover_names(const std::vector<std::uint32_t>& here) {
    std::vector<std::string> stems;
    std::vector<bool> begins;
    for (const auto& written : unit_.forms) {
      stems.push_back(stem_of(written));
      begins.push_back(names_.may_begin(stems.back()));
    }
    for (std::size_t i = 0; i < here.size(); ++i) {
      if (!begins[unit_.words[here[i]].form] || !is(here[i], Word::upper)) continue;
      const auto stem = [&](std::size_t k) -> std::string_view {
        if (k >= here.size() || (k > i && is(here[k], Word::breaks_before))) return {};
        return stems[unit_.words[here[k]].form];
      };
      const auto count = names_.longest(i, stem);
      for (std::size_t k = 0; k < count; ++k) known_.named[here[i + k]] = true;
      if (count > 0) i += count - 1;
    }
  }

  bool is(std::uint32_t word, Word::Flags flag) const { return text_.is(word, flag); }
  std::string_view form(std::uint32_t word) const { return text_.form(word); }
  bool is_joined_by_hyphen(std::uint32_t word) const { return text_.is_joined_by_hyphen(word); }
  bool is_possessive(std::uint32_t word) const { return text_.is_possessive(word); }

  bool part_of_run(std::uint32_t word) const {
    const auto& w = unit_.words[word];
    return w.is(View::proposed, Word::upper) && !w.is(View::proposed, Word::heading | Word::quoted) && !known_.covered[word] && !known_.named[word] &&
           may_be_named_[w.form];
  }

  /// Reads the run of capitalised words at here[i]; where the next one may begin.
  std::size_t run_at(const std::vector<std::uint32_t>& here, std::size_t i) {
    if (!part_of_run(here[i])) return i + 1;
    if (i > 0 && is_joined_by_hyphen(here[i])) return i + 1;  // "Non-Domestic Suppliers": the name has begun before
    const bool goes_on = i > 0 && goes_on_with_name(here[i], here[i - 1]);
    std::size_t end = i + 1;
    std::size_t capitals = 1;
    for (std::size_t k = i + 1; k < here.size(); ++k) {
      const auto& w = unit_.words[here[k]];
      if ((!w.is(View::proposed, Word::space_before) && !is_joined_by_hyphen(here[k])) || w.is(View::proposed, Word::sentence_start) ||
          w.line != unit_.words[here[i]].line || (is_possessive(here[k - 1]) && !is_named_after_holder(here, i, k)))
        break;
      if (known_.referred[here[k]] && k - end >= 1) break;  // "the Rejection Codes in Appendix 4.2"
      if (part_of_run(here[k])) {
        end = k + 1;
        ++capitals;
      } else if (known_.named[here[k]] || k - end > 3) {
        break;
      } else if (is_joined_by_hyphen(here[k]) && k == end) {
        end = k + 1;  // "Safety Co-ordinator"
      } else if (is_term(here[k]) || is_joined_by_hyphen(here[k])) {
        continue;  // "Post Incident Review", where "Incident" is defined
      } else if (known_.covered[here[k]] || !joins_names(fold(form(here[k]))) || k - end > 1) {
        break;
      }
    }
    const bool names_document = goes_on || is_schedule_name(text_, here, i, end) || is_company_ending(fold(form(here[end - 1]))) ||
                                is_title_with_year(text_, here, i) || is_body_of_many(text_, here, end) ||
                                (end < here.size() && is_company_ending(form(here[end]))) || known_.titled.contains(unit_.words[here[i]].begin - 1);
    const bool stray = capitals == 1 && known_.stray.contains(here[i]) && !is(here[i], Word::sentence_start);
    if ((capitals >= 2 || stray || is_head(here, i, end) || is_modifier(here, i, end)) && !names_document) consider(here, i, end);
    return end;
  }

  /// "a Broker's Letter": behind an indefinite article the possessive is no person's, and begins the name of a thing.
  bool is_named_after_holder(const std::vector<std::uint32_t>& here, std::size_t i, std::size_t k) const {
    static constexpr std::array determiners{"a", "an", "any", "each", "every"};
    return k == i + 1 && i > 0 && part_of_run(here[k]) && !is(here[i], Word::sentence_start) && holds(determiners, form(here[i - 1]));
  }

  Span span_of(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) const {
    const auto& last = unit_.words[here[end - 1]];
    return {unit_.words[here[begin]].begin, last.begin + last.length};
  }

  void consider(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) {
    if (is_public_office(text_, here, begin, end)) return;
    if (places_.names_a_form(span_of(here, begin, end))) explained_.insert(text_.stems_of(here, begin, end));
    // What opens a sentence has its capital from there.
    while (begin < end && !is_head_of_name(text_, here, begin, end) &&
           (opens_sentences(fold(form(here[begin]))) || joins_names(fold(form(here[begin])))) && !is_named_by_article(text_, here, begin) &&
           !(begin + 1 < end && is_joined_by_hyphen(here[begin + 1])))
      ++begin;
    bool opens = begin < end && is(here[begin], Word::sentence_start);
    // "Records of Proving Tests": the first word has its capital from the sentence, what follows "of" has not.
    if (opens && begin + 2 < end && fold(form(here[begin + 1])) == "of") begin += 2, opens = false;
    // "and" between two names joins names, it does not make one.
    for (std::size_t k = begin; k < end; ++k)
      if (parts_names(text_, here, begin, k)) {
        // "the Asset Disposal and Information Security Alliance": without an article of its own the second part ends the name of a body.
        if (joins_body(text_, here, begin, k, end)) return;
        consider_part(here, begin, k, opens);
        return consider(here, k + 1, end);
      }
    consider_part(here, begin, end, opens);
  }

  /// "Royal Mail Special Delivery", "Moody's Investors Service": behind a name, and behind the possessive of one that no article leads to, the name
  /// goes on.
  bool goes_on_with_name(std::uint32_t word, std::uint32_t before) const {
    if (!is(word, Word::space_before) || unit_.words[word].line != unit_.words[before].line) return false;
    if (known_.named[before]) return true;
    if (!is_possessive(before) || known_.covered[before] || !is(before, Word::upper) || is(before, Word::sentence_start)) return false;
    static constexpr std::array determiners{"the",  "a",   "an",    "each", "every", "any",     "no",
                                            "such", "its", "their", "that", "this",  "another", "either"};
    return before == 0 || !(is(before - 1, Word::upper) || holds(determiners, form(before - 1)));
  }

  /// A term, by itself, in a sentence.
  bool is_term(std::uint32_t word) const {
    return known_.covered[word] && !known_.named[word] && is(word, Word::upper) && !is(word, Word::heading | Word::quoted);
  }

  /// "Panel Chair", where "Panel" is defined and "Chair" is not: one word that makes another thing of the term before it.
  bool is_head(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) const {
    if (end - begin != 1 || begin == 0 || is(here[begin], Word::sentence_start) || !is(here[begin], Word::space_before)) return false;
    if (!is_term(here[begin - 1]) || is_possessive(here[begin - 1]) || unit_.words[here[begin]].line != unit_.words[here[begin - 1]].line)
      return false;
    const auto word = form(here[begin]);
    return word.size() > 3 && !is(here[begin], Word::all_upper) && !follows_as_subject(here, end);
  }

  /// "an Unplanned Outage", where "Outage" is defined and the word before it makes another thing of it.
  bool is_modifier(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) const {
    if (end - begin != 1 || begin == 0 || end >= here.size() || is(here[begin], Word::sentence_start | Word::breaks_before)) return false;
    if (leads_to_term(here, end)) return starts_lower(form(here[begin - 1])) && !opens_sentences(fold(form(here[begin])));
    if (!is_term(here[end]) || is(here[end], Word::sentence_start) || unit_.words[here[end]].line != unit_.words[here[begin]].line) return false;
    if (!is(here[end], Word::space_before) && !is_joined_by_hyphen(here[end])) return false;
    const auto word = form(here[begin]);
    if (word.size() < 4 || is(here[begin], Word::all_upper) || is_possessive(here[begin]) || opens_sentences(fold(word))) return false;
    const bool opened = is(here[begin - 1], Word::sentence_start) && opens_sentences(fold(form(here[begin - 1])));
    const bool of_holder = is_possessive(here[begin - 1]) && is_term(here[begin - 1]);  // "the Supplier's Base Unit"
    return is(here[begin], Word::space_before) && (opened || of_holder || starts_lower(form(here[begin - 1])));
  }

  /// "a Letter of Authority", where "Authority" is defined.
  bool leads_to_term(const std::vector<std::uint32_t>& here, std::size_t of) const {
    return of + 1 < here.size() && form(here[of]) == "of" && is(here[of], Word::space_before) && is_term(here[of + 1]) &&
           unit_.words[here[of + 1]].line == unit_.words[here[of]].line;
  }

  /// "the Restoration Time XBSCCo shall …": a verb makes a subject of the word before it, and no part of a phrase.
  bool follows_as_subject(const std::vector<std::uint32_t>& here, std::size_t behind) const {
    return behind < here.size() && is(here[behind], Word::space_before) && is_verb_of_subject(form(here[behind])) && !is_plural_subject(here, behind);
  }

  /// "A Panel Member holds", "Panel Members may": behind an article or a plural the whole phrase is the subject.
  bool is_plural_subject(const std::vector<std::uint32_t>& here, std::size_t behind) const {
    std::size_t first = behind - 1;
    while (first > 0 && (is_term(here[first - 1]) || part_of_run(here[first - 1])) &&
           (is(here[first], Word::space_before) || is_joined_by_hyphen(here[first])))
      --first;
    if (is(here[first], Word::sentence_start) || first == 0) return true;
    static constexpr std::array determiners{"the", "a",   "an",    "each", "every", "any",   "no",   "such",
                                            "all", "its", "their", "that", "this",  "those", "these"};
    // With an article the phrase is one, unless the article stands before a preposition's object: "of the Restoration Time XBSCCo shall".
    if (!holds(determiners, fold(form(here[first - 1])))) return false;
    static constexpr std::array prepositions{"of", "at", "in", "on", "by", "to", "from", "after", "before", "within", "under", "for", "with"};
    return first < 2 || !holds(prepositions, fold(form(here[first - 2])));
  }

  void consider_part(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end, bool opens) {
    while (end > begin && (joins_names(fold(form(here[end - 1]))) || text_.is_symbol(here[end - 1]))) --end;
    const bool head = is_head(here, begin, end) || is_modifier(here, begin, end);
    std::size_t capitals = 0, shouting = 0;
    for (std::size_t k = begin; k < end; ++k) {
      capitals += is(here[k], Word::upper);
      shouting += is(here[k], Word::all_upper);
      if (is_of_world_outside(fold(form(here[k]))) && !is_road_in_front(here, begin, k)) return;
    }
    const bool stray = end - begin == 1 && known_.stray.contains(here[begin]) && !opens && !is_this_text(here[begin]);
    if ((capitals < 2 && !stray && !head) || shouting == capitals) return;
    // A word before or behind that is a term by itself belongs to the phrase: "Demand Data File", where "Demand" is defined.
    if (capitals >= 2 || head) {
      const auto [first, last] = with_terms_beside(here, begin, end);
      if (head && last - first == 1) return;
      // "Supplier Meter Points …" opens a sentence: one thing or two, as the rest of the text has it.
      const bool two = first < begin && !head && is(here[first], Word::sentence_start);
      if (two) undecided_.push_back({here, first, begin, last, opens});
      if (!two) keep(here, first, last, opens, true);
      return;
    }
    keep(here, begin, end, opens, false);
  }

  /// "this Agreement", "this Deed": the text that it stands in, whether or not it is defined.
  bool is_this_text(std::uint32_t word) const {
    static constexpr std::array texts{"Agreement",  "Code",    "Contract",  "Deed",     "Document",
                                      "Instrument", "Licence", "Procedure", "Protocol", "Policy"};
    return word > 0 && is(word, Word::space_before) && unit_.words[word - 1].line == unit_.words[word].line && fold(form(word - 1)) == "this" &&
           holds(texts, form(word));
  }

  /// "a Street Audit": what a road is called stands before the word for it.
  bool is_road_in_front(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t k) const {
    static constexpr std::array roads{"Street", "Road", "Avenue", "Square"};
    return k == begin && holds(roads, form(here[k]));
  }

  /// A phrase at the start of a sentence that may have a term before it as its first words.
  struct Undecided {
    const std::vector<std::uint32_t>& here;
    std::size_t first, begin, end;
    bool opens;
  };

  void keep(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end, bool opens, bool sure) {
    for (std::size_t k = begin; k < end; ++k)
      if (is_of_world_outside(fold(form(here[k]))) && !is_road_in_front(here, begin, k)) return;
    const auto end_of_name = form(here[end - 1]);
    if (end_of_name == "Police" || end_of_name == "Constabulary" || end_of_name == "Trust") return;
    const auto stems = text_.stems_of(here, begin, end);
    const auto& first = unit_.words[here[begin]];
    const auto& last = unit_.words[here[end - 1]];
    const Span span = span_of(here, begin, end);
    if (!provision_at(unit_, View::proposed, span.begin)) {  // covers, letters, signatures
      if (places_.is_label(span)) explained_.insert(stems);  // "Effective Date", and the date: the particulars of an agreement
      return;
    }
    if (known_.is_reference(span) || known_.is_definition(span) || names_.holds_phrase(stems) ||
        names_.is_known_by_initials(text_.text_of(here, begin, end)) || is_title_of_instrument(text_, here, begin, end))
      return;
    if (places_.names_party_category(span) || places_.says_what_it_is(span)) explained_.insert(stems);
    if (places_.is_no_sentence(span) || places_.goes_on_to_year(span) || places_.is_name_behind_id(span) || places_.says_where_defined(span) ||
        places_.is_name_by_its_neighbours(span))
      return;
    auto& candidate = found_[stems];
    if (candidate.words.empty()) candidate.words = text_.text_of(here, begin, end);
    candidate.places.push_back(span);
    candidate.sure_start = candidate.sure_start || !opens || sure;  // two capitals are one more than a sentence needs
    candidate.baseline =
        candidate.baseline || (first.is(View::baseline, Word::here) && last.is(View::baseline, Word::here) && !known_.lost[here[begin]]);
  }

  /// The run with a use of a term on either side that nothing but a space parts from it.
  std::pair<std::size_t, std::size_t> with_terms_beside(const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end) const {
    const auto joins = [&](std::size_t k) {
      return (is(here[k], Word::space_before) || is_joined_by_hyphen(here[k])) && unit_.words[here[k]].line == unit_.words[here[k - 1]].line &&
             !is_possessive(here[k - 1]) && !is(here[k], Word::sentence_start);
    };
    auto first = begin, last = end;
    if (end - begin == 1 && leads_to_term(here, end)) last += 2;
    while (first > 0 && joins(first) && is_term(here[first - 1])) --first;
    while (last < here.size() && joins(last) && is_term(here[last])) ++last;
    if (last > end && follows_as_subject(here, last)) last = end;
    return {first, last};
  }

  const Unit& unit_;
  const TextWords text_;
  const KnownNames& names_;
  const TermPlaces places_;
  KnownWords known_;
  std::vector<bool> may_be_named_;  // per form: no sign of a formula, and no figure in it
  std::vector<Undecided> undecided_;
  std::map<std::vector<std::string>, Candidate> found_;
  std::set<std::vector<std::string>> explained_;  // phrases that some sentence explains
};

}  // namespace

std::map<std::vector<std::string>, Candidate> term_candidates(const Document& document, const Unit& unit, const std::vector<TermUse>& uses,
                                                              const KnownNames& known) {
  return Finder(document, unit, uses, known).run();
}

}  // namespace dovetail
