// Two wordings of one text as one: what stays, what goes, what comes.
#pragma once

#include <string>
#include <vector>

#include "model/redline.h"

namespace dovetail {

/// The redline of two squeezed texts, word by word. The pieces that stay and go make `before`, those that stay and come make `after`, but for spaces.
std::vector<RedlinePiece> redline_of(const std::string& before, const std::string& after);

}  // namespace dovetail
