// A rule: documentation first, configuration second. A file of rules/<family> as a plain struct.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/finding.h"

namespace dovetail {

struct RuleExamples {
  std::string bad, good;  // marked text, run by the tests; a rule that needs a project has a fixture folder instead
};

struct Rule {
  std::string id;     // "reference.missing"
  std::string title;  // names the problem
  Severity severity = Severity::warning;
  Certainty certainty = Certainty::sure;
  std::string check;                        // a name in lib/check/checks.cpp; empty for a pattern rule
  std::string pattern;                      // RE2 over a normalised line; empty for a check rule
  std::map<std::string, std::string> with;  // the check's own settings; for patterns: ignore_case, edges, except, applies_to
  std::string message;                      // template: {label}, {document}, {target} …, or {0} for the words and {1}… for groups of a pattern
  std::string why;                          // why it matters to a reader
  std::string remedy;                       // "do" in the file: what to do about it
  std::string replace;                      // a pattern rule's fix; {1}… for groups; empty for none
  RuleExamples examples;

  /// "reference" of "reference.missing".
  [[nodiscard]] std::string family() const { return id.substr(0, id.find('.')); }
};

}  // namespace dovetail
