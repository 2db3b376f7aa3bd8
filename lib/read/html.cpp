// HTML pages, as code portals and data specifications are published.
#include "read/html.h"

#include <algorithm>
#include <string>

#include "read/builder.h"
#include "read/html/losses.h"
#include "read/html/notes.h"
#include "read/html/tree.h"
#include "read/html/writer.h"
#include "read/text_encoding.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

constexpr std::size_t prescan = 4096;  // how far a declaration of the encoding is looked for (HTML asks for 1024 bytes; pages depart from it)

std::string_view declared_encoding(std::string_view bytes) {
  static const Pattern meta = Pattern::literal(R"(<meta[^>]*charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+))", true);
  const std::string_view head = bytes.substr(0, prescan);
  const auto match = meta.find(head);
  return match && match->groups[0] ? slice(head, *match->groups[0]) : std::string_view();
}

/// The only main element that has text, else the body.
const GumboNode* own_text(const GumboNode* root) {
  const GumboNode* main = nullptr;
  const GumboNode* body = root;
  int count = 0;
  for (const GumboNode* node = root; node != nullptr; node = html::next_node(node, root)) {
    if (!html::is_element(node)) continue;
    if (html::is_element(node, GUMBO_TAG_BODY)) body = node;
    if (!html::is_element(node, GUMBO_TAG_MAIN) && html::attribute(node, "role") != "main") continue;
    main = node;
    ++count;
  }
  return count == 1 && !html::text_below(main).empty() ? main : body;
}

void read_properties(const GumboNode* root, Document& document) {
  for (const GumboNode* node = root; node != nullptr; node = html::next_node(node, root)) {
    if (html::is_element(node, GUMBO_TAG_TITLE)) document.properties.try_emplace("title", html::text_below(node));
    if (html::is_element(node, GUMBO_TAG_META) && html::has_attribute(node, "name") && html::has_attribute(node, "content"))
      document.properties.try_emplace(std::string(html::attribute(node, "name")), squeeze(html::attribute(node, "content")));
    if (html::is_element(node, GUMBO_TAG_BODY)) return;
  }
}

}  // namespace

void read_html(std::string_view bytes, Document& document, const Limits& limits) {
  const bool cut = bytes.size() > limits.part_bytes;
  if (cut) bytes = bytes.substr(0, limits.part_bytes);
  const DecodedText decoded = decode_text(bytes, declared_encoding(bytes));
  DocumentBuilder builder(document, limits);
  builder.infer_marks();
  document.properties["encoding"] = decoded.encoding;
  if (decoded.damaged) builder.problem("input.damaged", "some bytes are no characters of " + decoded.encoding + " and are read as U+FFFD");

  const html::Tree tree(decoded.text, limits.html_depth);
  if (cut) builder.problem("input.limit", "the page has more than " + std::to_string(limits.part_bytes) + " bytes; it is read up to there");
  if (!tree.limit().empty()) builder.problem("input.limit", tree.limit());
  if (tree.root() == nullptr) return;
  read_properties(tree.root(), document);
  const html::PageNotes notes = html::find_notes(tree.root());
  const GumboNode* own = own_text(tree.root());
  html::Writer(builder, notes).write(own);
  document.lost = html::losses_of(tree.root(), own, document);
  builder.problem("input.lossy-source", html::loss_message(document.lost));
}

}  // namespace dovetail
