// Every requirement and step beside the texts that its links lead to.
#include "check/linked_duties.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail {
namespace {

Content without_roles(Content content) {
  std::erase_if(content, &ContentWords::is_role);
  return content;
}

bool is_compared(Strength strength) { return strength == Strength::must || strength == Strength::may || strength == Strength::need_not; }

}  // namespace

LinkedDuties::LinkedDuties(const Review& review) : review_(review), roles_(review.corpus.roles), texts_(review), words_(roles_) {
  for (const AtomCoverage& entry : review.corpus.coverage) {
    if (entry.targets.empty()) continue;
    const Item& item = review.units[entry.item.unit].items[entry.item.id];
    if (item.kind == "requirement" || item.kind == "bp_step") add(entry, item);
  }
}

void LinkedDuties::add(const AtomCoverage& entry, const Item& item) {
  LinkedAtom linked{&entry, &item, texts_.of(entry), {}, {}, {}};
  if (linked.texts.empty()) return;
  for (std::uint32_t n = 0; n < linked.texts.size(); ++n) {
    const LinkedText& text = linked.texts[n];
    const bool in_row = text.row != nullptr || review_.units[text.unit].provisions[text.provision].kind == ProvisionKind::row;
    if (!in_row && !text.likely && text.via.empty()) linked.prose.push_back(n);
    linked.readings.push_back(place_of(text));
  }
  linked.atom.actor = actor_named(item.record.field(item.kind == "bp_step" ? "lane_role" : "actor_role"));
  if (!linked.prose.empty()) {
    read_atom(item, linked.atom);
    const bool wants_content = linked.atom.content.size() >= least_words;
    const Parties& actor = linked.atom.actor;
    // A row that carries the atom too says so by its imperative.
    const bool by_strength = is_compared(linked.atom.strength) && linked.prose.size() == linked.texts.size();
    const bool by_actor = !actor.everyone && !actor.roles.empty() && actor.unknown.empty();
    for (std::size_t n = 0; n < linked.texts.size() && wants_content; ++n) read_content(linked.texts[n], readings_[linked.readings[n]]);
    for (const std::uint32_t n : linked.prose)
      if (by_strength || by_actor) read_duties(linked.texts[n], readings_[linked.readings[n]]);
  }
  atoms_.push_back(std::move(linked));
}

void LinkedDuties::read_atom(const Item& item, AtomReading& atom) {
  atom.text = squeeze(normalise(item.text));
  atom.content = words_.of(atom.text);
  if (item.kind == "requirement") atom.strength = strength_of(item, atom.text);
}

// The obligation column, else the modal of its text where it has but one.
Strength LinkedDuties::strength_of(const Item& item, const std::string& text) const {
  const Strength said = strength_named(item.record.field("obligation"));
  if (said != Strength::none && !is_compared(said)) return Strength::none;
  std::set<Strength> in_text;
  for (const Duty& duty : duties_in(text, roles_)) in_text.insert(duty.strength);
  // What a text denies no column can say: "must" beside "must not" is a duty not to.
  const bool denied = in_text.contains(Strength::must_not) || in_text.contains(Strength::need_not);
  if (said != Strength::none) return !denied ? said : in_text == std::set{Strength::need_not} ? Strength::need_not : Strength::none;
  const Strength only = in_text.size() == 1 ? *in_text.begin() : Strength::none;
  return is_compared(only) ? only : Strength::none;
}

const Parties& LinkedDuties::actor_named(std::string_view field) {
  const auto known = actors_.find(field);
  return known != actors_.end() ? known->second : actors_.emplace(field, roles_.of_design(field)).first->second;
}

std::uint32_t LinkedDuties::place_of(const LinkedText& text) {
  const auto [place, fresh] = places_.try_emplace({text.unit, text.lines}, static_cast<std::uint32_t>(readings_.size()));
  if (fresh) readings_.emplace_back();
  return place->second;
}

void LinkedDuties::read_content(const LinkedText& text, TextReading& reading) {
  if (reading.has_content) return;
  reading.has_content = true;
  reading.content = words_.of(texts_.words(text));
}

void LinkedDuties::read_duties(const LinkedText& text, TextReading& reading) {
  if (reading.has_duties) return;
  reading.has_duties = true;
  const std::string_view words = texts_.words(text);
  for (Duty& duty : duties_in(words, roles_)) {
    Content content = without_roles(words_.of(slice(words, duty.sentence)));
    reading.duties.push_back({std::move(duty), std::move(content)});
  }
}

}  // namespace dovetail
