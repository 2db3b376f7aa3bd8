// Wraps libyaml; nobody else names it.
#include "config/quick_yaml.h"

#include <yaml.h>

#include <array>
#include <new>
#include <string_view>

#include "config/setting_builder.h"

namespace dovetail {
namespace {

class Events {
 public:
  explicit Events(const std::string& text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;
  ~Events() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  /// The next event, until another is asked for; null where there is none.
  const yaml_event_t* next() {
    yaml_event_delete(&event_);
    return yaml_parser_parse(&parser_, &event_) != 0 ? &event_ : nullptr;
  }
  bool next_is(yaml_event_type_t type) {
    const auto* event = next();
    return event != nullptr && event->type == type;
  }

 private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

bool is_nothing(std::string_view plain) {
  static constexpr std::array<std::string_view, 5> words{"", "~", "null", "Null", "NULL"};
  for (const auto word : words)
    if (plain == word) return true;
  return false;
}

/// Hands a scalar on; false where it has an anchor or a tag.
bool take_scalar(const yaml_event_t& event, int line, SettingBuilder& builder) {
  const auto& scalar = event.data.scalar;
  if (scalar.anchor != nullptr || scalar.tag != nullptr) return false;
  std::string value(reinterpret_cast<const char*>(scalar.value), scalar.length);
  if (scalar.style == YAML_PLAIN_SCALAR_STYLE && is_nothing(value))
    builder.nothing(line);
  else
    builder.text(line, std::move(value));
  return true;
}

/// Hands on the events of a document to its end; false where it is not plain and good.
bool take_document(Events& events, SettingBuilder& builder) {
  while (const auto* event = events.next()) {
    const auto line = static_cast<int>(event->start_mark.line) + 1;
    switch (event->type) {
      case YAML_SCALAR_EVENT:
        if (!take_scalar(*event, line, builder)) return false;
        break;
      case YAML_SEQUENCE_START_EVENT:
        if (event->data.sequence_start.anchor != nullptr || event->data.sequence_start.tag != nullptr) return false;
        builder.open(Setting::Kind::list, line);
        break;
      case YAML_MAPPING_START_EVENT:
        if (event->data.mapping_start.anchor != nullptr || event->data.mapping_start.tag != nullptr) return false;
        builder.open(Setting::Kind::map, line);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        builder.close();
        break;
      case YAML_DOCUMENT_END_EVENT:
        return true;
      default:
        return false;
    }
  }
  return false;
}

/// The two parsers count the line of an item without a value differently.
bool has_empty_item(const Setting& setting) {
  for (const Setting& item : setting.items)
    if (item.kind == Setting::Kind::nothing || has_empty_item(item)) return true;
  for (const SettingEntry& entry : setting.entries)
    if (has_empty_item(entry.value)) return true;
  return false;
}

}  // namespace

std::optional<Setting> quick_yaml(const std::string& text) {
  Events events(text);
  SettingBuilder builder;
  try {
    if (!events.next_is(YAML_STREAM_START_EVENT) || !events.next_is(YAML_DOCUMENT_START_EVENT)) return std::nullopt;
    if (!take_document(events, builder) || !events.next_is(YAML_STREAM_END_EVENT) || !builder.built()) return std::nullopt;
  } catch (const RefusedYaml&) {
    return std::nullopt;
  }
  auto root = builder.take();
  if (root.kind == Setting::Kind::nothing || has_empty_item(root)) return std::nullopt;
  return root;
}

}  // namespace dovetail
