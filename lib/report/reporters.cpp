// The formats, in one table of name → function.
#include "report/reporters.h"

#include <array>

#include "report/formats.h"

namespace dovetail {
namespace {

struct Format {
  std::string_view name;
  std::string (*text)(const Review& review, const ReportOptions& options);
  Result<std::string> (*binary)(const Review& review, const ReportOptions& options);
};

constexpr std::array<Format, 13> formats{{
    {"csv", report_csv, nullptr},
    {"github", report_github, nullptr},
    {"gitlab", report_gitlab, nullptr},
    {"html", report_html, nullptr},
    {"json", report_json, nullptr},
    {"junit", report_junit, nullptr},
    {"manifest", report_manifest, nullptr},
    {"markdown", report_markdown, nullptr},
    {"sarif", report_sarif, nullptr},
    {"text", report_text, nullptr},
    {"worksheet", report_worksheet, nullptr},
    {"worksheet-xlsx", nullptr, report_worksheet_xlsx},
    {"xlsx", nullptr, report_xlsx},
}};

}  // namespace

Result<std::string> report_as(std::string_view name, const Review& review, const ReportOptions& options) {
  for (const auto& format : formats)
    if (format.name == name) return format.text ? Result<std::string>(format.text(review, options)) : format.binary(review, options);
  return fail("there is no report format " + std::string(name));
}

std::vector<std::string_view> report_formats() {
  std::vector<std::string_view> names;
  for (const auto& format : formats) names.push_back(format.name);
  return names;
}

bool is_binary(std::string_view name) {
  for (const auto& format : formats)
    if (format.name == name) return format.binary != nullptr;
  return false;
}

}  // namespace dovetail
