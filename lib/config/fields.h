// Typed access to a setting that check_shape has passed: what the loaders read.
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <vector>

#include "config/schema.h"

namespace dovetail {

/// The keys of one checked mapping. Asking for a key that its shape does not have is a bug, so loader and schema cannot drift apart.
class Fields {
 public:
  Fields(const Setting& setting, const SchemaShape& shape) : setting_(setting), shape_(shape) {}

  /// The value of `key`, or nullptr where it is left out.
  [[nodiscard]] const Setting* find(std::string_view key) const {
    assert(shape_.key(key) != nullptr);
    if (setting_.kind != Setting::Kind::map) return key == shape_.shorthand ? &setting_ : nullptr;
    return setting_.find(key);
  }
  [[nodiscard]] std::string text(std::string_view key) const {
    const Setting* value = find(key);
    return value ? value->text : std::string();
  }
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
    const Setting* value = find(key);
    if (!value) return {};
    if (value->kind == Setting::Kind::text) return {value->text};
    std::vector<std::string> result;
    for (const Setting& item : value->items) result.push_back(item.text);
    return result;
  }
  [[nodiscard]] bool flag(std::string_view key) const { return text(key) == "true"; }
  [[nodiscard]] const std::vector<Setting>& items(std::string_view key) const {
    const Setting* value = find(key);
    return value ? value->items : none_;
  }
  [[nodiscard]] const std::vector<SettingEntry>& entries(std::string_view key) const {
    const Setting* value = find(key);
    return value ? value->entries : no_entries_;
  }
  [[nodiscard]] int line() const { return setting_.line; }

 private:
  const Setting& setting_;
  const SchemaShape& shape_;
  inline static const std::vector<Setting> none_{};
  inline static const std::vector<SettingEntry> no_entries_{};
};

}  // namespace dovetail
