// One pass from "<" to "<".
#include "ooxml/blank.h"

#include <algorithm>
#include <bitset>
#include <cstring>

namespace dovetail {
namespace {

bool ends_name(char c) { return c == ' ' || c == '/' || c == '>' || c == '\t' || c == '\r' || c == '\n'; }

class Blanker {
 public:
  Blanker(char* begin, char* end, const Unused& unused) : at_(begin), end_(end), unused_(unused) {
    for (const auto leaf : unused.leaves) like_leaf_.set(likeness(leaf));
  }

  void run() {
    while ((at_ = find('<', at_)) != end_) {
      if (end_ - at_ < 4) return;
      if (at_[1] == '!' || at_[1] == '?') {
        if (!pass_markup()) return;
      } else {
        look_at_element();
      }
    }
  }

 private:
  /// By length and last character: tells nearly all elements that are none of the leaves at once.
  static std::size_t likeness(std::string_view name) {
    return name.empty() ? 0 : (name.size() % 32) * 32 + static_cast<unsigned char>(name.back()) % 32;
  }

  char* find(char wanted, char* from) const {
    auto* found = static_cast<char*>(std::memchr(from, wanted, static_cast<std::size_t>(end_ - from)));
    return found == nullptr ? end_ : found;
  }

  /// Passes a comment, CDATA or an instruction; false where it never ends, or for a document type, whose contents are another language.
  bool pass_markup() {
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    const std::string_view closing = rest.starts_with("<!--") ? "-->" : rest.starts_with("<![CDATA[") ? "]]>" : rest.starts_with("<?") ? "?>" : "";
    const auto close = closing.empty() ? std::string_view::npos : rest.find(closing, 2);
    if (close == std::string_view::npos) return false;
    at_ += close + closing.size();
    return true;
  }

  void look_at_element() {
    char* const begin = at_;
    char* name_end = begin + 1;
    while (name_end != end_ && !ends_name(*name_end)) ++name_end;
    const std::string_view name(begin + 1, static_cast<std::size_t>(name_end - begin - 1));
    at_ = name_end;
    if (like_leaf_[likeness(name)] && std::binary_search(unused_.leaves.begin(), unused_.leaves.end(), name)) {
      char* const close = end_of_tag(name_end);
      if (close == end_) return;
      at_ = close + 1;
      if (close[-1] == '/') std::memset(begin, ' ', static_cast<std::size_t>(at_ - begin));
    } else if (name_end != end_ && *name_end == ' ' && std::find(unused_.elements.begin(), unused_.elements.end(), name) != unused_.elements.end()) {
      blank_attributes(name_end);
    }
  }

  /// The ">" of a tag; one inside a value is none.
  char* end_of_tag(char* from) const {
    char quote = '\0';
    for (; from != end_; ++from) {
      if (quote != '\0') {
        if (*from == quote) quote = '\0';
      } else if (*from == '"' || *from == '\'') {
        quote = *from;
      } else if (*from == '>' || *from == '<') {
        return *from == '>' ? from : end_;
      }
    }
    return end_;
  }

  void blank_attributes(char* from) {
    while (from != end_ && *from == ' ') {
      char* const begin = from + 1;
      char* equals = begin;
      while (equals != end_ && *equals != '=' && *equals != '>' && *equals != '<' && *equals != ' ') ++equals;
      if (end_ - equals < 3 || *equals != '=' || (equals[1] != '"' && equals[1] != '\'')) return;
      char* const close = find(equals[1], equals + 2);
      if (close == end_) return;
      const std::string_view name(begin, static_cast<std::size_t>(equals - begin));
      const auto& beginnings = unused_.attribute_beginnings;
      if (std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view one) { return name.starts_with(one); }))
        std::memset(begin, ' ', static_cast<std::size_t>(close + 1 - begin));
      from = at_ = close + 1;
    }
  }

  char* at_;
  char* end_;
  const Unused& unused_;
  std::bitset<1024> like_leaf_;
};

}  // namespace

void blank_unused(Buffer& part, const Unused& unused) { Blanker(part.data.get(), part.data.get() + part.size, unused).run(); }

}  // namespace dovetail
