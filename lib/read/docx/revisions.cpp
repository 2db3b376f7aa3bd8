// Tracked changes and the pairing of moves.
#include "read/docx/revisions.h"

#include <algorithm>

#include "read/docx/elements.h"
#include "read/docx/properties.h"
#include "text/unicode.h"

namespace dovetail::docx {
namespace {

constexpr std::size_t most_open_moves = 64;

std::string clean(std::string_view text) { return valid_utf8(text); }

}  // namespace

Id<Revision> Revisions::add(const XmlPart& part, pugi::xml_node node, Change change) {
  Revision revision;
  revision.change = change;
  revision.author = clean(word_attribute(part, node, "author"));
  revision.date = clean(word_attribute(part, node, "date"));
  if (change == Change::moved_from || change == Change::moved_to)
    for (const auto& move : open_)
      if (move.change == change) revision.name = move.name;
  return document_.revisions.add(std::move(revision));
}

Revised Revisions::of_mark(const XmlPart& part, pugi::xml_node properties, Revised around) {
  Revised result = around;
  for (const auto node : properties.children()) {
    if (node.type() != pugi::node_element) continue;
    switch (element_of(part, node)) {
      case Element::inserted:
        result.inserted = add(part, node, Change::inserted);
        break;
      case Element::deleted:
        result.deleted = add(part, node, Change::deleted);
        break;
      case Element::moved_from:
        result.deleted = add(part, node, Change::moved_from);
        break;
      case Element::moved_to:
        result.inserted = add(part, node, Change::moved_to);
        break;
      default:
        break;
    }
  }
  return result;
}

void Revisions::begin_move(const XmlPart& part, pugi::xml_node node) {
  if (open_.size() >= most_open_moves) open_.erase(open_.begin());
  const bool from = element_of(part, node) == Element::moved_from_start;
  open_.push_back(
      {std::string(word_attribute(part, node, "id")), clean(word_attribute(part, node, "name")), from ? Change::moved_from : Change::moved_to});
}

void Revisions::end_move(const XmlPart& part, pugi::xml_node node) {
  const auto change = element_of(part, node) == Element::moved_from_end ? Change::moved_from : Change::moved_to;
  const auto id = word_attribute(part, node, "id");
  open_.erase(std::remove_if(open_.begin(), open_.end(), [&](const OpenMove& move) { return move.change == change && move.id == id; }), open_.end());
}

void Revisions::pair_moves() {
  std::map<std::string_view, Id<Revision>> from, to;
  for (std::size_t i = 0; i < document_.revisions.size(); ++i) {
    const auto id = Table<Revision>::id_at(i);
    const Revision& revision = document_.revisions[id];
    if (revision.name.empty()) continue;
    (revision.change == Change::moved_from ? from : to).emplace(revision.name, id);
  }
  for (auto& revision : document_.revisions) {
    if (revision.name.empty()) continue;
    const auto& others = revision.change == Change::moved_from ? to : from;
    if (const auto it = others.find(revision.name); it != others.end()) revision.pair = it->second;
  }
}

}  // namespace dovetail::docx
