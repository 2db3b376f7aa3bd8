// A scan over tags: no tree is built, and nothing is changed.
#include "ooxml/markup.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace dovetail {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool ends_name(char c) { return blanks.find(c) != std::string_view::npos || c == '/' || c == '>'; }

/// One behind the ">" that ends the tag beginning at `at`; quotation marks hide it. npos where there is none.
std::size_t end_of_tag(std::string_view bytes, std::size_t at) {
  char quote = 0;
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

std::size_t behind(std::string_view bytes, std::size_t at, std::string_view mark) {
  const auto found = bytes.find(mark, at);
  return found == std::string_view::npos ? found : found + mark.size();
}

/// One behind the comment, CDATA section, instruction or declaration at `at`; `at` where an element stands there.
std::size_t behind_other_markup(std::string_view bytes, std::size_t at) {
  const auto rest = bytes.substr(at);
  if (rest.starts_with("<!--")) return behind(bytes, at + 4, "-->");
  if (rest.starts_with("<![CDATA[")) return behind(bytes, at + 9, "]]>");
  if (rest.starts_with("<?")) return behind(bytes, at + 2, "?>");
  if (rest.starts_with("<!")) return std::string_view::npos;  // a document type may declare entities: not for this scan
  return at;
}

void append_utf8(std::string& out, std::uint32_t code) {
  const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0 | code >> 6);
    add(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    add(0xE0 | code >> 12);
    add(0x80 | (code >> 6 & 0x3F));
    add(0x80 | (code & 0x3F));
  } else if (code < 0x110000) {
    add(0xF0 | code >> 18);
    add(0x80 | (code >> 12 & 0x3F));
    add(0x80 | (code >> 6 & 0x3F));
    add(0x80 | (code & 0x3F));
  }
}

/// The character that "&…;" at the beginning of `text` stands for; an ampersand that begins no reference is itself.
WrittenCharacter reference_at(std::string_view text) {
  const auto end = text.find(';');
  if (end == std::string_view::npos || end > 12) return {"&", 1, false};
  const auto name = text.substr(1, end - 1);
  WrittenCharacter result{"", end + 1, false};
  if (name == "amp") result.text = "&";
  if (name == "lt") result.text = "<";
  if (name == "gt") result.text = ">";
  if (name == "quot") result.text = "\"";
  if (name == "apos") result.text = "'";
  if (name.size() > 1 && name[0] == '#') {
    const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
    const auto digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    if (read.ec == std::errc() && read.ptr == digits.data() + digits.size()) append_utf8(result.text, code);
  }
  return result.text.empty() ? WrittenCharacter{"&", 1, false} : result;
}

std::size_t length_of_character(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
  return length;
}

}  // namespace

Markup::Markup(std::string_view bytes) : bytes_(bytes) {
  if (!scan()) elements_.clear();
}

bool Markup::scan() {
  std::vector<std::uint32_t> open;
  for (auto at = bytes_.find('<'); at != std::string_view::npos; at = bytes_.find('<', at)) {
    if (const auto next = behind_other_markup(bytes_, at); next != at) {
      if (next == std::string_view::npos) return false;
      at = next;
      continue;
    }
    const auto end = end_of_tag(bytes_, at);
    if (end == std::string_view::npos) return false;
    if (bytes_[at + 1] == '/') {
      if (open.empty()) return false;
      auto& element = elements_[open.back()];
      const auto written = name(open.back());
      if (bytes_.compare(at + 2, written.size(), written) != 0 || !ends_name(bytes_[at + 2 + written.size()])) return false;
      element.close = at;
      element.end = end;
      open.pop_back();
    } else {
      if (open.empty() && !elements_.empty()) return false;  // a second outermost element
      const auto index = static_cast<std::uint32_t>(elements_.size());
      Element element;
      element.begin = at;
      element.open_end = element.close = element.end = end;
      element.empty = bytes_[end - 2] == '/';
      if (!open.empty()) {
        element.parent = open.back();
        auto& parent = elements_[open.back()];
        element.previous = parent.last_child;
        if (parent.first_child == none) parent.first_child = index;
        if (parent.last_child != none) elements_[parent.last_child].next = index;
        parent.last_child = index;
      }
      elements_.push_back(element);
      if (!element.empty) open.push_back(index);
    }
    at = end;
  }
  return open.empty() && !elements_.empty();
}

