// Fills a Document with nodes: what diagrams and tree-shaped design files are read into.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/limits.h"
#include "ooxml/xml.h"

namespace dovetail {

/// Appends nodes and their text. As many nodes as cells are read; more are left out with one "input.limit" problem, and full() is true.
class NodeWriter {
 public:
  NodeWriter(Document& document, const Limits& limits) : document_(document), limits_(limits) {}

  /// Adds a node whose words are `text` (UTF-8): they stand in Document::text, a line of their own, and are its span. No id when full.
  Id<Node> add(Node node, std::string_view text);
  [[nodiscard]] bool full() const { return full_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  Document& document() { return document_; }
  /// Adds a problem; one of the same rule and message is counted with the first.
  void problem(const std::string& rule, const std::string& message);

 private:
  Document& document_;
  const Limits& limits_;
  std::map<std::string, std::size_t> problems_;
  bool full_ = false;
};

/// A file that is one XML document, in UTF-8, UTF-16, UTF-32, ISO-8859-1 or, where it declares that, Windows-1252; null, with "input.unreadable",
/// where it has no element. Damage becomes "input.damaged". `all_space` keeps white space between elements, which means something in rich text.
std::unique_ptr<XmlPart> parse_xml(std::string_view bytes, NodeWriter& writer, bool all_space = false);

/// The next element in document order below `root`, without recursion; null at the end. `deeper` false leaves out what is in `node`.
pugi::xml_node next_element(pugi::xml_node node, pugi::xml_node root, bool deeper = true);

/// All characters inside an element at any depth, squeezed: runs of white space are one space, ends trimmed; block elements of XHTML
/// (p, div, li, br, tr) part words.
std::string squeezed_text(pugi::xml_node element);

/// All characters inside an element at any depth, as they stand.
std::string whole_text(pugi::xml_node element);

}  // namespace dovetail
