// One rule file. Its settings and the names in its message depend on its check, so they are checked here.
#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "config/load.h"
#include "config/nearest.h"
#include "text/pattern.h"

namespace dovetail {
namespace {

/// The names in braces of a template, in order.
std::vector<std::string> names_in(const std::string& message) {
  std::vector<std::string> names;
  for (std::size_t open = message.find('{'); open != std::string::npos; open = message.find('{', open + 1)) {
    const std::size_t close = message.find('}', open);
    if (close == std::string::npos) break;
    names.push_back(message.substr(open + 1, close - open - 1));
  }
  return names;
}

/// How many groups an expression has that is known to compile.
std::size_t groups_of(const std::string& expression) {
  const auto compiled = Pattern::compile(expression);
  return compiled ? compiled->groups() : 0;
}

std::string joined(const Setting& setting) {
  if (setting.kind == Setting::Kind::text) return setting.text;
  std::string result;
  for (const Setting& item : setting.items) result += (result.empty() ? "" : ";") + item.text;
  return result;
}

class RuleLoader {
 public:
  RuleLoader(const Setting& setting, const SettingContext& context)
      : setting_(setting), context_(context), fields_(setting, context.schema.shapes.at("rule")) {}

  Result<Rule> load(const std::string& id) {
    read();
    if (rule_.id != id) return fault("id", "the id is " + rule_.id + ", but the file stands at " + id + "; rename one of them");
    if (rule_.check.empty() == rule_.pattern.empty()) return fault("check", "a rule has either a check or a pattern; give it one of them");
    if (rule_.certainty == Certainty::likely && rule_.severity == Severity::error)
      return fault("severity", "what is likely is never an error; make it a warning, or sure");
    const std::string name = rule_.check.empty() ? "pattern" : rule_.check;
    const auto check = context_.schema.checks.find(name);
    if (check == context_.schema.checks.end() || rule_.check == "pattern") return fault("check", "there is no check " + name + "; " + remedy(name));
    if (auto taken = take_with(check->second); !taken) return tl::unexpected(taken.error());
    if (auto checked = check_names("message", rule_.message, check->second); !checked) return tl::unexpected(checked.error());
    if (auto checked = check_names("replace", rule_.replace, check->second); !checked) return tl::unexpected(checked.error());
    return std::move(rule_);
  }

 private:
  const Setting& setting_;
  const SettingContext& context_;
  Fields fields_;
  Rule rule_;

  void read() {
    rule_.id = fields_.text("id");
    rule_.title = fields_.text("title");
    rule_.severity = *severity_named(fields_.text("severity"));
    rule_.certainty = fields_.text("certainty") == "likely" ? Certainty::likely : Certainty::sure;
    rule_.check = fields_.text("check");
    rule_.pattern = fields_.text("pattern");
    rule_.message = fields_.text("message");
    rule_.why = fields_.text("why");
    rule_.remedy = fields_.text("do");
    rule_.replace = fields_.text("replace");
    if (const Setting* examples = fields_.find("examples")) {
      const Fields both(*examples, context_.schema.shapes.at("examples"));
      rule_.examples = {both.text("bad"), both.text("good")};
    }
  }

  [[nodiscard]] tl::unexpected<Error> fault(std::string_view key, const std::string& what) const {
    const Setting* value = setting_.find(key);
    return tl::unexpected(error_at(context_.file, value ? value->line : setting_.line, what));
  }

  [[nodiscard]] std::string remedy(const std::string& name) const {
    std::vector<std::string> known;
    for (const auto& [check, shape] : context_.schema.checks)
      if (check != "pattern") known.push_back(check);
    const std::string near = nearest_word(name, known);
    return near.empty() ? "rules/schema.yaml lists the checks" : "did you mean " + near + "?";
  }

  Result<void> take_with(const SchemaCheck& check) {
    Setting none;
    none.kind = Setting::Kind::map;
    none.line = setting_.line;
    const Setting* with = fields_.find("with");
    if (auto checked = check_shape(with ? *with : none, check.with, context_); !checked) return checked;
    if (!with) return {};
    for (const SettingEntry& entry : with->entries) rule_.with[entry.key] = joined(entry.value);
    const Setting* same = with->find("same");
    if (!same) return {};
    const std::size_t groups = groups_of(rule_.pattern);
    for (const Setting& item : same->items)
      if (!is_group(item.text, groups))
        return fault("with", "\"same\" names group " + item.text + ", but the pattern has " + std::to_string(groups) + " groups; correct it");
    return {};
  }

  static bool is_figure(const std::string& text) { return !text.empty() && is_digit(text.front()); }

  static bool is_group(const std::string& text, std::size_t groups) {
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() && number >= 1 && number <= groups;
  }

  /// {0} is the words of a pattern, {1} its first group; other names are those that the check fills.
  Result<void> check_names(std::string_view key, const std::string& message, const SchemaCheck& check) {
    for (const std::string& name : names_in(message)) {
      if (!rule_.pattern.empty() && (name == "0" || (is_figure(name) && is_group(name, groups_of(rule_.pattern))))) continue;
      if (std::find(check.fills.begin(), check.fills.end(), name) != check.fills.end()) continue;
      const std::string near = nearest_word(name, check.fills);
      return fault(key, "\"" + std::string(key) + "\" names {" + name + "}, which nothing fills; " +
                            (near.empty() ? "rules/schema.yaml lists what the check fills" : "did you mean {" + near + "}?"));
    }
    return {};
  }
};

}  // namespace

Result<Rule> load_rule(const Setting& setting, const SettingContext& context, const std::string& id) { return RuleLoader(setting, context).load(id); }

}  // namespace dovetail
