// Comments that this program wrote into a document (annotate): what they say is no word of the draft's people.
#pragma once

#include <string_view>

#include "model/document.h"

namespace dovetail {

inline constexpr std::string_view own_author = "dovetail";

/// What the key of a finding about such comments begins with: no comment is written about comments.
inline constexpr std::string_view own_comments_key = "comments of this program";

inline bool is_own(const Comment& comment) { return comment.author == own_author; }

}  // namespace dovetail
