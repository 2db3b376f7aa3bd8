// Replacements as edits in the bytes of a text file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/fix/replacements.h"

namespace dovetail {

/// A copy of the file `bytes`, which is `document` of the review, with each replacement made whose words can be told apart in it: they stand there as
/// often as in the text that was read, or once in their line. Others get a reason in `left`.
std::string fixed_text(const Review& review, Id<Document> document, std::string_view bytes, std::vector<Replacement>& replacements);

}  // namespace dovetail
