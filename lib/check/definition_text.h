// What checks of definitions ask of them again and again.
#pragma once

#include <string>

#include "check/make_finding.h"
#include "model/reach.h"
#include "model/review.h"

namespace dovetail {

/// A definition by its name across the corpus.
inline const Definition& definition_of(const Review& review, In<Definition> in) { return review.units[in.unit].definitions[in.id]; }

/// Whether a definition makes its term: not a gloss of an abbreviation, a row of an acronym table or a clause that narrows a term.
bool makes_term(const Definition& definition);

/// Whether the document of a definition is judged in this run.
bool is_judged(const Review& review, Id<Unit> unit);

/// The meaning, folded and without the stops and marks that end it: for comparing what two definitions say.
std::string comparable_meaning(const Definition& definition);

/// Whether it stands in a quotation that another text is to receive.
bool is_quotation(const Unit& unit, const Definition& definition);

/// "XBSCP901 2.1" or "XBSCP901": where it stands, for notes.
FindingNote note_at(const Review& review, In<Definition> definition, std::string message);

/// A meaning shortened for a message.
std::string in_brief(const std::string& meaning);

}  // namespace dovetail
