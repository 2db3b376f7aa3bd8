// Values of design fields in the form in which they can be compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dovetail {

/// 'M', 'O' or 'C' of "Mandatory", "O", "conditional", "Required", "1..1" and their like; nothing for other words.
std::optional<char> optionality_of(std::string_view text);

/// "text", "number", "date", "datetime", "time", "boolean" of "CHAR(10)", "NUM", "integer", "date-time" and their like; empty where it is not known.
std::string_view format_class(std::string_view text);

/// Letters and digits alone, folded: for comparing names whatever their hyphens and capitals.
std::string bare_name(std::string_view text);

/// The values of a valid set with their labels: "CHECK=Check; MAIN=Main", "CHECK - Check". Nothing where the cell holds words about the values and no
/// list of them ("see code list", "0 to 9").
std::vector<std::pair<std::string, std::string>> valid_set(std::string_view cell);

}  // namespace dovetail
