// Ids that stand in names: "BP901.040 Send updated meter details".
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// A name with the id that it bears.
struct NamedId {
  std::string id;      // canonical; empty where the name bears none
  std::string family;  // as in text/ids.h
  std::string raw;     // the id as written
  std::string rest;    // the name without it
};

/// Reads the id that a name begins with ("BP901.040: Send", "[BP901.040] Send", "Step BP901.040 Send") or ends with in brackets
/// ("Send (BP901.040)"). Ids of other shapes than those of text/ids.h, and ids inside the name, are none.
NamedId id_of_name(std::string_view name);

/// The id of whatever scheme that a name seems to begin with: letters and a number ("P3.04 Check", "STEP-12: Check"), or a number with dots
/// ("3.1 Check"). One name alone does not tell an id from other words; several of one scheme do. No family.
NamedId numbered_name(std::string_view name);

/// The id that an element's own id in a file stands for ("BP901.040", "_BP901.040", "BP901_040"); empty where it is none of a known shape.
NamedId id_of_native(std::string_view native);

}  // namespace dovetail
