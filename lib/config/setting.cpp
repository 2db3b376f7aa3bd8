// YAML is parsed by libyaml, which is many times as quick; what it refuses goes to yaml-cpp, which says what is wrong and where.
#include "config/setting.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "config/quick_yaml.h"
#include "config/setting_builder.h"

namespace dovetail {
namespace {

// yaml-cpp 0.7 takes a quotation that is never closed for one that ends with the last line; an end mark inside it makes it say so.
constexpr std::string_view end_mark = "\n...\n";
constexpr std::size_t most_bytes = 4U << 20;  // a project of a thousand documents is some 300 KB
int line_of(const YAML::Mark& mark) { return mark.line + 1; }

/// Hands yaml-cpp's events on.
class Builder : public YAML::EventHandler {
 public:
  SettingBuilder builder;

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { builder.nothing(line_of(mark), anchor); }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor, const std::string& value) override {
    builder.text(line_of(mark), value, anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { builder.alias(line_of(mark), anchor); }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/) override {
    builder.open(Setting::Kind::list, line_of(mark), anchor);
  }
  void OnSequenceEnd() override { builder.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/) override {
    builder.open(Setting::Kind::map, line_of(mark), anchor);
  }
  void OnMapEnd() override { builder.close(); }
};

/// What to do about a fault that yaml-cpp words its own way.
std::string remedy_for(const std::string& fault) {
  if (fault == YAML::ErrorMsg::MAP_VALUE) return "put quotes round a value that holds \": \"";
  if (fault == YAML::ErrorMsg::DOC_IN_SCALAR) return "a quotation is opened above and never closed, close it";
  return "check indentation, quotes and brackets here and just above";
}

Error not_yaml(const std::string& file, std::string_view text, const YAML::Exception& exception) {
  const auto bytes = text.substr(0, text.size() - end_mark.size());
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
  const std::string text = std::string(bytes).append(end_mark);
  if (auto quickly = quick_yaml(text)) return std::move(*quickly);
  return explained_yaml(file, text);
}

Result<Setting> explained_yaml(const std::string& file, const std::string& text) {
  try {
    std::istringstream stream{text};
    YAML::Parser parser(stream);
    Builder told;
    parser.HandleNextDocument(told);
    const bool built = told.builder.built();
    Setting root = told.builder.take();
    if (!built || root.kind == Setting::Kind::nothing) {
      root = {};
      root.kind = Setting::Kind::map;
      root.line = 1;
    }
    Builder rest;
    if (parser.HandleNextDocument(rest) && rest.builder.built())
      return tl::unexpected(error_at(file, rest.builder.take().line, "a second document begins here; keep one, without \"---\" between"));
    return root;
  } catch (const RefusedYaml& refused) {
    return tl::unexpected(error_at(file, refused.line, refused.what()));
  } catch (const YAML::Exception& exception) {
    return tl::unexpected(not_yaml(file, text, exception));
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
