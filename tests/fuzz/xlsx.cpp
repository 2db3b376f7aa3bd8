// Fuzz target: workbooks.
#include "fuzz/promises.h"
#include "fuzz/targets.h"
#include "read/xlsx/xlsx.h"

namespace dovetail::fuzz {

void xlsx(std::string_view bytes) { read_and_show(read_xlsx, FileKind::xlsx, bytes, false); }

}  // namespace dovetail::fuzz
