// Strings from inputs as JSON values.
#include "report/json_text.h"

#include "report/escape.h"

namespace dovetail {

std::string finished(const Json& json) { return json_safe(json.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n"; }

Json coverage_summary(const std::array<std::size_t, coverage_status_count>& counts) {
  Json summary = Json::object();
  for (std::size_t n = 0; n < counts.size(); ++n) summary[std::string(name_of(static_cast<CoverageStatus>(n)))] = counts[n];
  return summary;
}

}  // namespace dovetail
