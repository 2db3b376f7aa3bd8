// Fuzz target: HTML pages.
#include "read/html.h"
#include "fuzz/promises.h"
#include "fuzz/targets.h"

namespace dovetail::fuzz {

void html(std::string_view bytes) { read_and_show(read_html, FileKind::html, bytes, true); }

}  // namespace dovetail::fuzz
