// Candidates for gaps, ranked by words: for a person to judge, never counted.
#pragma once

#include <string>
#include <vector>

#include "model/suggestion.h"
#include "report/reporters.h"

namespace dovetail {

/// For a terminal: each gap with its candidates and the words they share.
std::string suggest_text(const Review& review, const std::vector<SuggestionList>& lists, const ReportOptions& options);
/// dovetail.suggest/1.
std::string suggest_json(const Review& review, const std::vector<SuggestionList>& lists, const ReportOptions& options);

}  // namespace dovetail
