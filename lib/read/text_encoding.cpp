// From the bytes of a text file to UTF-8: byte order marks, zero bytes of UTF-16, what the file declares, well-formed UTF-8, else Windows-1252.
#include "read/text_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/unicode.h"

namespace dovetail {

namespace {

// Windows-1252 0x80…0x9F (WHATWG Encoding, index windows-1252); the other bytes are the code points of the same number.
constexpr std::array<std::uint16_t, 32> windows_1252{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                     0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_character(text, byte >= 0x80 && byte < 0xA0 ? char32_t{windows_1252[byte - 0x80U]} : char32_t{byte});
  }
  return text;
}

DecodedText from_utf16(std::string_view bytes, bool big_endian) {
  DecodedText decoded;
  decoded.encoding = big_endian ? "UTF-16BE" : "UTF-16LE";
  decoded.text.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t character = unit(i);
    const bool high = character >= 0xD800 && character < 0xDC00;
    if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      character = 0x10000 + ((character - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (character >= 0xD800 && character < 0xE000) {
      decoded.damaged = true;
    }
    append_character(decoded.text, character);
  }
  if (bytes.size() % 2 != 0) {
    append_character(decoded.text, 0xFFFD);
    decoded.damaged = true;
  }
  return decoded;
}

enum class ByteOrder : std::uint8_t { none, little, big };

/// The order of UTF-16 without a mark, where the beginning looks like it: Latin text has a zero in nearly every second byte.
ByteOrder zero_pattern(std::string_view bytes) {
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (size < 4) return ByteOrder::none;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < size; i += 2) {
    if (bytes[i] == '\0') ++even;
    if (bytes[i + 1] == '\0') ++odd;
  }
  const std::size_t most = size / 2 * 7 / 10;
  if (odd > most && even < size / 20) return ByteOrder::little;
  return even > most && odd < size / 20 ? ByteOrder::big : ByteOrder::none;
}

struct Utf8Evidence {
  std::size_t characters = 0;  // beyond ASCII
  std::size_t malformed = 0;
};

Utf8Evidence evidence_of(std::string_view bytes) {
  Utf8Evidence evidence;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t begin = i;
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const char32_t character = next_character(bytes, i);
    const bool is_replacement = character == 0xFFFD && bytes.substr(begin, 3) != "\xEF\xBF\xBD";
    ++(is_replacement ? evidence.malformed : evidence.characters);
  }
  return evidence;
}

std::string lower(std::string_view label) {
  std::string result;
  for (const char c : label)
    if (c != ' ' && c != '\t') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

bool names_windows_1252(std::string_view label) {
  for (const std::string_view name :
       {"windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii", "ascii"})
    if (label == name) return true;
  return false;
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  const bool marked = bytes.starts_with("\xEF\xBB\xBF");
  if (marked) bytes.remove_prefix(3);
  if (const auto order = marked ? ByteOrder::none : zero_pattern(bytes); order != ByteOrder::none) return from_utf16(bytes, order == ByteOrder::big);

  const Utf8Evidence evidence = evidence_of(bytes);
  const std::string label = lower(declared);
  const bool believed = marked || label == "utf-8" || label == "utf8";
  const bool not_utf8 = evidence.malformed > (names_windows_1252(label) ? 0 : evidence.characters);
  if (!believed && not_utf8) return {from_windows_1252(bytes), "Windows-1252", false};
  if (evidence.malformed > 0) return {valid_utf8(bytes), "UTF-8", true};
  return {std::string(bytes), "UTF-8", false};
}

}  // namespace dovetail
