// Looks a reference up where its text says, from the inside out. Where the text does not say enough the outcome is "not checked".
#include "link/provisions.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/parallel.h"
#include "link/find_number.h"
#include "model/footnotes.h"
#include "text/labels.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::string_view keyword_of_division(std::string_view label) { return label.substr(0, label.find(' ')); }

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

/// Resolves the references of one unit in one view.
class Resolver {
 public:
  using Outside = std::map<const Profile*, std::vector<Pattern>>;

  Resolver(const Review& review, const DocumentIndex& documents, const LabelIndexes& labels, const Outside& outside, Id<Unit> unit, View view)
      : review_(review),
        documents_(documents),
        outside_(outside),
        view_(view),
        numbers_(review, documents, labels, view),
        paragraphs_in_schedules_(has_paragraphs_in_schedules(review.units[unit], view)),
        own_plurals_(own_plurals(review.units[unit], view)) {}

  ReferenceLink resolve(Id<Unit> from, const Reference& reference) const {
    ReferenceLink link;
    link.unit = from;
    link.wanted = reference.label;
    if (reference.reach == ReferenceReach::external) {
      const auto own_word = as_own(from, reference);
      return own_word ? resolve(from, *own_word) : with(link, Outcome::external);
    }
    if (!reference.document.empty()) return in_document(from, reference, link);
    if (!reference.divisions.empty()) return in_divisions(from, reference, link);
    if (reference.keyword == "footnote") return footnote(from, reference, link);
    if (reference.relative) return relative(from, reference, link);
    return own(from, reference, link);
  }

 private:
  const LabelIndex& labels(Id<Unit> unit) const { return numbers_.labels(unit); }
  const Profile* profile_of(Id<Unit> unit) const { return numbers_.profile_of(unit); }

  /// "Condition 2" and "Article 3.1" are of another instrument, except in a text that has Conditions as divisions ("paragraph 2.1 of Condition 2") or
  /// calls its own numbers so ("these Articles").
  std::optional<Reference> as_own(Id<Unit> from, const Reference& reference) const {
    if (!reference.document.empty()) return std::nullopt;
    Reference own = reference;
    own.reach = ReferenceReach::own;
    if (!reference.divisions.empty()) {
      const bool here = std::all_of(reference.divisions.begin(), reference.divisions.end(),
                                    [&](const std::string& name) { return !labels(from).anywhere(name).empty(); });
      return here ? std::optional(own) : std::nullopt;
    }
    if (reference.label.empty()) return std::nullopt;
    if (const auto division = capitalised(reference.keyword) + " " + reference.label; !labels(from).anywhere(division).empty())
      own.label = division;
    else if (!own_plurals_.contains(reference.keyword))
      return std::nullopt;
    return own;
  }

  // -- another document, by its name

