// Writes the ranges of comments into a copy of a part.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "ooxml/markup.h"
#include "report/annotate/cutting.h"

namespace dovetail::annotate {

/// A stretch of the characters that a text element holds: what was read of it, and a byte in that.
struct Edge {
  std::uint64_t element = 0;  // as Origin::element
  std::string_view characters;
  std::size_t offset = 0;
  bool note = false;  // the mark of a note behind it is part of the words
};

class Weaver {
 public:
  /// `bytes` are the part in UTF-8 and must outlive it.
  explicit Weaver(std::string_view bytes) : bytes_(bytes), part_(bytes) {}

  /// Whether the part is well-formed, so that something can be written into it.
  [[nodiscard]] bool sound() const { return part_.sound(); }
  /// The largest id of a comment that the part names; -1 for none.
  [[nodiscard]] std::int64_t largest_comment() const;

  /// Puts comment `id` on the words between two edges; false where no comment can stand there.
  bool on_words(std::uint64_t id, const Edge& from, const Edge& to);
  /// Puts it at the end of a paragraph without words; `element` as Origin::element.
  bool on_paragraph(std::uint64_t id, std::uint64_t element);

  /// Takes the marks of a comment out, and the run that holds nothing else; false where the part has none.
  bool remove_comment(const std::string& id);

  /// The part with all that was put.
  [[nodiscard]] std::string result() const;

 private:
  struct Insertion {
    std::string close, ends, starts, open;
    std::size_t removed = 0;
  };
  Insertion& at(const Cut& cut);
  void remove(std::uint32_t element);
  [[nodiscard]] std::string tag(std::string_view local, std::uint64_t id) const;
  [[nodiscard]] std::string reference(std::uint64_t id) const;

  std::string_view bytes_;
  Markup part_;
  std::map<std::uint64_t, Insertion> insertions_;
};

/// How elements of the same namespace as `element` are written beside it: "w:", and nothing more; or, where it has no prefix, a prefix of their own
/// and its declaration.
struct Prefix {
  std::string name, declaration;
};
Prefix prefix_beside(const Markup& part, std::uint32_t element);

}  // namespace dovetail::annotate
