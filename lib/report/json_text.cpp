// Strings from inputs as JSON values.
#include "report/json_text.h"

#include <algorithm>

#include "report/escape.h"

namespace dovetail {

std::string finished(const Json& json) { return json_safe(json.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n"; }

// No string of JSON holds a line break, so that lines may be moved to the right as text.
void JsonPieces::append(const Json& value, std::string_view indent) {
  const std::string piece = json_safe(value.dump(1, ' ', false, Json::error_handler_t::replace));
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t end = std::min(piece.find('\n', at), piece.size() - 1) + 1;
    text_.append(piece, at, end - at);
    if (piece[end - 1] == '\n') text_ += indent;
    at = end;
  }
}

void JsonPieces::key(std::string_view name) {
  text_ += some_ ? ",\n \"" : "\n \"";
  text_.append(name).append("\": ");
  some_ = true;
}

void JsonPieces::member(std::string_view name, const Json& value) {
  key(name);
  append(value, " ");
}

void JsonPieces::begin_list(std::string_view name) {
  key(name);
  text_ += '[';
  listed_ = false;
}

void JsonPieces::item(const Json& value) {
  text_ += listed_ ? ",\n  " : "\n  ";
  append(value, "  ");
  listed_ = true;
}

void JsonPieces::end_list() { text_ += listed_ ? "\n ]" : "]"; }

std::string JsonPieces::finish() {
  text_ += some_ ? "\n}\n" : "}\n";
  return std::move(text_);
}

Json coverage_summary(const std::array<std::size_t, coverage_status_count>& counts) {
  Json summary = Json::object();
  for (std::size_t n = 0; n < counts.size(); ++n) summary[std::string(name_of(static_cast<CoverageStatus>(n)))] = counts[n];
  return summary;
}

}  // namespace dovetail
