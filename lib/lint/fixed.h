// Safe fixes made and looked at again: a copy is handed out only where its text is the old one with those words replaced.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint.h"
#include "report/fix/replacements.h"

namespace dovetail {

struct Fixed {
  std::string bytes;
  std::vector<Replacement> replacements;  // those with a reason in `left` were not made
};

/// A copy of the file `bytes`, which is `document` of the review (read with its origins kept), with its safe fixes made: as tracked changes in DOCX,
/// as edits in text, marked text, Markdown and HTML. Fails for other formats, for damaged packages, and where the copy does not read as it should.
[[nodiscard]] Result<Fixed> fixed(const Review& review, Id<Document> document, std::string_view bytes, const Limits& limits);

}  // namespace dovetail
