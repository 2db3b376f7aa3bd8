// The formats, in one table of name → function.
#include "report/reporters.h"

#include <array>
#include <utility>

#include "report/formats.h"

namespace dovetail {
namespace {

constexpr std::array<std::pair<std::string_view, Reporter>, 9> reporters{{
    {"csv", report_csv},
    {"github", report_github},
    {"gitlab", report_gitlab},
    {"html", report_html},
    {"json", report_json},
    {"junit", report_junit},
    {"markdown", report_markdown},
    {"sarif", report_sarif},
    {"text", report_text},
}};

}  // namespace

Reporter reporter_named(std::string_view format) {
  for (const auto& [name, reporter] : reporters)
    if (name == format) return reporter;
  return nullptr;
}

std::vector<std::string_view> report_formats() {
  std::vector<std::string_view> names;
  for (const auto& [name, reporter] : reporters) names.push_back(name);
  return names;
}

}  // namespace dovetail
