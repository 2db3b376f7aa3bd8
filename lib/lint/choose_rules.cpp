// Which rules run, and how severe they are.
#include "lint/choose_rules.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "lint/suggest.h"

namespace dovetail {
namespace {

// What reading itself can say: these exist whatever the rules folder holds (rules.md, "input").
constexpr std::array<std::pair<std::string_view, Severity>, 12> input_rules{{
    {"input.blocked", Severity::note},
    {"input.damaged", Severity::warning},
    {"input.encrypted", Severity::error},
    {"input.expired-waiver", Severity::warning},
    {"input.limit", Severity::error},
    {"input.lossy-source", Severity::warning},
    {"input.nothing-checked", Severity::error},
    {"input.unknown-element", Severity::note},
    {"input.unreadable", Severity::error},
    {"input.unresolved-numbering", Severity::warning},
    {"input.unused-waiver", Severity::warning},
    {"register.malformed", Severity::error},
}};

std::string family_of(std::string_view rule) { return std::string(rule.substr(0, rule.find('.'))); }

std::vector<std::string> known_names(const Catalogue& catalogue) {
  std::set<std::string> names;
  for (const auto& [id, severity] : input_rules) names.insert({std::string(id), family_of(id)});
  for (const auto& rule : catalogue.rules) names.insert({rule.id, rule.family()});
  return {names.begin(), names.end()};
}

Result<bool> expect_known(const std::string& where, const std::string& name, const std::vector<std::string>& known) {
  if (std::binary_search(known.begin(), known.end(), name)) return true;
  return fail(where + ": no rule or family is called '" + name + "'" + did_you_mean(name, known));
}

Result<bool> expect_all_known(const Job& job, const Project& project) {
  const auto known = known_names(job.catalogue);
  std::vector<std::pair<std::string, std::string>> named;
  for (const auto& name : job.only) named.emplace_back("--only", name);
  for (const auto& name : job.skip) named.emplace_back("--skip", name);
  for (const auto& setting : job.severities) named.emplace_back("--severity", setting.rule);
  for (const auto& setting : project.rules) named.emplace_back(project.file + ": rules", setting.rule);
  for (const auto& waiver : project.waivers)
    if (!waiver.rule.empty()) named.emplace_back(project.file + " line " + std::to_string(waiver.line), waiver.rule);
  for (const auto& [where, name] : named)
    if (auto good = expect_known(where, name, known); !good) return good;
  return true;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ",") + name;
  return text;
}

// The setting that decides: ids before families, later before earlier.
const RuleSetting* setting_for(const std::vector<RuleSetting>& settings, std::string_view rule, bool (*concerns)(const RuleSetting&)) {
  const RuleSetting* family = nullptr;
  const RuleSetting* exact = nullptr;
  for (const auto& setting : settings) {
    if (!concerns(setting)) continue;
    if (setting.rule == rule) exact = &setting;
    if (setting.rule != rule && names_rule(setting.rule, rule)) family = &setting;
  }
  return exact ? exact : family;
}

bool is_about_severity(const RuleSetting& setting) { return setting.severity.has_value(); }
bool is_any(const RuleSetting&) { return true; }

}  // namespace

bool names_rule(std::string_view name, std::string_view rule) {
  return rule == name || (rule.size() > name.size() && rule[name.size()] == '.' && rule.substr(0, name.size()) == name);
}

Severity severity_of_input(std::string_view rule) {
  for (const auto& [id, severity] : input_rules)
    if (id == rule) return severity;
  return Severity::warning;
}

std::optional<Severity> severity_set(const Job& job, const Project& project, std::string_view rule) {
  for (const auto* settings : {&job.severities, &project.rules})
    if (const auto* setting = setting_for(*settings, rule, is_about_severity)) return setting->severity;
  return std::nullopt;
}

bool is_chosen(const Job& job, const Project& project, std::string_view rule) {
  const auto named_in = [&](const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return names_rule(name, rule); });
  };
  if (named_in(job.skip)) return false;
  if (named_in(job.only)) return true;  // asked for by name: the project's "off" is for runs that ask for nothing
  const bool is_unread = names_rule("input", rule) && severity_of_input(rule) == Severity::error;
  if (!job.only.empty() && !is_unread) return false;  // a file that could not be read is said whatever is asked for
  const auto* setting = setting_for(project.rules, rule, is_any);
  return !setting || !setting->off;
}

std::vector<IdShape> id_shapes_of(const Job& job, const Review& review, const std::vector<IdShape>& learned) {
  auto shapes = review.project.ids;
  for (const auto* more : {&learned, &job.catalogue.ids}) shapes.insert(shapes.end(), more->begin(), more->end());
  return shapes;
}

Result<bool> choose_rules(const Job& job, Review& review) {
  use_id_shapes(id_shapes_of(job, review));
  review.profiles = job.catalogue.profiles;
  review.mappings = job.catalogue.mappings;
  review.vocabularies = job.catalogue.vocabularies;
  review.vocabularies.insert(review.vocabularies.end(), review.project.vocabularies.begin(), review.project.vocabularies.end());
  if (auto good = expect_all_known(job, review.project); !good) return good;
  for (const auto& rule : job.catalogue.rules) {
    if (!is_chosen(job, review.project, rule.id)) continue;
    review.rules.push_back(rule);
    if (const auto severity = severity_set(job, review.project, rule.id)) review.rules.back().severity = *severity;
  }
  if (!job.only.empty()) review.filters.push_back("--only " + joined(job.only));
  if (!job.skip.empty()) review.filters.push_back("--skip " + joined(job.skip));
  if (job.new_only) review.filters.emplace_back("--new-only");
  if (job.changed_only) review.filters.emplace_back("--changed-only");
  return true;
}

}  // namespace dovetail
