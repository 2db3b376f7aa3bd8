// From the inside out: a division's own numbers come before those of what it stands in.
#include "link/find_number.h"

#include <algorithm>
#include <set>

#include "base/word_table.h"
#include "model/extract.h"
#include "model/locate.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Whether an item at `at` is only spoken of: "paragraph (b)", "(a) to (f)", "(a), (b) or (c)", "(b) above".
bool is_spoken_of(std::string_view text, std::size_t at, std::size_t size) {
  static const Pattern before =
      Pattern::literal("(?:[Pp]aragraphs?|[Cc]lauses?|[Ss]ections?|[Ii]tems?|[Pp]arts?|\\([A-Za-z0-9]{1,4}\\),?(?: (?:to|and|or|and/or))?) $");
  static const Pattern behind = Pattern::literal("(?:\\([a-z0-9]+\\))* (?:of (?:this|that|the|paragraph|clause|section|sub)|above|below)");
  constexpr std::size_t longest = 24;
  const auto from = at > longest ? at - longest : 0;
  return before.find(text.substr(from, at - from)) || behind.match_at(text, at + size);
}

/// An item of a running sentence stands behind a space; one that follows a number or a bracket is a reference.
bool has_inline_item(std::string_view text, const std::string& item) {
  for (auto at = text.find(item); at != std::string_view::npos; at = text.find(item, at + 1))
    if (at == 0 || (text[at - 1] == ' ' && !is_spoken_of(text, at, item.size()))) return true;
  return false;
}

}  // namespace

ReferenceLink with(ReferenceLink link, Outcome outcome) {
  link.outcome = outcome;
  return link;
}

bool is_word_of_bodies(std::string_view keyword) {
  static constexpr WordTable words{"clause", "section", "article", "regulation", "rule"};
  return words.contains(keyword);
}

bool is_foreign_keyword(const Profile& profile, const std::string& keyword) {
  const bool number_word = keyword == "paragraph" || keyword == "clause" || keyword == "section" || keyword == "article";
  return !profile.numbers.empty() && number_word && keyword != profile.numbers && keyword != profile.numbers_in_divisions;
}

ReferenceLink NumberFinder::found_in(Id<Unit> unit, std::span<const Id<Provision>> provisions, ReferenceLink link) const {
  for (const auto id : provisions) link.targets.push_back({unit, id});
  if (provisions.size() > 1) return with(link, Outcome::ambiguous);
  const auto& target = review_.units[unit].provisions[provisions.front()];
  return with(link, target.not_used[index(view_)] ? Outcome::not_used : Outcome::resolved);
}

ReferenceLink NumberFinder::find(Id<Unit> unit, Id<Provision> scope, const Reference& reference, ReferenceLink link) const {
  auto first = one(unit, scope, reference, reference.label, link);
  if (reference.last.empty() || first.outcome == Outcome::missing || first.outcome == Outcome::deleted) return first;
  // "H5.33-5.40" goes on with the letter; what is looked for inside a Section has lost it.
  const auto letters = reference.label.substr(0, reference.label.find_first_of("0123456789"));
  const auto end = reference.last->find_first_of("0123456789") == 0 ? letters + *reference.last : *reference.last;
  auto last = one(unit, scope, reference, end, link);
  if (last.outcome == Outcome::missing || last.outcome == Outcome::deleted) {
    last.wanted = end;
    return last;
  }
  return first;
}

ReferenceLink NumberFinder::one(Id<Unit> unit, Id<Provision> scope, const Reference& reference, const std::string& label, ReferenceLink link) const {
  const auto& index_here = labels(unit);
  const bool says_where =
      reference.reach != ReferenceReach::own || !reference.divisions.empty() || reference.text.find(" this ") != std::string::npos;
  const bool bare = !says_where && reference.from[index(view_)] && !means_body(unit, reference);
  const auto* profile = profile_of(unit);
  const bool of_body = profile && profile->numbers.empty() && is_word_of_bodies(reference.keyword);
  // "paragraph 2 of Schedule 1": what a division that counts from 1 has not is not to be found around it.
  const bool named = !reference.divisions.empty() && scope && (!index_here.find(scope, "1").empty() || index_here.has_below(scope, "1"));
  for (const auto s : named ? std::vector{scope} : scopes_outward(unit, scope)) {
    link.out_of_scope = bare && s != scope && !(of_body && !s) && !is_numbered_as(unit, s, reference, label);
    if (!index_here.find(s, label).empty()) return found_in(unit, index_here.find(s, label), link);
    if (index_here.has_below(s, label)) return with(link, Outcome::resolved);
    if (inside_running_text(unit, s, label)) return with(link, Outcome::resolved);
    if (const auto nested = as_nested_lists(unit, label); !nested.empty() && !index_here.find(s, nested).empty())
      return found_in(unit, index_here.find(s, nested), link);
  }
  const auto elsewhere = named ? std::span<const Id<Provision>>() : index_here.anywhere(label);
  link.out_of_scope =
      bare && !elsewhere.empty() && !is_numbered_as(unit, review_.units[unit].provisions[elsewhere.front()].scope[index(view_)], reference, label);
  if (!elsewhere.empty()) return found_in(unit, elsewhere.first(1), link);
  if (!checkable(unit, reference, label)) return with(link, Outcome::unparsed);
  if (reference.reach == ReferenceReach::own && reference.divisions.empty() && index_here.begins_behind_or_ends_before(label))
    return in_another_extract(unit, reference, label, link);
  if (was_deleted(unit, label)) return with(link, Outcome::deleted);
  if (may_be_left_out(unit, reference, label)) return with(link, Outcome::not_loaded);
  link.nearest = index_here.nearest(scope, label);
  return with(link, Outcome::missing);
}

