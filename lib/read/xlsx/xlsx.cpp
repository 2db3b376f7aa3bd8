// XLSX and XLSM workbooks: finds the parts by their relationships and reads sheet after sheet.
#include "read/xlsx/xlsx.h"
#include "text/unicode.h"

#include <string>
#include <vector>

#include "ooxml/package.h"
#include "read/xlsx/sheet.h"

namespace dovetail {

namespace {

constexpr const char* not_a_workbook = "no workbook in it; save it as an Excel workbook (.xlsx)";

/// One open workbook.
class WorkbookReader {
 public:
  WorkbookReader(std::string_view bytes, Document& document, const Limits& limits)
      : package_(bytes, {limits.part_bytes, limits.package_bytes, limits.ratio, limits.parts}), document_(document), limits_(limits) {}

  void run() {
    const std::string main = main_part();
    const auto part = main.empty() ? nullptr : package_.parse(main);
    if (!part || xlsx::local_name(part->root()) != "workbook") return give_up();
    document_.parts.push_back(main);
    const auto relationships = package_.relationships(main);
    workbook_.date_1904 = date_1904(part->root());
    read_shared(relationships);
    for (const pugi::xml_node sheet : xlsx::child_named(part->root(), "sheets").children())
      if (xlsx::local_name(sheet) == "sheet" && !read_sheet(*part, sheet, relationships)) break;
    tell_remarks();
  }

 private:
  std::string main_part() {
    const auto relationships = package_.relationships("");
    if (const Relationship* found = relationship_of_type(relationships, "officeDocument"); found != nullptr && !found->external)
      if (package_.has(found->target)) return found->target;
    return package_.has("xl/workbook.xml") ? "xl/workbook.xml" : "";
  }

  static bool date_1904(pugi::xml_node workbook) {
    const std::string_view value = xlsx::child_named(workbook, "workbookPr").attribute("date1904").value();
    return value == "1" || value == "true";
  }

  void read_shared(const std::vector<Relationship>& relationships) {
    if (const Relationship* styles = relationship_of_type(relationships, "styles"))
      if (const auto part = package_.parse(styles->target)) workbook_.styles = xlsx::read_styles(part->root());
    if (const Relationship* strings = relationship_of_type(relationships, "sharedStrings"))
      if (const auto part = package_.parse(strings->target)) workbook_.strings = xlsx::read_shared_strings(part->root());
  }

  /// False when the limit of cells stopped the reading.
  bool read_sheet(const XmlPart& part, pugi::xml_node sheet, const std::vector<Relationship>& relationships) {
    TextTable table;
    table.name = valid_utf8(xlsx::unescaped(sheet.attribute("name").value()));
    const std::string_view state = sheet.attribute("state").value();
    table.very_hidden = state == "veryHidden";
    table.hidden = table.very_hidden || state == "hidden";
    table.span = {static_cast<std::uint32_t>(document_.text.size()), static_cast<std::uint32_t>(document_.text.size())};
    table.source = static_cast<std::uint32_t>(document_.parts.size());
    const std::string id = part.attribute(sheet, Space::relationships, "id").value();
    const Relationship* found = relationship_with_id(relationships, id);
    const auto cells = found != nullptr && !found->external ? package_.parse(found->target) : nullptr;
    document_.parts.push_back(found != nullptr ? found->target : std::string());
    const Id<TextTable> place = document_.tables.add(std::move(table));
    if (!cells) {
      document_.problems.push_back(
          {"input.damaged", "sheet " + document_.tables[place].name + " is named in the workbook and not in the file", {}, 1});
      return true;
    }
    if (xlsx::read_sheet(cells->root(), workbook_, document_, place, limits_)) return true;
    document_.problems.push_back(
        {"input.limit", "more than " + std::to_string(limits_.cells) + " cells, or more text than is read; the rest was not read", {}, 1});
    return false;
  }

  void give_up() {
    tell_remarks();
    for (const Problem& problem : document_.problems)
      if (problem.rule == "input.unreadable" || problem.rule == "input.encrypted") return;
    document_.problems.push_back({"input.unreadable", not_a_workbook, {}, 1});
  }

  void tell_remarks() {
    for (const Remark& remark : package_.remarks()) document_.problems.push_back({remark.rule, remark.message, {}, 1});
  }

  Package package_;
  Document& document_;
  const Limits& limits_;
  xlsx::Workbook workbook_;
};

}  // namespace

void read_xlsx(std::string_view bytes, Document& document, const Limits& limits) { WorkbookReader(bytes, document, limits).run(); }

}  // namespace dovetail
