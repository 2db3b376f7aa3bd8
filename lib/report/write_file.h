// Outputs appear whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace dovetail {

/// Writes `bytes` to a temporary name beside `path` and renames it, so that nobody ever reads half a report. Fails when the folder cannot be written,
/// the disk is full or `path` is a folder; the temporary file is removed then.
[[nodiscard]] Result<bool> write_file(const std::string& path, std::string_view bytes);

}  // namespace dovetail
