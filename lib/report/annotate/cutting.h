// Where something can be written between the characters of a part: which elements are closed before it and opened again behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ooxml/markup.h"

namespace dovetail::annotate {

/// A place between runs of a paragraph. Where it is inside a run, the run is cut in two that look alike.
struct Cut {
  std::uint64_t at = 0;               // byte of the part
  std::string close, open;            // "</w:t></w:r>" and "<w:r>…<w:t>"; empty between runs
  std::uint32_t text = Markup::none;  // the text element that is cut in two: its white space must be kept
};

/// The place before or behind characters of a text element. `characters` are those of the document that stand in it, `offset` the byte in them.
/// Comments stand between the runs of a paragraph, not in links and fields, so the place moves outside those; and tracked insertions are cut in two,
/// since few programs read comments in them. None where the element stands in no paragraph.
std::optional<Cut> place_before(const Markup& part, std::uint32_t element, std::string_view characters, std::size_t offset);
std::optional<Cut> place_behind(const Markup& part, std::uint32_t element, std::string_view characters, std::size_t offset);

/// How many bytes of an element's inside stand before the character at `offset` of what was read of it; none where they cannot be told apart.
std::optional<std::size_t> written_offset(std::string_view inside, std::string_view characters, std::size_t offset);

/// The place behind the mark of a note that follows the run of a text element; the place behind the characters where no mark does.
std::optional<Cut> place_behind_note(const Markup& part, std::uint32_t element, std::string_view characters, std::size_t offset);

}  // namespace dovetail::annotate
