// What words a project prefers: a file of rules/terms, or one of the project's own, as a plain struct.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace dovetail {

/// One thing and the words for it.
struct PreferredTerm {
  std::string preferred;                   // what to write
  std::vector<std::string> retired;        // what it replaces; whole words, plurals and possessives too
  std::vector<std::string> codes;          // ids of the codes where it applies; empty: all
  std::vector<std::string> documents;      // RE2 expressions, matched whole against ids and aliases, any case; empty: all
  std::vector<std::string> not_documents;  // the same, where it does not apply
  std::vector<std::string> topics;         // topic areas; empty: all
  bool exact = false;                      // capitals count: "ELEXON" is retired, "Elexon" is not
  bool transition = false;                 // applies to text about transition and migration too
  bool safe = false;                       // the replacement may be made without a person looking
  std::string why;
};

struct Vocabulary {
  std::string name;  // of a shipped file "mhhs", of a project's own its path
  std::string title;
  std::vector<PreferredTerm> terms;
  std::vector<std::pair<std::string, std::string>> different;  // pairs that look alike and are two terms
  std::vector<std::string> never;                              // words that are never terms
  std::vector<std::string> acronyms;                           // abbreviations that need no expansion
  std::vector<std::string> transition;                         // words that mark text about transition
};

}  // namespace dovetail
