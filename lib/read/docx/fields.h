// Fields as an explicit stack (ECMA-376-1 17.16): instructions are kept apart, stored results are text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <optional>
#include <pugixml.hpp>

#include "model/document.h"
#include "model/limits.h"
#include "read/docx/text_writer.h"

namespace dovetail::docx {

class FieldStack {
 public:
  FieldStack(Document& document, const Limits& limits) : document_(document), limits_(limits) {}

  /// A field begins at `here`, with the element `source`. Deeper than the limit it is passed over; false then.
  bool begin(std::uint32_t here, Revised revised, pugi::xml_node source = {});
  /// The instruction ends and the stored result begins.
  void separate(std::uint32_t here);
  struct Ended {
    Id<Field> field;
    pugi::xml_node source;
  };
  /// The innermost field ends; nothing happens where none is open.
  std::optional<Ended> end(std::uint32_t here);
  /// A field whose instruction is known at once (w:fldSimple).
  bool begin_simple(std::string_view instruction, std::uint32_t here, Revised revised);

  /// Characters of an instruction.
  void instruction(std::string_view text);
  /// Whether what is read now belongs to an instruction, so that it is no text.
  [[nodiscard]] bool in_instruction() const { return instructions_open_ > 0; }
  [[nodiscard]] std::size_t depth() const { return open_.size() + too_deep_; }
  /// Ends what is still open, at the end of a story.
  void end_all(std::uint32_t here);

 private:
  struct Open {
    Id<Field> field;
    bool in_instruction;
    pugi::xml_node source;
  };
  void state_instruction(Field& field);

  Document& document_;
  const Limits& limits_;
  std::vector<Open> open_;
  std::size_t too_deep_ = 0;
  std::size_t instructions_open_ = 0;
};

}  // namespace dovetail::docx
