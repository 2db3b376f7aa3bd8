// Comments: who says what about which words, and whether it is settled (ECMA-376-1 17.13.4; [MS-DOCX] 2.5.1).
#include <map>
#include <string>

#include "read/docx/reading.h"
#include "text/unicode.h"

namespace dovetail::docx {
namespace {

/// Which comments are marked as done, by the w14:paraId of their last paragraph.
std::map<std::string, bool> settled(Reading& reading) {
  std::map<std::string, bool> result;
  const auto* relationship = relationship_of_type(reading.relationships, "commentsExtended");
  if (relationship == nullptr || relationship->external) return result;
  const auto xml = reading.package.parse(relationship->target);
  if (!xml) return result;
  for (const auto node : xml->root().children()) {
    if (node.type() != pugi::node_element || !xml->is(node, Space::word2012, "commentEx")) continue;
    const std::string_view done = xml->attribute(node, Space::word2012, "done").value();
    result[xml->attribute(node, Space::word2012, "paraId").value()] = done == "1" || done == "true" || done == "on";
  }
  return result;
}

std::string last_paragraph_id(const XmlPart& xml, pugi::xml_node comment) {
  std::string id;
  for (const auto node : comment.children())
    if (node.type() == pugi::node_element && xml.is(node, Space::word, "p")) id = xml.attribute(node, Space::word2010, "paraId").value();
  return id;
}

}  // namespace

void read_comments(Reading& reading) {
  const auto* relationship = relationship_of_type(reading.relationships, "comments");
  if (relationship == nullptr || relationship->external) return;
  const Source* source = reading.open(relationship->target);
  if (source == nullptr) return;
  const auto done = settled(reading);
  const XmlPart& xml = *source->xml;
  std::uint32_t paragraphs = 0;
  for (const auto node : xml.root().children()) {
    if (node.type() != pugi::node_element || !xml.is(node, Space::word, "comment")) continue;
    auto& comments = reading.document.comments;
    const auto [it, added] = reading.comment_by_id.emplace(word_attribute(xml, node, "id"), comments.size());
    if (added) comments.add({});
    const auto id = Table<Comment>::id_at(it->second);
    comments[id].id = valid_utf8(it->first);
    comments[id].author = valid_utf8(word_attribute(xml, node, "author"));
    comments[id].date = valid_utf8(word_attribute(xml, node, "date"));
    comments[id].initials = valid_utf8(word_attribute(xml, node, "initials"));
    const auto known = done.find(last_paragraph_id(xml, node));
    comments[id].resolved = known != done.end() && known->second;
    Story story;
    story.part = Part::comment;
    story.source = source;
    story.node = node;
    story.first_origin = paragraphs;
    const auto first = reading.document.paragraphs.size();
    comments[id].span = read_story(reading, story);
    if (reading.document.paragraphs.size() > first) paragraphs = reading.document.paragraphs.back().origin;
  }
}

}  // namespace dovetail::docx
