// References to a text's own numbers, divisions and footnotes. Where the text does not say enough the outcome is "not checked".
#include <algorithm>

#include "link/resolver.h"
#include "model/footnotes.h"
#include "model/neighbour.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Whether a text cites numbers inside its Schedules as paragraphs: then its clauses or sections are those of its body.
bool has_paragraphs_in_schedules(const Unit& unit, View view) {
  return std::any_of(unit.references.begin(), unit.references.end(), [&](const Reference& r) {
    const auto at = r.from[index(view)];
    return r.keyword == "paragraph" && r.document.empty() && r.label.find_first_of("0123456789") == 0 && at && unit.provisions[at].scope[index(view)];
  });
}

std::string capitalised(std::string word) {
  if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

/// "article" where the text speaks of "these Articles": which words of other instruments it has for its own numbers. Looks at the words only where a
/// reference uses one of them. A text that amends another speaks of that one's.
std::set<std::string> own_plurals(const Unit& unit, View view) {
  std::set<std::string> used, own;
  for (const auto& r : unit.references)
    if (r.keyword == "article" || r.keyword == "regulation" || r.keyword == "rule") used.insert(r.keyword);
  const auto& text = unit.projection(view).text;
  if (!used.empty() && (text.find("amended as follows") != std::string::npos || text.find("(Amendment)") != std::string::npos)) return own;
  for (const auto& keyword : used) {
    const auto plural = capitalised(keyword) + "s";
    if (text.find("these " + plural) != std::string::npos || text.find("These " + plural) != std::string::npos) own.insert(keyword);
  }
  return own;
}

/// Whether a text that has Articles cites two of them or more by their number alone: then such a number is never another instrument's.
bool cites_own_articles(const Unit& unit, const LabelIndex& labels) {
  if (!labels.has_divisions("article")) return false;
  std::set<std::string> cited;
  for (const auto& r : unit.references)
    if (r.keyword == "article" && r.document.empty() && r.divisions.empty() && !labels.anywhere("Article " + r.label).empty()) cited.insert(r.label);
  return cited.size() > 1;
}

}  // namespace

Resolver::Resolver(const Review& review, const DocumentIndex& documents, const LabelIndexes& labels, const NamesOfProfiles& names, Id<Unit> unit,
                   View view)
    : review_(review),
      documents_(documents),
      names_(names),
      view_(view),
      numbers_(review, documents, labels, view),
      paragraphs_in_schedules_(has_paragraphs_in_schedules(review.units[unit], view)),
      own_plurals_(own_plurals(review.units[unit], view)),
      own_articles_(cites_own_articles(review.units[unit], this->labels(unit))),
      past_(review.inputs[unit.value].role == InputRole::baseline || (view == View::baseline && review.units[unit].has_changes)) {}

Named Resolver::named_in_time(std::string_view name, Id<Unit> from) const {
  const auto [known, fresh] = named_.try_emplace({from, std::string(name)});
  if (fresh) {
    known->second = documents_.find(name, from);
    if (past_ && known->second.unit) known->second.unit = documents_.before(known->second.unit);
  }
  return known->second;
}

std::vector<Id<Unit>> Resolver::of_code_in_time(std::string_view code) const {
  auto units = documents_.of_code(code);
  if (past_)
    for (auto& unit : units) unit = documents_.before(unit);
  return units;
}

ReferenceLink Resolver::resolve(Id<Unit> from, const Reference& reference) const {
  ReferenceLink link;
  link.unit = from;
  if (reference.reach == ReferenceReach::external) {
    const auto own_word = as_own(from, reference);
    if (!own_word) return with(link, Outcome::external);
    link = resolve(from, *own_word);
    if (own_word->label != reference.label && link.wanted.empty()) link.wanted = own_word->label;
    return link;
  }
  if (!reference.document.empty()) return in_document(from, reference, link);
  if (!reference.divisions.empty()) return in_divisions(from, reference, link);
  if (reference.keyword == "footnote") return footnote(from, reference, link);
  if (reference.relative) return relative(from, reference, link);
  return own(from, reference, link);
}

