// Strings from inputs as JSON values. Only this room names nlohmann-json.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/corpus.h"

namespace dovetail {

using Json = nlohmann::ordered_json;  // keys in the order of the documentation

/// The string, or null where it is empty.
inline Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// The names of the views, baseline first.
Json views_of(Views views);

/// Finished JSON with a line break at its end: valid UTF-8 (bad bytes become U+FFFD), nothing in it that acts on a terminal.
std::string finished(const Json& json);

/// A JSON object written member by member, as `finished` would write it whole: what is long is never held twice. Lists and objects within begin and
/// end.
class JsonPieces {
 public:
  /// `about`: how many bytes are expected, so that a long text need not be moved as it grows.
  explicit JsonPieces(std::size_t about = 0) { text_.reserve(about); }
  void member(std::string_view key, const Json& value);
  /// A string.
  void text(std::string_view key, std::string_view value);
  /// A string, or null where it is empty.
  void text_or_null(std::string_view key, std::string_view value);
  /// A list whose items follow one by one, until the list ends.
  void begin_list(std::string_view key);
  void item(const Json& value);
  /// An object in a list, whose members follow until it ends.
  void begin_item();
  void end_item() { end('}'); }
  void end_list() { end(']'); }
  /// The object with a line break at its end; nothing may follow.
  std::string finish();

 private:
  void next();
  void key(std::string_view name);
  void append(const Json& value);
  void append_text(std::string_view value);
  void end(char bracket);

  std::string text_ = "{";
  std::vector<bool> some_{false};  // of the object and whatever is open within: whether anything stands in it
};

/// The counts of each coverage status, in the order of rules.md.
Json coverage_summary(const std::array<std::size_t, coverage_status_count>& counts);

}  // namespace dovetail
