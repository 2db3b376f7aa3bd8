// Fuzz target: ZIP archives, packages and XML parts.
#include <string>

#include "fuzz/promises.h"
#include "fuzz/targets.h"
#include "ooxml/package.h"

namespace dovetail::fuzz {

void package(std::string_view bytes) {
  const auto limits = small_limits();
  Package opened(bytes, {limits.part_bytes, limits.package_bytes, limits.ratio, limits.parts});
  std::uint64_t read = 0;
  for (const auto& name : opened.names()) {
    for (const auto& relationship : opened.relationships(name))
      expect(relationship.external || (relationship.target.find("../") == std::string::npos && relationship.target.find('/') != 0),
             "a target stays inside the package");
    if (const auto part = opened.read(name)) {
      read += part->size;
      expect(part->size <= limits.part_bytes, "a part keeps its limit");
    }
    if (const auto part = opened.parse(name); part && part->root()) {
      (void)part->name(part->root());
      (void)text_of(part->root());
    }
  }
  expect(read <= limits.package_bytes, "a package keeps its limit");
  for (const auto& remark : opened.remarks()) expect(!remark.message.empty(), "a remark says something");
}

}  // namespace dovetail::fuzz
