// Replacements as tracked changes in a copy of a Word document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "report/fix/replacements.h"

namespace dovetail {

/// A copy of the package `bytes`, which is `document` read with its origins kept, in which each replacement that can be made is a tracked deletion
/// and insertion by "dovetail". Those that cannot get a reason in `left`. Fails where the package is damaged.
[[nodiscard]] Result<std::string> fixed_docx(const Review& review, Id<Document> document, std::string_view bytes,
                                             std::vector<Replacement>& replacements);

}  // namespace dovetail
