// What is handed in: the files with their checksums, versions and release, and what each draft changes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/review.h"

namespace dovetail::worksheet {

struct ManifestFile {
  std::string path, role, id, version, release, checksum, changes;
  std::uint64_t bytes = 0;
};

/// One for each file of the run, in order of the inputs; each once. The checksum is the SHA-256 of the file as it is now, empty where it cannot be
/// read.
std::vector<ManifestFile> manifest_of(const Review& review);

}  // namespace dovetail::worksheet
