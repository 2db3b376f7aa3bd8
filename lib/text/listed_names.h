// Several names in one cell: "Supplier and LDSO", "SUP / DSVC".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dovetail {

/// Whether names may be listed in the words: a comma, slash, ampersand or plus sign stands in them, or "and" or "or".
bool may_list_names(std::string_view words);

/// The names that the words list, apart by such signs and words; the words alone where they are a name themselves, or where one of the pieces is
/// none. `is_name` is asked for folded phrases (fold_phrase); a plural is also asked for without its "s".
std::vector<std::string> listed_names(std::string_view words, const std::function<bool(std::string_view)>& is_name);

}  // namespace dovetail
