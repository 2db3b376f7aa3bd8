// A copy of a ZIP archive in which some entries are other: all that is not named is copied as it is packed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dovetail {

struct ZipEntry {
  std::string name, bytes;
};

/// The archive with these entries put in the place of those of the same name, or behind all where there is none. The packed bytes of the others are
/// the same as before, and the output is the same for the same input. Fails for what is no sound archive.
[[nodiscard]] Result<std::string> with_entries(std::string_view archive, const std::vector<ZipEntry>& entries);

}  // namespace dovetail
