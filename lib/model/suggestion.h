// Where an atom may be meant, or what a text may rest on: ranked by words, never counted as coverage.
#pragma once

#include <string>
#include <vector>

#include "model/unit.h"

namespace dovetail {

struct Suggestion {
  Id<Unit> unit;            // of the provision, or of the atom
  Id<Provision> provision;  // none: an atom is suggested
  Id<Item> item;
  double score = 0;
  std::vector<std::string> shared;  // the words that both have, the weightiest first
};

struct SuggestionList {
  std::string asked;  // an atom's id, or "XBSCP901 1.7"
  std::string code;   // of an atom: the code that has no text for it
  std::string text;   // what is asked for, in words
  std::vector<Suggestion> best;
};

}  // namespace dovetail
