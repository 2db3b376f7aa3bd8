// Comments that an earlier run of this program left in the document: those that still hold stay, the others go.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/document.h"
#include "ooxml/package.h"
#include "ooxml/zip_edit.h"

namespace dovetail::annotate {

struct EarlierComment {
  std::string id;         // as the parts have it
  std::string text;       // its paragraphs, white space squeezed
  bool answered = false;  // somebody replied to it or marked it as done, or nobody can tell: it stays
  bool holds = false;     // its finding is still there
};

/// The comments by this program that the document was read with.
std::vector<EarlierComment> earlier_comments(const Document& document, Package& package, const std::string& main);

/// A comments part without the comments of these ids.
std::string without_comments(const std::string& bytes, const std::set<std::string>& ids);

/// What Word keeps beside the comments part about comments (done, replies, durable ids), without these; none where nothing changes.
std::vector<ZipEntry> companions_without(Package& package, const std::string& main, const std::set<std::string>& ids);

}  // namespace dovetail::annotate
