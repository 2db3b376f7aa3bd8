// What a workbook says about itself on its front sheets.
#include "compile/cover.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/versions.h"

namespace dovetail {

namespace {

struct CoverKey {
  std::string_view key;  // as header_key gives it
  std::string Cover::*field;
};

constexpr std::array keys{
    CoverKey{"docnumber", &Cover::doc_number},
    CoverKey{"documentnumber", &Cover::doc_number},
    CoverKey{"docno", &Cover::doc_number},
    CoverKey{"documentno", &Cover::doc_number},
    CoverKey{"documentid", &Cover::doc_number},
    CoverKey{"docid", &Cover::doc_number},
    CoverKey{"documentref", &Cover::doc_number},
    CoverKey{"documentreference", &Cover::doc_number},
    CoverKey{"artefact", &Cover::doc_number},
    CoverKey{"artefactid", &Cover::doc_number},
    CoverKey{"title", &Cover::title},
    CoverKey{"documenttitle", &Cover::title},
    CoverKey{"version", &Cover::version},
    CoverKey{"documentversion", &Cover::version},
    CoverKey{"versionnumber", &Cover::version},
    CoverKey{"versionno", &Cover::version},
    CoverKey{"status", &Cover::status},
    CoverKey{"documentstatus", &Cover::status},
    CoverKey{"release", &Cover::release},
    CoverKey{"designrelease", &Cover::release},
    CoverKey{"interimrelease", &Cover::release},
    CoverKey{"date", &Cover::date},
    CoverKey{"documentdate", &Cover::date},
    CoverKey{"issuedate", &Cover::date},
};

constexpr std::array cover_names{"cover", "coversheet", "coverpage", "frontcover", "titlepage", "documentcontrol", "documentdetails"};
constexpr std::array history_names{"versionhistory", "changehistory", "revisionhistory", "documenthistory", "history", "amendmenthistory"};

template <std::size_t n>
bool named(const Document& document, const Sheet& sheet, const std::array<const char*, n>& names) {
  const std::string key = header_key(document.tables[sheet.table].name);
  return std::find(names.begin(), names.end(), key) != names.end();
}

std::string Cover::*field_of(const Document& document, Id<Cell> cell) {
  if (!cell) return nullptr;
  const std::string key = header_key(slice(document.text, document.cells[cell].span));
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const CoverKey& k) { return k.key == key; });
  return found == keys.end() ? nullptr : found->field;
}

/// The value of the key in `cell`: the next cell of its row that says something, unless that is a key too (a row of headers): then the cell below.
std::string value_of(const Document& document, const Sheet& sheet, std::size_t row, std::size_t index) {
  const auto& cells = sheet.rows[row].cells;
  for (std::size_t i = index + 1; i < cells.size(); ++i) {
    if (document.cells[cells[i]].span.empty()) continue;
    if (field_of(document, cells[i]) != nullptr) break;
    return cell_text(document, cells[i]);
  }
  if (row + 1 >= sheet.rows.size()) return {};
  const Id<Cell> below = cell_in(document, sheet.rows[row + 1], document.cells[cells[index]].column);
  return field_of(document, below) == nullptr ? cell_text(document, below) : std::string();
}

void read_cover_sheet(const Document& document, const Sheet& sheet, Cover& cover) {
  for (std::size_t row = 0; row < std::min<std::size_t>(sheet.rows.size(), 200); ++row)
    for (std::size_t i = 0; i < sheet.rows[row].cells.size(); ++i) {
      const auto field = field_of(document, sheet.rows[row].cells[i]);
      if (field != nullptr && (cover.*field).empty()) cover.*field = value_of(document, sheet, row, i);
    }
}

/// The newest version of a history whose rows may run up or down.
std::string newest_version(const Document& document, const Sheet& sheet) {
  std::optional<std::uint32_t> column;
  std::string newest;
  for (const SheetRow& row : sheet.rows) {
    if (!column) {
      for (const Id<Cell> cell : row.cells)
        if (field_of(document, cell) == &Cover::version) column = document.cells[cell].column;
      continue;
    }
    const std::string version = cell_text(document, cell_in(document, row, *column));
    const auto order = newest.empty() ? compare_versions(version, version) : compare_versions(version, newest);
    if (order && (newest.empty() || *order > 0)) newest = version;
  }
  return newest;
}

}  // namespace

void put_cover(std::string_view name, const std::string& value, Cover& cover) {
  const std::string key = header_key(name);
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const CoverKey& k) { return k.key == key; });
  if (found != keys.end() && (cover.*(found->field)).empty()) cover.*(found->field) = value;
}

bool is_front_sheet(const Document& document, const Sheet& sheet) {
  return named(document, sheet, cover_names) || named(document, sheet, history_names);
}

Cover read_cover(const Document& document, const std::vector<Sheet>& sheets) {
  Cover cover;
  for (const Sheet& sheet : sheets)
    if (named(document, sheet, cover_names)) read_cover_sheet(document, sheet, cover);
  for (const Sheet& sheet : sheets)
    if (cover.version.empty() && named(document, sheet, history_names)) cover.version = newest_version(document, sheet);
  return cover;
}

}  // namespace dovetail
