// Where elements stand in the bytes of an XML part: for writing into a copy that stays the same everywhere else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dovetail {

class Markup {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Element {
    std::uint64_t begin = 0, open_end = 0;  // of the start tag: "<" and one behind ">"
    std::uint64_t close = 0, end = 0;       // of the end tag; both open_end where the start tag ends itself
    std::uint32_t parent = none, first_child = none, last_child = none, next = none, previous = none;
    bool empty = false;  // <like/>
  };

  /// Scans a part in UTF-8; `bytes` must outlive it. A part that is not well-formed has no elements.
  explicit Markup(std::string_view bytes);

  [[nodiscard]] bool sound() const { return !elements_.empty(); }
  /// The elements in the order of their start tags; the outermost is the first.
  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }
  [[nodiscard]] const Element& operator[](std::uint32_t index) const { return elements_[index]; }
  /// The element whose name begins at `byte`; none where there is none.
  [[nodiscard]] std::uint32_t named_at(std::uint64_t byte) const;
  /// "w:t", as written.
  [[nodiscard]] std::string_view name(std::uint32_t element) const;
  /// "t".
  [[nodiscard]] std::string_view local(std::uint32_t element) const;
  /// The start tag as written.
  [[nodiscard]] std::string_view start_tag(std::uint32_t element) const;
  /// What stands between the tags.
  [[nodiscard]] std::string_view inside(std::uint32_t element) const;
  /// The element with its tags.
  [[nodiscard]] std::string_view whole(std::uint32_t element) const;
  /// The child of that local name; none where there is none.
  [[nodiscard]] std::uint32_t child(std::uint32_t element, std::string_view local) const;

 private:
  bool scan();
  std::string_view bytes_;
  std::vector<Element> elements_;
};

/// The value of an attribute of a start tag, by its name as written, references resolved; empty where there is none.
std::string attribute_in(std::string_view start_tag, std::string_view name);

/// A character as written in XML: one UTF-8 character, or a reference to one.
struct WrittenCharacter {
  std::string text;       // UTF-8; empty for what is no character: a comment, a mark of CDATA
  std::size_t bytes = 1;  // how many it takes as written
  bool in_cdata = false;  // what stands before it is the beginning of a CDATA section, or it is inside one
};

/// The characters of an element's own text, in order, with the bytes that each takes.
std::vector<WrittenCharacter> characters_of(std::string_view inside);

/// Text for between tags or in an attribute: references for the characters that XML keeps for itself, nothing for those that it cannot have.
std::string xml_escaped(std::string_view text);

}  // namespace dovetail
