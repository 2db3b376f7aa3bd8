// What stands in code text for each atom of the design: declared in the trace register, cited by id, a timetable row of the same shape, taken in by
// reference, or named.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "link/named_provisions.h"
#include "link/trace_links.h"
#include "model/review.h"

namespace dovetail {

/// One piece of evidence for an atom.
struct Found {
  std::string code;  // of the document it stands in
  CoverageTarget target;
  bool partial = false;        // the register says so, or only some of the receivers are named
  bool soft = false;           // names alone, text that changed since its review, or an atom that changed since its link
  bool other_parties = false;  // a row has its message, and is between others
  std::string why;             // of an ambiguous link: why it is
};

using EvidenceTable = std::map<std::string, std::vector<Found>>;  // by atom id; strongest first, then in document order

/// One text that evidence is looked for in.
struct EvidenceText {
  Id<Unit> unit;
  View view = View::proposed;
  Id<Unit> stands_for;  // whose id and code it has: the draft, for its baseline
};

/// The file that a draft without marks was drafted from; none where it has marks, or no such file was read.
Id<Unit> baseline_file(const Review& review, Id<Unit> draft);
/// The texts that stand for themselves, as proposed.
std::vector<EvidenceText> proposed_texts(const Review& review, const NamedProvisions& names);
/// The same before the drafts: their baseline views, or the baseline that a draft without marks names.
std::vector<EvidenceText> texts_before(const Review& review, const NamedProvisions& names);

/// Collects the evidence that texts give by themselves, without the register.
void add_text_evidence(const Review& review, const RoleNames& roles, const std::map<std::string, In<Item>>& atoms,
                       const std::vector<EvidenceText>& texts, EvidenceTable& table);
/// The parts of it: ids in text, comments, tags and bookmarks; rows of timetables; artefacts taken in by reference; names of messages beside roles.
void add_citations(const Review& review, const std::map<std::string, In<Item>>& atoms, const EvidenceText& text, EvidenceTable& table);
void add_rows(const Review& review, const RoleNames& roles, const std::vector<EvidenceText>& texts, EvidenceTable& table);
void add_incorporated(const Review& review, const std::vector<EvidenceText>& texts, EvidenceTable& table);
void add_named(const Review& review, const RoleNames& roles, const std::vector<EvidenceText>& texts, EvidenceTable& table);

/// The evidence of the register's links that codify.
void add_declared(const Review& review, const std::vector<TraceLink>& links, EvidenceTable& table);

/// Puts the strongest first, then in the order of the paths and the text: no order of the inputs shows.
void sort_evidence(const Review& review, EvidenceTable& table);

/// Whether a link counts as carrying the atom; orphaned and ambiguous ones do not, nor those that nobody wants.
bool carries(const Found& found);

/// One piece of evidence at a place of a text.
Found found_at(const Review& review, const EvidenceText& text, const std::string& label, Span span, Evidence evidence);

/// The label of the provision at a byte of a text; empty where none stands there, or one that is not used.
std::string label_of_place(const Review& review, const EvidenceText& text, std::uint32_t offset);

}  // namespace dovetail
