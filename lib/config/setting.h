// A YAML file as a plain tree with line numbers. setting.cpp wraps yaml-cpp, quick_yaml.cpp libyaml; nobody else names them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dovetail {

struct SettingEntry;

/// One value of a YAML file. Scalars stay as written: "1.10" is text until someone asks for a number.
struct Setting {
  enum class Kind { nothing, text, list, map };
  Kind kind = Kind::nothing;
  int line = 0;                       // from 1
  std::string text;                   // kind text
  std::vector<Setting> items;         // kind list
  std::vector<SettingEntry> entries;  // kind map, in file order; keys are unique

  /// The value of `key`, or nullptr.
  [[nodiscard]] const Setting* find(std::string_view key) const;
};

struct SettingEntry {
  std::string key;
  int line = 0;  // of the key
  Setting value;
};

/// "nothing", "text", "a list", "a mapping".
std::string_view name_of(Setting::Kind kind);

/// Parses one YAML 1.2 document; an empty one is a mapping without entries. `file` is named in errors ("FILE:LINE: …"). Fails on bad YAML, on a
/// key that stands twice, on keys that are no plain text, on a second document, and on input that is too large, too deep or expands too far.
Result<Setting> parse_yaml(const std::string& file, std::string_view bytes);

/// Reads and parses a file, opened at `path` and named `file` in errors.
Result<Setting> read_yaml(const std::string& file, const std::string& path);

/// "FILE:LINE: what is wrong; what to do"
Error error_at(const std::string& file, int line, const std::string& what);

}  // namespace dovetail
