// Wordings of time limits that mean another, plainer one.
#pragma once

#include <vector>

#include "compile/when_words.h"

namespace dovetail {

/// Puts the plainer words in the place of those that mean the same ("without undue delay": "promptly"), the longest first, so that the grammar has
/// one form for each.
void replace_synonyms(std::vector<WhenToken>& tokens);

}  // namespace dovetail
