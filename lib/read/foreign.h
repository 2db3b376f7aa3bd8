// Files that look like documents but cannot be read here, with what a person can do about each.
#pragma once

#include <optional>
#include <string_view>

#include "model/document.h"

namespace dovetail {

/// What to say of bytes that are an encrypted package, a format of before 2007, RTF, or the package of another program; nothing for all others.
std::optional<Problem> foreign_document(std::string_view bytes);

}  // namespace dovetail
