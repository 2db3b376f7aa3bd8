// Accepted findings by fingerprint, as `check --write-known` writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/project.h"

namespace dovetail {

/// What a waiver gives as its reason that comes from a file of known findings.
inline constexpr std::string_view known_reason = "known finding";

/// The findings of the file as waivers; `path` is how the file is called in messages. Fails where it cannot be read or is no such file.
[[nodiscard]] Result<std::vector<Waiver>> read_known(const std::string& path, const std::string& file);

}  // namespace dovetail
