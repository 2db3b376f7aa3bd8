// Strings from inputs as JSON values.
#include "report/json_text.h"

#include <algorithm>

#include "report/escape.h"

namespace dovetail {

Json views_of(Views views) {
  Json names = Json::array();
  if (views.baseline) names.push_back("baseline");
  if (views.proposed) names.push_back("proposed");
  return names;
}

std::string finished(const Json& json) { return json_safe(json.dump(1, ' ', false, Json::error_handler_t::replace)) + "\n"; }

// No string of JSON holds a line break, so that lines may be moved to the right as text.
void JsonPieces::append(const Json& value) {
  const std::string piece = json_safe(value.dump(1, ' ', false, Json::error_handler_t::replace));
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t end = std::min(piece.find('\n', at), piece.size() - 1) + 1;
    text_.append(piece, at, end - at);
    if (piece[end - 1] == '\n') text_.append(some_.size(), ' ');
    at = end;
  }
}

void JsonPieces::append_text(std::string_view value) {
  const bool plain = std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; });
  if (!plain) return append(Json(value));
  text_ += '"';
  text_.append(value) += '"';
}

// In front of a member or item: what parts it from the one before, and its place.
void JsonPieces::next() {
  if (some_.back()) text_ += ',';
  (text_ += '\n').append(some_.size(), ' ');
  some_.back() = true;
}

void JsonPieces::key(std::string_view name) {
  next();
  text_ += '"';
  text_.append(name).append("\": ");
}

void JsonPieces::member(std::string_view name, const Json& value) {
  key(name);
  append(value);
}

void JsonPieces::text(std::string_view name, std::string_view value) {
  key(name);
  append_text(value);
}

void JsonPieces::text_or_null(std::string_view name, std::string_view value) {
  key(name);
  if (value.empty())
    text_ += "null";
  else
    append_text(value);
}

void JsonPieces::begin_list(std::string_view name) {
  key(name);
  text_ += '[';
  some_.push_back(false);
}

void JsonPieces::item(const Json& value) {
  next();
  append(value);
}

void JsonPieces::begin_item() {
  next();
  text_ += '{';
  some_.push_back(false);
}

void JsonPieces::end(char bracket) {
  const bool some = some_.back();
  some_.pop_back();
  if (some) (text_ += '\n').append(some_.size(), ' ');
  text_ += bracket;
}

std::string JsonPieces::finish() {
  text_ += some_.back() ? "\n}\n" : "}\n";
  return std::move(text_);
}

Json coverage_summary(const std::array<std::size_t, coverage_status_count>& counts) {
  Json summary = Json::object();
  for (std::size_t n = 0; n < counts.size(); ++n) summary[std::string(name_of(static_cast<CoverageStatus>(n)))] = counts[n];
  return summary;
}

}  // namespace dovetail
