// Everything that is known after a run: what reports show.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/corpus.h"
#include "model/finding.h"
#include "model/marking.h"
#include "model/profile.h"
#include "model/project.h"
#include "model/rule.h"

namespace dovetail {

/// A rule that could not run on this input, and why.
struct Blocked {
  std::string rule, reason;
  Id<Document> document;  // the one it could not judge; none: it could not run at all
  Blocked(std::string rule_id, std::string why, Id<Document> where = {}) : rule(std::move(rule_id)), reason(std::move(why)), document(where) {}
  friend auto operator<=>(const Blocked&, const Blocked&) = default;
};

/// What a document is to the run: judged text is drafts; baselines, live texts, companions (twins, earlier drafts, other drafts in flight) and
/// earlier designs are read to compare with.
enum class InputRole : std::uint8_t { draft, live_text, baseline, design, register_file, other, companion, earlier_design };

struct Input {
  std::string path;  // as written by the user; the document's name in every report
  std::string file;  // the path to open: path relative to the project's folder
  InputRole role = InputRole::draft;
  const DocumentEntry* entry = nullptr;  // of a draft, baseline or live text
  const DesignEntry* design = nullptr;
  std::string register_kind;                         // "trace", "horizon" …
  const Profile* profile = nullptr;                  // code text
  const Mapping* mapping = nullptr;                  // design and registers
  const std::vector<Mapping>* candidates = nullptr;  // where mapping is null: those to choose from, sheet by sheet, by their headers
  Id<Document> baseline_of;                          // for roles baseline and earlier_design: what it is the baseline of
  Id<Document> companion_of;                         // live text of a draft, or a companion: that draft
  ComparedAs companion_as = ComparedAs::live;        // what it is to that draft
  std::size_t history = 0;                           // of an earlier draft: which entry of DocumentEntry::history
  const MarkingScheme* marking = nullptr;            // what marks mean in it; null where that is not known
};

struct Review {
  Project project;
  std::vector<Profile> profiles;
  std::vector<Mapping> mappings;
  std::vector<Vocabulary> vocabularies;  // the shipped ones, then the project's own
  std::vector<MarkingScheme> markings;
  std::vector<Rule> rules;    // those that ran, sorted by id
  std::vector<Input> inputs;  // same index as documents and units
  Table<Document> documents;
  Table<Unit> units;
  Corpus corpus;
  std::vector<Finding> findings;  // sorted; the only order a report may rely on
  std::vector<Blocked> blocked;
  std::vector<std::string> filters;  // as typed: "--only reference", "--new-only"
  std::vector<std::string> guesses;  // what was guessed about the inputs, one line each, in order of the inputs
};

}  // namespace dovetail
