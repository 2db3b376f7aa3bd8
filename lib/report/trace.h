// Coverage of the design by the code: the tables, the gaps, the code's way back, and the path to one atom. Every format shows the same counts.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "base/result.h"
#include "report/reporters.h"

namespace dovetail {

/// The statuses of an earlier run, by atom and code.
using TraceBefore = std::map<std::pair<std::string, std::string>, std::string>;

/// Reads what trace_json wrote. Fails for anything else.
[[nodiscard]] Result<TraceBefore> read_trace(const std::string& json);

/// For a terminal: atoms by kind, code, topic and status; artefact × document; gaps by owner; links that are stale; waivers; changed text and what it
/// rests on; thresholds. `before` may be null; else what is new, fixed and unchanged since.
std::string trace_text(const Review& review, const ReportOptions& options, const TraceBefore* before = nullptr);

/// dovetail.trace/1: the coverage of product.md section 5, with the reason of each status and what each target is covered through; then the same
/// tables as the text.
std::string trace_json(const Review& review, const ReportOptions& options, const TraceBefore* before = nullptr);

/// A row for each atom and code (RFC 4180).
std::string trace_csv(const Review& review, const ReportOptions& options, const TraceBefore* before = nullptr);

/// For a browser: the same tables as the text, then every atom. One file that works from disk.
std::string trace_html(const Review& review, const ReportOptions& options, const TraceBefore* before = nullptr);

/// For a spreadsheet program: a sheet for each of those tables. Fails where no temporary file can be written.
[[nodiscard]] Result<std::string> trace_xlsx(const Review& review, const ReportOptions& options, const TraceBefore* before = nullptr);

/// How one atom is covered, or what was tried: every code it is for, with the provisions and the evidence; for a step the row that the design
/// implies. Fails when there is no such atom.
[[nodiscard]] Result<std::string> trace_why(const Review& review, const std::string& atom);

}  // namespace dovetail
