// Finds references in the words of a text: what they want, not whether it is there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compile/common_lines.h"
#include "model/document.h"
#include "model/profile.h"
#include "model/unit.h"

namespace dovetail {

/// A reference as found in one line of normalised text; offsets are in that line.
struct FoundReference {
  Span span;
  std::string text, keyword, document, label, last;
  std::vector<std::string> divisions;
  ReferenceReach reach = ReferenceReach::own;
  std::string echo;
  bool echo_quoted = false;
  bool self = false, relative = false;
};

/// All references of one line of normalised text, one for each item of a list, in order. Chains ("paragraph 4 of Article 5 of the
/// Guideline") are read to their head noun first. Matching never leaves the line. `instrument_heads`: see Profile; none: those built in.
std::vector<FoundReference> find_references(std::string_view line, const std::vector<std::string>* instrument_heads = nullptr);

/// Fills unit.references from both views; one found at the same bytes in both is one reference. unit.views and provisions are filled before.
void compile_references(const Document& document, const Profile& profile, const CommonLines& common, Unit& unit);

}  // namespace dovetail
