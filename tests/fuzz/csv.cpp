// Fuzz target: CSV and TSV files.
#include "fuzz/promises.h"
#include "fuzz/targets.h"
#include "read/csv.h"

namespace dovetail::fuzz {

void csv(std::string_view bytes) { read_and_show(read_csv, FileKind::csv, bytes, false); }

}  // namespace dovetail::fuzz
