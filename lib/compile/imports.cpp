// Reads the name of the document behind "defined in" and "meanings given in".
#include "compile/imports.h"

#include <algorithm>
#include <string>

#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

void note_import(std::string_view line, Unit& unit) {
  if (line.find("fined in") == std::string_view::npos && line.find("meaning") == std::string_view::npos) return;
  static const Pattern imports = Pattern::literal(
      R"re(\b(?i:terms|expressions|words)\b[^.;]{0,120}\b(?:defined|meanings? (?:given|ascribed|set out|assigned))[^.;]{0,60}? (?:in|under|by) (?:the |that )?((?:Section |Annex |Schedule |Clause |[A-Z]{2,8} |paragraph )?[A-Z0-9](?:[\w.-]*\w)?(?: (?:[A-Z][\w-]*|[0-9]+(?:\.[0-9]+)*[A-Z]?\b))*))re");
  const auto found = imports.find(line);
  if (!found || !found->groups[0]) return;
  const std::string name(slice(line, *found->groups[0]));
  if (const auto first = fold(name.substr(0, name.find(' '))); first == "paragraph" || first == "clause") return;  // of this text
  // Statutes and standards are in no set of drafts; what they define is ordinary law.
  static const Pattern outside =
      Pattern::literal(R"re(^(?:ISO|IEC|BS|EN|IEEE|ETSI|PAS)\b|\b(?:Acts?|Regulations?|Order|Directive|Convention)(?: (?:19|20)[0-9]{2})?$)re");
  if (outside.find(name)) return;
  if (std::find(unit.imports.begin(), unit.imports.end(), name) == unit.imports.end()) unit.imports.push_back(name);
}

}  // namespace dovetail
