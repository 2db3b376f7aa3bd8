// Found before the text is parsed, so that no notation of the text can hide them.
#include "read/asides.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::string_view opening = "<!--", closing = "-->", prefix = "dovetail:";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  const auto line_begin = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
  const auto line_end = std::min(text.find('\n', end), text.size());
  return is_blank(text.substr(line_begin, begin - line_begin)) && is_blank(text.substr(end, line_end - end));
}

}  // namespace

std::string_view said_to_us(std::string_view inside) {
  const auto said = trim(inside);
  return said.starts_with(prefix) ? said : std::string_view();
}

std::vector<AsideInLines> take_asides(std::string& text) {
  std::vector<AsideInLines> asides;
  if (text.find(prefix) == std::string::npos) return asides;
  std::string kept;
  std::size_t done = 0;
  std::uint32_t line = 1;
  for (auto begin = text.find(opening); begin != std::string::npos; begin = text.find(opening, begin)) {
    const auto close = text.find(closing, begin + opening.size());
    if (close == std::string::npos) break;
    const auto end = close + closing.size();
    const auto whole = std::string_view(text).substr(begin, end - begin);
    const auto said = said_to_us(whole.substr(opening.size(), whole.size() - opening.size() - closing.size()));
    if (!said.empty()) {
      line += static_cast<std::uint32_t>(
          std::count(text.begin() + static_cast<std::ptrdiff_t>(done), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
      asides.push_back({std::string(said), line, stands_alone(text, begin, end)});
      kept.append(text, done, begin - done);
      const auto ends = std::count(whole.begin(), whole.end(), '\n');
      kept.append(static_cast<std::size_t>(ends), '\n');
      line += static_cast<std::uint32_t>(ends);
      done = end;
    }
    begin = end;
  }
  kept.append(text, done);
  text = std::move(kept);
  return asides;
}

void place_asides(const std::vector<AsideInLines>& asides, Document& document) {
  for (const auto& aside : asides) {
    const Paragraph* at = nullptr;
    for (const auto& paragraph : document.paragraphs) {
      if (paragraph.part != Part::body) continue;
      if (paragraph.origin > aside.line && at != nullptr && !aside.alone) break;
      at = &paragraph;
      if (paragraph.origin > aside.line) break;
    }
    if (at != nullptr) document.asides.push_back({aside.text, {at->span.begin, at->span.begin}});
  }
}

}  // namespace dovetail
