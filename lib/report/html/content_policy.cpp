// What the page may load and run: nothing but what is in it.
#include "base/sha256.h"
#include "report/html/embedded.h"

namespace dovetail::html {
namespace {

// RFC 4648 section 4, of bytes given as hexadecimal digits.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::string out;
  unsigned bits = 0, count = 0;
  for (const char c : hex) {
    bits = bits << 4U | digit(c);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    out += alphabet[bits >> count & 63U];
    bits &= (1U << count) - 1;
  }
  if (count != 0) out += alphabet[bits << (6 - count) & 63U];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

}  // namespace

std::string content_policy() {
  return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + base64_of_hex(sha256_hex(script)) + "'";
}

}  // namespace dovetail::html
