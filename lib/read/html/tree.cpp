// A parsed HTML page: gumbo within limits.
#include "read/html/tree.h"

#include <algorithm>
#include <charconv>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>

#include "text/unicode.h"

namespace dovetail::html {

namespace {

constexpr std::size_t heap_factor = 400;  // bytes of tree for a byte of page: pages of nothing but short elements need some 60
constexpr std::size_t heap_least = 64U << 20;
constexpr std::size_t heap_most = 1100U << 20;  // a page ends within the 1.5 GiB of product.md

/// Elements that need no end tag: they say nothing about depth.
bool closes_by_itself(std::string_view name) {
  static constexpr std::string_view names[] = {"p",      "li",       "dt",       "dd",    "td",     "th",    "tr",  "thead", "tbody", "tfoot",
                                               "option", "optgroup", "colgroup", "col",   "br",     "hr",    "img", "input", "meta",  "link",
                                               "area",   "base",     "embed",    "param", "source", "track", "wbr", "rt",    "rp"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string lower_name(std::string_view text, std::size_t begin) {
  std::string name;
  for (std::size_t i = begin; i < text.size() && name.size() < 16; ++i) {
    const char c = text[i];
    if (c >= 'A' && c <= 'Z')
      name += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      name += c;
    else
      break;
  }
  return name;
}

/// The offset of the start tag that goes deeper than the limit; the text's size when none does.
std::size_t too_deep_at(std::string_view text, std::size_t depth_limit) {
  std::size_t depth = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos && at + 1 < text.size(); at = text.find('<', at + 1)) {
    const bool is_end = text[at + 1] == '/';
    const std::string name = lower_name(text, at + (is_end ? 2 : 1));
    if (name.empty() || closes_by_itself(name)) continue;
    if (is_end) {
      if (depth > 0) --depth;
    } else if (++depth > depth_limit) {
      return at;
    }
  }
  return text.size();
}

}  // namespace

/// A heap whose blocks know each other, so that all can be freed at once.
struct Tree::Heap {
  struct alignas(std::max_align_t) Block {
    Block* before;
    Block* after;
    std::size_t size;
  };
  Block ring{&ring, &ring, 0};
  std::size_t used = 0, limit = 0;
  std::jmp_buf leave;

  Heap() = default;
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;
  ~Heap() { free_all(); }

  static void* allocate(void* self, std::size_t size) {
    Heap& heap = *static_cast<Heap*>(self);
    if (heap.used + size > heap.limit) std::longjmp(heap.leave, 1);
    auto* block = static_cast<Block*>(std::malloc(sizeof(Block) + size));
    if (block == nullptr) std::longjmp(heap.leave, 1);
    *block = {&heap.ring, heap.ring.after, size};
    heap.ring.after->before = block;
    heap.ring.after = block;
    heap.used += size;
    return block + 1;
  }
  static void release(void* self, void* bytes) {
    if (bytes == nullptr) return;
    Heap& heap = *static_cast<Heap*>(self);
    Block* block = static_cast<Block*>(bytes) - 1;
    block->before->after = block->after;
    block->after->before = block->before;
    heap.used -= block->size;
    std::free(block);
  }
  void free_all() {
    while (ring.after != &ring) release(this, ring.after + 1);
  }

  /// gumbo's own frames are the only ones that are left by longjmp: they are C and hold nothing but blocks of this heap.
  const GumboNode* parse(std::string_view text) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(leave) != 0) return nullptr;
    return gumbo_parse_with_options(&options, text.data(), text.size())->root;
  }
};

Tree::Tree(std::string_view text, std::size_t depth_limit) : heap_(std::make_unique<Heap>()) {
  const std::size_t deep = too_deep_at(text, depth_limit);
  if (deep < text.size()) limit_ = "elements are nested deeper than " + std::to_string(depth_limit) + "; the page is read up to there";
  text = text.substr(0, deep);
  heap_->limit = std::clamp(text.size() * heap_factor, heap_least, heap_most);
  while ((root_ = heap_->parse(text)) == nullptr && !text.empty()) {
    heap_->free_all();
    text = text.substr(0, text.size() / 2);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.remove_suffix(1);
    limit_ = "the page's elements need more memory than is given to them; the first " + std::to_string(text.size()) + " bytes are read";
  }
}

Tree::~Tree() = default;

std::string_view attribute(const GumboNode* element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode* element, const char* name) { return gumbo_get_attribute(&element->v.element.attributes, name) != nullptr; }

std::int64_t number_attribute(const GumboNode* element, const char* name, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
  const std::string_view text = trim(attribute(element, name));
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc::result_out_of_range) return text.substr(0, 1) == "-" ? least : most;
  return error == std::errc() ? std::clamp(number, least, most) : otherwise;
}

const GumboNode* next_node(const GumboNode* node, const GumboNode* top, bool skip) {
  if (!skip && is_element(node) && node->v.element.children.length > 0) return static_cast<const GumboNode*>(node->v.element.children.data[0]);
  for (; node != top; node = node->parent) {
    const GumboVector& siblings = node->parent->v.element.children;
    if (node->index_within_parent + 1 < siblings.length) return static_cast<const GumboNode*>(siblings.data[node->index_within_parent + 1]);
  }
  return nullptr;
}

std::string text_below(const GumboNode* node) {
  std::string text;
  for (const GumboNode* at = node; at != nullptr; at = next_node(at, node))
    if (is_text(at)) text += at->v.text.text;
  return squeeze(text);
}

}  // namespace dovetail::html
