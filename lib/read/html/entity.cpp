// Character references of HTML.
#include "read/html/entity.h"

#include "read/html/tree.h"

namespace dovetail::html {

std::string decode_entity(std::string_view reference) {
  const Tree tree(reference);
  std::string text;
  for (const GumboNode* node = tree.root(); node != nullptr; node = next_node(node, tree.root()))
    if (is_text(node)) text += node->v.text.text;
  return text;
}

}  // namespace dovetail::html
