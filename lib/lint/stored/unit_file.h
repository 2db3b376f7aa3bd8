// One file's facts as bytes: the text as read and what was compiled out of it, with what they were made from and by. A unit file is read as any
// other hostile input.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/document.h"
#include "model/unit.h"

namespace dovetail::stored {

/// What a unit file says of itself in front.
struct Heading {
  std::string made_by;      // digest of the program, its version and its rule and profile files
  std::string path;         // of the file it was made from, as Input::path
  std::string sha256;       // of that file's bytes; empty where they could not be read
  std::uint64_t bytes = 0;  // how many
  std::string reading;      // digest of all else that reading depends on
  std::string context;      // digest of all else that compiling depends on; empty where there is no unit
};

struct UnitFile {
  Heading heading;
  Document document;         // its path is the heading's
  std::optional<Unit> unit;  // without projections and not yet looked at: see is_sound
};

/// The ending of the names of unit files.
inline constexpr std::string_view ending = ".unit";

/// A unit file. `unit` may be null: the text alone.
std::string pack(const Heading& heading, const Document& document, const Unit* unit);

/// The heading alone. The error says what is wrong with the bytes, without the file's name.
[[nodiscard]] Result<Heading> unpack_heading(std::string_view bytes);

/// A whole unit file whose document is sound. The error says what is wrong with the bytes. Takes at most `most_bytes` of memory.
[[nodiscard]] Result<UnitFile> unpack(std::string_view bytes, std::uint64_t most_bytes);

/// Makes the projections of an unpacked unit, as compiling makes them.
void make_views(Unit& unit, const Document& document);

/// What pack puts behind the heading, before it is deflated, and the way back; for unit_file.cpp and the tests of hostile bytes.
std::string pack_facts(const Document& document, const Unit* unit);
[[nodiscard]] Result<bool> unpack_facts(std::string_view facts, std::uint64_t most_bytes, UnitFile& file);

}  // namespace dovetail::stored
