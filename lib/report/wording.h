// The words that all formats for people share.
#pragma once

#include <string>
#include <string_view>

#include "model/review.h"

namespace dovetail {

/// The first of the documents that are one file: a workbook is read once for each of its sheets.
Id<Document> first_of_file(const Review& review, Id<Document> document);

/// What the reader is asked to do: "Correct", "Check", "Note".
std::string_view imperative_of(Severity severity);

/// "9.3: the last paragraph of 9", with the document's path in front when it is another one.
std::string note_line(const Review& review, const Finding& finding, const FindingNote& note);

/// "1 document", "3 documents".
std::string counted(std::size_t count, std::string_view noun);

/// The line that a run ends with: how much was looked at, which view, which filters, what was found.
std::string closing_line(const Review& review);

/// A name of the program's as a person reads it: "bp_step" is "bp step".
std::string words_of_kind(std::string_view name);

/// How a table or a line names a document: its id, else its path.
const std::string& id_or_path(const Unit& unit);

/// The atom that a coverage row is about.
const Item& item_of(const Review& review, const AtomCoverage& atom);

/// The words of a coverage status: "not_owed" is "not owed".
std::string words_of(CoverageStatus status);

}  // namespace dovetail
