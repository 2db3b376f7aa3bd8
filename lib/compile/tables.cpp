// Design exports and registers that are tables: picks the mapping for each sheet, then reads its rows.
#include "compile/tables.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "compile/atoms/families.h"
#include "compile/choose.h"
#include "compile/cover.h"
#include "compile/header.h"
#include "compile/items.h"
#include "compile/records.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

constexpr std::array registers{"trace", "changes",   "horizon",   "comments",  "versions",  "topics",
                               "roles", "documents", "artefacts", "responses", "decisions", "flows"};

/// A sheet, with the header that was found on it.
struct FittedSheet {
  const Sheet* sheet;
  HeaderFit fit;
};

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::string quoted(std::string_view words) {
  constexpr std::size_t most = 60;
  std::string text(1, '"');
  std::size_t end = std::min(words.size(), most);
  while (end < words.size() && end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  text += words.substr(0, end);
  if (end < words.size()) text += "…";
  return text += '"';
}

/// "sheet Requirements has no column for req_id and text (row 3 has obligation and status)".
std::string missing_columns(const Document& document, const FittedSheet& best) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < best.fit.columns.size(); ++i)
    if (best.fit.columns[i]) found.push_back(best.fit.mapping->fields[i].field);
  std::string message =
      sheet_name(document, *best.sheet) + " has no column for " + listed(best.fit.missing) + " of mapping " + best.fit.mapping->name;
  if (found.empty()) return message + "; none of its columns were found in the first 40 rows";
  const Id<Row> row = best.sheet->rows[best.fit.row].row;
  return message + "; row " + std::to_string(document.rows[row].number) + " has " + listed(found);
}

/// "sheet Data begins with a, b and c": what a person needs to choose a mapping.
std::string first_words(const Document& document, const Sheet& sheet) {
  std::vector<std::string> words;
  for (const SheetRow& row : sheet.rows) {
    for (const Id<Cell> cell : row.cells)
      if (words.size() < 6 && !document.cells[cell].span.empty()) words.push_back(quoted(cell_text(document, cell)));
    if (!words.empty()) break;
  }
  return sheet_name(document, sheet) + (words.empty() ? " is empty" : " begins with " + listed(words));
}

/// Applies mappings to the sheets of one document.
class TableCompiler {
 public:
  TableCompiler(const Document& document, const Input& input, Unit& unit)
      : document_(document), input_(input), unit_(unit), sheets_(sheets_of(document)), cover_(read_cover(document, sheets_)) {}

  void run() {
    set_identity();
    const auto mappings = mappings_for(input_);
    for (const Sheet* sheet : candidates()) fit(*sheet, mappings);
    keep_named();
    drop_hidden_doubles();
    if (fitted_.empty()) return say_nothing_fits();
    for (const FittedSheet& sheet : fitted_) read(sheet);
  }

 private:
  void set_identity() {
    if (unit_.id.empty() && input_.design != nullptr) unit_.id = canonical_id(input_.design->artefact).canonical;
    if (unit_.id.empty()) unit_.id = canonical_id(cover_.doc_number).canonical;
    if (unit_.title.empty()) unit_.title = cover_.title;
  }

  /// The sheets that may hold data: the one that the project file names, else all but the front sheets.
  std::vector<const Sheet*> candidates() {
    const std::string wanted = input_.design != nullptr ? header_key(input_.design->sheet) : std::string();
    std::vector<const Sheet*> found;
    for (const Sheet& sheet : sheets_) {
      const bool named = header_key(document_.tables[sheet.table].name) == wanted;
      if (wanted.empty() ? !is_front_sheet(document_, sheet) : named) found.push_back(&sheet);
    }
    if (found.empty() && !wanted.empty()) unit_.problems.push_back({"register.malformed", "no sheet " + input_.design->sheet, {}, 1});
    return found;
  }

