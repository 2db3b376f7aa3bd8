// The frame of every HTML page that dovetail writes.
#pragma once

#include <string>
#include <string_view>

#include "report/reporters.h"

namespace dovetail::html {

/// A whole page: one file that works from disk with no network. `navigation` and `content` are HTML; the title is made safe.
std::string page(std::string_view title, const std::string& navigation, const std::string& content, const ReportOptions& options);

}  // namespace dovetail::html
