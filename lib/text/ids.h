// Ids of the design ("IF-901", "BP901.040", "XP-BR-MS-004") however they are spelt, in cells and in running text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace dovetail {

/// One id as the design would write it.
struct DesignId {
  std::string canonical;    // "IF-901" for IF901, IF‑901 (U+2011), "if 901"
  std::string_view family;  // "interface", "bp_step", "choreography", "data_item", "message", "variant", "collection", "flow", "document",
                            // "requirement"; empty where the shape is none that is known (text/id_shapes.h). Lives as long as the process
  friend bool operator==(const DesignId&, const DesignId&) = default;
};

/// The one id that `text` is, cleaned of spaces and odd hyphens; text of no known shape is only cleaned. Never fails; empty for blank text.
DesignId canonical_id(std::string_view text);

/// All ids that a cell names: lists ("IF-901; IF-902", line breaks), pairs ("IF-901/PUB-901", "IF-901/902"), ranges ("IF-901 to IF-903", at most
/// 1,000 long), ids in front of a name ("BP901.040 Send …"). A blank cell and "N/A" name none.
std::vector<DesignId> ids_in_cell(std::string_view text);

struct IdInText {
  Span span;
  DesignId id;
};

/// The ids that stand in normalised running text, in order, at word edges and in upper case as ids are. Ranges are not filled in.
std::vector<IdInText> ids_in_text(std::string_view text);

/// How long the id is that begins at `at` in normalised text, spelt as ids_in_text finds them and up to a word edge; 0 where none does.
std::size_t id_length_at(std::string_view text, std::size_t at);

/// The places where normalised running text names a whole artefact ("DES901", "the MHHSP-BRS-901"), in order, at word edges.
std::vector<IdInText> artefacts_in_text(std::string_view text);

/// Expressions of which one occurs in every text that has an id or names an artefact, as the two functions above find them.
std::vector<std::string> expressions_of_ids();

/// Whether a cell says that the field does not apply ("N/A", "not applicable"), which is other than blank: blank is unknown.
bool says_not_applicable(std::string_view text);

/// The values of a cell that may hold several: split at ";" and line breaks, trimmed, blanks left out.
std::vector<std::string> split_values(std::string_view text);

}  // namespace dovetail
