// What several artefacts say of one atom: a row for each, a column for each source.
#include <algorithm>
#include <vector>

#include "report/html/elements.h"
#include "report/html/sections.h"

namespace dovetail::html {

std::string conflicts_section(const Review& review, const Tally&) {
  const auto& conflicts = review.corpus.conflicts;
  if (conflicts.empty()) return {};
  std::vector<std::string> sources;
  for (const auto& conflict : conflicts)
    for (const auto& said : conflict.said)
      if (std::find(sources.begin(), sources.end(), said.source) == sources.end()) sources.push_back(said.source);
  std::string out = "<table><caption>What the artefacts of the design say of one atom, where they differ</caption><thead><tr>" +
                    element("th", "Atom", "scope=\"col\"") + element("th", "What", "scope=\"col\"") + element("th", "Difference", "scope=\"col\"");
  for (const auto& source : sources) out += element("th", source, "scope=\"col\"");
  out += "</tr></thead><tbody>\n";
  for (const auto& conflict : conflicts) {
    out += "<tr>" + element("th", conflict.atom, "scope=\"row\"") + element("td", conflict.aspect) + element("td", conflict.difference);
    for (const auto& source : sources) {
      const auto said = std::find_if(conflict.said.begin(), conflict.said.end(), [&](const SourceValue& s) { return s.source == source; });
      out += element("td", said == conflict.said.end() ? "–" : std::string_view(said->value));
    }
    out += "</tr>\n";
  }
  return section("conflicts", "Conflicts in the design", scrolling("Conflicts in the design", out + "</tbody></table>"));
}

}  // namespace dovetail::html
