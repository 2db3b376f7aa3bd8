// Which terms a text defines, and with which words.
#pragma once

#include "model/document.h"
#include "model/profile.h"
#include "model/unit.h"

namespace dovetail {

/// Fills unit.definitions from both views: quoted and inline definitions, definition and acronym tables, glosses at first use. Adds to
/// unit.imports where the text says that terms come from another document. unit.views and provisions are filled before.
void compile_definitions(const Document& document, const Profile& profile, Unit& unit);

}  // namespace dovetail
