// From the bytes of a text file to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

struct DecodedText {
  std::string text;      // well-formed UTF-8 without a byte order mark
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE" or "Windows-1252"
  bool damaged = false;  // some bytes were no characters and are U+FFFD now
};

/// Decodes by byte order mark, else as UTF-16 where every second byte of the beginning is mostly zero, else by `declared` (a label as HTML has
/// them; unknown ones count as none), else as UTF-8, or as Windows-1252 where most of the bytes beyond ASCII are not UTF-8. A declaration of UTF-8
/// is believed over the bytes, one of Windows-1252 (also called ISO-8859-1 and US-ASCII, WHATWG Encoding 4.2) too unless all the bytes are UTF-8
/// with some beyond ASCII. Never fails: what cannot be decoded becomes U+FFFD.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

}  // namespace dovetail
