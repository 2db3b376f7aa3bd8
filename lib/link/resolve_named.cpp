// References that name a document, a code or a division.
#include <algorithm>

#include "link/resolver.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::string_view keyword_of_division(std::string_view label) { return label.substr(0, label.find(' ')); }

}  // namespace

ReferenceLink Resolver::in_document(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  if (reference.document == "this code" || reference.document == "this agreement") return in_this_code(from, reference, link);
  const auto named = named_in_time(reference.document, from);
  link.registered = named.registered;
  if (named.unit) {
    link.unit = named.unit;
    if (!reference.divisions.empty()) return in_divisions(named.unit, reference, link);
    const auto found = inside(named.unit, {}, reference, link);
    return found.outcome == Outcome::missing && is_part_called_as_code(named.unit, reference.document) ? with(link, Outcome::not_loaded) : found;
  }
  if (reference.document->starts_with("Section ") && !labels(from).anywhere(reference.document).empty()) {  // one Section of several in one text
    Reference within = reference;
    within.divisions.edit().insert(within.divisions->begin(), within.document);
    return in_divisions(from, within, link);
  }
  if (reference.document->starts_with("Section ") && named.code.empty()) {  // "Section X, Annex X-1 paragraph 1.1": the Annex is a document
    const auto annex = named_in_time(reference.divisions.empty() ? reference.label : reference.divisions->front(), from);
    if (annex.unit) {
      Reference within = reference;
      link.unit = annex.unit;
      if (within.divisions.empty()) return with(link, Outcome::resolved);
      within.divisions.edit().erase(within.divisions->begin());
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
  const std::string outer = !reference.divisions.empty() ? reference.divisions->front() : reference.label;
  for (const auto unit : of_code_in_time(named.code)) {
    const auto inner = named_in_time(outer, unit);
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

bool Resolver::is_body_for(Id<Unit> unit, const std::string& keyword) const {
  const auto* profile = profile_of(unit);
  return profile && !profile->numbers_in_divisions.empty() && profile->numbers == keyword && labels(unit).numbered() >= trusted_numbers &&
         !labels(unit).begins_late();
}

bool Resolver::is_outside(Id<Unit> from, std::string_view name) const {
  const auto found = names_.find(profile_of(from));
  if (found == names_.end()) return false;
  const auto plain = fold(name).starts_with("the ") ? name.substr(4) : name;
  return std::any_of(found->second.instruments.begin(), found->second.instruments.end(),
                     [&](const Pattern& pattern) { return pattern.matches(plain); });
}

std::optional<ReferenceLink> Resolver::section_of_code(const std::string& code, const Reference& reference, ReferenceLink link) const {
  const auto digit = reference.label.find_first_of("0123456789");
  if (!reference.divisions.empty() || digit == std::string::npos || digit == 0 || reference.label.find(' ') != std::string::npos) return std::nullopt;
  for (const auto unit : of_code_in_time(code)) {
    const auto section = named_in_time("Section " + reference.label.substr(0, digit), unit);
    if (!section.unit || review_.units[section.unit].code != code) continue;
    link.unit = section.unit;
    Reference inside = reference;
    if (labels(section.unit).find({}, reference.label).empty() && labels(section.unit).anywhere(reference.label).empty())
      inside.label = reference.label.substr(digit);
    if (inside.label != reference.label && inside.last->starts_with(reference.label.substr(0, digit))) inside.last = inside.last->substr(digit);
    link.wanted = inside.label;
    return numbers_.find(section.unit, {}, inside, link);
  }
  return std::nullopt;
}

bool Resolver::is_part_called_as_code(Id<Unit> unit, std::string_view name) const {
  const auto* profile = profile_of(unit);
  return profile && !profile->imports.empty() && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

ReferenceLink Resolver::in_this_code(Id<Unit> from, const Reference& reference, ReferenceLink link) const {
  Reference plain = reference;
  plain.document = std::string();
  const auto here = plain.divisions.empty() ? own(from, plain, link) : in_divisions(from, plain, link);
  const auto* profile = profile_of(from);
  const bool whole = profile && profile->imports.empty();
  if (whole || here.outcome != Outcome::missing) return here;
  plain.document = review_.units[from].code;
  return plain.document.empty() ? with(link, Outcome::not_loaded) : in_document(from, plain, link);
}

ReferenceLink Resolver::in_divisions(Id<Unit> unit, const Reference& reference, ReferenceLink link) const {
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
    const auto named = named_in_time(name, unit);
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

Id<Provision> Resolver::division_called(Id<Unit> unit, const std::string& name, Id<Provision> scope, Id<Provision> from) const {
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

Id<Provision> Resolver::around(Id<Unit> unit, const Reference& reference, const std::string& keyword) const {
  const auto v = index(view_);
  const auto& provisions = review_.units[unit].provisions;
  auto scope = reference.from[v] ? provisions[reference.from[v]].scope[v] : Id<Provision>();
  while (scope && !fold(provisions[scope].label[v]).starts_with(keyword + " ")) scope = provisions[scope].scope[v];
  return scope;
}

ReferenceLink Resolver::inside(Id<Unit> unit, Id<Provision> scope, const Reference& reference, ReferenceLink link) const {
  if (reference.label.empty()) return with(link, Outcome::resolved);
  if (!scope && reference.keyword == "section" && reference.label.find_first_of(".(") == std::string::npos)  // "Section 2A of the XDCUSA"
    if (const auto& part = labels(unit).anywhere("Section " + reference.label); !part.empty()) return numbers_.found_in(unit, part, link);
  return reference.label.find(' ') != std::string::npos ? division(unit, reference, link) : numbers_.find(unit, scope, reference, link);
}

bool Resolver::absent_division(Id<Unit> unit, std::string_view name) const {
  const auto keyword = fold(keyword_of_division(name));
  if (keyword == "part" && review_.inputs[unit.value].profile && review_.inputs[unit.value].profile->name == "generic")
    return false;  // as often a Part of something else
  if (keyword == "chapter" || keyword == "article") return numbers_.numbers_known(unit) && labels(unit).ends_before_division(name);
  return (keyword == "appendix" || keyword == "part") && labels(unit).has_divisions(keyword) && numbers_.numbers_known(unit);
}

}  // namespace dovetail
