// dovetail explain: a rule's documentation.
#include <algorithm>

#include "commands.h"
#include "lint/choose_rules.h"
#include "lint/suggest.h"
#include "output.h"
#include "prepare.h"
#include "report/wrap.h"

namespace dovetail::cli {
namespace {

std::string indented(std::string_view text, std::size_t width) {
  std::string out;
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    out += "  " + wrapped(text.substr(0, end), width, 2) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string explain(const Rule& rule, std::size_t width) {
  std::string out = rule.id + ": " + rule.title + "\n\n";
  out += "Severity  " + std::string(name_of(rule.severity)) + "\n";
  out += "Certainty " + std::string(name_of(rule.certainty)) + "\n";
  if (!rule.pattern.empty()) out += "Pattern   " + rule.pattern + "\n";
  out += "\nWhy it matters\n" + indented(rule.why, width) + "\nWhat to do\n" + indented(rule.remedy, width);
  if (!rule.examples.bad.empty()) out += "\nFound in\n" + indented(rule.examples.bad, width);
  if (!rule.examples.good.empty()) out += "\nNot found in\n" + indented(rule.examples.good, width);
  return out;
}

}  // namespace

int run_explain(const Options& options) {
  if (options.arguments.size() != 1) return complain("explain takes one rule or family, as in 'dovetail explain reference.missing'");
  auto asked = options;
  asked.arguments.clear();
  const auto job = prepare(asked);
  if (!job) return complain(job.error().message);
  const auto& name = options.arguments.front();
  std::string out;
  std::vector<std::string> known;
  for (const auto& rule : job->catalogue.rules) {
    known.push_back(rule.id);
    if (names_rule(name, rule.id)) out += (out.empty() ? "" : "\n\n") + explain(rule, report_options(options).width);
  }
  if (out.empty()) return complain("no rule or family is called '" + name + "'" + did_you_mean(name, known) + " ('dovetail rules' lists them)");
  return print(out);
}

}  // namespace dovetail::cli
