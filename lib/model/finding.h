// What is wrong, where, and what to do: the only thing rules produce and reports show.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/place.h"

namespace dovetail {

enum class Severity : std::uint8_t { note, warning, error };
enum class Certainty : std::uint8_t { likely, sure };

std::string_view name_of(Severity severity);    // "note", "warning", "error"
std::string_view name_of(Certainty certainty);  // "likely", "sure"
std::optional<Severity> severity_named(std::string_view name);

struct FindingNote {
  Place place;
  std::string label;
  std::string message;
};

struct Fix {
  std::string replace;  // instead of the finding's words
  bool safe = false;    // may be applied without a person looking
};

struct Finding {
  std::string rule;
  Severity severity = Severity::warning;
  Certainty certainty = Certainty::sure;
  Place place;
  std::string label;       // the paragraph's number as the reader sees it; empty for none
  Views views;             // which views have it; a finding about no text has both
  bool introduced = true;  // the proposed view has it and the baseline has not
  std::string text;        // the words at fault, as written
  std::string message;     // label first: "3.2.1(b): XBSCP901 has no paragraph 9.4"; no full stop
  std::vector<FindingNote> notes;
  std::optional<Fix> fix;
  std::string atom;         // id of the design atom concerned; empty for none
  std::string key;          // what is wrong, without place: the cited target, term, atom; input of the fingerprint
  std::string fingerprint;  // stable under renumbering and edits elsewhere; filled by lint after all checks
  std::string waived;       // the waiver's reason; empty when it stands
};

}  // namespace dovetail
