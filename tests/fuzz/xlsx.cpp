// Fuzz target: workbooks.
#include "read/xlsx/xlsx.h"
#include "fuzz/promises.h"
#include "fuzz/targets.h"

namespace dovetail::fuzz {

void xlsx(std::string_view bytes) { read_and_show(read_xlsx, FileKind::xlsx, bytes, false); }

}  // namespace dovetail::fuzz
