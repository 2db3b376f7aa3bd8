// What the opener of a package remarked, as problems and losses of the document that was read from it.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "ooxml/remark.h"

namespace dovetail {

/// What a part holds, for saying what is lost where it is damaged.
enum class PartHolds : std::uint8_t { nothing, numbers, text };

/// Adds the remarks as problems to `document` when all of it has been read, and sets `document.lost`: a damaged part that holds text or numbers
/// loses those, a damaged package both. Where no text at all could be read of what is damaged, that is one "input.unreadable" and no damage.
void tell_remarks(const std::vector<Remark>& remarks, const std::function<PartHolds(std::string_view part)>& holds, Document& document);

}  // namespace dovetail
