// One template for all pages.
#include "report/rule_site.h"

#include "report/escape.h"

namespace dovetail {
namespace {

constexpr std::string_view style =
    ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}"
    "a{color:LinkText}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid "
    "GrayText;vertical-align:top}"
    "pre{padding:.6rem;border:1px solid GrayText;overflow:auto;white-space:pre-wrap}code{font-family:ui-monospace,monospace}"
    "dt{font-weight:600}dd{margin:0 0 .4rem 0}nav{margin-bottom:1rem}footer{margin-top:2rem;color:GrayText}";

std::string page(const std::string& title, const std::string& body, const std::string& version) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
         html_safe(title) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n" + body + "<footer>dovetail " +
         html_safe(version) + "</footer>\n</body>\n</html>\n";
}

std::string part(const std::string& heading, const std::string& text, const char* tag) {
  if (text.empty()) return {};
  return "<h2>" + heading + "</h2>\n<" + tag + ">" + html_safe(text) + "</" + tag + ">\n";
}

std::string state_of(const ListedRule& listed) { return listed.on ? "on" : "off"; }

std::string page_of(const ListedRule& listed, const std::string& version) {
  const auto& rule = *listed.rule;
  std::string body = "<nav><a href=\"index.html\">All rules</a></nav>\n<main>\n<h1><code>" + html_safe(rule.id) + "</code></h1>\n<p>" +
                     html_safe(rule.title) + "</p>\n<dl><dt>Severity</dt><dd>" + std::string(name_of(listed.severity)) +
                     "</dd><dt>Certainty</dt><dd>" + std::string(name_of(rule.certainty)) + "</dd><dt>State</dt><dd>" + state_of(listed) +
                     "</dd></dl>\n";
  body += part("Why it matters", rule.why, "p") + part("What to do", rule.remedy, "p") + part("Pattern", rule.pattern, "pre");
  body += part("Found in", rule.examples.bad, "pre") + part("Not found in", rule.examples.good, "pre");
  body += "<h2>In a project</h2>\n<pre>rules:\n  " + html_safe(rule.id) +
          ": {severity: note}   # or off\nwaivers:\n  - {rule: " + html_safe(rule.id) +
          ", document: …, label: …, reason: …}</pre>\n<p>In the text itself, in a Word comment or an HTML comment: <code>dovetail:ignore " +
          html_safe(rule.id) + " because …</code></p>\n</main>\n";
  return page(rule.id + ": " + rule.title, body, version);
}

std::string index_of(const std::vector<ListedRule>& rules, const std::string& version) {
  std::string body = "<main>\n<h1>Rules of dovetail</h1>\n";
  std::string family;
  for (const auto& listed : rules) {
    const auto& rule = *listed.rule;
    if (rule.family() != family) {
      if (!family.empty()) body += "</tbody></table>\n";
      family = rule.family();
      body += "<h2 id=\"" + html_safe(family) + "\">" + html_safe(family) +
              "</h2>\n<table><thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Finds</th><th scope=\"col\">Severity</th><th "
              "scope=\"col\">State</th></tr></thead><tbody>\n";
    }
    body += "<tr><td><a href=\"" + html_safe(rule.id) + ".html\"><code>" + html_safe(rule.id) + "</code></a></td><td>" + html_safe(rule.title) +
            "</td><td>" + std::string(name_of(listed.severity)) + "</td><td>" + state_of(listed) + "</td></tr>\n";
  }
  if (!family.empty()) body += "</tbody></table>\n";
  return page("Rules of dovetail", body + "</main>\n", version);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> rule_site(const std::vector<ListedRule>& rules, const std::string& version) {
  std::vector<std::pair<std::string, std::string>> files{{"index.html", index_of(rules, version)}};
  for (const auto& listed : rules) files.emplace_back(listed.rule->id + ".html", page_of(listed, version));
  return files;
}

}  // namespace dovetail
