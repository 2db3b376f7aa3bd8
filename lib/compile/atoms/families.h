// Which ids belong to which kind of atom.
#pragma once

#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// The family that ids of such atoms have ("interface_item": a data item's); empty where any text may be the id.
std::string_view id_family(std::string_view kind);

/// The mappings that may read this input: the project's own, else the candidates for its role and register.
std::vector<const Mapping*> mappings_for(const Input& input);

/// Whether ids of that kind count only within the atom above them: a value of a data item, a data item of a message. One id may stand in several
/// rows.
bool counts_within_parent(std::string_view kind);

/// Whether `id` can be believed to be an id of the programme, although nobody has said so: of a known family, or capitals and figures in the way of
/// ids ("REQ001", "R-12.a"). Numbers, words and the generated ids of modelling tools are none.
bool looks_like_id(std::string_view id);

}  // namespace dovetail
