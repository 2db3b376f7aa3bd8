// Loads rules/schema.yaml. Its own keys are fixed here, and every name in it must lead somewhere.
#include "config/schema.h"

#include <algorithm>

#include "config/nearest.h"

namespace dovetail {
namespace {

/// Reads one schema file; the first fault is kept and ends the reading.
class SchemaReader {
 public:
  explicit SchemaReader(std::string file) : file_(std::move(file)) {}

  Result<Schema> read(const Setting& root) {
    allow(root, {"words", "shapes", "checks"});
    if (const Setting* words = root.find("words")) read_words(*words);
    if (const Setting* shapes = root.find("shapes"))
      for (const SettingEntry& entry : shapes->entries) schema_.shapes[entry.key] = shape(entry.key, entry.value);
    if (const Setting* checks = root.find("checks"))
      for (const SettingEntry& entry : checks->entries) schema_.checks[entry.key] = check(entry);
    for (const auto& [name, shape] : schema_.shapes)
      if (is_basic(name) || schema_.words.count(name) != 0) refuse(root.line, "the shape \"" + name + "\" is called like another type; rename it");
    for (const auto& [name, line] : types_)
      if (!is_type(name)) refuse(line, "no type, set of words or shape is called \"" + name + "\"; correct it or add it");
    for (const char* shape : {"project", "code", "document", "history", "design", "protection", "expectation", "rule_setting", "waiver", "rule",
                              "examples", "profile", "division", "keyword", "mapping", "field", "marking", "mark"})
      if (schema_.shapes.count(shape) == 0) refuse(root.line, "the shape \"" + std::string(shape) + "\" is missing; add it");
    if (fault_) return tl::unexpected(*fault_);
    return std::move(schema_);
  }

 private:
  std::string file_;
  Schema schema_;
  std::vector<std::pair<std::string, int>> types_;  // named, with lines
  std::optional<Error> fault_;

  void refuse(int line, const std::string& what) {
    if (!fault_) fault_ = error_at(file_, line, what);
  }
  static bool is_basic(const std::string& name) {
    const auto& basic = basic_types();
    return std::find(basic.begin(), basic.end(), name) != basic.end();
  }
  bool is_type(const std::string& name) const { return is_basic(name) || schema_.words.count(name) != 0 || schema_.shapes.count(name) != 0; }
  void allow(const Setting& setting, const std::vector<std::string>& keys) {
    if (setting.kind != Setting::Kind::map)
      return refuse(setting.line, "a mapping is wanted here, not " + std::string(name_of(setting.kind)) + "; see the entries around it");
    for (const SettingEntry& entry : setting.entries)
      if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) refuse(entry.line, "unknown key \"" + entry.key + "\"; remove it");
  }
  std::string text(const Setting& setting, std::string_view key, bool required) {
    const Setting* value = setting.find(key);
    if (value && value->kind == Setting::Kind::text) return value->text;
    if (value || required) refuse(value ? value->line : setting.line, "\"" + std::string(key) + "\" must be text; write it");
    return {};
  }
  bool flag(const Setting& setting, std::string_view key) {
    const std::string value = text(setting, key, false);
    if (!value.empty() && value != "true") refuse(setting.line, "\"" + std::string(key) + "\" can only be true; leave it out otherwise");
    return value == "true";
  }
  void read_words(const Setting& sets) {
    for (const SettingEntry& set : sets.entries)
      for (const SettingEntry& word : set.value.entries) schema_.words[set.key].emplace_back(word.key, word.value.text);
  }
  std::string type(const Setting& setting, std::string_view key, bool required) {
    std::string name = text(setting, key, required);
    if (!name.empty()) types_.emplace_back(name, setting.find(key)->line);
    return name;
  }
  SchemaKey key(const SettingEntry& entry) {
    SchemaKey result;
    result.name = entry.key;
    allow(entry.value, {"type", "of", "keys", "required", "alone", "says"});
    const std::string written = text(entry.value, "type", true);
    if (written == "list" || written == "map") {
      result.holds = written == "list" ? Holds::list : Holds::map;
      result.type = type(entry.value, "of", true);
      result.keys = type(entry.value, "keys", false);
    } else {
      result.type = type(entry.value, "type", true);
    }
    result.required = flag(entry.value, "required");
    result.alone = flag(entry.value, "alone");
    result.says = text(entry.value, "says", true);
    return result;
  }
  void keys(const Setting* setting, SchemaShape& into) {
    if (!setting) return;
    for (const SettingEntry& entry : setting->entries) into.keys.push_back(key(entry));
  }
  SchemaShape shape(const std::string& name, const Setting& setting) {
    SchemaShape result;
    result.name = name;
    allow(setting, {"called", "says", "shorthand", "keys"});
    result.called = text(setting, "called", true);
    result.says = text(setting, "says", true);
    result.shorthand = text(setting, "shorthand", false);
    keys(setting.find("keys"), result);
    if (!result.shorthand.empty() && !result.key(result.shorthand)) refuse(setting.line, "the shorthand is no key of this shape; correct it");
    return result;
  }
  SchemaCheck check(const SettingEntry& entry) {
    SchemaCheck result;
    allow(entry.value, {"says", "with", "fills"});
    result.says = text(entry.value, "says", true);
    result.with.name = entry.key;
    result.with.called = "\"with\" of check " + entry.key;
    keys(entry.value.find("with"), result.with);
    if (const Setting* fills = entry.value.find("fills"))
      for (const Setting& name : fills->items) result.fills.push_back(name.text);
    return result;
  }
};

}  // namespace

const SchemaKey* SchemaShape::key(std::string_view key_name) const {
  for (const SchemaKey& candidate : keys)
    if (candidate.name == key_name) return &candidate;
  return nullptr;
}

const std::vector<std::string>& basic_types() {
  static const std::vector<std::string> types{"text", "path",      "file",         "pattern",      "number",       "percent", "flag",
                                              "date", "rule_name", "profile_name", "mapping_name", "marking_name", "any"};
  return types;
}

Result<Schema> load_schema(const std::string& folder) {
  const std::string file = (folder.empty() || folder.back() == '/' ? folder : folder + "/") + "schema.yaml";
  const auto root = read_yaml(file, file);
  if (!root) return tl::unexpected(root.error());
  return SchemaReader(file).read(*root);
}

}  // namespace dovetail