/// "2.1(b)" in a web page whose lists count 2 and, in a list inside it, 1 and (b): there the number reads 2(1)(b). Empty for other texts.
std::string NumberFinder::as_nested_lists(Id<Unit> unit, const std::string& label) const {
  if (review_.documents[review_.units[unit].document].kind != FileKind::html) return {};
  const auto bracket = std::min(label.find('('), label.size());
  const auto dot = label.find('.');
  if (dot >= bracket || label.find_first_not_of("0123456789.") < bracket) return {};
  std::string nested = label.substr(0, dot);
  for (auto at = dot; at < bracket;) {
    const auto next = std::min(label.find('.', at + 1), bracket);
    nested += "(" + label.substr(at + 1, next - at - 1) + ")";
    at = next;
  }
  return nested + label.substr(bracket);
}

/// "Paragraph 2.15.2" in Section 6 of a code that counts through its Sections: the number of another loaded text of the code, by the same kind of
/// profile; missing where one that reaches to it has it not, not loaded where none does.
ReferenceLink NumberFinder::in_another_extract(Id<Unit> unit, const Reference& reference, const std::string& label, ReferenceLink link) const {
  const auto& code = review_.units[unit].code;
  if (code.empty()) return with(link, Outcome::not_loaded);
  for (const auto other : documents_.of_code(code)) {
    if (other == unit || review_.units[other].profile != review_.units[unit].profile || labels(other).numbered() < trusted_numbers) continue;
    if (labels(other).begins_behind_or_ends_before(label)) continue;
    const auto& found = labels(other).find({}, label);
    link.unit = other;
    if (!found.empty()) return found_in(other, found, link);
    if (labels(other).has_below({}, label) || inside_running_text(other, {}, label)) return with(link, Outcome::resolved);
    if (!checkable(other, reference, label)) return with(link, Outcome::unparsed);
    if (was_deleted(other, label)) return with(link, Outcome::deleted);
    link.nearest = labels(other).nearest({}, label);
    return with(link, Outcome::missing);
  }
  return with(link, Outcome::not_loaded);
}

/// Whether a number that is not there may stand in what the text does not show: it is an extract, or tells how to change another text.
bool NumberFinder::may_be_left_out(Id<Unit> unit, const Reference& reference, const std::string& label) const {
  if (reference.reach != ReferenceReach::own || !reference.divisions.empty()) return false;
  if (labels(unit).is_left_out(label)) return true;
  const auto& projection = review_.units[unit].projection(view_);
  const auto line = line_at(projection, projection.from_source(reference.span.begin));
  if (line && is_amending_instruction(slice(projection.text, projection.lines[*line].span))) return true;
  const auto [known, fresh] = parts_shown_.try_emplace(unit, false);
  if (fresh) known->second = shows_parts(review_.units[unit], view_);
  return known->second;
}

/// "Article 3.2", where Article 3 counts 3.1, 3.2: the word and the first figure name the division.
bool NumberFinder::is_numbered_as(Id<Unit> unit, Id<Provision> scope, const Reference& reference, const std::string& label) const {
  return scope && fold(review_.units[unit].provisions[scope].label[index(view_)]) == fold(reference.keyword + " " + label.substr(0, label.find('.')));
}

bool NumberFinder::means_body(Id<Unit> unit, const Reference& reference) const {
  const auto* profile = profile_of(unit);
  return profile && !profile->numbers_in_divisions.empty() && profile->numbers == reference.keyword;
}

std::vector<Id<Provision>> NumberFinder::scopes_outward(Id<Unit> unit, Id<Provision> scope) const {
  std::vector<Id<Provision>> scopes;
  for (auto s = scope; s; s = review_.units[unit].provisions[s].scope[index(view_)]) {
    scopes.push_back(s);
    if (scopes.size() > 16) break;
  }
  scopes.emplace_back();
  return scopes;
}

