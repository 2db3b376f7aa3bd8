// Words from an input, made safe for where they are shown.
#include "report/escape.h"

#include "text/unicode.h"

namespace dovetail {
namespace {

bool is_space_control(char32_t c) { return c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }
bool turns_direction(char32_t c) { return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_plain_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F) return false;
  return true;
}

void append_hex(std::string& out, char32_t c) {
  out += "\\u";
  for (unsigned shift = 16; shift != 0; shift -= 4) out += "0123456789abcdef"[c >> (shift - 4) & 0xF];
}

}  // namespace

std::string terminal_safe(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_character(text, at);
    if (turns_direction(c)) continue;
    append_character(out, is_space_control(c) ? U' ' : is_control(c) ? U'\uFFFD' : c);
  }
  return out;
}

std::string plain_safe(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_character(text, at);
    if (c == '\t')
      out += '\t';
    else
      append_character(out, is_space_control(c) ? U' ' : is_control(c) ? U'\uFFFD' : c);
  }
  return out;
}

std::string html_safe(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_character(text, at);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        append_character(out, is_space_control(c) ? U' ' : is_control(c) ? U'\uFFFD' : c);
    }
  }
  return out;
}

std::string json_safe(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const auto from = at;
    const auto byte = static_cast<unsigned char>(json[at]);
    if (byte < 0x7F) {
      out += json[at++];
      continue;
    }
    const auto c = next_character(json, at);
    if (is_control(c) || turns_direction(c))
      append_hex(out, c);
    else
      out += json.substr(from, at - from);
  }
  return out;
}

}  // namespace dovetail
