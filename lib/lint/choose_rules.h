// Which rules run, and how severe they are: the catalogue, then the project's settings, then the command line's.
#pragma once

#include <string_view>
#include <vector>

#include "lint.h"

namespace dovetail {

/// Fills rules, profiles, mappings and filters of `review` from the job and the project, and says how ids are spelt from here on
/// (text/id_shapes.h). Fails on a rule or family that does not exist.
[[nodiscard]] Result<bool> choose_rules(const Job& job, Review& review);

/// How ids are spelt, in the order in which the shapes are tried: the project's, those `learned` of its design, those of rules/ids.
[[nodiscard]] std::vector<IdShape> id_shapes_of(const Job& job, const Review& review, const std::vector<IdShape>& learned = {});

/// Whether `name` is the rule's id or its family: "reference" names "reference.missing".
bool names_rule(std::string_view name, std::string_view rule);

/// The severity of a finding that odd input gives, for input.* rules without a file in the rules folder.
Severity severity_of_input(std::string_view rule);

/// The severity that the user set for `rule`, if any: an id wins over a family, the command line over the project, the last over the first.
std::optional<Severity> severity_set(const Job& job, const Project& project, std::string_view rule);

/// Whether the job's and the project's choices let findings of `rule` be shown.
bool is_chosen(const Job& job, const Project& project, std::string_view rule);

}  // namespace dovetail
