// The rules folder as plain structs: what dovetail knows before it reads a project.
#pragma once

#include <vector>

#include "model/mapping.h"
#include "model/marking.h"
#include "model/profile.h"
#include "model/rule.h"
#include "model/vocabulary.h"
#include "text/id_shapes.h"

namespace dovetail {

struct Catalogue {
  std::vector<Rule> rules;               // sorted by id
  std::vector<Profile> profiles;         // sorted by name
  std::vector<Mapping> mappings;         // sorted by name
  std::vector<Vocabulary> vocabularies;  // sorted by name
  std::vector<MarkingScheme> markings;   // sorted by name
  std::vector<IdShape> ids;              // in the order in which they are tried
};

}  // namespace dovetail
