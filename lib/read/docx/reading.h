// What is known while one document is read: its package, its styles and lists, and the stories that still wait.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/limits.h"
#include "ooxml/package.h"
#include "read/docx/counted_fields.h"
#include "read/docx/formats.h"
#include "read/docx/numbering.h"
#include "read/docx/revisions.h"
#include "read/docx/styles.h"
#include "read/docx/text_writer.h"
#include "read/docx/theme.h"

namespace dovetail::docx {

/// A part that holds text, with what its relationships say.
struct Source {
  std::string name;
  std::uint32_t index = 0;  // in Document::parts
  std::unique_ptr<XmlPart> xml;
  std::vector<Relationship> relationships;
};

/// One flow of paragraphs: the body, a note, a header, a text box.
struct Story {
  Part part = Part::body;
  const Source* source = nullptr;
  pugi::xml_node node;             // its children are the story's blocks
  Revised revised;                 // what its anchor stands in
  std::uint32_t first_origin = 0;  // how many w:p stand before it in its part
  std::uint32_t depth = 0;         // text boxes around it
};

/// A footnote or endnote mark met in the text; its own text is read later.
struct WaitingNote {
  Id<Note> note;
  std::string id;
  Revised revised;
};

struct Reading {
  Reading(std::string_view bytes, Document& target, const Limits& allowed);

  Document& document;
  const Limits& limits;
  Package package;
  std::vector<Relationship> relationships;  // of the main part
  Theme theme;
  StyleSheet styles;
  Numbering numbering;
  Formats formats;
  Revisions revisions;
  TextWriter writer;

  std::deque<Source> sources;  // a deque: stories point at its elements
  std::vector<WaitingNote> waiting_notes;
  std::deque<Story> waiting_text_boxes;
  std::vector<std::string> header_ids, footer_ids;         // relationship ids in the order of the sections that name them
  std::map<std::string, std::size_t> comment_by_id;        // index into Document::comments
  std::map<std::uint32_t, std::string> original_numbers;   // by paragraph: the number before w:numberingChange
  std::map<std::uint32_t, std::string> automatic_numbers;  // by paragraph: the AUTONUM field that it begins with
  ListNumbers list_numbers;                                // of LISTNUM fields
  std::map<std::string, std::uint32_t> unknown;            // elements nobody here knows, by name

  /// Parses a part and keeps it; null where it cannot be read or was read before.
  const Source* open(const std::string& name);
  void problem(std::string rule, std::string message);
  /// Says once that a limit was hit.
  void limit(const std::string& message);
  void count_unknown(pugi::xml_node node);
  /// A paragraph is numbered by a list that the numbering part does not define: no program can show its number.
  void unknown_list();
};

/// Reads one story into the document and returns the bytes it takes.
Span read_story(Reading& reading, const Story& story);

/// The stories besides the body, each in a file of its own.
void read_notes(Reading& reading);
void read_headers(Reading& reading);
void read_text_boxes(Reading& reading);
void read_comments(Reading& reading);
/// Title, author and the like into Document::properties.
void read_metadata(Reading& reading);
/// Computes Paragraph::number for both views, when all paragraphs are there.
void number_paragraphs(Reading& reading);

}  // namespace dovetail::docx
