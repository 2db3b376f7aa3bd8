// Coverage of the design by the code: the table, the gaps, and the path to one atom.
#pragma once

#include <string>

#include "base/result.h"
#include "report/reporters.h"

namespace dovetail {

/// For a terminal: atoms by kind and status, the same per code, then each gap with its reason.
std::string trace_text(const Review& review, const ReportOptions& options);

/// The coverage of product.md section 5, with the reason of each status and what each target is covered through.
std::string trace_json(const Review& review, const ReportOptions& options);

/// How one atom is covered, or what was tried: every code it is for, with the provisions and the evidence. Fails when there is no such atom.
[[nodiscard]] Result<std::string> trace_why(const Review& review, const std::string& atom);

}  // namespace dovetail
