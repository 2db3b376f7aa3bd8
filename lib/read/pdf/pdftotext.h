// Runs pdftotext at arm's length: PDF parsers meet hostile files.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace dovetail::pdf {

/// The XHTML that `pdftotext -bbox-layout` makes of a PDF. The process gets the file on its standard input (an unlinked temporary file), no other
/// descriptor, no shell, 1 GiB, 10 seconds, and 200 MB of output; it is killed when it wants more. The error says what was missing or went wrong.
Result<std::string> words_of(std::string_view pdf);

}  // namespace dovetail::pdf
