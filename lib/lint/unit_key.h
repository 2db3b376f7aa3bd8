// What a stored unit depends on beside the bytes of its file, as digests.
#pragma once

#include <string>
#include <vector>

#include "lint.h"

namespace dovetail {

/// One digest of several texts; no two lists give the same.
std::string digest_of(const std::vector<std::string>& texts);

/// The program (its version, and its build where the linker wrote one down) and every file of its rules folder.
std::string digest_of_program(const Job& job);

/// How ids are spelt.
std::string digest_of_ids(const std::vector<IdShape>& shapes);

/// What reading an input depends on: limits, what marks mean, what standard input was said to be.
std::string digest_of_reading(const Input& input, const Job& job);

/// What compiling it depends on: its role, its entry in the project, profile and mapping.
std::string digest_of_context(const Input& input);

}  // namespace dovetail
