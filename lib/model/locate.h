// From a place in a text to the provision that a reader would name.
#pragma once

#include <optional>
#include <string>

#include "model/unit.h"

namespace dovetail {

/// The index of the line of a projection that holds `offset` (of its text); none behind the last line.
std::optional<std::uint32_t> line_at(const Projection& projection, std::uint32_t offset);

/// The innermost provision whose own lines hold the line; none in front matter.
Id<Provision> provision_of_line(const Unit& unit, View view, std::uint32_t line);

/// The innermost provision at a byte of Document::text, as seen in a view; where that byte is not in the view, at the next one that is.
Id<Provision> provision_at(const Unit& unit, View view, std::uint32_t source_offset);

/// The label of that provision in that view; empty in front matter.
std::string label_at(const Unit& unit, View view, std::uint32_t source_offset);

/// "K5.4" within "Annex K-1": the label, with the division it is counted in where there is one ("Annex K-1, 5.4").
std::string full_label(const Unit& unit, Id<Provision> provision, View view);

}  // namespace dovetail
