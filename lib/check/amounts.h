// Amounts in sentences ("5 Working Days", "28 months", "more than 60 metres", "£500"), and which of two texts differ.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/role_names.h"
#include "text/span.h"

namespace dovetail {

struct Amount {
  std::string unit;  // one name for units that convert: "minute" for hours
  double value = 0;
  bool measured = false;         // a unit of time, energy or share; else whatever word stands behind the number, in the singular
  Span words;                    // number and unit, in the text
  std::set<std::string> beside;  // content of its sentence, without roles and figures
};

/// The amounts of a normalised text, in order. A number that names something ("paragraph 3", "Table 2", "step 4") is none.
std::vector<Amount> amounts_in(std::string_view text, const RoleNames& roles);

/// Amounts that answer each other in two texts and are not equal: of one unit, which either text has once. Where they are not the only measures of
/// their texts, half of what stands beside the one must stand beside the other. The pairs point into the arguments.
std::vector<std::pair<const Amount*, const Amount*>> differing_amounts(const std::vector<Amount>& first, const std::vector<Amount>& second);

}  // namespace dovetail
