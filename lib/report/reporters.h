// From a Review to bytes: one function per format, in one table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

struct ReportOptions {
  bool colour = false;                                // text: escape sequences for a terminal
  unsigned width = 100;                               // text: columns to wrap at
  bool closing = true;                                // text: ends with a line that says how much was looked at
  std::string version;                                // of the program
  std::optional<Severity> fail_on = Severity::error;  // findings from this severity on fail the run; none: none does
};

/// The whole report as bytes. No clock, no absolute path, nothing of the machine.
using Reporter = std::string (*)(const Review& review, const ReportOptions& options);

/// The reporter of that format ("text", "json", "html"), or nullptr.
Reporter reporter_named(std::string_view format);
/// The names of all formats, sorted.
std::vector<std::string_view> report_formats();

}  // namespace dovetail
