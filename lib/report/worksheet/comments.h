// Comments of the log where their provisions stand now, like ones together.
#pragma once

#include <string>
#include <vector>

#include "model/review.h"

namespace dovetail::worksheet {

struct PlacedComment {
  Id<Unit> unit;                                          // none where no document of the run is meant
  Id<Provision> provision;                                // none where the document has no such provision
  std::string id, respondent, document, as_written, now;  // as_written: the provision as commented on; now: its label in the draft
  std::string text, suggested, response, disposition;
  bool closed = false;
  std::string like;  // ids of comments that say nearly the same, this one among them; empty for none
};

/// Comments of registers.comments, by document, provision in the order of the text, and likeness. A comment on an earlier version that was read is
/// followed to where its provision stands now; one whose place is not found stands last.
std::vector<PlacedComment> placed_comments(const Review& review);

}  // namespace dovetail::worksheet
