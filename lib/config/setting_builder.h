// Builds the tree of a YAML file out of the events of whoever parses it, so that depth, size and aliases are limited while parsing and not after it.
#pragma once

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "config/setting.h"

namespace dovetail {

/// Ends parsing from inside an event; caught by whoever parses.
struct RefusedYaml : std::runtime_error {
  int line;
  RefusedYaml(int at, const std::string& what) : std::runtime_error(what), line(at) {}
};

/// Told what stands in a document, from its front to its end; lines count from 1. An anchor of 0 is none. Throws RefusedYaml.
class SettingBuilder {
 public:
  void nothing(int line, std::size_t anchor = 0);
  void text(int line, std::string value, std::size_t anchor = 0);
  void alias(int line, std::size_t anchor);
  void open(Setting::Kind kind, int line, std::size_t anchor = 0);
  void close();

  /// Whether a whole value has been told.
  [[nodiscard]] bool built() const { return built_; }
  /// That value, moved out.
  [[nodiscard]] Setting take() { return std::move(root_); }

 private:
  struct Frame {
    Setting setting;
    std::size_t anchor = 0;
    bool has_key = false;             // a map's key has been read, its value not yet
    std::map<std::string, int> keys;  // with their lines
  };
  void count(std::size_t more, int line);
  Setting leaf(Setting::Kind kind, int line);
  void finish(Setting setting, std::size_t anchor);
  static void add_key(Frame& frame, Setting key);

  Setting root_;
  bool built_ = false;
  std::vector<Frame> frames_;
  std::map<std::size_t, Setting> anchors_;
  std::size_t settings_ = 0;
};

}  // namespace dovetail
