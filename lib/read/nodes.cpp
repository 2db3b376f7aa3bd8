// Nodes, and the XML that they come from.
#include "read/nodes.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "read/text_encoding.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// The words as one line of well-formed text.
std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_character(text, at);
    append_character(out, c < 0x20 || c == 0x7F ? U' ' : c);
  }
  return out;
}

/// "windows-1252" of <?xml version="1.0" encoding="Windows-1252"?>, folded.
std::string xml_encoding(std::string_view bytes) {
  constexpr std::string_view key = "encoding=";
  if (!bytes.starts_with("<?xml")) return {};
  const auto declaration = bytes.substr(0, bytes.substr(0, 200).find("?>"));
  const auto at = declaration.find(key);
  if (at == std::string_view::npos || at + key.size() >= declaration.size()) return {};
  const auto value = declaration.substr(at + key.size() + 1);
  return fold(value.substr(0, value.find(declaration[at + key.size()])));
}

bool parts_words(const char* name) {
  const char* colon = std::strrchr(name, ':');
  const std::string_view local = colon ? colon + 1 : name;
  constexpr std::array<std::string_view, 12> blocks{"p", "div", "li", "br", "tr", "td", "th", "h1", "h2", "h3", "ul", "table"};
  return std::find(blocks.begin(), blocks.end(), local) != blocks.end();
}

}  // namespace

Id<Node> NodeWriter::add(Node node, std::string_view text) {
  if (full_) return {};
  if (document_.nodes.size() >= limits_.cells || document_.text.size() + text.size() >= limits_.part_bytes) {
    full_ = true;
    problem("input.limit", "more than " + std::to_string(limits_.cells) + " elements, or more text than is read; what follows is left out");
    return {};
  }
  const auto begin = static_cast<std::uint32_t>(document_.text.size());
  document_.text += one_line(text);
  node.span = {begin, static_cast<std::uint32_t>(document_.text.size())};
  document_.text += '\n';
  return document_.nodes.add(std::move(node));
}

void NodeWriter::problem(const std::string& rule, const std::string& message) {
  const auto [known, fresh] = problems_.try_emplace(rule + message, document_.problems.size());
  if (fresh)
    document_.problems.push_back({rule, message, {}, 1});
  else
    ++document_.problems[known->second].count;
}

std::unique_ptr<XmlPart> parse_xml(std::string_view bytes, NodeWriter& writer, bool all_space) {
  std::string decoded;
  if (const auto encoding = xml_encoding(bytes); encoding == "windows-1252" || encoding == "cp1252") {
    decoded = decode_text(bytes, encoding).text;
    bytes = decoded;
  }
  Buffer buffer(bytes.size());
  std::copy(bytes.begin(), bytes.end(), buffer.data.get());
  auto part = std::make_unique<XmlPart>(std::move(buffer), all_space);
  if (!part->root()) {
    writer.problem("input.unreadable", "this is no XML: " + (part->damage().empty() ? "it has no element" : part->damage()));
    return nullptr;
  }
  if (!part->damage().empty()) writer.problem("input.damaged", "the XML breaks off or is malformed: " + part->damage());
  constexpr std::size_t prolog = 4096;
  const auto start = bytes.substr(0, prolog);
  if (start.find("<!DOCTYPE") != std::string_view::npos && start.find("<!ENTITY") != std::string_view::npos)
    writer.problem("input.limit", "the file defines entities of its own, which are not expanded: text that consists of them is not read");
  return part;
}

pugi::xml_node next_element(pugi::xml_node node, pugi::xml_node root, bool deeper) {
  auto next = deeper ? node.first_child() : pugi::xml_node();
  for (;;) {
    while (!next) {
      if (node == root || !node) return {};
      next = node.next_sibling();
      if (!next) node = node.parent();
    }
    if (next.type() == pugi::node_element) return next;
    node = next;
    next = {};
  }
}

namespace {

std::string characters_in(pugi::xml_node element, bool blocks_part_words) {
  std::string raw;
  auto node = element;
  while (node) {
    if (blocks_part_words && node.type() == pugi::node_element && parts_words(node.name())) raw += ' ';
    raw += node.value();  // of an element: its first stretch of characters (parse_embed_pcdata)
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != element && !node.next_sibling()) node = node.parent();
    if (node == element) break;
    node = node.next_sibling();
  }
  return raw;
}

}  // namespace

std::string squeezed_text(pugi::xml_node element) { return squeeze(characters_in(element, true)); }

std::string whole_text(pugi::xml_node element) { return characters_in(element, false); }

}  // namespace dovetail
