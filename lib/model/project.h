// A project: the documents, design artefacts and registers that belong together. dovetail.yaml as plain structs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"
#include "model/mapping.h"
#include "model/vocabulary.h"
#include "text/id_shapes.h"

namespace dovetail {

struct CodeEntry {
  std::string id, name;
  std::vector<std::string> aliases;
};

/// draft: judged. live: in force, read to resolve against. registered: known, not loaded. retired: no longer in force.
enum class DocumentRole { draft, live, registered, retired };

struct HistoryEntry {
  std::string version, path, status;  // consulted, approved, legal-reviewed
};

struct DocumentEntry {
  std::string path, id, code, profile, title, baseline, live, topic, version, date, release, twin, glossary, stage, marking;
  std::vector<std::string> aliases, changes, change_ids, in_flight;
  std::vector<HistoryEntry> history;
  bool lead = false;
  DocumentRole role = DocumentRole::draft;
  int line = 0;  // in dovetail.yaml; 0 where the entry was guessed
};

struct DesignEntry {
  std::string path, artefact, mapping, sheet, version, release, baseline;
  std::optional<Mapping> written_here;  // a mapping in the project file itself
  int line = 0;
};

struct Protection {
  std::string document, until, reason;
  std::vector<std::string> labels;
};

/// The least share of atoms that must be covered: of all of them, or of those with one obligation.
struct Minimum {
  std::string obligation;  // must, should, may; empty: all
  double share = 1;        // 0…1
};

struct Expectation {
  std::string kind;                         // of atom
  std::vector<Minimum> minimums;            // each judged apart
  std::vector<std::string> codes, instead;  // instead: kinds whose coverage counts too ("or")
  std::vector<std::string> topics;          // topic areas, each judged apart; empty: all together
};

struct RuleSetting {
  std::string rule;  // an id or a family
  std::optional<Severity> severity;
  bool off = false;
};

struct Waiver {
  std::string rule, document, label, atom, reason, owner, until, fingerprint;
  int line = 0;
  std::string written;  // where it is written ("known.json", "a.docx, comment 3"); empty: that line of the project file
  Place paragraph;      // written in the text itself: only findings of the paragraph that holds it
};

struct Project {
  std::string file;    // path of dovetail.yaml as given; empty where there is none
  std::string folder;  // the folder paths are relative to ("" for the current one), with a trailing slash otherwise
  std::string name, release, as_of, stage = "drafting", marking = "tracked", known, roles;
  std::vector<std::string> releases, terms;
  std::vector<CodeEntry> codes;
  std::vector<DocumentEntry> documents;
  std::vector<DesignEntry> design;
  std::map<std::string, std::string> registers;  // kind (trace, changes, …) to path
  std::vector<Protection> protections;
  std::vector<Expectation> expectations;
  std::vector<RuleSetting> rules;
  std::vector<Waiver> waivers;
  std::vector<Vocabulary> vocabularies;  // those that `terms` names
  std::vector<IdShape> ids;              // tried before those of the catalogue
};

}  // namespace dovetail