std::optional<Reference> Resolver::as_own(Id<Unit> from, const Reference& reference) const {
  if (!reference.document.empty()) return std::nullopt;
  Reference own = reference;
  own.reach = ReferenceReach::own;
  if (!reference.divisions.empty()) {
    const bool here = std::all_of(reference.divisions.begin(), reference.divisions.end(),
                                  [&](const std::string& name) { return !labels(from).anywhere(name).empty(); });
    return here ? std::optional(own) : std::nullopt;
  }
  if (reference.label.empty()) return std::nullopt;
  // "Article 4(3)": paragraph 3 of an Article of this text, whose paragraphs count "3." or "(3)".
  if (const auto open = reference.label.find('('); own_articles_ && reference.keyword == "article" && open != std::string::npos) {
    const auto article = "Article " + reference.label.substr(0, open);
    const auto close = reference.label.find(')', open);
    const auto& found = labels(from).anywhere(article);
    if (found.size() != 1 || close == std::string::npos || reference.text.find(" of ") != std::string::npos || !reference.last.empty())
      return std::nullopt;
    const auto plain = reference.label.substr(open + 1, close - open - 1);
    if (plain.find_first_not_of("0123456789") != std::string::npos || labels(from).find(found.front(), "1").empty()) return std::nullopt;
    own.divisions = {article};
    own.label = plain + reference.label.substr(close + 1);
    return own;
  }
  const auto division = capitalised(reference.keyword) + " " + reference.label;
  if (!labels(from).anywhere(division).empty() || (own_articles_ && reference.keyword == "article" && labels(from).ends_before_division(division)))
    own.label = division;
  else if (!own_plurals_.contains(reference.keyword))
    return std::nullopt;
  return own;
}

ReferenceLink Resolver::own(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  if (reference.label.find(' ') != std::string::npos) return division(from, reference, link);
  if (!reference.label.empty() && reference.label.front() >= 'A' && reference.label.front() <= 'Z' &&
      reference.label.find_first_of("0123456789") != std::string::npos)
    return lettered(from, reference, link);
  if (reference.keyword == "section" && reference.label.find('.') == std::string::npos) {  // "Section 2A" of an agreement is a part of it
    const auto& part = labels(from).anywhere("Section " + reference.label);
    if (!part.empty()) return numbers_.found_in(from, part, link);
    if (auto document = section_beside(from, reference, link)) return *document;
  }
  if (const auto body = body_of_agreement(from, reference)) {
    link.unit = *body;
    return numbers_.find(*body, {}, reference, link);
  }
  if (belongs_to_body(from, reference)) return with(link, Outcome::not_loaded);
  const auto at = reference.from[index(view_)];
  return numbers_.find(from, at ? review_.units[from].provisions[at].scope[index(view_)] : Id<Provision>(), reference, link);
}

std::optional<ReferenceLink> Resolver::section_beside(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  const auto* profile = profile_of(from);
  if (profile == nullptr || !labels(from).find({}, reference.label).empty() || labels(from).has_below({}, reference.label)) return std::nullopt;
  const auto word = std::find_if(profile->keywords.begin(), profile->keywords.end(), [](const Keyword& k) { return k.word == "section"; });
  const bool documents = word != profile->keywords.end() && std::find(word->at.begin(), word->at.end(), "document") != word->at.end();
  if (!documents) return std::nullopt;
  const auto names = names_.find(profile);
  const bool numbered = names != names_.end() && std::any_of(names->second.sections.begin(), names->second.sections.end(),
                                                             [&](const Pattern& pattern) { return pattern.matches(reference.label); });
  if (!numbered) return std::nullopt;
  const auto named = named_in_time("Section " + reference.label, from);
  link.registered = named.registered;
  if (named.unit) link.unit = named.unit;
  return with(link, named.unit ? Outcome::resolved : named.retired ? Outcome::retired : Outcome::not_loaded);
}

