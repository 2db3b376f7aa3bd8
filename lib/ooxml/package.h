// Open Packaging Conventions (ECMA-376-2): parts, and the relationships by which they are found.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/blank.h"
#include "ooxml/xml.h"
#include "ooxml/zip.h"

namespace dovetail {

/// A relationship of a part. `type` is the last step of its URI ("styles", "officeDocument"), the same in transitional and strict files.
struct Relationship {
  std::string id;
  std::string type;
  std::string target;     // a part's name without the leading slash, or for an external one the URI as written
  bool external = false;  // never opened
};

class Package {
 public:
  /// Opens a package; `bytes` must outlive it. What is wrong with it stands in remarks().
  Package(std::string_view bytes, const ZipLimits& limits) : zip_(bytes, limits) {}

  [[nodiscard]] bool has(std::string_view part) const { return zip_.find(part).has_value(); }
  [[nodiscard]] const std::vector<std::string>& names() const { return zip_.names(); }
  /// The bytes of a part; nothing when it is absent or a limit stops it (then remarks() says so).
  std::optional<Buffer> read(std::string_view part);
  /// A part as XML; null when it cannot be read. A malformed part keeps what stands before the fault, with a remark. What is `unused` is left out.
  std::unique_ptr<XmlPart> parse(std::string_view part, bool all_space = false, const Unused* unused = nullptr);

  /// The relationships of a part; "" for those of the package.
  std::vector<Relationship> relationships(std::string_view part);

  [[nodiscard]] std::vector<Remark> remarks() const;

 private:
  Zip zip_;
  std::vector<Remark> remarks_;
};

/// The part that `target`, written in a relationship of `source`, names: absolute ("/word/styles.xml") or relative to the source's folder,
/// "." and ".." resolved inside the package. Nothing outside the package can be named.
std::string resolve_target(std::string_view source, std::string_view target);

/// The first relationship of that type, or none.
const Relationship* relationship_of_type(const std::vector<Relationship>& all, std::string_view type);
const Relationship* relationship_with_id(const std::vector<Relationship>& all, std::string_view id);

}  // namespace dovetail
