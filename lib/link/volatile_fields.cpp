// Kinds of fields by their names in Word (ECMA-376-1 17.16.5).
#include "link/volatile_fields.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace dovetail {

VolatileFields::VolatileFields(const Document& document) {
  static constexpr std::array<std::string_view, 15> kinds{"PAGE",     "NUMPAGES", "SECTIONPAGES", "PAGEREF",    "DATE",
                                                          "TIME",     "SAVEDATE", "PRINTDATE",    "CREATEDATE", "FILENAME",
                                                          "FILESIZE", "AUTHOR",   "LASTSAVEDBY",  "REVNUM",     "EDITTIME"};
  for (const Field& field : document.fields)
    if (std::find(kinds.begin(), kinds.end(), field.kind) != kinds.end()) spans_.push_back(field.result);
  std::sort(spans_.begin(), spans_.end());
}

bool VolatileFields::hold(Span span) const {
  const auto after = std::upper_bound(spans_.begin(), spans_.end(), span.begin, [](std::uint32_t offset, Span s) { return offset < s.begin; });
  return after != spans_.begin() && !span.empty() && std::prev(after)->contains(span);
}

}  // namespace dovetail
