// Which terms a text defines, and with which words.
#pragma once

#include "compile/common_lines.h"
#include "model/document.h"
#include "model/unit.h"

namespace dovetail {

/// Fills unit.definitions from both views: quoted and inline definitions, definition and acronym tables, glosses at first use, lists of names and
/// clauses that narrow a term, each with its meaning, how far it holds and whether it is a pointer. `glossary`: they are meant for the whole code.
/// Adds to unit.imports where the text says that terms come from another document. unit.views and provisions are filled before.
void compile_definitions(const Document& document, const CommonLines& common, bool glossary, Unit& unit);

}  // namespace dovetail
