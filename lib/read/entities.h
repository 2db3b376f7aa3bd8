// Character references of HTML and Markdown.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// The characters that "&name;" or "&#1234;" stands for, as HTML 13.2.5.73 has them; the reference itself when it is none.
std::string decode_entity(std::string_view reference);

}  // namespace dovetail
