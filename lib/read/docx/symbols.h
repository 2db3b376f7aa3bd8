// Characters of symbol fonts in Unicode (w:sym, ECMA-376-1 17.3.3.30, and bullets).
#pragma once

#include <string>
#include <string_view>

namespace dovetail::docx {

/// The Unicode character that a symbol font shows at `code` (with or without the private-use offset U+F000); `code` itself where the font
/// is no symbol font or the place is not known.
char32_t symbol(std::string_view font, char32_t code);

/// `text` with every private-use character U+F000…U+F0FF replaced by what `font` shows there. Bullets of unknown fonts become "•".
std::string in_unicode(std::string_view text, std::string_view font);

}  // namespace dovetail::docx
