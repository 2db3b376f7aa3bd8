// Reading a Word document, step by step: package, definitions, body, other stories, numbers.
#include "read/docx.h"

#include "read/manual_marks.h"

#include "read/docx/reading.h"
#include "read/package_problems.h"

namespace dovetail {
namespace docx {
namespace {

/// The main part: what the officeDocument relationship names, whatever it is called; else where it usually stands.
std::string main_part(Reading& reading) {
  const auto relationships = reading.package.relationships("");
  const auto* main = relationship_of_type(relationships, "officeDocument");
  if (main != nullptr && !main->external && reading.package.has(main->target)) return main->target;
  if (!reading.package.has("word/document.xml")) return {};
  reading.problem("input.damaged", "the package does not say which part is the document; word/document.xml is taken");
  return "word/document.xml";
}

std::unique_ptr<XmlPart> definitions(Reading& reading, const char* type) {
  const auto* relationship = relationship_of_type(reading.relationships, type);
  return relationship == nullptr || relationship->external ? nullptr : reading.package.parse(relationship->target);
}

void read_definitions(Reading& reading) {
  if (const auto theme = definitions(reading, "theme")) reading.theme.read(*theme);
  if (const auto settings = definitions(reading, "settings")) reading.theme.read_mapping(*settings);
  if (const auto styles = definitions(reading, "styles")) reading.styles.read(*styles, reading.theme);
  if (const auto numbering = definitions(reading, "numbering")) reading.numbering.read(*numbering, reading.styles);
  if (relationship_of_type(reading.relationships, "vbaProject") != nullptr)
    reading.problem("input.unknown-element", "the document has macros; they are ignored");
}

void read_body(Reading& reading, const Source& source) {
  Story body;
  body.source = &source;
  body.node = source.xml->root();
  // Text and runs are a fraction of the XML; room for them at once is cheaper than growing.
  read_story(reading, body);
  while (!reading.waiting_notes.empty() || !reading.waiting_text_boxes.empty() || !reading.header_ids.empty() || !reading.footer_ids.empty()) {
    read_notes(reading);
    read_headers(reading);
    reading.header_ids.clear();
    reading.footer_ids.clear();
    read_text_boxes(reading);
  }
  read_comments(reading);
}

/// Headers, comments and what only describes the document are no text that a rule misses; styles can carry numbers.
PartHolds held_by(const Reading& reading, std::string_view main, std::string_view part) {
  if (part == main) return PartHolds::text;
  for (const auto& relationship : reading.relationships) {
    if (relationship.external || relationship.target != part) continue;
    if (relationship.type == "footnotes" || relationship.type == "endnotes") return PartHolds::text;
    if (relationship.type == "numbering" || relationship.type == "styles") return PartHolds::numbers;
  }
  return part == std::string(main).insert(main.rfind('/') + 1, "_rels/") + ".rels" ? PartHolds::numbers : PartHolds::nothing;
}

void tell(Reading& reading, const std::string& main) {
  tell_remarks(
      reading.package.remarks(), [&](std::string_view part) { return held_by(reading, main, part); }, reading.document);
  for (const auto& [name, count] : reading.unknown) {
    const bool chunk = name.find("altChunk") != std::string::npos || name.find("subDoc") != std::string::npos;
    reading.document.problems.push_back(
        {"input.unknown-element", name + (chunk ? ": a document inside this one is not read" : ": unknown element, its text is kept"), {}, count});
  }
}

bool has_problem(const Document& document, std::string_view rule) {
  for (const auto& problem : document.problems)
    if (problem.rule == rule) return true;
  return false;
}

void read(std::string_view bytes, Document& document, const Limits& limits) {
  Reading reading(bytes, document, limits);
  const std::string main = main_part(reading);
  const Source* source = nullptr;
  if (!main.empty()) {
    reading.relationships = reading.package.relationships(main);
    read_definitions(reading);
    source = reading.open(main);
  }
  const bool word = source != nullptr && source->xml->is(source->xml->root(), Space::word, "document");
  if (word) {
    read_body(reading, *source);
    reading.revisions.pair_moves();
    read_metadata(reading);
    apply_marking(document);  // what is marked by hand counts in its view alone
    number_paragraphs(reading);
  }
  tell(reading, main);
  if (word) return;
  if (has_problem(document, "input.encrypted") || has_problem(document, "input.limit") || has_problem(document, "input.unreadable")) return;
  reading.problem("input.unreadable", main.empty()        ? "the package has no main document part; open it in an office program and save it as .docx"
                                      : source == nullptr ? main + " cannot be read; open the document in an office program and save it as .docx"
                                                          : main + " is no Word document; open it in an office program and save it as .docx");
}

}  // namespace
}  // namespace docx

void read_docx(std::string_view bytes, Document& document, const Limits& limits) { docx::read(bytes, document, limits); }

}  // namespace dovetail