std::optional<Id<Unit>> Resolver::body_of_agreement(Id<Unit> from, const Reference& reference) const {
  const auto* profile = profile_of(from);
  if (profile && profile->numbers.empty() && is_word_of_bodies(reference.keyword) && paragraphs_in_schedules_ &&
      (!labels(from).find({}, reference.label).empty() || labels(from).has_below({}, reference.label)))
    return from;
  if (!profile || profile->numbers.empty() || reference.keyword.empty()) return std::nullopt;
  if (profile->numbers == reference.keyword && !profile->numbers_in_divisions.empty()) return from;
  if (profile->numbers == reference.keyword || review_.units[from].code.empty()) return std::nullopt;
  for (const auto unit : of_code_in_time(review_.units[from].code)) {
    const auto* other = profile_of(unit);
    if (unit != from && other && other->numbers == reference.keyword && !other->numbers_in_divisions.empty()) return unit;
  }
  return std::nullopt;
}

bool Resolver::belongs_to_body(Id<Unit> from, const Reference& reference) const {
  const auto* profile = profile_of(from);
  if (!profile || profile->imports.empty() || reference.keyword != "clause" || !is_foreign_keyword(*profile, reference.keyword)) return false;
  // "Clause 3.1.3" in a Section 3 that counts from 3.1, and has it: no other text of the code does.
  if (labels(from).begins_late() && !labels(from).find({}, reference.label).empty()) return false;
  const bool listed = std::any_of(profile->keywords.begin(), profile->keywords.end(), [](const Keyword& k) { return k.word == "clause"; });
  return listed && !reference.self && !reference.relative && !reference.label.empty() && reference.label.front() >= '0' &&
         reference.label.front() <= '9';
}

ReferenceLink Resolver::footnote(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  const auto& document = review_.documents[review_.units[from].document];
  const auto* found = footnote_numbered(document, view_, reference.label);
  // The one that bore this number is struck out, and another has come into its place.
  const auto* before = view_ == View::proposed && reference.views.baseline ? footnote_numbered(document, View::baseline, reference.label) : nullptr;
  if (found != nullptr) return with(link, before != nullptr && before->deleted && !found->inserted ? Outcome::deleted : Outcome::resolved);
  const bool any = std::any_of(document.notes.begin(), document.notes.end(), [&](const Note& note) { return is_footnote_of(note, view_); });
  const bool figures = reference.label.find_first_not_of("0123456789") == std::string::npos && reference.label.size() < 5;
  if (!any || !figures || reference.label.empty() || review_.units[from].lost.text) return with(link, Outcome::unparsed);
  return with(link, reference.interior ? Outcome::unparsed : Outcome::missing);
}

ReferenceLink Resolver::division(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  const auto& found = labels(from).anywhere(reference.label);
  if (found.size() > 1)
    if (const auto one = innermost(from, found, reference.from[index(view_)])) return numbers_.found_in(from, std::vector{one}, link);
  if (!found.empty()) return numbers_.found_in(from, found, link);
  const auto named = named_in_time(reference.label, from);
  link.registered = named.registered;
  if (named.unit) {
    link.unit = named.unit;
    return with(link, Outcome::resolved);
  }
  if (named.retired) return with(link, Outcome::retired);
  // "Appendix 4.3" of a procedure is its paragraph 4.3; other divisions never stand for a number.
  const std::string figure = reference.label.substr(reference.label.find(' ') + 1);
  const auto dot = figure.rfind('.');
  if (const bool lettered = figure.front() >= 'A' && figure.front() <= 'Z'; lettered && dot != std::string::npos)
    return numbered_in_division(from, reference, link);
  if (dot != std::string::npos) {
    if (!labels(from).find({}, figure).empty()) return numbers_.found_in(from, labels(from).find({}, figure), link);
    const bool numbered_beside = numbers_.numbers_known(from) && !reference.interior && labels(from).has_below({}, figure.substr(0, dot));
    if (numbered_beside) return with(link, numbers_.was_deleted(from, figure) ? Outcome::deleted : Outcome::missing);
  }
  if (absent_division(from, reference.label) && labels(from).numbered() >= trusted_numbers) return with(link, Outcome::missing);
  return with(link, Outcome::not_loaded);
}

