// The outlines of the two views, merged: a provision that begins in the same paragraph in both is one provision with two labels.
#include "compile/outline.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "compile/first_cell.h"
#include "compile/outline_view.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

using Key = std::tuple<std::uint32_t, std::uint32_t, ProvisionKind>;  // paragraph, ordinal there, kind

Key key_of(const OutlineEntry& entry) { return {entry.paragraph.value, entry.ordinal, entry.kind}; }

/// The provisions of both outlines, each once, in the order of the text.
std::vector<Key> merged_keys(const std::vector<OutlineEntry>& one, const std::vector<OutlineEntry>& other) {
  std::vector<Key> keys;
  keys.reserve(one.size() + other.size());
  for (const auto* outline : {&one, &other})
    for (const auto& entry : *outline) keys.push_back(key_of(entry));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

void fill(Provision& provision, const OutlineEntry& entry, View view) {
  const auto v = index(view);
  if (!provision.views.baseline && !provision.views.proposed) {
    provision.kind = entry.kind;
    provision.paragraph = entry.paragraph;
    provision.span = entry.span;
    provision.automatic = entry.automatic;
    provision.quoted = entry.quoted;
  }
  provision.views.add(view);
  provision.label[v] = entry.label;
  provision.number[v] = entry.number;
  provision.heading[v] = entry.heading;
  provision.not_used[v] = entry.not_used;
  provision.lines[v] = entry.lines;
  provision.last_line[v] = entry.last_line;
  provision.list[v] = entry.list;
}

}  // namespace

void compile_outline(const Document& document, const Profile& profile, Unit& unit) {
  std::array<std::vector<OutlineEntry>, 2> outlines;
  for (const View view : both_views) {
    if (view == View::baseline && !unit.has_changes) continue;
    auto outline = outline_view(document, unit.projection(view), profile);
    outlines[index(view)] = std::move(outline.entries);
    unit.body_end[index(view)] = outline.body_end;
  }
  if (!unit.has_changes) unit.body_end[0] = unit.body_end[1];

  const auto keys = merged_keys(outlines[0], outlines[1]);
  for (std::size_t i = 0; i < keys.size(); ++i) unit.provisions.add({});
  for (const View view : {View::proposed, View::baseline}) {
    const auto v = index(view);
    const auto& entries = unit.has_changes ? outlines[v] : outlines[1];
    std::vector<Id<Provision>> ids;  // of the entries
    ids.reserve(entries.size());
    for (const auto& entry : entries)
      ids.push_back(Table<Provision>::id_at(static_cast<std::size_t>(std::lower_bound(keys.begin(), keys.end(), key_of(entry)) - keys.begin())));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      auto& provision = unit.provisions[ids[i]];
      fill(provision, entries[i], view);
      if (entries[i].parent != OutlineEntry::none) provision.parent[v] = ids[entries[i].parent];
      if (entries[i].scope != OutlineEntry::none) provision.scope[v] = ids[entries[i].scope];
    }
  }
}

bool is_definition_table(const Document& document, Id<TextTable> table) {
  std::size_t rows = 0, means = 0;
  bool header = false, heads_values = false;
  const auto words_of = [&](const Cell& cell) { return fold_phrase(slice(document.text, cell.span)); };
  const auto& span = document.tables[table].span;
  const auto first = first_cell(document, table);
  Id<Row> first_row;
  for (auto cell = first; cell != document.cells.end() && cell->span.begin < span.end; ++cell) {
    if (document.rows[cell->row].table != table) continue;
    if (!first_row) first_row = cell->row;
    const auto words = words_of(*cell);
    if (cell->row == first_row) {
      if (cell->column == 0 && (words == "code" || words == "value" || words == "number" || words == "column" || words == "field" || words == "ref"))
        heads_values = true;  // values and what they mean, not terms; but a code may define the term "Code"
      if (cell->column == 0 && !words.empty() && words.front() >= '0' && words.front() <= '9' && words.find(' ') == std::string::npos)
        return false;  // "1. | DEFINITIONS": the number of a heading
      if (cell->column == 0)
        header = words == "term" || words == "defined term" || words == "acronym" || words == "abbreviation" || words == "expression" ||
                 words == "acronyms" || words == "terms";
      else if (!header && (words == "definition" || words == "meaning" || words == "expansion" || words == "definitions"))
        header = true;
    }
    if (cell->column == 1) {
      ++rows;
      const bool defines = words.starts_with("means ") || words.starts_with("has the meaning") || words.starts_with("shall mean") ||
                           words.starts_with("have the meaning") || words.starts_with("has the same meaning");
      means += defines ? 1U : 0U;
      if (cell->row == first_row && defines) heads_values = false;
    }
  }
  return !heads_values && (header || (rows > 1 && means * 2 > rows));
}

}  // namespace dovetail
