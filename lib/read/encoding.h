// Which encoding a text file is in, and its text as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// A text file's characters as UTF-8, and how they were stored.
struct DecodedText {
  std::string text;      // UTF-8, well formed, without byte order mark
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"
  bool byte_order_mark = false;
};

/// Decodes `bytes`: by the byte order mark where there is one; else UTF-16 where every second byte of the beginning is mostly zero; else UTF-8
/// where that is well formed; else Windows-1252. Never fails: what cannot be decoded becomes U+FFFD.
DecodedText decode_text(std::string_view bytes);

}  // namespace dovetail