Id<Provision> Resolver::innermost(Id<Unit> unit, std::span<const Id<Provision>> found, Id<Provision> from) const {
  const auto v = index(view_);
  const auto& provisions = review_.units[unit].provisions;
  for (auto around = from;; around = provisions[around].parent[v]) {
    if (around && provisions[around].kind != ProvisionKind::division) continue;
    Id<Provision> one;
    std::size_t count = 0;
    for (const auto id : found)
      if (id == around || provisions[id].parent[v] == around) one = id, ++count;
    if (count > 0) return count == 1 ? one : Id<Provision>();
    if (!around) return {};
  }
}

ReferenceLink Resolver::numbered_in_division(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  const auto dot = reference.label.find('.');
  const auto space = reference.label.find(' ');
  for (const auto division : labels(from).anywhere(reference.label.substr(0, dot)))
    for (const auto& number : {reference.label.substr(space + 1), reference.label.substr(dot + 1)})
      if (const auto& found = labels(from).find(division, number); !found.empty()) return numbers_.found_in(from, found, link);
  return with(link, Outcome::unparsed);
}

ReferenceLink Resolver::lettered(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  const auto& label = reference.label;
  const auto digit = label.find_first_of("0123456789");
  const auto own_scope =
      reference.from[index(view_)] ? review_.units[from].provisions[reference.from[index(view_)]].scope[index(view_)] : Id<Provision>();
  for (const auto scope : {own_scope, Id<Provision>()})
    if (!labels(from).find(scope, label).empty()) return numbers_.find(from, scope, reference, link);
  // Numbers here bear that letter (A1, A1.1): the Section is this text.
  if (labels(from).has_letters(label.substr(0, digit))) {
    Reference here = reference;
    if (here.keyword.empty()) here.keyword = "section";  // "(A1.9)", "CC.6.9": the letter says what the word would
    return numbers_.find(from, own_scope, here, link);
  }
  const auto named = named_in_time("Section " + label.substr(0, digit), from);
  // This text bears that letter itself: what it lacks is missing.
  if (!named.unit && !labels(from).anywhere(label.substr(0, label.find_first_of(".("))).empty())
    return numbers_.find(from, own_scope, reference, link);
  if (!named.unit && !labels(from).anywhere("Section " + label.substr(0, digit)).empty()) {
    Reference within = reference;
    within.label = label.substr(digit);
    if (within.last->starts_with(label.substr(0, digit))) within.last = within.last->substr(digit);
    within.keyword = "section";
    within.divisions = std::vector{"Section " + label.substr(0, digit)};
    link.wanted = within.label;
    return in_divisions(from, within, link);
  }
  if (!named.unit) return with(link, named.retired ? Outcome::retired : Outcome::not_loaded);
  link.unit = named.unit;
  if (!labels(named.unit).find({}, label).empty()) return numbers_.find(named.unit, {}, reference, link);
  Reference inside = reference;
  inside.label = label.substr(digit);
  if (inside.last->starts_with(label.substr(0, digit))) inside.last = inside.last->substr(digit);
  inside.keyword = "section";
  inside.reach = ReferenceReach::document;
  link.wanted = inside.label;
  const bool prefixed = labels(named.unit).anywhere(label.substr(0, label.find('.'))).empty();
  if (!prefixed) inside.label = label, inside.last = reference.last;
  return numbers_.find(named.unit, {}, inside, link);
}

ReferenceLink Resolver::relative(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  const auto v = index(view_);
  const auto& unit = review_.units[from];
  if (reference.label == preceding_neighbour || reference.label == following_neighbour) return neighbour(from, reference, link);
  if (!reference.label.starts_with('(')) return own(from, reference, link);
  for (auto at = reference.from[v]; at; at = unit.provisions[at].parent[v]) {
    const auto& provision = unit.provisions[at];
    const auto& found = labels(from).find(provision.scope[v], provision.label[v] + reference.label);
    if (!found.empty()) return numbers_.found_in(from, found, link);
    if (numbers_.says_in_sentence(from, at, reference.label)) return with(link, Outcome::resolved);
  }
  return with(link, Outcome::unparsed);
}

}  // namespace dovetail
