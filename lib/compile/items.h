// Records of a design export as atoms, each with its identity.
#pragma once

#include <string>
#include <vector>

#include "compile/cover.h"
#include "model/mapping.h"
#include "model/unit.h"

namespace dovetail {

/// What stands for all the atoms of a file that do not say it themselves.
struct ItemDefaults {
  std::string artefact, version, release;
  bool described = true;  // the project says what the file holds: its ids are ids, whatever they look like
};

/// Adds the atoms of `records` to `unit`: canonical id, the id as written, parent, text, artefact, version, release, status. A cell that names
/// several ids ("IF-901/PUB-901") gives one atom each. The same row twice is one atom; one id with different content, a row without id, and an id
/// unlike all the others become "design.duplicate-id" problems, a row without an id a "register.malformed" one. Where nobody has said what the file
/// is, rows whose id does not look like one go to Unit::unnamed.
void add_items(const Document& document, const Mapping& mapping, const ItemDefaults& defaults, std::vector<Record> records, Unit& unit);

/// Fills artefact, version, release and status of an item from its record, else from the defaults.
void finish_item(const Mapping& mapping, const ItemDefaults& defaults, Item& item);

/// Adds the rows of a register; one id of a row (link_id, change_id …) with two contents is a problem: nobody can
/// tell which row is meant.
void add_register(const Mapping& mapping, std::vector<Record> records, Unit& unit);

}  // namespace dovetail
