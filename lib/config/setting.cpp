// Builds the tree out of yaml-cpp's events, so that depth, size and aliases are limited while parsing and not after it.
#include "config/setting.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

namespace dovetail {
namespace {

constexpr std::size_t most_bytes = 4U << 20;   // a project of a thousand documents is some 300 KB
constexpr std::size_t most_depth = 32;         // the deepest shape of rules/schema.yaml has seven levels
constexpr std::size_t most_settings = 200000;  // aliases counted as often as they stand for something

/// Ends parsing from inside a yaml-cpp event; never leaves this file.
struct Refused : std::runtime_error {
  int line;
  Refused(int at, const std::string& what) : std::runtime_error(what), line(at) {}
};

int line_of(const YAML::Mark& mark) { return mark.line + 1; }

std::size_t size_of(const Setting& setting) {
  std::size_t size = 1;
  for (const Setting& item : setting.items) size += size_of(item);
  for (const SettingEntry& entry : setting.entries) size += size_of(entry.value);
  return size;
}

class Builder : public YAML::EventHandler {
 public:
  Setting root;
  bool built = false;

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { finish(leaf(Setting::Kind::nothing, mark), anchor); }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor, const std::string& value) override {
    Setting setting = leaf(Setting::Kind::text, mark);
    setting.text = value;
    finish(std::move(setting), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchors_.find(anchor);
    if (known == anchors_.end()) throw Refused(line_of(mark), "an alias refers to what it stands in; write the value out");
    count(size_of(known->second), line_of(mark));
    Setting copy = known->second;
    copy.line = line_of(mark);
    finish(std::move(copy), 0);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/) override {
    open(Setting::Kind::list, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/) override {
    open(Setting::Kind::map, mark, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Setting setting;
    YAML::anchor_t anchor = 0;
    bool has_key = false;             // a map's key has been read, its value not yet
    std::map<std::string, int> keys;  // with their lines
  };
  std::vector<Frame> frames_;
  std::map<YAML::anchor_t, Setting> anchors_;
  std::size_t settings_ = 0;

  void count(std::size_t more, int line) {
    settings_ += more;
    if (settings_ > most_settings) throw Refused(line, "more than " + std::to_string(most_settings) + " values, aliases counted; split the file");
  }
  Setting leaf(Setting::Kind kind, const YAML::Mark& mark) {
    count(1, line_of(mark));
    Setting setting;
    setting.kind = kind;
    setting.line = line_of(mark);
    return setting;
  }
  void open(Setting::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (frames_.size() >= most_depth)
      throw Refused(line_of(mark), "nested deeper than " + std::to_string(most_depth) + " levels; no key goes that deep, check the brackets");
    frames_.push_back({leaf(kind, mark), anchor, false, {}});
  }
  void close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    finish(std::move(frame.setting), frame.anchor);
  }
  void finish(Setting setting, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = setting;
    if (frames_.empty()) {
      root = std::move(setting);
      built = true;
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
  static void add_key(Frame& frame, Setting key) {
    if (key.kind != Setting::Kind::text)
      throw Refused(key.line,
                    "a key must be a word, not " + std::string(name_of(key.kind)) + "; write \"key: value\", with quotes round a key of signs");
    const auto [known, is_new] = frame.keys.emplace(key.text, key.line);
    if (!is_new)
      throw Refused(key.line, "key \"" + key.text + "\" stands twice, first on line " + std::to_string(known->second) + "; keep one of them");
    frame.setting.entries.push_back({key.text, key.line, {}});
    frame.has_key = true;
  }
};

/// What to do about a fault that yaml-cpp words its own way.
std::string remedy_for(const std::string& fault) {
  if (fault == YAML::ErrorMsg::MAP_VALUE) return "put quotes round a value that holds \": \"";
  if (fault == YAML::ErrorMsg::DOC_IN_SCALAR) return "a quotation is opened above and never closed, close it";
  return "check indentation, quotes and brackets here and just above";
}

Error not_yaml(const std::string& file, std::string_view bytes, const YAML::Exception& exception) {
  const auto lines = static_cast<int>(std::count(bytes.begin(), bytes.end(), '\n')) + (bytes.ends_with('\n') ? 0 : 1);
  const int line = exception.mark.is_null() ? 1 : std::min(line_of(exception.mark), std::max(lines, 1));
  return error_at(file, line, "this is not YAML (" + exception.msg + "); " + remedy_for(exception.msg));
}

}  // namespace

const Setting* Setting::find(std::string_view key) const {
  for (const SettingEntry& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

std::string_view name_of(Setting::Kind kind) {
  switch (kind) {
    case Setting::Kind::nothing:
      return "nothing";
    case Setting::Kind::text:
      return "text";
    case Setting::Kind::list:
      return "a list";
    case Setting::Kind::map:
      return "a mapping";
  }
  return "";
}

Error error_at(const std::string& file, int line, const std::string& what) { return {file + ":" + std::to_string(line) + ": " + what}; }

Result<Setting> parse_yaml(const std::string& file, std::string_view bytes) {
  if (bytes.size() > most_bytes)
    return fail(file + ":1: larger than " + std::to_string(most_bytes >> 20U) + " MiB, so not a file of settings; name another file or split it");
  try {
    // yaml-cpp 0.7 takes a quotation that is never closed for one that ends with the last line; an end mark inside it makes it say so.
    std::istringstream stream{std::string(bytes) + "\n...\n"};
    YAML::Parser parser(stream);
    Builder builder;
    parser.HandleNextDocument(builder);
    Setting root = std::move(builder.root);
    if (!builder.built || root.kind == Setting::Kind::nothing) {
      root = {};
      root.kind = Setting::Kind::map;
      root.line = 1;
    }
    Builder rest;
    if (parser.HandleNextDocument(rest) && rest.built)
      return tl::unexpected(error_at(file, rest.root.line, "a second document begins here; keep one, without \"---\" between"));
    return root;
  } catch (const Refused& refused) {
    return tl::unexpected(error_at(file, refused.line, refused.what()));
  } catch (const YAML::Exception& exception) {
    return tl::unexpected(not_yaml(file, bytes, exception));
  }
}

Result<Setting> read_yaml(const std::string& file, const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return fail(file + ": this is a folder; name a file in it");
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return fail(file + ": there is no such file, or it cannot be opened; check the name and who may read it");
  std::string bytes;
  for (std::array<char, 16384> piece{}; stream && bytes.size() <= most_bytes;) {
    stream.read(piece.data(), piece.size());
    bytes.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return parse_yaml(file, bytes);
}

}  // namespace dovetail
