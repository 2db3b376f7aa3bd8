// Comparisons for a browser: side by side and inline, one file, no script.
#include <string>

#include "report/compare.h"
#include "report/escape.h"

namespace dovetail {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 80rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; table-layout: fixed; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border: 1px solid #8888; padding: .25rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th.number { width: 9rem; } th.fate { width: 8rem; }
.counts { width: auto; }
ins { background: #c9f2d0; color: #052e0d; text-decoration: underline; }
del { background: #fbd2d2; color: #4a0606; text-decoration: line-through; }
.scroll { overflow-x: auto; }
:focus-visible { outline: .15rem solid #0b57d0; }
)";

// Every text of an input goes through here.
std::string element(std::string_view tag, std::string_view text, std::string_view attributes = {}) {
  std::string out = "<";
  out += tag;
  if (!attributes.empty()) out.append(" ").append(attributes);
  return out + ">" + html_safe(text) + "</" + std::string(tag) + ">";
}

enum class Side { before, after, both };

std::string redline_html(const std::vector<RedlinePiece>& redline, Side side) {
  std::string out;
  for (const RedlinePiece& piece : redline) {
    if (piece.kind == RedlineKind::same) out += html_safe(piece.text);
    if (piece.kind == RedlineKind::deleted && side != Side::after) out += element("del", piece.text);
    if (piece.kind == RedlineKind::inserted && side != Side::before) out += element("ins", piece.text);
  }
  return out;
}

// Text outside provisions has no redline of its own: its differences, one below the other.
std::string outside_html(const Comparison& comparison, const ProvisionChange& change, Side side) {
  std::string out;
  for (const std::uint32_t n : change.differences) {
    const Difference& difference = comparison.differences[n];
    if (!out.empty()) out += "<br>";
    if (side != Side::after && !difference.before_words.empty()) out += element("del", difference.before_words);
    if (side != Side::before && !difference.after_words.empty()) out += element("ins", difference.after_words);
  }
  return out;
}

std::string words_html(const Comparison& comparison, const ProvisionChange& change, Side side) {
  if (!change.before && !change.after) return outside_html(comparison, change, side);
  if (!change.redline.empty()) return redline_html(change.redline, side);
  return html_safe(side == Side::before ? change.before_text : change.after_text);
}

std::string fate_html(const Comparison& comparison, const ProvisionChange& change) {
  std::string words = told_of(comparison, change);
  for (const std::string& term : change.terms) words += "; the definition of \"" + term + "\" changed";
  return words;
}

bool is_shown(const ProvisionChange& change) { return change.fate != ProvisionFate::same || !change.terms.empty(); }

std::string side_by_side(const ComparedForReport& compared) {
  const Comparison& comparison = compared.comparison;
  std::string out =
      "<section aria-labelledby=\"sides\"><h2 id=\"sides\">Side by side</h2>\n<table><thead><tr><th scope=\"col\" class=\"number\">Provision</th><th "
      "scope=\"col\" class=\"fate\">Change</th>" +
      element("th", compared.review.units[comparison.before].path, "scope=\"col\"") +
      element("th", compared.review.units[comparison.after].path, "scope=\"col\"") + "</tr></thead><tbody>\n";
  for (const ProvisionChange& change : comparison.provisions)
    if (is_shown(change))
      out += "<tr>" + element("th", number_of(change), "scope=\"row\"") + element("td", fate_html(compared.comparison, change)) + "<td>" +
             words_html(comparison, change, Side::before) + "</td><td>" + words_html(comparison, change, Side::after) + "</td></tr>\n";
  return out + "</tbody></table></section>\n";
}

std::string inline_text(const ComparedForReport& compared) {
  std::string out = "<section aria-labelledby=\"inline\"><h2 id=\"inline\">Inline</h2>\n";
  for (const ProvisionChange& change : compared.comparison.provisions)
    if (is_shown(change))
      out += "<p>" + element("strong", number_of(change)) + " " + element("small", "(" + fate_html(compared.comparison, change) + ")") + "<br>" +
             words_html(compared.comparison, change, Side::both) + "</p>\n";
  return out + "</section>\n";
}

std::string three_way(const ComparedForReport& compared) {
  if (compared.three == nullptr) return {};
  std::string out =
      "<section aria-labelledby=\"live\"><h2 id=\"live\">What the live text changed</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      "aria-labelledby=\"live\"><table><thead><tr>";
  for (const char* head : {"Provision", "State", "To do", "Live change", "Baseline", "Live", "Draft"}) out += element("th", head, "scope=\"col\"");
  out += "</tr></thead><tbody>\n";
  for (const ThreeWayRow& row : compared.three->rows) {
    out += "<tr>" + element("th", number_of(row), "scope=\"row\"") + element("td", name_of(row.state)) + element("td", to_do(row)) +
           element("td", row.live_change) + element("td", row.baseline_text) + element("td", row.live_text) + element("td", row.draft_text) +
           "</tr>\n";
  }
  return out + "</tbody></table></div></section>\n";
}

std::string summary(const Comparison& comparison) {
  std::string out =
      "<section aria-labelledby=\"summary\"><h2 id=\"summary\">Summary</h2>\n<table class=\"counts\"><caption>Provisions</caption><tbody>\n";
  const auto counts = count_fates(comparison);
  for (std::size_t n = 0; n < counts.size(); ++n)
    out += "<tr>" + element("th", words_of(static_cast<ProvisionFate>(n)), "scope=\"row\"") + element("td", std::to_string(counts[n])) + "</tr>\n";
  return out + "</tbody></table></section>\n";
}

}  // namespace

std::string compare_html(const ComparedForReport& compared, const ReportOptions& options) {
  const Comparison& comparison = compared.comparison;
  const std::string title = compared.review.units[comparison.before].path + " and " + compared.review.units[comparison.after].path;
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
  out += "<meta name=\"generator\" content=\"dovetail " + html_safe(options.version) + "\">\n" + element("title", title) + "\n<style>";
  out += style;
  out += "</style>\n</head>\n<body>\n<header>" + element("h1", title) + "<nav aria-label=\"Parts of this page\"><a href=\"#summary\">Summary</a> " +
         (compared.three != nullptr ? "<a href=\"#live\">Live text</a> " : "") +
         "<a href=\"#sides\">Side by side</a> <a href=\"#inline\">Inline</a></nav></header>\n<main>\n";
  return out + summary(comparison) + three_way(compared) + side_by_side(compared) + inline_text(compared) + "</main>\n</body>\n</html>\n";
}

}  // namespace dovetail
