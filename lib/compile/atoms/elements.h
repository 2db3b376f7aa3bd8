// Elements of models and requirement files, each a bag of named values, as atoms.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "compile/items.h"
#include "model/review.h"

namespace dovetail {

/// One object of a model: what a row is in a table.
struct ModelElement {
  std::string type;    // in the format's own words
  std::string native;  // its id in the file
  std::string name;
  std::vector<std::pair<std::string, std::string>> values;  // attributes and properties, as named in the file
  std::string above;                                        // the native id of what it stands below; empty for none
  bool struck = false;
  Span span;
};

struct ModelLink {
  std::string from, to;  // native ids
  std::string type;
};

/// Adds an item for each element that a mapping reads: by the project's mapping, else by the family of its id, its type (Mapping::elements), or the
/// names of its values. An id is an attribute's, or stands in the name. Links become the fields that a table would name the other atom in, and
/// what an element stands below becomes its parent where it has none. Elements without an id of the programme go to Unit::unnamed.
void add_elements(const Document& document, const Input& input, const ItemDefaults& defaults, const std::vector<ModelElement>& elements,
                  const std::vector<ModelLink>& links, Unit& unit);

}  // namespace dovetail
