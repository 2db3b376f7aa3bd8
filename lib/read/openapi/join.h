// References from one schema file to another.
#pragma once

#include "base/table.h"
#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Follows each "$ref" of a schema file that leads to another file of `documents`: what it names takes the place of the reference, with all that
/// stands below it. Only files that were read are looked into, by their path from the referring file; nothing is opened, and a reference to a network
/// place, an absolute path or a file that was not read stays as it is. Circles end after a few rounds; no file grows beyond limits.cells nodes.
void join_schemas(Table<Document>& documents, const Limits& limits);

}  // namespace dovetail
