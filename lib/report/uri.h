// A path as a URI reference.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// RFC 3986: every byte but unreserved ones and "/" percent-encoded, so that a relative path stays relative and no part is taken for a scheme.
std::string uri_of(std::string_view path);

}  // namespace dovetail
