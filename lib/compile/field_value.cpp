// One cell or property as the value of a field.
#include "compile/field_value.h"

#include <algorithm>
#include <vector>

#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) {
    if (!all.empty()) all += ';';
    all += value;
  }
  return all;
}

std::string id_value(std::string_view text) {
  std::vector<std::string> ids;
  for (auto& id : ids_in_cell(text)) ids.push_back(std::move(id.canonical));
  return joined(ids);
}

std::vector<std::string> parts_at(std::string_view text, char mark) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    parts.emplace_back(squeeze(text.substr(at, end - at)));
    at = end + 1;
  }
  return parts;
}

bool is_short_name(const std::string& part) { return !part.empty() && std::count(part.begin(), part.end(), ' ') < 5; }

bool is_abbreviation(const std::string& part) {
  return part.size() >= 2 && part.size() <= 6 && std::all_of(part.begin(), part.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "Supplier, Data Service" and "SUP/DSVC" are two values each; "CHECK=Check, or main" is one.
std::vector<std::string> listed_values(const std::string& value) {
  auto commas = parts_at(value, ',');
  const auto labelled = std::count_if(commas.begin(), commas.end(), [](const std::string& part) { return part.find('=') != std::string::npos; });
  const bool alike = labelled == 0 || labelled == static_cast<std::ptrdiff_t>(commas.size());
  if (commas.size() > 1 && alike && std::all_of(commas.begin(), commas.end(), is_short_name)) return commas;
  auto slashes = parts_at(value, '/');
  if (slashes.size() > 1 && std::all_of(slashes.begin(), slashes.end(), is_abbreviation)) return slashes;
  return {squeeze(value)};
}

std::string many_value(std::string_view text) {
  std::vector<std::string> values;
  for (const std::string& value : split_values(text))
    for (std::string& one : listed_values(value)) values.push_back(std::move(one));
  return joined(values);
}

}  // namespace

std::string field_value(const MappedField& field, std::string_view text) {
  if (says_not_applicable(text)) return "N/A";
  if (field.as == "id") return id_value(text);
  return field.many ? many_value(text) : squeeze(text);
}

}  // namespace dovetail
