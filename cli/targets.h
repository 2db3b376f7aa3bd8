// Documents of which a command writes a copy each: what was named, and where the copies go.
#pragma once

#include <string>
#include <vector>

#include "options.h"

namespace dovetail::cli {

struct Target {
  std::string path, file;  // as named, and the path to open
  std::string out;         // the copy
  Id<Document> document;   // in the review
};

/// Fails where no file is named, or no place for the copies.
[[nodiscard]] Result<bool> expect_targets(const Options& options, const std::string& command);

/// One for each file of the options, in their order. Fails where two copies would have one name, where a copy would be an input, and where a file
/// could not be read.
[[nodiscard]] Result<std::vector<Target>> targets_of(const Options& options, const Review& review);

/// The bytes of a file.
[[nodiscard]] Result<std::string> bytes_of_file(const std::string& file);

}  // namespace dovetail::cli
