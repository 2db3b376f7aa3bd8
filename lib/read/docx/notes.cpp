// Footnotes and endnotes: their text stands behind the body, in the order of their marks (ECMA-376-1 17.11).
#include <map>
#include <string>

#include "read/docx/reading.h"

namespace dovetail::docx {
namespace {

/// The notes of one part by id; separators and the like are rules on the page and no notes.
std::map<std::string, pugi::xml_node> notes_of(const Source& source) {
  std::map<std::string, pugi::xml_node> result;
  for (const auto node : source.xml->root().children()) {
    if (node.type() != pugi::node_element) continue;
    const auto type = word_attribute(*source.xml, node, "type");
    if (!type.empty() && type != "normal") continue;
    result.emplace(word_attribute(*source.xml, node, "id"), node);
  }
  return result;
}

/// How many w:p stand before each note of a part.
std::map<std::string, std::uint32_t> paragraphs_before(const Source& source) {
  std::map<std::string, std::uint32_t> result;
  std::uint32_t count = 0;
  const auto& xml = *source.xml;
  for (auto note = xml.root().first_child(); note; note = note.next_sibling()) {
    if (note.type() == pugi::node_element) result.emplace(word_attribute(xml, note, "id"), count);
    for (auto node = note; node;) {
      if (node.type() == pugi::node_element && xml.is(node, Space::word, "p")) ++count;
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
      while (node != note && !node.next_sibling()) node = node.parent();
      node = node == note ? pugi::xml_node() : node.next_sibling();
    }
  }
  return result;
}

struct NotePart {
  const Source* source = nullptr;
  std::map<std::string, pugi::xml_node> nodes;
  std::map<std::string, std::uint32_t> before;
  std::map<std::string, Span> read;
};

NotePart open_part(Reading& reading, const char* type) {
  NotePart part;
  const auto* relationship = relationship_of_type(reading.relationships, type);
  if (relationship == nullptr || relationship->external) return part;
  part.source = reading.open(relationship->target);
  if (part.source == nullptr) return part;
  part.nodes = notes_of(*part.source);
  part.before = paragraphs_before(*part.source);
  return part;
}

}  // namespace

void read_notes(Reading& reading) {
  if (reading.waiting_notes.empty()) return;
  NotePart footnotes = open_part(reading, "footnotes"), endnotes = open_part(reading, "endnotes");
  const auto read_one = [&](const WaitingNote waiting) {
    const bool foot = reading.document.notes[waiting.note].kind == NoteKind::footnote;
    NotePart& part = foot ? footnotes : endnotes;
    const auto node = part.nodes.find(waiting.id);
    if (node == part.nodes.end()) return;
    if (const auto known = part.read.find(waiting.id); known != part.read.end()) {
      reading.document.notes[waiting.note].span = known->second;
      return;
    }
    part.read[waiting.id] = {};
    Story story;
    story.part = foot ? Part::footnote : Part::endnote;
    story.source = part.source;
    story.node = node->second;
    story.revised = waiting.revised;
    story.first_origin = part.before[waiting.id];
    const Span span = read_story(reading, story);
    part.read[waiting.id] = span;
    reading.document.notes[waiting.note].span = span;
  };
  // Reading one may find more, in text boxes of the notes; by index, since the list grows.
  for (std::size_t i = 0; i < reading.waiting_notes.size(); ++i) read_one(reading.waiting_notes[i]);
  reading.waiting_notes.clear();
}

}  // namespace dovetail::docx