bool NumberFinder::says_in_sentence(Id<Unit> unit, Id<Provision> provision, const std::string& item) const {
  if (item.rfind('(') != 0) return false;
  const auto& p = review_.units[unit].provisions[provision];
  const auto& projection = review_.units[unit].projection(view_);
  for (auto line = p.lines[index(view_)].begin; line < std::min<std::size_t>(p.lines[index(view_)].end, projection.lines.size()); ++line) {
    const auto words = slice(projection.text, projection.lines[line].span);
    if (!words.starts_with(item) && has_inline_item(words, item)) return true;
  }
  return false;
}

/// "8.15.8(b)" when 8.15.8 says "(a) … (b) …" in one running sentence.
bool NumberFinder::inside_running_text(Id<Unit> unit, Id<Provision> scope, const std::string& label) const {
  const auto open = label.find('(');
  if (open == std::string::npos || open == 0) return false;
  const auto v = index(view_);
  std::size_t cut = label.size();
  while (cut > open) {
    cut = label.rfind('(', cut - 1);
    const auto& found = labels(unit).find(scope, label.substr(0, cut));
    if (found.empty()) continue;
    const auto& provision = review_.units[unit].provisions[found.front()];
    const auto& projection = review_.units[unit].projection(view_);
    const auto end = std::min<std::size_t>(provision.last_line[v], projection.lines.size());
    const std::string wanted = label.substr(cut, label.find(')', cut) + 1 - cut);
    for (std::size_t i = provision.lines[v].begin; i < end; ++i)
      if (has_inline_item(slice(projection.text, projection.lines[i].span), wanted)) return true;
    return false;
  }
  return false;
}

/// Whether a number that is not there can be called missing: the numbering was read, and the keyword means a number here.
bool NumberFinder::checkable(Id<Unit> unit, const Reference& reference, const std::string& label) const {
  const auto& u = review_.units[unit];
  if (!labels(unit).is_trusted() || !numbers_known(unit) || reference.interior) return false;
  if (label.empty() || label.find_first_of("0123456789") == std::string::npos) return false;
  // "section 60": an Act's, unless this kind of document calls its own numbers so; those are then written with a capital, a letter or a dot.
  const bool bears_letter = !reference.label.empty() && reference.label.front() >= 'A' && reference.label.front() <= 'Z';
  if (reference.keyword == "section" && !bears_letter && reference.text.starts_with("s") && label.find('.') == std::string::npos &&
      u.profile != "bscp" && u.profile != "generic")
    return false;
  if (reference.keyword == "section" && u.profile == "generic" && label.find('.') == std::string::npos)
    return reference.reach == ReferenceReach::own && reference.divisions.empty() && counts_own_sections(unit);
  const auto* profile = profile_of(unit);
  if (!profile) return true;
  if (reference.reach == ReferenceReach::own && !bears_letter && is_foreign_keyword(*profile, reference.keyword)) return false;
  const auto keyword =
      std::find_if(profile->keywords.begin(), profile->keywords.end(), [&](const Keyword& k) { return fold(k.word) == reference.keyword; });
  if (keyword == profile->keywords.end()) return profile->keywords.empty() || reference.reach == ReferenceReach::document;
  const auto at = [&](std::string_view what) { return std::find(keyword->at.begin(), keyword->at.end(), what) != keyword->at.end(); };
  const bool steps = reference.keyword == "step" || reference.keyword == "process";  // "step 3" may be one of a list of its own
  return (at("decimal") && !steps) || ((at("row") || at("decimal")) && label.find('.') != std::string::npos);
}

/// Whether a text is an Act: nearly all that it calls section without saying whose is its own, and it does not amend another.
bool NumberFinder::counts_own_sections(Id<Unit> unit) const {
  const auto [known, fresh] = own_sections_.try_emplace(unit, false);
  if (!fresh) return known->second;
  const auto& u = review_.units[unit];
  constexpr std::size_t fewest = 4;
  std::set<std::string> own, other;
  for (const auto& r : u.references) {
    if (r.keyword != "section" || r.interior || !r.views.has(view_) || r.reach != ReferenceReach::own || !r.divisions.empty() || r.relative) continue;
    const auto number = r.label.substr(0, r.label.find('('));
    if (!number.empty()) (labels(unit).find({}, number).empty() ? other : own).insert(number);
  }
  const bool amends = u.projection(view_).text.find("amended as follows") != std::string::npos;
  return known->second = !amends && own.size() >= fewest && own.size() >= 4 * other.size();
}

bool NumberFinder::was_deleted(Id<Unit> unit, const std::string& label) const {
  if (view_ == View::baseline) return false;
  const auto& u = review_.units[unit];
  const auto& before = labels_[unit.value][index(View::baseline)]->anywhere(label);
  return std::any_of(before.begin(), before.end(), [&](Id<Provision> p) { return !u.provisions[p].views.proposed; });
}

}  // namespace dovetail
