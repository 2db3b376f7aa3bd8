// From paragraphs to provisions: which numbered unit each line belongs to, in each view.
#pragma once

#include "model/document.h"
#include "model/profile.h"
#include "model/unit.h"

namespace dovetail {

/// Fills unit.provisions from the body of the document, both views merged, in the order of the text. unit.views is filled before.
/// Lines of contents pages, of tables (definition tables apart) and numbered front-matter statements are no provisions.
void compile_outline(const Document& document, const Profile& profile, Unit& unit);

/// Whether a table lists definitions: its header says so, or its right-hand cells begin with "means".
bool is_definition_table(const Document& document, Id<TextTable> table);

}  // namespace dovetail
