// The three CSV files that Archi exports a model as.
#pragma once

#include "base/table.h"
#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Makes the nodes of an ArchiMate model out of Archi's elements.csv (ID, Type, Name, Documentation), with the relations.csv (… Source, Target) and
/// properties.csv (ID, Key, Value) of the same folder and prefix where they are among `documents`. The nodes stand in the document of the
/// elements; the other two are left with the property "archi" and nothing else is to be read out of them. Other tables stay as they are.
void join_archi_tables(Table<Document>& documents, const Limits& limits);

}  // namespace dovetail
