// Small questions about definitions, answered in one way everywhere.
#include "check/definition_text.h"

#include "text/unicode.h"

namespace dovetail {

bool makes_term(const Definition& definition) {
  return definition.form != DefinitionForm::gloss && definition.form != DefinitionForm::acronym && definition.form != DefinitionForm::construction;
}

bool is_judged(const Review& review, Id<Unit> unit) { return review.units[unit].has_body && review.inputs[unit.value].role == InputRole::draft; }

std::string comparable_meaning(const Definition& definition) {
  std::string out;
  for (const auto word : words(definition.meaning)) {
    const auto text = fold(slice(definition.meaning, word));
    if (out.empty() && (text == "means" || text == "mean" || text == "the" || text == "a" || text == "an")) continue;
    out += text + ' ';
  }
  return out;
}

bool is_quotation(const Unit& unit, const Definition& definition) {
  const View view = definition.views.proposed ? View::proposed : View::baseline;
  for (auto id = definition.provision[index(view)]; id; id = unit.provisions[id].parent[index(view)])
    if (unit.provisions[id].quoted) return true;
  return false;
}

FindingNote note_at(const Review& review, In<Definition> in, std::string message) {
  const auto& unit = review.units[in.unit];
  const auto& definition = unit.definitions[in.id];
  const View view = definition.views.proposed ? View::proposed : View::baseline;
  return {{unit.document, definition.span}, label_at(unit, view, definition.span.begin), std::move(message)};
}

std::string in_brief(const std::string& meaning) {
  constexpr std::size_t room = 160;
  if (meaning.size() <= room) return meaning;
  auto cut = meaning.rfind(' ', room);
  if (cut == std::string::npos) cut = room;
  while (cut > 0 && (static_cast<unsigned char>(meaning[cut]) & 0xC0U) == 0x80U) --cut;
  return meaning.substr(0, cut) + " …";
}

}  // namespace dovetail
