// How one kind of document numbers and cites: a file of rules/profiles as a plain struct.
#pragma once

#include <string>
#include <vector>

namespace dovetail {

/// A large part with a keyword in its heading: "ANNEX S-2", "Schedule 14", "PART A", "Appendix 1".
struct Division {
  std::string keyword;    // as in headings, any case
  std::string number;     // RE2 expression of its number, whole ("[A-Z]-[0-9]+")
  bool restarts = false;  // numbers start again inside it, and bare references look here first
  bool bare = false;      // the keyword alone may head it, when there is one only ("SCHEDULE")
  bool prefixes = false;  // its letter is part of every number inside it (SEC: A1.1)
};

/// A word that introduces a reference, in the singular ("paragraph"), and what it points at in this kind of document.
struct Keyword {
  std::string word;
  std::vector<std::string> at;  // decimal (1, 1.2), item ((a)), division, document, row (timetable)
};

struct Profile {
  std::string name;  // the file's name: "bscp"
  std::string title;
  std::vector<std::string> ids;     // RE2 expressions of document ids that this profile is guessed for ("X?BSCP ?[0-9]+")
  std::vector<std::string> titles;  // RE2 expressions of first lines that it is guessed for
  std::vector<Division> divisions;  // outermost first
  std::vector<Keyword> keywords;
  std::vector<std::string> letters;  // RE2 expression of letters in front of decimal numbers ("K5.4"); empty: none
  std::vector<std::string>
      headings;         // which numbers bear headings: "decimal 1", "decimal 2" …; "above": a heading stands on the line above its number
  std::string numbers;  // what a number is called when it is cited: "clause"; empty where several words are usual
  std::string numbers_in_divisions;      // the same inside divisions that begin again at 1
  bool statements = false;               // numbered front-matter statements stand before the body (BSC Procedures)
  bool glossary = false;                 // a list of definitions for the whole code
  bool definitions_outer_roman = false;  // in definitions (i) stands above (a) (Annex X-1)
  std::vector<std::string> imports;      // documents that terms come from when they are not defined here ("Annex X-1")
  std::vector<std::string>
      instrument_heads;  // from rules/instruments: head nouns of what is outside all codes ("act"), folded; empty: those built in
  std::vector<std::string> instrument_names;  // from there: RE2 expressions of whole names ("Grid Code")
  std::string scope_of_terms = "document";    // document or code: how far definitions reach
};

}  // namespace dovetail
