// The forms in which one line of text defines terms.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/unit.h"

namespace dovetail {

/// A definition found in one line of normalised text; spans are offsets in the line.
struct DefinitionFound {
  Span term, body;
  DefinitionForm form = DefinitionForm::quoted;
};

/// Whether words can be a term: a few words, not a sentence.
bool can_be_term(std::string_view words);

/// How long a typed number at the start of a line is, with the space behind it; 0 for none.
std::size_t typed_number_length(std::string_view line);

/// Every definition of a line that is no cell of a definition table, in order of the forms: quoted, in brackets, "known as", without quotes, acronyms
/// glossed at first use, lists of names for one thing, and clauses that narrow a term. Straight quotation marks (the line is normalised), one of a
/// pair may be missing.
std::vector<DefinitionFound> definitions_in(std::string_view line);

/// A line of a list of definitions that has only a dash or a colon between the term and its meaning: `Flow Limit – the most water that may pass`.
/// The same form heads paragraphs elsewhere, so it says nothing outside such a list.
std::optional<DefinitionFound> listed_definition(std::string_view line);

}  // namespace dovetail
