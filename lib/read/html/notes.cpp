// Finds the notes of a page.
#include "read/html/notes.h"

#include "read/html/style.h"

namespace dovetail::html {

namespace {

constexpr std::size_t longest_mark = 12;  // bytes: "[123]", "***"

bool inside(const GumboNode* node, const GumboNode* ancestor) {
  for (; node != nullptr; node = node->parent)
    if (node == ancestor) return true;
  return false;
}

/// A link that is raised, or says that it refers to a note.
bool looks_like_mark(const GumboNode* link) {
  if (!is_element(link, GUMBO_TAG_A)) return false;
  const std::string_view target = attribute(link, "href");
  if (target.size() < 2 || target[0] != '#') return false;
  if (attribute(link, "role") == "doc-noteref") return true;
  if (attribute(link, "role") == "doc-backlink" || text_below(link).size() > longest_mark) return false;
  if (is_element(link->parent, GUMBO_TAG_SUP)) return true;
  for (const GumboNode* node = link; node != nullptr; node = next_node(node, link))
    if (is_element(node, GUMBO_TAG_SUP)) return true;
  return false;
}

/// The block that a target stands for: itself, or around a link that is only an anchor the list item or block it begins.
const GumboNode* block_of(const GumboNode* target) {
  while (target != nullptr && is_element(target) && !is_block(target)) target = target->parent;
  if (target == nullptr || !is_element(target)) return nullptr;
  const GumboNode* above = target->parent;
  const bool is_wrapped =
      is_element(target, GUMBO_TAG_P) && above != nullptr && is_element(above) &&
      (is_element(above, GUMBO_TAG_LI) || (is_element(above, GUMBO_TAG_DIV) && attribute(above, "id").find("note") != std::string_view::npos));
  return is_wrapped ? above : target;
}

std::string without_brackets(std::string mark) {
  if (mark.size() > 2 && (mark.front() == '[' || mark.front() == '(')) return mark.substr(1, mark.size() - 2);
  return mark;
}

bool holds_body_text(const GumboNode* body) {
  return is_element(body, GUMBO_TAG_BODY) || is_element(body, GUMBO_TAG_MAIN) || is_element(body, GUMBO_TAG_ARTICLE) ||
         is_element(body, GUMBO_TAG_HTML) || (body->v.element.tag >= GUMBO_TAG_H1 && body->v.element.tag <= GUMBO_TAG_H6);
}

}  // namespace

PageNotes find_notes(const GumboNode* root) {
  std::map<std::string_view, const GumboNode*> named;
  std::vector<const GumboNode*> marks;
  for (const GumboNode* node = root; node != nullptr; node = next_node(node, root)) {
    if (!is_element(node)) continue;
    for (const char* name : {"id", "name"})
      if (has_attribute(node, name)) named.try_emplace(attribute(node, name), node);
    if (looks_like_mark(node)) marks.push_back(node);
  }
  PageNotes found;
  for (const GumboNode* mark : marks) {
    const auto target = named.find(attribute(mark, "href").substr(1));
    const GumboNode* body = target == named.end() ? nullptr : block_of(target->second);
    if (body == nullptr || holds_body_text(body) || inside(mark, body)) continue;
    found.by_mark.emplace(mark, found.notes.size());
    found.by_body.emplace(body, found.notes.size());
    found.notes.push_back({mark, body, without_brackets(text_below(mark))});
  }
  return found;
}

bool leads_back(const GumboNode* link, const PageNote& note) {
  const std::string_view target = attribute(link, "href");
  if (attribute(link, "role") == "doc-backlink") return true;
  if (target.size() < 2 || target[0] != '#') return false;
  for (const GumboNode* node = note.mark; node != nullptr && is_element(node) && !is_block(node); node = node->parent)
    if (attribute(node, "id") == target.substr(1) || attribute(node, "name") == target.substr(1)) return true;
  return false;
}

}  // namespace dovetail::html
