// Fuzz target: OpenDocument texts.
#include "fuzz/promises.h"
#include "fuzz/targets.h"
#include "read/odt.h"

namespace dovetail::fuzz {

void odt(std::string_view bytes) { read_and_show(read_odt, FileKind::odt, bytes, true); }

}  // namespace dovetail::fuzz
