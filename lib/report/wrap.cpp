// Words go to the next line where they do not fit any more.
#include "report/wrap.h"

#include <algorithm>

namespace dovetail {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t margin) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const auto space = text.find(' ', 1);
    const auto word = text.substr(0, space);
    const auto size = characters(word);
    if (width != 0 && column != 0 && margin + column + size > width) {
      out += "\n" + std::string(margin, ' ');
      out += word.substr(word.front() == ' ' ? 1 : 0);
      column = size - 1;
    } else {
      out += word;
      column += size;
    }
    text = space == std::string_view::npos ? std::string_view() : text.substr(space);
  }
  return out;
}

}  // namespace dovetail
