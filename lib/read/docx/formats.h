// Formats by what the file states, so that the many runs that state the same are looked up and not worked out again.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "read/docx/styles.h"

namespace dovetail::docx {

class Formats {
 public:
  Formats(Document& document, const StyleSheet& styles) : document_(document), styles_(styles) {}

  /// The id of the look that StyleSheet::format gives.
  Id<Format> intern(const RunProperties& direct, std::int32_t paragraph_style, std::int32_t table_style, std::uint32_t shading);
  /// The id of a paragraph's format.
  Id<ParagraphFormat> intern(const ParagraphFormat& format);

 private:
  struct Key {
    RunProperties direct;
    std::int32_t paragraph_style;
    std::int32_t table_style;
    std::uint32_t shading;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct HashKey {
    std::size_t operator()(const Key& key) const;
  };
  struct HashParagraph {
    std::size_t operator()(const ParagraphFormat& format) const;
  };
  struct HashFormat {
    std::size_t operator()(const Format& format) const;
  };
  Id<Format> intern(const Format& format);

  Document& document_;
  const StyleSheet& styles_;
  Key last_{};
  Id<Format> last_format_;
  std::unordered_map<Key, Id<Format>, HashKey> by_key_;
  std::unordered_map<Format, Id<Format>, HashFormat> formats_;
  std::unordered_map<ParagraphFormat, Id<ParagraphFormat>, HashParagraph> paragraphs_;
};

}  // namespace dovetail::docx
