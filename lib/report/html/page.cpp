// For a person with a browser: one file that works from disk with no network, by keyboard and screen reader, in light and dark, on paper.
#include <array>

#include "report/escape.h"
#include "report/formats.h"
#include "report/html/elements.h"
#include "report/html/embedded.h"
#include "report/html/page.h"
#include "report/html/sections.h"

namespace dovetail {
namespace {

struct Section {
  std::string_view id, name;
  std::string (*write)(const Review& review, const Tally& tally);
};

constexpr std::array<Section, 8> sections{{
    {"summary", "Summary", html::summary_section},
    {"findings", "Findings", html::findings_section},
    {"changes", "Changes", html::changes_section},
    {"reading", "Reading view", html::reading_section},
    {"coverage", "Coverage", html::coverage_section},
    {"conflicts", "Conflicts in the design", html::conflicts_section},
    {"glossary", "Defined terms", html::glossary_section},
    {"waived", "Waived", html::waived_section},
}};

// Nothing from outside and no other script than ours may run, whatever a text holds.
std::string head_of(std::string_view title, const ReportOptions& options) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         html::content_policy() +
         "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"dovetail " +
         html_safe(options.version) + "\">\n" + html::element("title", title) + "\n<style>" + std::string(html::style_sheet) + "</style>\n</head>\n";
}

}  // namespace

std::string html::page(std::string_view title, const std::string& navigation, const std::string& content, const ReportOptions& options) {
  return head_of(title, options) + "<body>\n<header>" + html::element("h1", title) + "<nav aria-label=\"Parts of this report\">\n" + navigation +
         "</nav></header>\n<main>\n" + content + "</main>\n<div id=\"meaning\" role=\"tooltip\" hidden></div>\n<script>" + std::string(html::script) +
         "</script>\n</body>\n</html>\n";
}

std::string report_html(const Review& review, const ReportOptions& options) {
  const auto tally = count(review);
  const std::string title = review.project.name.empty() ? "dovetail findings" : review.project.name + ": dovetail findings";
  std::string content, navigation;
  for (const auto& part : sections) {
    const auto text = part.write(review, tally);
    if (text.empty()) continue;
    content += text;
    navigation += html::link(std::string(part.id), part.name) + "\n";
  }
  return html::page(title, navigation, content, options);
}

}  // namespace dovetail
