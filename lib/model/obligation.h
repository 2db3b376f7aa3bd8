// How strongly a text or an atom binds.
#pragma once

#include <cstdint>
#include <string_view>

namespace dovetail {

/// must: must, shall, will, is required to, is to, undertakes to, is responsible for. may: may, can, is entitled to. must_not: what may not be done.
/// need_not: what is not owed.
enum class Strength : std::uint8_t { none, must, should, may, must_not, need_not };

std::string_view name_of(Strength strength);

/// What the obligation column or word of a requirement means.
Strength strength_named(std::string_view words);

/// What is owed of an atom with that obligation column: must, should or may. What names none is owed as a must, and so is what must not be done.
Strength owed(std::string_view obligation);

}  // namespace dovetail
