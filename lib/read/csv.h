// CSV and TSV files: one table of rows and cells.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/limits.h"

namespace dovetail {

/// Reads a CSV file (RFC 4180, with what programs really write: any encoding of read/text_encoding.h, separators , ; tab |, a "sep=" line, ragged
/// rows, lone quotes) into one TextTable. Row::number counts rows of the file from 1; a blank line is a row without cells. Properties "encoding" and
/// "separator" say what was found. Never fails: a quote that is never closed is an "input.damaged" Problem.
void read_csv(std::string_view bytes, Document& document, const Limits& limits);

}  // namespace dovetail
