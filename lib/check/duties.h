// Who must do what: the actor, the modal and the action of each main clause of a text.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/role_names.h"
#include "text/span.h"

namespace dovetail {

/// must: must, shall, will, is required to, is to, undertakes to, is responsible for. may: may, can, is entitled to. must_not: what may not be done.
/// need_not: what is not owed.
enum class Strength : std::uint8_t { none, must, should, may, must_not, need_not };

std::string_view name_of(Strength strength);

/// One duty. `actors` is empty where they cannot be told: the passive voice, "it", a party that is no role. "shall procure that its X" is X's duty
/// and stays the other's.
struct Duty {
  Strength strength = Strength::none;
  Span modal;  // in the text
  Span words;  // from the actor, where it is known, to the modal's end
  Span sentence;
  std::set<std::string> actors;  // roles
  bool passive = false;
};

/// The duties of normalised text in their order. Relative and conditional clauses ("which may", "if it may") state none.
std::vector<Duty> duties_in(std::string_view text, const RoleNames& roles);

/// What the obligation column or word of a requirement means.
Strength strength_named(std::string_view words);

/// The content of a text for comparing: roots of its words without small words and modals, roles as their keys, numbers as figures, WD as Working
/// Day.
std::set<std::string> content_of(std::string_view text, const RoleNames& roles);

/// How many of `wanted` stand in `standing`.
std::size_t shared(const std::set<std::string>& wanted, const std::set<std::string>& standing);

}  // namespace dovetail