  ReferenceLink in_document(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
    if (reference.document == "this code" || reference.document == "this agreement") return in_this_code(from, reference, link);
    const auto named = documents_.find(reference.document, from);
    link.registered = named.registered;
    if (named.unit) {
      link.unit = named.unit;
      if (!reference.divisions.empty()) return in_divisions(named.unit, reference, link);
      const auto found = inside(named.unit, {}, reference, link);
      return found.outcome == Outcome::missing && is_part_called_as_code(named.unit, reference.document) ? with(link, Outcome::not_loaded) : found;
    }
    if (reference.document.starts_with("Section ") && !labels(from).anywhere(reference.document).empty()) {  // one Section of several in one text
      Reference within = reference;
      within.divisions.insert(within.divisions.begin(), within.document);
      return in_divisions(from, within, link);
    }
    if (reference.document.starts_with("Section ") && named.code.empty()) {  // "Section X, Annex X-1 paragraph 1.1": the Annex is a document
      const auto annex = documents_.find(reference.divisions.empty() ? reference.label : reference.divisions.front(), from);
      if (annex.unit) {
        Reference within = reference;
        link.unit = annex.unit;
        if (within.divisions.empty()) return with(link, Outcome::resolved);
        within.divisions.erase(within.divisions.begin());
        return within.divisions.empty() ? inside(annex.unit, {}, within, link) : in_divisions(annex.unit, within, link);
      }
    }
    if (named.retired) return with(link, Outcome::retired);
    if (named.code.empty() && is_outside(from, reference.document)) return with(link, Outcome::external);
    if (named.unlisted) return with(link, Outcome::unknown);
    if (named.code.empty()) return with(link, Outcome::not_loaded);
    if (named.code == review_.units[from].code && reference.divisions.empty()) {  // "paragraph 4.2 of the Code" begins at home
      const auto here = inside(from, {}, reference, link);
      if (here.outcome == Outcome::resolved || here.outcome == Outcome::not_used) return here;
    }
    if (auto lettered = section_of_code(named.code, reference, link)) return *lettered;
    // "Schedule 91 of the XREC": a document of that code, or a division of one.
    const std::string outer = !reference.divisions.empty() ? reference.divisions.front() : reference.label;
    for (const auto unit : documents_.of_code(named.code)) {
      const auto inner = documents_.find(outer, unit);
      if (inner.unit && review_.units[inner.unit].code == named.code) {
        link.unit = inner.unit;
        if (reference.divisions.empty()) return with(link, Outcome::resolved);
        return inside(inner.unit, {}, reference, link);
      }
      if (!reference.divisions.empty() && !labels(unit).anywhere(outer).empty()) return in_divisions(unit, reference, link);
      // Of a whole code only what is found is known; a number that is not there may be in a document that is not loaded.
      if (reference.divisions.empty() && !reference.label.empty()) {
        link.unit = unit;
        const auto found = inside(unit, {}, reference, link);
        if (found.outcome == Outcome::resolved || found.outcome == Outcome::not_used) return found;
        // … unless this one holds all such numbers: the clauses of an agreement, or the Section that the number begins with.
        if (is_body_for(unit, reference.keyword) || labels(unit).is_extract_with(reference.label)) return found;
      }
    }
    link.unit = from;
    return with(link, Outcome::not_loaded);
  }

  /// Whether a text is the body of an agreement whose own numbers, and no others, are cited by this word ("clause").
  bool is_body_for(Id<Unit> unit, const std::string& keyword) const {
    const auto* profile = profile_of(unit);
    return profile && !profile->numbers_in_divisions.empty() && profile->numbers == keyword && labels(unit).numbered() >= trusted_numbers &&
           !labels(unit).begins_late();
  }

