// Digits and what stands around them.
#include "text/id_schemes.h"

#include "base/ascii.h"

namespace dovetail {
std::string id_scheme(std::string_view id) {
  std::string scheme;
  bool any = false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (!is_digit(id[i])) {
      scheme += id[i];
      continue;
    }
    if (i == 0 || !is_digit(id[i - 1])) scheme += '#';
    any = true;
  }
  return any ? scheme : std::string();
}

std::string id_group(std::string_view id) {
  std::size_t end = id.size();
  if (end > 1 && is_letter(id[end - 1]) && is_digit(id[end - 2])) --end;  // "004A"
  while (end > 0 && (is_digit(id[end - 1]) || (id[end - 1] == '.' && end < id.size() && is_digit(id[end])))) --end;
  if (end == id.size() || end == 0) return std::string(id);
  while (end > 0 && !is_digit(id[end - 1]) && !is_letter(id[end - 1])) --end;
  return std::string(id.substr(0, end));
}

}  // namespace dovetail
