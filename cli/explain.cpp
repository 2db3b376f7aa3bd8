// dovetail explain: a rule's documentation.
#include "commands.h"
#include "lint/choose_rules.h"
#include "lint/suggest.h"
#include "output.h"
#include "prepare.h"
#include "report/escape.h"

namespace dovetail::cli {
namespace {

std::string indented(std::string_view text) {
  std::string out = "  ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "  ";
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return out + "\n";
}

std::string explain(const Rule& rule) {
  std::string out = rule.id + ": " + rule.title + "\n\n";
  out += "Severity  " + std::string(name_of(rule.severity)) + "\n";
  out += "Certainty " + std::string(name_of(rule.certainty)) + "\n";
  if (!rule.pattern.empty()) out += "Pattern   " + rule.pattern + "\n";
  out += "\nWhy it matters\n" + indented(rule.why) + "\nWhat to do\n" + indented(rule.remedy);
  if (!rule.examples.bad.empty()) out += "\nFound in\n" + indented(rule.examples.bad);
  if (!rule.examples.good.empty()) out += "\nNot found in\n" + indented(rule.examples.good);
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
    if (names_rule(name, rule.id)) out += (out.empty() ? "" : "\n\n") + explain(rule);
  }
  if (out.empty()) return complain("no rule or family is called '" + name + "'" + did_you_mean(name, known) + " ('dovetail rules' lists them)");
  return print(out);
}

}  // namespace dovetail::cli
