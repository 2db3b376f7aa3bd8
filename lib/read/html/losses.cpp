// Looking for style sheets that number or mark, scripts that write, and text that stands on another page.
#include "read/html/losses.h"

#include <algorithm>

#include "read/html/style.h"
#include "read/list_number.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail::html {
namespace {

constexpr std::size_t numbers_that_show_typing = 3;  // paragraphs that begin with a number: then numbers are typed in this page

/// What the page has outside its text.
struct Means {
  bool sheet = false;        // a style sheet that stands elsewhere
  bool counters = false;     // its own sheet counts
  bool list_styles = false;  // its own sheet speaks of how lists are numbered
  bool writing = false;      // a script writes text, or the page says that it needs scripts
};

std::string characters_of(const GumboNode* element) {
  std::string all;
  for (unsigned i = 0; i < element->v.element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(element->v.element.children.data[i]);
    if (is_text(child)) all += child->v.text.text;
  }
  return all;
}

/// A script of data is none.
bool is_program(const GumboNode* script) {
  const auto type = fold(attribute(script, "type"));
  return type.empty() || type == "module" || type.find("javascript") != std::string::npos || type.find("ecmascript") != std::string::npos;
}

bool is_sheet(const GumboNode* link) {
  return fold(attribute(link, "rel")).find("stylesheet") != std::string::npos && fold(attribute(link, "media")) != "print";
}

void look_at(const GumboNode* node, Means& means) {
  static const Pattern writes =
      Pattern::literal(R"(document\s*\.\s*write|innerHTML|outerHTML|insertAdjacentHTML|textContent\s*=|innerText\s*=)", false);
  static const Pattern asks = Pattern::literal(
      R"((?:enable|requires?|needs?|turn on|switch on)\s+(?:your\s+)?java\s?script|java\s?script\s+(?:is\s+)?(?:disabled|required|must|to be))",
      true);
  if (is_element(node, GUMBO_TAG_LINK)) means.sheet |= is_sheet(node);
  if (is_element(node, GUMBO_TAG_SCRIPT) && is_program(node)) means.writing |= writes.find(characters_of(node)).has_value();
  if (is_element(node, GUMBO_TAG_NOSCRIPT)) means.writing |= asks.find(text_below(node)).has_value();
  if (!is_element(node, GUMBO_TAG_STYLE)) return;
  const auto sheet = characters_of(node);
  means.sheet |= sheet.find("@import") != std::string::npos;
  means.counters |= sheet.find("counter(") != std::string::npos || sheet.find("counters(") != std::string::npos;
  means.list_styles |= sheet.find("list-style") != std::string::npos;
}

Means means_of(const GumboNode* root) {
  Means means;
  for (const GumboNode* node = root; node != nullptr; node = next_node(node, root))
    if (is_element(node)) look_at(node, means);
  return means;
}

/// Whether an element is called a change by its class and is none by its name.
bool is_marked_by_class(const GumboNode* element) {
  static const Pattern change = Pattern::literal(
      R"((?:^|[\s_-])(?:ins|inserted|insertion|del|deleted|deletion|redline[ds]?|track(?:ed)?-?changes?|struck|strike(?:through|out)?)(?:$|[\s_-]))",
      true);
  if (is_element(element, GUMBO_TAG_INS) || is_element(element, GUMBO_TAG_DEL) || is_element(element, GUMBO_TAG_S)) return false;
  if (!has_attribute(element, "class") || !change.find(attribute(element, "class"))) return false;
  return style_property(element, "text-decoration").empty();  // a look that it states itself is read
}

bool is_other_page(const GumboNode* element) {
  return is_element(element, GUMBO_TAG_IFRAME) || is_element(element, GUMBO_TAG_FRAME) || is_element(element, GUMBO_TAG_OBJECT) ||
         is_element(element, GUMBO_TAG_EMBED);
}

bool has_typed_numbers(const Document& document) {
  std::size_t typed = 0;
  for (const auto& paragraph : document.paragraphs)
    if (paragraph.part == Part::body && begins_with_number(slice(document.text, paragraph.span))) ++typed;
  return typed >= numbers_that_show_typing;
}

bool has_computed_numbers(const Document& document) {
  for (const auto& paragraph : document.paragraphs)
    for (const auto view : both_views)
      if (!paragraph.number[index(view)].empty() && !document.paragraph_formats[paragraph.format[index(view)]].bullet) return true;
  return false;
}

}  // namespace

Losses losses_of(const GumboNode* root, const GumboNode* own, const Document& document) {
  const Means means = means_of(root);
  Losses lost = document.lost;
  if (means.counters) lost.numbers = true;
  if ((means.sheet || means.list_styles) && has_computed_numbers(document)) lost.numbers = true;
  if (means.sheet && !has_typed_numbers(document)) lost.numbers = true;
  if (means.writing) lost.text = true;
  for (const GumboNode* node = own; node != nullptr; node = next_node(node, own)) {
    if (!is_element(node)) continue;
    if (is_marked_by_class(node)) lost.marks = true;
    if (is_other_page(node)) lost.text = true;
  }
  return lost;
}

std::string loss_message(const Losses& lost) {
  std::string message;
  const auto add = [&](bool is_lost, std::string_view what) {
    if (is_lost) message += std::string(message.empty() ? "" : "; ").append(what);
  };
  add(lost.numbers, "numbers may be shown by a style sheet");
  add(lost.marks, "changes may be shown by a style sheet");
  add(lost.text, "not all of its text is in the page");
  return "a web page: style sheets and scripts are not read" + (message.empty() ? std::string() : ", and " + message);
}

}  // namespace dovetail::html
