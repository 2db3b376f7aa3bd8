// Fields whose text says nothing about a draft: page numbers, dates of print, names of files.
#pragma once

#include <vector>

#include "model/document.h"

namespace dovetail {

/// Fields whose stored text the program writes anew by itself.
class VolatileFields {
 public:
  explicit VolatileFields(const Document& document);

  /// Whether a stretch of Document::text that is not empty stands within the text of one.
  [[nodiscard]] bool hold(Span span) const;

 private:
  std::vector<Span> spans_;  // sorted
};

}  // namespace dovetail