std::uint32_t Markup::named_at(std::uint64_t byte) const {
  const auto found =
      std::lower_bound(elements_.begin(), elements_.end(), byte, [](const Element& element, std::uint64_t b) { return element.begin + 1 < b; });
  if (found == elements_.end() || found->begin + 1 != byte) return none;
  return static_cast<std::uint32_t>(found - elements_.begin());
}

std::string_view Markup::name(std::uint32_t element) const {
  const auto begin = elements_[element].begin + 1;
  auto end = begin;
  while (!ends_name(bytes_[end])) ++end;
  return bytes_.substr(begin, end - begin);
}

std::string_view Markup::local(std::uint32_t element) const {
  const auto whole_name = name(element);
  const auto colon = whole_name.find(':');
  return colon == std::string_view::npos ? whole_name : whole_name.substr(colon + 1);
}

std::string_view Markup::start_tag(std::uint32_t element) const {
  const auto& e = elements_[element];
  return bytes_.substr(e.begin, e.open_end - e.begin);
}

std::string_view Markup::inside(std::uint32_t element) const {
  const auto& e = elements_[element];
  return bytes_.substr(e.open_end, e.close - e.open_end);
}

std::string_view Markup::whole(std::uint32_t element) const {
  const auto& e = elements_[element];
  return bytes_.substr(e.begin, e.end - e.begin);
}

std::uint32_t Markup::child(std::uint32_t element, std::string_view wanted) const {
  for (auto at = elements_[element].first_child; at != none; at = elements_[at].next)
    if (local(at) == wanted) return at;
  return none;
}

std::string attribute_in(std::string_view tag, std::string_view name) {
  std::size_t at = 1;
  while (at < tag.size() && !ends_name(tag[at])) ++at;
  while (at < tag.size()) {
    at = tag.find_first_not_of(blanks, at);
    if (at == std::string_view::npos || tag[at] == '/' || tag[at] == '>') return {};
    const auto equals = tag.find('=', at);
    if (equals == std::string_view::npos) return {};
    auto written = tag.substr(at, equals - at);
    written = written.substr(0, written.find_last_not_of(blanks) + 1);
    const auto quote = tag.find_first_of("\"'", equals);
    const auto end = quote == std::string_view::npos ? quote : tag.find(tag[quote], quote + 1);
    if (end == std::string_view::npos) return {};
    if (written == name) {
      std::string value;
      for (const auto& character : characters_of(tag.substr(quote + 1, end - quote - 1))) value += character.text;
      return value;
    }
    at = end + 1;
  }
  return {};
}

std::vector<WrittenCharacter> characters_of(std::string_view inside) {
  std::vector<WrittenCharacter> result;
  bool cdata = false;
  for (std::size_t at = 0; at < inside.size();) {
    const auto rest = inside.substr(at);
    WrittenCharacter character{"", 1, cdata};
    if (!cdata && rest.starts_with("<![CDATA[")) {
      character.bytes = 9;
      cdata = true;
    } else if (cdata && rest.starts_with("]]>")) {
      character.bytes = 3;
      cdata = false;
    } else if (!cdata && rest[0] == '<') {  // a comment or an instruction between characters
      const auto end = behind_other_markup(inside, at);
      character.bytes = end == std::string_view::npos ? rest.size() : std::max<std::size_t>(end - at, 1);
    } else if (!cdata && rest[0] == '&') {
      character = reference_at(rest);
    } else {
      character.bytes = length_of_character(rest);
      character.text = rest.substr(0, character.bytes);
    }
    at += character.bytes;
    result.push_back(std::move(character));
  }
  return result;
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (text.compare(at, 3, "\xEF\xBF\xBE") == 0 || text.compare(at, 3, "\xEF\xBF\xBF") == 0) {
      at += 2;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (byte >= 0x20 || c == '\t' || c == '\n')
      out += c;
    else
      out += ' ';
  }
  return out;
}

}  // namespace dovetail
