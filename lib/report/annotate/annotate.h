// The document with a Word comment on the words of every finding: a copy in which all else stays as it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/review.h"

namespace dovetail {

struct Annotated {
  std::string bytes;
  std::size_t comments = 0;       // new ones
  std::size_t kept = 0;           // of an earlier run, whose findings are still there
  std::size_t removed = 0;        // of an earlier run, whose findings are gone and that nobody answered
  std::size_t without_place = 0;  // findings about the file as a whole, or whose words could not be found in its parts
};

/// A copy of the Word document `bytes`, which is `document` of the review and was read with its origins kept. Comments are by "dovetail": rule,
/// message and remedy in at most 60 words; on findings that the draft introduced and nobody has waived; never on struck words. Parts without comments
/// keep their packed bytes. What an earlier run wrote is not written again, and goes where its finding is gone, unless somebody answered it. Fails
/// where the package is damaged.
[[nodiscard]] Result<Annotated> annotate_docx(const Review& review, Id<Document> document, std::string_view bytes);

}  // namespace dovetail
