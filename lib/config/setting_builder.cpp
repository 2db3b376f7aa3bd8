// Limits stand here, once for every parser.
#include "config/setting_builder.h"

namespace dovetail {
namespace {

constexpr std::size_t most_depth = 32;         // the deepest shape of rules/schema.yaml has seven levels
constexpr std::size_t most_settings = 200000;  // aliases counted as often as they stand for something

std::size_t size_of(const Setting& setting) {
  std::size_t size = 1;
  for (const Setting& item : setting.items) size += size_of(item);
  for (const SettingEntry& entry : setting.entries) size += size_of(entry.value);
  return size;
}

}  // namespace

void SettingBuilder::nothing(int line, std::size_t anchor) { finish(leaf(Setting::Kind::nothing, line), anchor); }

void SettingBuilder::text(int line, std::string value, std::size_t anchor) {
  Setting setting = leaf(Setting::Kind::text, line);
  setting.text = std::move(value);
  finish(std::move(setting), anchor);
}

void SettingBuilder::alias(int line, std::size_t anchor) {
  const auto known = anchors_.find(anchor);
  if (known == anchors_.end()) throw RefusedYaml(line, "an alias refers to what it stands in; write the value out");
  count(size_of(known->second), line);
  Setting copy = known->second;
  copy.line = line;
  finish(std::move(copy), 0);
}

void SettingBuilder::open(Setting::Kind kind, int line, std::size_t anchor) {
  if (frames_.size() >= most_depth)
    throw RefusedYaml(line, "nested deeper than " + std::to_string(most_depth) + " levels; no key goes that deep, check the brackets");
  frames_.push_back({leaf(kind, line), anchor, false, {}});
}

void SettingBuilder::close() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  finish(std::move(frame.setting), frame.anchor);
}

void SettingBuilder::count(std::size_t more, int line) {
  settings_ += more;
  if (settings_ > most_settings) throw RefusedYaml(line, "more than " + std::to_string(most_settings) + " values, aliases counted; split the file");
}

Setting SettingBuilder::leaf(Setting::Kind kind, int line) {
  count(1, line);
  Setting setting;
  setting.kind = kind;
  setting.line = line;
  return setting;
}

void SettingBuilder::finish(Setting setting, std::size_t anchor) {
  if (anchor != 0) anchors_[anchor] = setting;
  if (frames_.empty()) {
    root_ = std::move(setting);
    built_ = true;
  } else if (frames_.back().setting.kind == Setting::Kind::list) {
    frames_.back().setting.items.push_back(std::move(setting));
  } else if (frames_.back().has_key) {
    SettingEntry& entry = frames_.back().setting.entries.back();
    if (setting.kind == Setting::Kind::nothing) setting.line = entry.line;
    entry.value = std::move(setting);
    frames_.back().has_key = false;
  } else {
    add_key(frames_.back(), std::move(setting));
  }
}

void SettingBuilder::add_key(Frame& frame, Setting key) {
  if (key.kind != Setting::Kind::text)
    throw RefusedYaml(key.line,
                      "a key must be a word, not " + std::string(name_of(key.kind)) + "; write \"key: value\", with quotes round a key of signs");
  const auto [known, is_new] = frame.keys.emplace(key.text, key.line);
  if (!is_new)
    throw RefusedYaml(key.line, "key \"" + key.text + "\" stands twice, first on line " + std::to_string(known->second) + "; keep one of them");
  frame.setting.entries.push_back({key.text, key.line, {}});
  frame.has_key = true;
}

}  // namespace dovetail
