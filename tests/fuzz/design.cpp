// Fuzz targets: diagrams and tree-shaped design files.
#include "fuzz/promises.h"
#include "fuzz/targets.h"
#include "read/archimate.h"
#include "read/bpmn.h"
#include "read/openapi/openapi.h"
#include "read/reqif.h"
#include "read/vsdx.h"

namespace dovetail::fuzz {

void archimate(std::string_view bytes) { read_and_show(read_archimate, FileKind::archimate, bytes, false); }
void bpmn(std::string_view bytes) { read_and_show(read_bpmn, FileKind::bpmn, bytes, false); }
void openapi(std::string_view bytes) { read_and_show(read_openapi, FileKind::openapi, bytes, false); }
void reqif(std::string_view bytes) { read_and_show(read_reqif, FileKind::reqif, bytes, false); }
void vsdx(std::string_view bytes) { read_and_show(read_vsdx, FileKind::vsdx, bytes, false); }

}  // namespace dovetail::fuzz
