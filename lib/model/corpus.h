// What all units mean together: every need has exactly one outcome, per view.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "model/comparison.h"
#include "model/coverage.h"
#include "model/place.h"
#include "model/role_names.h"
#include "model/unit.h"

namespace dovetail {

/// The closed set of what can become of a reference. Unknown is not broken: only missing, not_used, deleted and ambiguous are defects.
enum class Outcome : std::uint8_t { resolved, missing, not_used, deleted, ambiguous, retired, unknown, external, not_loaded, unparsed };
inline constexpr std::size_t outcome_count = 10;
std::string_view name_of(Outcome outcome);

/// A document that may be cited, whether loaded or not: an entry of the project file or a row of the document register.
struct RegisteredDocument {
  std::string id, title, code;
  bool retired = false;
};

struct ReferenceLink {
  Outcome outcome = Outcome::unparsed;
  std::vector<In<Provision>> targets;  // one when resolved to a provision, several when ambiguous, none for a whole document
  Id<Unit> unit;                       // the document that the target was looked for in
  Rare<std::string> wanted;            // the label that the outcome speaks of where it is not the reference's: the end of a range that is not there
  Rare<std::string> nearest;           // for missing: the label of the nearest existing provision
  Id<RegisteredDocument> registered;   // the entry of the document named, where there is one
  bool out_of_scope = false;           // a bare number that the division it stands in has not: found around it, or in another division

  /// The label that the outcome speaks of; `reference` is the one that this is the link of.
  [[nodiscard]] const std::string& wanted_by(const Reference& reference) const { return wanted.empty() ? reference.label : wanted.get(); }
};

/// A defined term over all the definitions of it.
struct Term {
  std::string term;  // as first defined
  std::vector<In<Definition>> definitions;
  std::array<std::uint32_t, 2> uses{};  // outside its own definitions, per view
};

struct TermUse {
  std::uint32_t first_word = 0, last_word = 0;  // of Unit::words, last included
  Id<Term> term;
  Views views;
  std::array<std::int32_t, 2> definition{-1, -1};  // per view: which of Term::definitions is meant there; -1: none in reach, or not in that view
};

/// Two definitions of one term in two codes that say different things.
struct TermConflict {
  In<Definition> first, second;  // in the order of the codes in the project, else of their ids
  std::string difference;        // the words that differ, in brief: "five … / three …"
};

/// What one artefact says of an atom.
struct SourceValue {
  In<Item> item;       // the row that says it
  std::string source;  // how a person calls the artefact: "DES901"
  std::string value;   // as written
};

/// One aspect of an atom over all the artefacts that speak of it, where they do not say the same.
struct AtomConflict {
  std::string atom;               // canonical id: "PUB-904", "IF-903/DI90003"
  std::string aspect;             // "receivers", "sender", "optionality", "format", "length", "units", "name", "enumeration"
  std::string difference;         // in brief: "LDSO only in DES901"
  std::vector<SourceValue> said;  // in the order of the inputs
};

/// An atom of the design that names another.
struct DesignLink {
  In<Item> from;
  std::string field;    // the field that names it: "interface_ids"
  std::string to_kind;  // the kind of atom that is meant
  std::string to;       // canonical id
  bool found = false;   // some artefact defines it
};

struct Corpus {
  RoleNames roles;                                                    // of all tables, designs and texts
  std::vector<std::array<std::vector<ReferenceLink>, 2>> references;  // [unit][view][reference]; views a reference has not are unparsed and uncounted
  Table<Term> terms;
  std::vector<std::vector<TermUse>> uses;                                  // [unit], in order of the words
  std::vector<std::vector<std::array<std::uint32_t, 2>>> definition_uses;  // [unit][definition][view]: uses that mean it, outside itself
  std::vector<TermConflict> term_conflicts;                                // once per term and pair of codes
  std::vector<Comparison> comparisons;                                     // of each draft's baseline view with the baseline it names
  std::vector<Comparison> companions;                                      // of each draft's proposed view with its twin and its earlier versions
  std::vector<DraftChanges> changes;                                       // of each draft, in order of the inputs
  std::vector<ThreeWay> three_ways;                                        // of each draft that names a live text
  std::vector<Collision> collisions;                                       // of drafts of one text
  std::vector<AtomCoverage> coverage;                                      // sorted by atom kind, id, code
  std::vector<AtomConflict> conflicts;                                     // sorted by atom, aspect
  std::vector<DesignLink> design_links;                                    // in order of the inputs, their atoms and fields
  std::vector<TraceLink> traces;                                           // of the trace register, in order of its rows
  std::vector<TracedText> traced_text;                                     // every changed provision of every draft, in order of the text
  std::vector<CoverageThreshold> thresholds;                               // of `expect:`, in its order, then by code and topic
  Table<RegisteredDocument> registered;                                    // documents that may be cited
  std::map<std::string, Id<Unit>> documents;                               // folded id or alias to unit
  std::map<std::string, In<Item>> atoms;                                   // canonical id to the first atom of that id
};

}  // namespace dovetail
