// What has become of the design in the code: every atom in every code it is for, every link, every changed provision.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/comparison.h"
#include "model/place.h"
#include "model/unit.h"

namespace dovetail {

enum class CoverageStatus : std::uint8_t { covered, partial, weak, uncovered, waived, not_owed, pending, contested };
inline constexpr std::size_t coverage_status_count = 8;
std::string_view name_of(CoverageStatus status);

/// What a link rests on, strongest first. incorporated: the text takes the whole artefact in by reference. similar: words alone, never coverage.
enum class Evidence : std::uint8_t { declared, cited, structured, incorporated, named, similar };
inline constexpr std::size_t evidence_count = 6;
std::string_view name_of(Evidence evidence);

/// What has become of a trace.
enum class TraceOutcome : std::uint8_t { covers, outdated, predated, moved, suspect, orphaned, ambiguous, unwanted };
inline constexpr std::size_t trace_outcome_count = 8;
std::string_view name_of(TraceOutcome outcome);

struct CoverageTarget {
  std::string document_id;
  std::string label;
  Place place;
  Evidence evidence = Evidence::declared;
  TraceOutcome outcome = TraceOutcome::covers;
  std::string via;  // the atom through which it is covered, when not directly ("BP901.040")
};

/// One atom in one code that it targets.
struct AtomCoverage {
  In<Item> item;
  std::string code;  // empty where the atom names no code
  CoverageStatus status = CoverageStatus::uncovered;
  bool names_alone = false;  // weak, since nothing but names stand in the text, not even a row with its message
  std::string reason;        // for every status but covered and uncovered: why
  std::vector<CoverageTarget> targets;
  CoverageStatus before = CoverageStatus::uncovered;  // the same judgement of the text before the drafts
  std::vector<CoverageTarget> lost;                   // what carried it before, where nothing does now
  std::string topic;                                  // the topic area of the texts that carry it, or of all texts of the code; empty: not known
};

/// What the trace register says in one row about one atom and one place; a row that names several is several links.
struct TraceLink {
  In<Record> row;
  std::string atom;                            // canonical id; empty where the row declares the basis of a text
  std::string type;                            // codifies, references, consequential; not_codified
  std::string basis, reason;                   // as written; reason: its rationale
  std::string code, document, label;           // as the register names them
  Id<Unit> unit;                               // the text it leads to; none: not read, or no such document
  Id<Provision> provision;                     // where it stands now; none: the whole document, or gone
  std::string now;                             // its label now, where that is another one
  TraceOutcome text = TraceOutcome::covers;    // covers, moved, suspect, orphaned, ambiguous
  TraceOutcome design = TraceOutcome::covers;  // covers, outdated, predated, unwanted
  bool comparable = true;                      // whether the place could be looked for at all
  bool changed = false;                        // outdated: this atom changed since the version that it pins
  bool likely = false;                         // where it leads now was told by words alone
  bool full = false;                           // the register claims that all of the atom is carried
  std::vector<std::string> lacking;            // full: parts of the atom that do not appear there, where others do
  std::vector<std::string> changes;            // outdated: ids of the changes that name the atom
  std::string text_why;                        // of a number that other text bears now: the fact, in words
  std::string why;                             // predated, outdated, suspect, unwanted: the fact, in words

  [[nodiscard]] TraceOutcome outcome() const {
    if (text == TraceOutcome::orphaned || text == TraceOutcome::ambiguous) return text;
    return design == TraceOutcome::covers ? text : design;
  }
};

/// What a changed provision rests on. not_owed: a heading, a definition, front matter.
enum class TextBasis : std::uint8_t { design, declared, untraced, not_owed };
std::string_view name_of(TextBasis basis);

/// A changed provision of a draft, and what it traces to.
struct TracedText {
  Id<Unit> unit;
  Id<Provision> provision;
  ProvisionFate fate = ProvisionFate::changed;
  std::string label;
  TextBasis basis = TextBasis::untraced;
  std::vector<std::string> atoms;  // design: sorted
  std::string reason;              // declared: the basis and its rationale; not_owed: why
  Id<Provision> under;             // untraced: the highest provision that is new as a whole and traces to nothing; itself where there is none
};

/// What `expect:` asks of one kind of atom, in one code and topic area and of one obligation, and what is so. Waived and pending atoms are counted
/// apart.
struct CoverageThreshold {
  std::string kind, code, topic, obligation;  // code, topic and obligation empty: all of them
  double minimum = 1;
  std::size_t carried = 0, judged = 0, waived = 0, pending = 0;
  std::vector<In<Item>> missing;

  [[nodiscard]] bool reached() const { return judged == 0 || static_cast<double>(carried) + 1e-9 >= minimum * static_cast<double>(judged); }
};

}  // namespace dovetail
