// Comments of the log that are open: which atoms and which places of the texts they sit on.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "link/named_provisions.h"
#include "model/review.h"

namespace dovetail {

/// By what a comment sits on, the id of the first such comment.
struct OpenComments {
  std::map<std::string, std::string> atoms;
  std::map<std::pair<Id<Document>, std::string>, std::string> places;  // document and label, as the text is proposed
};

/// Reads the comments of all logs. A comment on an earlier draft that was read sits on what its provision has become, whatever number that bears now;
/// on nothing where it is gone. Needs the companions of `corpus`.
OpenComments read_open_comments(const Review& review, const Corpus& corpus, NamedProvisions& names);

}  // namespace dovetail
