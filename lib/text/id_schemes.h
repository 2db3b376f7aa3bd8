// What ids of one scheme share, where no pattern of rules/ids knows the scheme.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// What ids of one scheme have in common: "MSG_#" of "MSG_017". Empty where no digit stands in it.
std::string id_scheme(std::string_view id);

/// The id without the number that ends it: "XP-BR-MS" of "XP-BR-MS-004.1", "MSG" of "MSG_017"; the whole of an id that ends otherwise.
std::string id_group(std::string_view id);

}  // namespace dovetail
