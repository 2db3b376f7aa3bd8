// What reaches over text without being text: links, content controls, bookmarks, comments, moves; and the text boxes that hang on it.
#include <algorithm>

#include "read/docx/walker.h"
#include "text/unicode.h"

namespace dovetail::docx {
namespace {

constexpr std::uint32_t deepest_text_box = 16;  // Word allows no text box inside another; some programs write a few

/// The next node inside `top` in document order, `inside` telling whether children of `node` are visited.
pugi::xml_node next_inside(pugi::xml_node top, pugi::xml_node node, bool inside) {
  if (inside && node.first_child()) return node.first_child();
  while (node != top && !node.next_sibling()) node = node.parent();
  return node == top ? pugi::xml_node() : node.next_sibling();
}

}  // namespace

void Walker::begin_link(pugi::xml_node node, Frame& frame) {
  Link link;
  const auto anchor = attribute(node, "anchor");
  const std::string_view id = xml_.attribute(node, Space::relationships, "id").value();
  if (const auto* relationship = id.empty() ? nullptr : relationship_with_id(story_.source->relationships, id)) link.target = relationship->target;
  if (!anchor.empty()) link.target.append("#").append(anchor);
  link.target = valid_utf8(link.target);
  link.span = {reading_.writer.here(), reading_.writer.here()};
  frame.index = document_.links.add(std::move(link)).value;
}

void Walker::begin_tag(pugi::xml_node node, Frame& frame) {
  const auto properties = xml_.child(node, Space::word, "sdtPr");
  const auto name = value_of(xml_, xml_.child(properties, Space::word, "tag"));
  const auto title = value_of(xml_, xml_.child(properties, Space::word, "alias"));
  if (name.empty() && title.empty()) return;
  const auto here = reading_.writer.here();
  frame.index = document_.tags.add({valid_utf8(name), valid_utf8(title), {here, here}}).value;
}

void Walker::begin_custom(pugi::xml_node node, Frame& frame) {
  const auto here = reading_.writer.here();
  frame.index = document_.tags.add({valid_utf8(attribute(node, "element")), {}, {here, here}}).value;
}

void Walker::range(pugi::xml_node node, Element element) {
  const auto here = reading_.writer.here();
  switch (element) {
    case Element::bookmark_start: {
      const auto id = document_.bookmarks.add({valid_utf8(attribute(node, "name")), {here, here}});
      open_bookmarks_.insert_or_assign(std::string(attribute(node, "id")), id);
      break;
    }
    case Element::bookmark_end:
      if (const auto it = open_bookmarks_.find(attribute(node, "id")); it != open_bookmarks_.end()) {
        document_.bookmarks[it->second].span.end = here;
        open_bookmarks_.erase(it);
      }
      break;
    case Element::comment_start:
      comment_reference(node);
      break;
    case Element::comment_end:
      if (const auto it = reading_.comment_by_id.find(std::string(attribute(node, "id"))); it != reading_.comment_by_id.end()) {
        Comment& comment = document_.comments[Table<Comment>::id_at(it->second)];
        comment.anchor.end = std::max(here, comment.anchor.begin);
      }
      break;
    case Element::moved_from_start:
    case Element::moved_to_start:
      reading_.revisions.begin_move(xml_, node);
      break;
    case Element::moved_from_end:
    case Element::moved_to_end:
      reading_.revisions.end_move(xml_, node);
      break;
    default:
      custom_range(node, element);
      break;
  }
}

/// The tracked insertion, deletion or move of a wrapper itself: its text is marked on its own (17.13.5.4 and following).
void Walker::custom_range(pugi::xml_node node, Element element) {
  const auto here = reading_.writer.here();
  const auto id = attribute(node, "id");
  if (element == Element::custom_inserted_end || element == Element::custom_deleted_end) {
    const auto open = std::find_if(open_custom_.rbegin(), open_custom_.rend(), [&](const CustomRange& r) { return r.id == id; });
    if (open == open_custom_.rend()) return;
    document_.format_changes[open->change].span.end = here;
    open_custom_.erase(std::next(open).base());
    return;
  }
  const auto change = element == Element::custom_inserted_start   ? Change::inserted
                      : element == Element::custom_deleted_start  ? Change::deleted
                      : element == Element::custom_moved_to_start ? Change::moved_to
                                                                  : Change::moved_from;
  open_custom_.push_back({document_.format_changes.add({{here, here}, reading_.revisions.add(xml_, node, change)}), std::string(id)});
}

void Walker::formatting_changed(pugi::xml_node properties, std::string_view change, Span span) {
  if (const auto node = xml_.child(properties, Space::word, change))
    document_.format_changes.add({span, reading_.revisions.add(xml_, node, Change::formatted)});
}

/// Text boxes are stories of their own behind the body; of a choice of drawings the first is taken. All w:p are counted on the way, so that
/// the origin of a paragraph is its place among all of its part.
void Walker::defer_text_boxes(pugi::xml_node drawing) {
  for (auto node = next_inside(drawing, drawing, true); node;) {
    bool inside = true;
    switch (node.type() == pugi::node_element ? element_of(xml_, node) : Element::ignored) {
      case Element::paragraph:
        ++origin_;
        break;
      case Element::fallback:
      case Element::choice:
        inside = !node.previous_sibling();
        if (!inside) count_skipped(node);
        break;
      case Element::text_box:
      case Element::drawing_paragraph:
      case Element::word_art:
        defer_text_box(node);
        inside = false;
        break;
      default:
        break;
    }
    node = next_inside(drawing, node, inside);
  }
}

void Walker::defer_text_box(pugi::xml_node node) {
  if (story_.depth >= deepest_text_box) {
    reading_.limit("text boxes are nested more than " + std::to_string(deepest_text_box) + " deep");
  } else {
    Story box = story_;
    box.part = Part::text_box;
    box.node = node;
    box.revised = revised_;
    box.first_origin = origin_;
    box.depth = story_.depth + 1;
    reading_.waiting_text_boxes.push_back(box);
  }
  count_skipped(node);
}

void Walker::count_skipped(pugi::xml_node top) {
  for (auto node = next_inside(top, top, true); node; node = next_inside(top, node, true))
    if (node.type() == pugi::node_element && element_of(xml_, node) == Element::paragraph) ++origin_;
}

}  // namespace dovetail::docx
