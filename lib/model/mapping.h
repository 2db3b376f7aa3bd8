// How the columns of a design export or a register become fields: a file of rules/mappings as a plain struct.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
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
  std::string gives;                  // the kind of atom ("bp_step", "requirement" …) or register ("trace", "horizon" …)
  std::string id;                     // the field that is the atom's id; empty for registers without ids
  std::string text;                   // the field that is the atom's text
  std::string parent;                 // the field that names the atom above
  std::vector<std::string> sheets;    // sheet names to prefer, any case; empty: every sheet whose header fits
  std::vector<std::string> elements;  // types of elements in models and diagrams that it reads ("Requirement", "BusinessProcess"), any case
  std::vector<MappedField> fields;
};

/// What a table of a file that nobody has described seems to be.
struct MappingProposal {
  std::string sheet;                                         // the sheet's name; empty in files without sheets
  std::string mapping;                                       // a built-in mapping; empty where none fits
  double sure = 0;                                           // 0…1
  bool by_content = false;                                   // told by what the columns hold: the headers are none that the mapping knows
  std::uint32_t row = 0;                                     // the header's row, from 1; 0 where there is none (diagrams)
  std::vector<std::pair<std::string, std::string>> columns;  // field, header as written
  std::vector<std::string> missing;                          // required fields that have no column
  std::vector<std::string> left_over;                        // headers that mean no field
  std::size_t rows = 0;                                      // atoms or register rows that it would give
};

}  // namespace dovetail
