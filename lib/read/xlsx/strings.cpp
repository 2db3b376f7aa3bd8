// Texts of a workbook: shared strings, inline strings, rich text.
#include "read/xlsx/strings.h"

#include <charconv>
#include <optional>

#include "read/xlsx/styles.h"
#include "text/unicode.h"

namespace dovetail::xlsx {

namespace {

/// The code unit of an escape "_x000D_" at `at`, if one stands there.
std::optional<std::uint32_t> escape_at(std::string_view text, std::size_t at) {
  if (at + 7 > text.size() || text[at + 1] != 'x' || text[at + 6] != '_') return std::nullopt;
  std::uint32_t code = 0;
  const char* first = text.data() + at + 2;
  const auto [end, error] = std::from_chars(first, first + 4, code, 16);
  return error == std::errc{} && end == first + 4 ? std::optional(code) : std::nullopt;
}

bool is_high(std::uint32_t code) { return code >= 0xD800 && code < 0xDC00; }
bool is_low(std::uint32_t code) { return code >= 0xDC00 && code < 0xE000; }

}  // namespace

std::string unescaped(std::string_view text) {
  if (text.find("_x") == std::string_view::npos && text.find('\r') == std::string_view::npos) return std::string(text);
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto code = text[i] == '_' ? escape_at(text, i) : std::nullopt;
    if (!code) {
      plain += text[i];
      continue;
    }
    i += 6;
    const auto low = is_high(*code) ? escape_at(text, std::min(i + 1, text.size())) : std::nullopt;
    if (low && is_low(*low)) {
      append_character(plain, 0x10000 + ((*code - 0xD800) << 10U) + (*low - 0xDC00));
      i += 7;
    } else {
      append_character(plain, *code);
    }
  }
  for (std::size_t at = plain.find("\r\n"); at != std::string::npos; at = plain.find("\r\n", at)) plain.erase(at, 1);
  return plain;
}

CellString read_string(pugi::xml_node item) {
  CellString string;
  bool any_struck = false, any_plain = false;
  std::string text;
  for (const pugi::xml_node part : item.children()) {
    const std::string_view name = local_name(part);
    if (name == "t") text += text_of(part);
    if (name != "r") continue;
    const std::string words = text_of(child_named(part, "t"));
    text += words;
    const pugi::xml_node properties = child_named(part, "rPr");
    if (trim(words).empty() || !properties) continue;
    (switched_on(properties, "strike") ? any_struck : any_plain) = true;
  }
  if (any_struck || any_plain) string.strike = any_plain ? Strike::none : Strike::all;
  string.text = unescaped(text);
  return string;
}

std::vector<CellString> read_shared_strings(pugi::xml_node table) {
  std::vector<CellString> strings;
  for (const pugi::xml_node item : table.children())
    if (local_name(item) == "si") strings.push_back(read_string(item));
  return strings;
}

}  // namespace dovetail::xlsx
