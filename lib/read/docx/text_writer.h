// Writes the text of a document and the runs that cover it; neighbours that look and are revised alike become one run.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/document.h"

namespace dovetail::docx {

/// The revisions that what is read stands in.
struct Revised {
  Id<Revision> inserted;
  Id<Revision> deleted;
  friend bool operator==(const Revised&, const Revised&) = default;
};

class TextWriter {
 public:
  explicit TextWriter(Document& document) : document_(document) {}

  /// The offset at which the next byte will stand.
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(document_.text.size()); }
  /// Whether the buffer's offsets are used up (32 bits); nothing more is written then.
  [[nodiscard]] bool full() const { return document_.text.size() >= largest_text; }

  /// Appends characters of one kind. Malformed UTF-8 becomes U+FFFD.
  void write(std::string_view text, RunKind kind, Id<Format> format, Revised revised);
  /// Appends what a text element holds: line feeds are spaces, tabs are tabs, other control characters go.
  void write_text(std::string_view text, Id<Format> format, Revised revised);

 private:
  static constexpr std::size_t largest_text = 0xF0000000;
  Document& document_;
};

}  // namespace dovetail::docx
