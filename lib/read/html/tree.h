// A parsed HTML page. With html/style.h and html/writer.cpp the only place that names gumbo.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "model/limits.h"

namespace dovetail::html {

/// A page and the memory of its tree. gumbo is written in C, keeps no limits and frees its tree by recursion: this class gives it a heap of its
/// own, which is freed as a whole, and leaves the parser when the heap has grown beyond its limit.
class Tree {
 public:
  /// Parses well-formed UTF-8 (which must outlive the tree). Text behind the point where a limit is hit is not read; limit() then says which.
  explicit Tree(std::string_view text, std::size_t depth_limit = Limits().html_depth);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// The html element; null when nothing could be parsed.
  [[nodiscard]] const GumboNode* root() const { return root_; }
  [[nodiscard]] const std::string& limit() const { return limit_; }

 private:
  struct Heap;
  std::unique_ptr<Heap> heap_;
  const GumboNode* root_ = nullptr;
  std::string limit_;
};

inline bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT; }
inline bool is_element(const GumboNode* node, GumboTag tag) { return is_element(node) && node->v.element.tag == tag; }
inline bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

/// The attribute's value; empty where it is absent.
std::string_view attribute(const GumboNode* element, const char* name);
bool has_attribute(const GumboNode* element, const char* name);
/// The attribute as a whole number within [least, most]; `otherwise` where it is none.
std::int64_t number_attribute(const GumboNode* element, const char* name, std::int64_t otherwise, std::int64_t least, std::int64_t most);
/// The words below a node, white space squeezed.
std::string text_below(const GumboNode* node);

/// The node that follows in document order, inside `top`; `skip` leaves out what is below `node`. Null at the end. Needs no stack.
const GumboNode* next_node(const GumboNode* node, const GumboNode* top, bool skip = false);

}  // namespace dovetail::html
