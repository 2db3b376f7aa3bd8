// Archi's elements, relations and properties as nodes.
#include "read/archi_tables.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/unicode.h"

namespace dovetail {
namespace {

struct Line {
  std::vector<std::string> values;
  Span span;
};

struct ArchiTable {
  std::string kind, prefix;  // "elements", "design/model-"
  std::vector<Line> lines;   // without the header
};

/// Excel would eat leading zeros: Archi may write ="0123".
std::string plain(std::string_view text) {
  text = trim(text);
  if (text.starts_with("=\"") && text.ends_with('"') && text.size() > 3) text = text.substr(2, text.size() - 3);
  return std::string(text);
}

std::vector<Line> lines_of(const Document& document) {
  std::vector<Line> lines;
  std::map<std::uint32_t, std::size_t> index;
  for (const Cell& cell : document.cells) {
    const auto [place, fresh] = index.try_emplace(cell.row.value, lines.size());
    if (fresh) lines.emplace_back();
    Line& line = lines[place->second];
    if (line.values.size() <= cell.column) line.values.resize(cell.column + 1);
    line.values[cell.column] = plain(slice(document.text, cell.span));
    if (fresh) line.span = cell.span;
    if (cell.column == 2) line.span = cell.span;  // the name, or the value of a property
  }
  return lines;
}

std::optional<ArchiTable> archi_table(const Document& document) {
  if (document.kind != FileKind::csv || document.cells.empty()) return std::nullopt;
  const std::string_view path = document.path;
  const auto slash = path.find_last_of('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  for (const char* kind : {"elements", "relations", "properties"}) {
    const std::string ending = std::string(kind) + ".csv";
    if (!fold(name).ends_with(ending)) continue;
    ArchiTable table{kind, std::string(path.substr(0, path.size() - ending.size())), lines_of(document)};
    if (table.lines.empty()) return std::nullopt;
    std::string header;
    for (const std::string& value : table.lines.front().values) header += fold(value) + ",";
    const std::string_view wanted = table.kind == "elements"    ? "id,type,name,documentation,"
                                    : table.kind == "relations" ? "id,type,name,documentation,source,target,"
                                                                : "id,key,value,";
    if (!header.starts_with(wanted)) return std::nullopt;
    table.lines.erase(table.lines.begin());
    return table;
  }
  return std::nullopt;
}

std::string value_at(const Line& line, std::size_t column) { return column < line.values.size() ? line.values[column] : std::string(); }

Node node_of(const Line& line, bool relation) {
  Node node;
  node.kind = relation ? "relationship" : "element";
  node.id = value_at(line, 0);
  node.name = squeeze(value_at(line, 2));
  node.origin = node.kind + " " + node.id;
  node.attributes.emplace_back("type", value_at(line, 1));
  if (relation) {
    node.attributes.emplace_back("source", value_at(line, 4));
    node.attributes.emplace_back("target", value_at(line, 5));
  }
  if (auto text = squeeze(value_at(line, 3)); !text.empty()) node.attributes.emplace_back("documentation", std::move(text));
  return node;
}

}  // namespace

void join_archi_tables(Table<Document>& documents, const Limits& limits) {
  std::map<std::string, std::map<std::string, std::pair<Document*, ArchiTable>>> models;  // by prefix, kind
  for (Document& document : documents)
    if (auto table = archi_table(document)) models[table->prefix].try_emplace(table->kind, &document, *table);
  for (auto& [prefix, tables] : models) {
    const auto elements = tables.find("elements");
    if (elements == tables.end()) continue;
    Document& model = *elements->second.first;
    std::map<std::string, Id<Node>> nodes;
    const auto add = [&](const Line& line, bool relation) {
      if (model.nodes.size() >= limits.cells) return;
      Node node = node_of(line, relation);
      if (!relation) node.span = line.span;
      const std::string id = node.id;
      nodes.emplace(id, model.nodes.add(std::move(node)));
    };
    for (const Line& line : elements->second.second.lines) add(line, false);
    for (const char* kind : {"relations", "properties"}) {
      const auto other = tables.find(kind);
      if (other == tables.end()) continue;
      other->second.first->properties["archi"] = kind;
      for (const Line& line : other->second.second.lines) {
        if (std::string_view(kind) == "relations") {
          add(line, true);
          continue;
        }
        const auto of = nodes.find(value_at(line, 0));
        if (of != nodes.end() && !value_at(line, 1).empty())
          model.nodes[of->second].attributes.emplace_back("property." + value_at(line, 1), squeeze(value_at(line, 2)));
      }
    }
    model.properties["archi"] = "elements";
  }
}

}  // namespace dovetail
