// OpenDocument Text, as LibreOffice and others write it.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads content.xml, styles.xml and meta.xml of an ODF 1.2/1.3 text document. Tracked changes (ODF 1.3-3 5.5): insertions by their start and end
/// marks; a deletion's content is put back where its mark stands, the paragraph ends inside it as deleted marks. List and heading numbers are
/// computed per view (16.30, 19.8). Repeated rows and cells count against Limits::cells. Notes, annotations, text boxes, and headers and footers
/// of the master pages stand behind the body.
void read_odt(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
