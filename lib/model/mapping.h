// How the columns of a design export or a register become fields: a file of rules/mappings as a plain struct.
#pragma once

#include <string>
#include <vector>

namespace dovetail {

struct MappedField {
  std::string field;                 // the field's name in Record ("step_id")
  std::vector<std::string> columns;  // header texts that mean it; compared without case, spaces, hyphens, underscores
  bool required = false;             // without it the table cannot be used: register.malformed
  bool many = false;                 // several values in one cell, split at ";" and line breaks
  std::string as;                    // text (default), id, version, date, number
};

struct Mapping {
  std::string name;  // "bp-steps"
  std::string title;
  std::string gives;                // the kind of atom ("bp_step", "requirement" …) or register ("trace", "horizon" …)
  std::string id;                   // the field that is the atom's id; empty for registers without ids
  std::string text;                 // the field that is the atom's text
  std::string parent;               // the field that names the atom above
  std::vector<std::string> sheets;  // sheet names to prefer, any case; empty: every sheet whose header fits
  std::vector<MappedField> fields;
};

}  // namespace dovetail
