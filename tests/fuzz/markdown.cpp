// Fuzz target: Markdown.
#include "read/markdown.h"
#include "fuzz/promises.h"
#include "fuzz/targets.h"

namespace dovetail::fuzz {

void markdown(std::string_view bytes) { read_and_show(read_markdown, FileKind::markdown, bytes, true); }

}  // namespace dovetail::fuzz
