// Fuzz target: CSV and TSV files.
#include "read/csv.h"
#include "fuzz/promises.h"
#include "fuzz/targets.h"

namespace dovetail::fuzz {

void csv(std::string_view bytes) { read_and_show(read_csv, FileKind::csv, bytes, false); }

}  // namespace dovetail::fuzz
