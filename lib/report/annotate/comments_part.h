// The part that holds comments, and how the package knows of it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ooxml/package.h"
#include "ooxml/zip_edit.h"

namespace dovetail::annotate {

struct NewComment {
  std::uint64_t id = 0;
  std::vector<std::string> paragraphs;
};

/// The name of the main part, as the package's relationships give it; empty for none.
std::string main_part_of(Package& package);

/// The parts to be written so that the document has these comments behind those it has, without the `removed` ones: the comments part, and where
/// there was none its relationship and content type. `date` as in xsd:dateTime; empty for none. Fails where one of these parts is damaged.
Result<std::vector<ZipEntry>> parts_with_comments(Package& package, const std::string& main, const std::vector<NewComment>& comments,
                                                  const std::set<std::string>& removed, const std::string& date);

/// The largest id among the comments of the document; -1 for none.
std::int64_t largest_comment_of(Package& package, const std::string& main);

/// The name under which a part is stored, where that is in other letters than the package's relationships have it.
std::string stored_name(const Package& package, const std::string& part);

/// The bytes of a part as UTF-8 that can be scanned; fails for other encodings.
Result<std::string> part_bytes(Package& package, const std::string& part);

}  // namespace dovetail::annotate
