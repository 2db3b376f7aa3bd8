// SHA-256 (FIPS 180-4), for fingerprints and the hash columns of registers: small, and no reason for a library.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// The SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace dovetail
