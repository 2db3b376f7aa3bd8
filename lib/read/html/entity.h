// Character references of HTML, for formats that borrow them.
#pragma once

#include <string>
#include <string_view>

namespace dovetail::html {

/// The characters that "&name;" or "&#1234;" stands for (HTML 13.2.5.72); the reference itself when it is none.
std::string decode_entity(std::string_view reference);

}  // namespace dovetail::html
