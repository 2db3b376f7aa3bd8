#include "help/source.h"

namespace help {

std::string source_folder() { return DOVETAIL_SOURCE; }

}  // namespace help
