// Deflating (RFC 1951), the other way round of inflate.h. Wraps libdeflate.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// `bytes` as one raw deflate stream, made fast rather than small; empty where memory runs out.
std::string deflated(std::string_view bytes);

}  // namespace dovetail