  /// Whether a name is one of those that rules/instruments lists.
  bool is_outside(Id<Unit> from, std::string_view name) const {
    const auto found = outside_.find(profile_of(from));
    if (found == outside_.end()) return false;
    const auto plain = fold(name).starts_with("the ") ? name.substr(4) : name;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Pattern& pattern) { return pattern.matches(plain); });
  }

  /// "Section W1.1.2 of the XBSC": the number of the Section of that letter, where that is loaded.
  std::optional<ReferenceLink> section_of_code(const std::string& code, const Reference& reference, ReferenceLink link) const {
    const auto digit = reference.label.find_first_of("0123456789");
    if (!reference.divisions.empty() || digit == std::string::npos || digit == 0 || reference.label.find(' ') != std::string::npos)
      return std::nullopt;
    for (const auto unit : documents_.of_code(code)) {
      const auto section = documents_.find("Section " + reference.label.substr(0, digit), unit);
      if (!section.unit || review_.units[section.unit].code != code) continue;
      link.unit = section.unit;
      Reference inside = reference;
      if (labels(section.unit).find({}, reference.label).empty() && labels(section.unit).anywhere(reference.label).empty())
        inside.label = reference.label.substr(digit);
      if (inside.label != reference.label && inside.last.starts_with(reference.label.substr(0, digit))) inside.last = inside.last.substr(digit);
      link.wanted = inside.label;
      return numbers_.find(section.unit, {}, inside, link);
    }
    return std::nullopt;
  }

  /// Whether a text that is one part of a code bears the code's own initials as its name ("CUSC"): other parts answer to it too.
  bool is_part_called_as_code(Id<Unit> unit, std::string_view name) const {
    const auto* profile = profile_of(unit);
    return profile && !profile->imports.empty() && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
  }

  /// "Clause 8.1 of this Code": in this text, or where this text is one part of the code, perhaps in another part.
  ReferenceLink in_this_code(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
    Reference plain = reference;
    plain.document.clear();
    const auto here = plain.divisions.empty() ? own(from, plain, link) : in_divisions(from, plain, link);
    const auto* profile = profile_of(from);
    const bool whole = profile && profile->imports.empty();
    if (whole || here.outcome != Outcome::missing) return here;
    plain.document = review_.units[from].code;
    return plain.document.empty() ? with(link, Outcome::not_loaded) : in_document(from, plain, link);
  }

  // -- inside a named division

  ReferenceLink in_divisions(Id<Unit> unit, const Reference& reference, ReferenceLink link) const {
    Id<Provision> scope;
    for (const auto& name : reference.divisions) {
      if (name.starts_with("main part")) {  // of the division named, else of the one around
        if (!scope && unit == link.unit) scope = around(unit, reference, name.substr(name.rfind(' ') + 1));
        continue;
      }
      if (const auto found = division_called(unit, name, scope, unit == link.unit ? reference.from[index(view_)] : Id<Provision>())) {
        scope = found;
        continue;
      }
      const auto named = documents_.find(name, unit);
      if (named.unit && named.unit != unit) {
        link.unit = named.unit;
        unit = named.unit;
        scope = {};
        continue;
      }
      if (named.unit == unit && named.unit) continue;  // "this Schedule 91" is the document itself
      if (reference.document.empty() && absent_division(unit, name)) {
        link.unit = unit;
        link.wanted = name;
        return with(link, Outcome::missing);
      }
      return with(link, Outcome::not_loaded);
    }
    link.unit = unit;
    return inside(unit, scope, reference, link);
  }

  /// The division of that name: of several ("Part A" of each Schedule) the one in `scope`, else the one beside the reference, else the first.
  Id<Provision> division_called(Id<Unit> unit, const std::string& name, Id<Provision> scope, Id<Provision> from) const {
    const auto& found = labels(unit).anywhere(name);
    if (found.size() < 2) return found.empty() ? Id<Provision>() : found.front();
    const auto v = index(view_);
    const auto& provisions = review_.units[unit].provisions;
    const auto inside = [&](Id<Provision> outer) {
      return std::find_if(found.begin(), found.end(), [&](Id<Provision> one) {
        for (auto at = one; at; at = provisions[at].parent[v])
          if (at == outer) return true;
        return false;
      });
    };
    if (scope) {
      const auto one = inside(scope);
      return one == found.end() ? found.front() : *one;
    }
    for (auto around = from; around; around = provisions[around].parent[v])
      if (provisions[around].kind == ProvisionKind::division)
        if (const auto one = inside(around); one != found.end()) return *one;
    return found.front();
  }

  /// The innermost division of a kind ("schedule") that a reference stands in; none where the document itself is that.
  Id<Provision> around(Id<Unit> unit, const Reference& reference, const std::string& keyword) const {
    const auto v = index(view_);
    const auto& provisions = review_.units[unit].provisions;
    auto scope = reference.from[v] ? provisions[reference.from[v]].scope[v] : Id<Provision>();
    while (scope && !fold(provisions[scope].label[v]).starts_with(keyword + " ")) scope = provisions[scope].scope[v];
    return scope;
  }

  /// What is wanted of a document or division that has been found: nothing more, a division of it, or a number.
  ReferenceLink inside(Id<Unit> unit, Id<Provision> scope, const Reference& reference, ReferenceLink link) const {
    if (reference.label.empty()) return with(link, Outcome::resolved);
    if (!scope && reference.keyword == "section" && reference.label.find_first_of(".(") == std::string::npos)  // "Section 2A of the XDCUSA"
      if (const auto& part = labels(unit).anywhere("Section " + reference.label); !part.empty()) return numbers_.found_in(unit, part, link);
    return reference.label.find(' ') != std::string::npos ? division(unit, reference, link) : numbers_.find(unit, scope, reference, link);
  }

  /// Whether a division is surely not there: the document has others of its kind, and kinds of that name stand in documents, not beside them.
  bool absent_division(Id<Unit> unit, std::string_view name) const {
    const auto keyword = fold(keyword_of_division(name));
    if (keyword == "part" && review_.inputs[unit.value].profile && review_.inputs[unit.value].profile->name == "generic")
      return false;  // as often a Part of something else
    return (keyword == "appendix" || keyword == "part") && labels(unit).has_divisions(keyword) && numbers_.numbers_known(unit);
  }

  // -- its own document

  ReferenceLink own(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
    if (reference.label.find(' ') != std::string::npos) return division(from, reference, link);
    if (!reference.label.empty() && reference.label.front() >= 'A' && reference.label.front() <= 'Z' &&
        reference.label.find_first_of("0123456789") != std::string::npos)
      return lettered(from, reference, link);
    if (reference.keyword == "section" && reference.label.find('.') == std::string::npos) {  // "Section 2A" of an agreement is a part of it
      const auto& part = labels(from).anywhere("Section " + reference.label);
      if (!part.empty()) return numbers_.found_in(from, part, link);
    }
    if (const auto body = body_of_agreement(from, reference)) {
      link.unit = *body;
      return numbers_.find(*body, {}, reference, link);
    }
    if (belongs_to_body(from, reference)) return with(link, Outcome::not_loaded);
    const auto at = reference.from[index(view_)];
    return numbers_.find(from, at ? review_.units[from].provisions[at].scope[index(view_)] : Id<Provision>(), reference, link);
  }

  /// Where a schedule has paragraphs and the agreement has clauses, a clause is always the agreement's: its own text, or the document that is
  /// the body of its code.
  std::optional<Id<Unit>> body_of_agreement(Id<Unit> from, const Reference& reference) const {
    const auto* profile = profile_of(from);
    if (profile && profile->numbers.empty() && is_word_of_bodies(reference.keyword) && paragraphs_in_schedules_ &&
        (!labels(from).find({}, reference.label).empty() || labels(from).has_below({}, reference.label)))
      return from;
    if (!profile || profile->numbers.empty() || reference.keyword.empty()) return std::nullopt;
    if (profile->numbers == reference.keyword && !profile->numbers_in_divisions.empty()) return from;
    if (profile->numbers == reference.keyword || review_.units[from].code.empty()) return std::nullopt;
    for (const auto unit : documents_.of_code(review_.units[from].code)) {
      const auto* other = profile_of(unit);
      if (unit != from && other && other->numbers == reference.keyword && !other->numbers_in_divisions.empty()) return unit;
    }
    return std::nullopt;
  }

  /// "Clause 36.4" in a schedule whose agreement was not read: the schedule's own 36.4 is a paragraph.
  bool belongs_to_body(Id<Unit> from, const Reference& reference) const {
    const auto* profile = profile_of(from);
    if (!profile || profile->imports.empty() || reference.keyword != "clause" || !is_foreign_keyword(*profile, reference.keyword)) return false;
    const bool listed = std::any_of(profile->keywords.begin(), profile->keywords.end(), [](const Keyword& k) { return k.word == "clause"; });
    return listed && !reference.self && !reference.relative && !reference.label.empty() && reference.label.front() >= '0' &&
           reference.label.front() <= '9';
  }

  /// "footnote 4": numbered through the text, without those that show a sign of their own.
  ReferenceLink footnote(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
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

  /// "Annex S-2", "Appendix 1", "Section K".
  ReferenceLink division(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
    const auto& found = labels(from).anywhere(reference.label);
    if (!found.empty()) return numbers_.found_in(from, found, link);
    const auto named = documents_.find(reference.label, from);
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

  /// "Appendix A.1": a number of Appendix A, written A.1 there or 1. What is not found so is not checked.
  ReferenceLink numbered_in_division(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
    const auto dot = reference.label.find('.');
    const auto space = reference.label.find(' ');
    for (const auto division : labels(from).anywhere(reference.label.substr(0, dot)))
      for (const auto& number : {reference.label.substr(space + 1), reference.label.substr(dot + 1)})
        if (const auto& found = labels(from).find(division, number); !found.empty()) return numbers_.found_in(from, found, link);
    return with(link, Outcome::unparsed);
  }

  /// "K5.4": a number of this text that bears a letter, or one of the Section of that letter.
  ReferenceLink lettered(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
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
    const auto named = documents_.find("Section " + label.substr(0, digit), from);
    // This text bears that letter itself: what it lacks is missing.
    if (!named.unit && !labels(from).anywhere(label.substr(0, label.find_first_of(".("))).empty())
      return numbers_.find(from, own_scope, reference, link);
    if (!named.unit && !labels(from).anywhere("Section " + label.substr(0, digit)).empty()) {
      Reference within = reference;
      within.label = label.substr(digit);
      if (within.last.starts_with(label.substr(0, digit))) within.last = within.last.substr(digit);
      within.keyword = "section";
      within.divisions = {"Section " + label.substr(0, digit)};
      link.wanted = within.label;
      return in_divisions(from, within, link);
    }
    if (!named.unit) return with(link, named.retired ? Outcome::retired : Outcome::not_loaded);
    link.unit = named.unit;
    if (!labels(named.unit).find({}, label).empty()) return numbers_.find(named.unit, {}, reference, link);
    Reference inside = reference;
    inside.label = label.substr(digit);
    if (inside.last.starts_with(label.substr(0, digit))) inside.last = inside.last.substr(digit);
    inside.keyword = "section";
    inside.reach = ReferenceReach::document;
    link.wanted = inside.label;
    const bool prefixed = labels(named.unit).anywhere(label.substr(0, label.find('.'))).empty();
    if (!prefixed) inside.label = label, inside.last = reference.last;
    return numbers_.find(named.unit, {}, inside, link);
  }

  /// "paragraph (a) above": looked for in the provision that it stands in and those around it. What is not found there is not checked.
  ReferenceLink relative(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
    const auto v = index(view_);
    const auto& unit = review_.units[from];
    if (!reference.label.starts_with('(')) return own(from, reference, link);
    for (auto at = reference.from[v]; at; at = unit.provisions[at].parent[v]) {
      const auto& provision = unit.provisions[at];
      const auto& found = labels(from).find(provision.scope[v], provision.label[v] + reference.label);
      if (!found.empty()) return numbers_.found_in(from, found, link);
    }
    return with(link, Outcome::unparsed);
  }

  const Review& review_;
  const DocumentIndex& documents_;
  const Outside& outside_;
  View view_;
  NumberFinder numbers_;
  bool paragraphs_in_schedules_;
  std::set<std::string> own_plurals_;  // keywords of other instruments that this text calls its own numbers by
};

/// The names of instruments of each profile in use, compiled once.
Resolver::Outside instruments_of(const Review& review) {
  Resolver::Outside outside;
  for (const auto& input : review.inputs) {
    if (!input.profile) continue;
    const auto [at, fresh] = outside.try_emplace(input.profile);
    if (!fresh) continue;
    for (const auto& name : input.profile->instrument_names)
      if (auto pattern = Pattern::compile(name, true)) at->second.push_back(std::move(*pattern));
  }
  return outside;
}

}  // namespace

