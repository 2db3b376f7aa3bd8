// From a Review to bytes: one function per format, in one table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/review.h"

namespace dovetail {

struct ReportOptions {
  bool colour = false;                                // text: escape sequences for a terminal
  unsigned width = 100;                               // text: columns to wrap at
  bool closing = true;                                // text: ends with a line that says how much was looked at
  std::string version;                                // of the program
  std::optional<Severity> fail_on = Severity::error;  // findings from this severity on fail the run; none: none does
};

/// The whole report as bytes: no clock, no absolute path, nothing of the machine. Fails for a format that is none, and where a format that needs a
/// temporary file cannot have one.
Result<std::string> report_as(std::string_view format, const Review& review, const ReportOptions& options);
/// The names of all formats, sorted.
std::vector<std::string_view> report_formats();
/// Whether a format is for files alone, not for standard output.
bool is_binary(std::string_view format);

}  // namespace dovetail