  void fit(const Sheet& sheet, const std::vector<const Mapping*>& mappings) {
    const HeaderRows rows(document_, sheet);
    FittedSheet fitted{&sheet, mappings.size() == 1 ? rows.fit(*mappings.front()) : choose_fit(document_, sheet, rows, mappings)};
    if (fitted.fit.complete())
      fitted_.push_back(std::move(fitted));
    else if (nearest_.sheet == nullptr || fitted.fit.matched > nearest_.fit.matched)
      nearest_ = std::move(fitted);
  }

  /// Where sheets stand that the mapping names, others with the same columns are left alone.
  void keep_named() {
    const auto named = [&](const FittedSheet& s) {
      const std::string name = header_key(document_.tables[s.sheet->table].name);
      const auto& names = s.fit.mapping->sheets;
      return std::any_of(names.begin(), names.end(), [&](const std::string& n) { return header_key(n) == name; });
    };
    if (input_.mapping == nullptr || std::none_of(fitted_.begin(), fitted_.end(), named)) return;
    std::erase_if(fitted_, [&](const FittedSheet& s) { return !named(s); });
  }

  /// A hidden sheet with the columns of a visible one is an old copy as a rule: it is said, and not read.
  void drop_hidden_doubles() {
    const auto hidden = [&](const FittedSheet& s) { return document_.tables[s.sheet->table].hidden; };
    const auto doubled = [&](const FittedSheet& s) {
      return hidden(s) && std::any_of(fitted_.begin(), fitted_.end(),
                                      [&](const FittedSheet& other) { return !hidden(other) && other.fit.mapping == s.fit.mapping; });
    };
    std::vector<FittedSheet> read;
    for (const FittedSheet& sheet : fitted_) {
      if (!doubled(sheet)) {
        read.push_back(sheet);
        continue;
      }
      unit_.problems.push_back({"register.malformed",
                                "hidden " + sheet_name(document_, *sheet.sheet) + " has the columns of a visible sheet and was not read",
                                document_.tables[sheet.sheet->table].span, 1, true});
    }
    fitted_ = std::move(read);
  }

  void say_nothing_fits() {
    if (!unit_.problems.empty() || nearest_.sheet == nullptr) {
      if (unit_.problems.empty() && document_.problems.empty()) unit_.problems.push_back({"register.malformed", "no sheet that holds data", {}, 1});
      return;
    }
    const Span span = document_.tables[nearest_.sheet->table].span;
    const bool asked = input_.mapping != nullptr || input_.role == InputRole::register_file;
    if (nearest_.fit.mapping != nullptr)
      unit_.problems.push_back({"register.malformed", missing_columns(document_, nearest_), {span.begin, span.begin}, 1});
    else
      unit_.problems.push_back({"register.malformed",
                                first_words(document_, *nearest_.sheet) + ", which no mapping knows; name one with mapping:",
                                {span.begin, span.begin},
                                1,
                                !asked});
  }

  void read(const FittedSheet& sheet) {
    auto records = read_records(document_, *sheet.sheet, sheet.fit, unit_.problems);
    const Mapping& mapping = *sheet.fit.mapping;
    if (is_register(mapping.gives)) return add_register(mapping, std::move(records), unit_);
    // What a project lists is the design, whatever scheme its ids are of.
    const bool listed = input_.design != nullptr && input_.design->line != 0;
    ItemDefaults defaults{unit_.id, cover_.version, cover_.release, input_.mapping != nullptr || listed};
    if (input_.design != nullptr && !input_.design->version.empty()) defaults.version = input_.design->version;
    if (input_.design != nullptr && !input_.design->release.empty()) defaults.release = input_.design->release;
    add_items(document_, mapping, defaults, std::move(records), unit_);
  }

  const Document& document_;
  const Input& input_;
  Unit& unit_;
  std::vector<Sheet> sheets_;
  Cover cover_;
  std::vector<FittedSheet> fitted_;
  FittedSheet nearest_{nullptr, {}};
};

}  // namespace

bool is_register(std::string_view gives) { return std::find(registers.begin(), registers.end(), gives) != registers.end(); }

void compile_tables(const Document& document, const Input& input, Unit& unit) { TableCompiler(document, input, unit).run(); }

}  // namespace dovetail
