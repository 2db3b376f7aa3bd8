// Cell styles of a workbook: number formats and struck fonts.
#include "read/xlsx/styles.h"

#include <cstring>
#include <map>

namespace dovetail::xlsx {

namespace {

std::uint32_t number(pugi::xml_node node, const char* attribute) { return node.attribute(attribute).as_uint(0); }

std::map<std::uint32_t, Shows> custom_formats(pugi::xml_node style_sheet) {
  std::map<std::uint32_t, Shows> formats;
  for (const pugi::xml_node format : child_named(style_sheet, "numFmts").children())
    if (local_name(format) == "numFmt") formats[number(format, "numFmtId")] = shown_by(format.attribute("formatCode").value());
  return formats;
}

std::vector<bool> struck_fonts(pugi::xml_node style_sheet) {
  std::vector<bool> struck;
  for (const pugi::xml_node font : child_named(style_sheet, "fonts").children())
    if (local_name(font) == "font") struck.push_back(switched_on(font, "strike"));
  return struck;
}

}  // namespace

std::string_view local_name(pugi::xml_node node) {
  const char* name = node.name();
  const char* colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_node child : node.children())
    if (local_name(child) == local) return child;
  return {};
}

bool switched_on(pugi::xml_node properties, std::string_view local) {
  const pugi::xml_node property = child_named(properties, local);
  if (!property) return false;
  const std::string_view value = property.attribute("val").as_string("1");
  return value != "0" && value != "false";
}

std::vector<CellStyle> read_styles(pugi::xml_node style_sheet) {
  const auto formats = custom_formats(style_sheet);
  const auto struck = struck_fonts(style_sheet);
  std::vector<CellStyle> styles;
  for (const pugi::xml_node xf : child_named(style_sheet, "cellXfs").children()) {
    if (local_name(xf) != "xf") continue;
    const std::uint32_t format = number(xf, "numFmtId"), font = number(xf, "fontId");
    const auto custom = formats.find(format);
    styles.push_back({custom != formats.end() ? custom->second : shown_by_built_in(format), font < struck.size() && struck[font]});
  }
  return styles;
}

}  // namespace dovetail::xlsx
