// Fuzz target: marked text, and what it compiles to.
#include "read/marked_text.h"
#include "fuzz/promises.h"
#include "fuzz/targets.h"

namespace dovetail::fuzz {

void marked_text(std::string_view bytes) { read_and_show(read_marked_text, FileKind::marked_text, bytes, true); }

}  // namespace dovetail::fuzz
