// Texts of a workbook: shared strings, inline strings, rich text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ooxml/xml.h"

namespace dovetail::xlsx {

/// How a text's own runs are struck through; `by_cell`: nothing is said, the cell's style decides.
enum class Strike : std::uint8_t { by_cell, none, all };

struct CellString {
  std::string text;
  Strike strike = Strike::by_cell;
};

/// The text of an <si> or <is> (ECMA-376-1 18.4.8): plain or in runs, phonetic hints left out.
CellString read_string(pugi::xml_node item);

/// The shared strings in their order.
std::vector<CellString> read_shared_strings(pugi::xml_node table);

/// Decodes the escapes of ST_Xstring (ECMA-376-1 22.9.2.19): "_x000D_" is a carriage return, "_x005F_" an underscore. CR LF becomes LF.
std::string unescaped(std::string_view text);

}  // namespace dovetail::xlsx
