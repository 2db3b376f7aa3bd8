// Which encoding a text file is in: byte order marks, zero bytes of UTF-16, well-formed UTF-8, else Windows-1252 as Excel saves it.
#include "read/encoding.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace dovetail {

namespace {

/// Windows-1252 0x80…0x9F; the five codes it leaves open stand for themselves, as the WHATWG table has it.
constexpr std::array<char32_t, 32> windows_1252_high{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                     0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

unsigned byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned code = byte_at(bytes, i);
    if (code < 0x80)
      text += bytes[i];
    else
      append_character(text, code < 0xA0 ? windows_1252_high[code - 0x80] : static_cast<char32_t>(code));
  }
  return text;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  text.reserve(bytes.size());
  const auto unit = [&](std::size_t i) -> char32_t {
    const unsigned first = byte_at(bytes, i), second = byte_at(bytes, i + 1);
    return big_endian ? (first << 8U | second) : (second << 8U | first);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t character = unit(i);
    const bool high = character >= 0xD800 && character < 0xDC00;
    if (high && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        character = 0x10000 + ((character - 0xD800) << 10U) + (low - 0xDC00);
        i += 2;
      }
    }
    append_character(text, character);
  }
  if (bytes.size() % 2 != 0) append_character(text, 0xFFFD);
  return text;
}

/// "UTF-16LE" or "UTF-16BE" where the beginning looks like it, else empty. Latin text has a zero in nearly every second byte.
std::string_view zero_pattern(std::string_view bytes) {
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (size < 4) return {};
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < size; i += 2) {
    if (bytes[i] == '\0') ++even;
    if (bytes[i + 1] == '\0') ++odd;
  }
  const std::size_t most = size / 2 * 7 / 10;
  if (odd > most && even < size / 20) return "UTF-16LE";
  if (even > most && odd < size / 20) return "UTF-16BE";
  return {};
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {valid_utf8(bytes.substr(3)), "UTF-8", true};
  if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false), "UTF-16LE", true};
  if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true), "UTF-16BE", true};
  if (const std::string_view wide = zero_pattern(bytes); !wide.empty()) return {from_utf16(bytes, wide == "UTF-16BE"), std::string(wide), false};
  std::string text = valid_utf8(bytes);
  if (text == bytes) return {std::move(text), "UTF-8", false};
  return {from_windows_1252(bytes), "Windows-1252", false};
}

}  // namespace dovetail
