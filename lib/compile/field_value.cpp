// One cell or property as the value of a field.
#include "compile/field_value.h"

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

std::string many_value(std::string_view text) {
  std::vector<std::string> values = split_values(text);
  for (std::string& value : values) value = squeeze(value);
  return joined(values);
}

}  // namespace

std::string field_value(const MappedField& field, std::string_view text) {
  if (says_not_applicable(text)) return "N/A";
  if (field.as == "id") return id_value(text);
  return field.many ? many_value(text) : squeeze(text);
}

}  // namespace dovetail
