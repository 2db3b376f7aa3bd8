// Cell styles of a workbook, as far as they change what a cell says.
#pragma once

#include <string_view>
#include <vector>

#include "ooxml/xml.h"
#include "read/xlsx/serial.h"

namespace dovetail::xlsx {

struct CellStyle {
  Shows shows = Shows::number;
  bool struck = false;
};

/// An element's name without its prefix.
std::string_view local_name(pugi::xml_node node);

/// The first child of that local name; null when there is none.
pugi::xml_node child_named(pugi::xml_node node, std::string_view local);

/// Whether a switch like <strike/> is on: present, and its val not "0" or "false".
bool switched_on(pugi::xml_node properties, std::string_view local);

/// The styles that a cell's s attribute counts (ECMA-376-1 18.8.10 cellXfs), from xl/styles.xml.
std::vector<CellStyle> read_styles(pugi::xml_node style_sheet);

}  // namespace dovetail::xlsx
