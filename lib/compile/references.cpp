// From the lines of both views to references with a place in the one buffer.
#include "compile/references.h"

#include <algorithm>
#include <map>

#include "compile/numbers.h"
#include "model/locate.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Tables that tell the history of a document; what they cite was true once.
bool is_history_table(const Document& document, Id<TextTable> table) {
  const auto& span = document.tables[table].span;
  const auto first = std::lower_bound(document.cells.begin(), document.cells.end(), span.begin, [](const Cell& c, std::uint32_t o) { return c.span.begin < o; });
  if (first == document.cells.end()) return false;
  bool version = false, reason = false;
  for (auto cell = first; cell != document.cells.end() && cell->row == first->row; ++cell) {
    const auto words = fold_phrase(slice(document.text, cell->span));
    version = version || words.starts_with("version") || words.starts_with("issue") || words.starts_with("modification proposal");
    reason = reason || words.find("change") != std::string::npos || words.find("reason") != std::string::npos || words.find("description") != std::string::npos ||
             words.find("decision date") != std::string::npos || words.find("implementation date") != std::string::npos;
  }
  return version && reason;
}

class Compiler {
 public:
  Compiler(const Document& document, Unit& unit) : document_(document), unit_(unit) {}

  void run(View view) {
    const auto& projection = unit_.projection(view);
    for (std::size_t i = 0; i < projection.lines.size(); ++i) {
      const auto& paragraph = document_.paragraphs[projection.lines[i].paragraph];
      if (paragraph.part == Part::header || paragraph.part == Part::footer || paragraph.part == Part::comment) continue;
      if (is_contents_line(document_, projection, i)) continue;
      const auto line = slice(projection.text, projection.lines[i].span);
      for (auto& found : find_references(line)) add(view, i, projection.lines[i], std::move(found), interior(paragraph));
    }
  }

 private:
  bool interior(const Paragraph& paragraph) {
    if (!paragraph.cell) return false;
    const auto table = document_.rows[document_.cells[paragraph.cell].row].table;
    const auto known = history_.find(table);
    if (known != history_.end()) return known->second;
    return history_[table] = is_history_table(document_, table);
  }

  void add(View view, std::size_t line_index, const Line& line, FoundReference found, bool interior) {
    const auto& projection = unit_.projection(view);
    const Span in_view{line.span.begin + found.span.begin, line.span.begin + found.span.end};
    Reference reference;
    reference.span = projection.to_source(in_view);
    reference.text = std::move(found.text);
    reference.keyword = std::move(found.keyword);
    reference.reach = found.reach;
    reference.document = std::move(found.document);
    reference.divisions = std::move(found.divisions);
    reference.label = std::move(found.label);
    reference.last = std::move(found.last);
    reference.self = found.self;
    reference.relative = found.relative;
    reference.interior = interior;
    reference.views.add(view);
    const auto from = provision_of_line(unit_, view, static_cast<std::uint32_t>(line_index));
    // The number of the line itself is no reference: "Section 3 …" as a typed heading begins the line and the provision.
    if (from && found.span.begin == 0 && unit_.provisions[from].lines[index(view)].begin == line_index && unit_.provisions[from].kind == ProvisionKind::division) return;
    // What is quoted speaks of the text that is to receive it.
    if (from && unit_.provisions[from].quoted) reference.interior = true;
    reference.from[index(view)] = from;
    auto& same = by_place_[{reference.span, reference.text}];
    if (same && same_target(unit_.references[same], reference)) {
      unit_.references[same].views.add(view);
      unit_.references[same].from[index(view)] = from;
      return;
    }
    same = unit_.references.add(std::move(reference));
  }

  static bool same_target(const Reference& a, const Reference& b) {
    return a.label == b.label && a.document == b.document && a.divisions == b.divisions && a.reach == b.reach && a.last == b.last;
  }

  const Document& document_;
  Unit& unit_;
  std::map<Id<TextTable>, bool> history_;
  std::map<std::pair<Span, std::string>, Id<Reference>> by_place_;
};

}  // namespace

void compile_references(const Document& document, const Profile&, Unit& unit) {
  Compiler compiler(document, unit);
  compiler.run(View::proposed);
  if (unit.has_changes) {
    compiler.run(View::baseline);
    return;
  }
  for (auto& reference : unit.references) {
    reference.views = {true, true};
    reference.from[0] = reference.from[1];
  }
}

}  // namespace dovetail
