// Fuzz target: Word documents.
#include "read/docx.h"
#include "fuzz/promises.h"
#include "fuzz/targets.h"

namespace dovetail::fuzz {

void docx(std::string_view bytes) { read_and_show(read_docx, FileKind::docx, bytes, true); }

}  // namespace dovetail::fuzz
