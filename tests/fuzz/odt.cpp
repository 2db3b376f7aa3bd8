// Fuzz target: OpenDocument texts.
#include "read/odt.h"
#include "fuzz/promises.h"
#include "fuzz/targets.h"

namespace dovetail::fuzz {

void odt(std::string_view bytes) { read_and_show(read_odt, FileKind::odt, bytes, true); }

}  // namespace dovetail::fuzz