std::vector<std::array<std::vector<ReferenceLink>, 2>> link_references(const Review& review, const DocumentIndex& documents, unsigned threads) {
  const std::size_t count = review.units.size();
  LabelIndexes labels(count);
  parallel_for(count, threads, [&](std::size_t i) {
    const auto& unit = review.units[Table<Unit>::id_at(i)];
    const auto now = std::make_shared<const LabelIndex>(unit, View::proposed);
    labels[i] = {unit.has_changes ? std::make_shared<const LabelIndex>(unit, View::baseline) : now, now};
  });
  // Where no document has changes, what holds in one view holds in the other.
  const bool one_view = std::none_of(review.units.begin(), review.units.end(), [](const Unit& unit) { return unit.has_changes; });
  const auto outside = instruments_of(review);
  std::vector<std::array<std::vector<ReferenceLink>, 2>> links(count);
  parallel_for(count, threads, [&](std::size_t i) {
    const auto id = Table<Unit>::id_at(i);
    const auto& unit = review.units[id];
    const bool compared = review.inputs[i].role == InputRole::baseline;  // to say what the draft introduced, and what it moved
    if (!unit.has_body || !(compared || stands_for_itself(review.inputs[i]))) return;
    for (const View view : {View::proposed, View::baseline}) {
      if (one_view && view == View::baseline) {
        links[i][0] = links[i][1];
        continue;
      }
      const Resolver resolver(review, documents, labels, outside, id, view);
      auto& here = links[i][index(view)];
      here.resize(unit.references.size());
      for (std::size_t r = 0; r < unit.references.size(); ++r) {
        const auto& reference = unit.references[Table<Reference>::id_at(r)];
        if (reference.views.has(view)) here[r] = resolver.resolve(id, reference);
      }
    }
  });
  return links;
}

}  // namespace dovetail
