// What tests of the outline ask: marked text in, one line per provision out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compile/outline.h"
#include "model/limits.h"
#include "read/marked_text.h"

namespace dovetail {

struct Outlined {
  Document document;
  Unit unit;
};

inline void outline_into(Outlined& outlined, const Profile& profile) {
  auto& unit = outlined.unit;
  unit.has_changes = has_changes(outlined.document);
  unit.views[1] = std::make_shared<const Projection>(project(outlined.document, View::proposed, Spelling::normalised));
  unit.views[0] =
      unit.has_changes ? std::make_shared<const Projection>(project(outlined.document, View::baseline, Spelling::normalised)) : unit.views[1];
  compile_outline(outlined.document, profile, unit);
}

inline Outlined outlined(const std::string& text, const Profile& profile = {}) {
  Outlined out;
  read_marked_text(text, out.document, Limits());
  outline_into(out, profile);
  return out;
}

/// "3.2 Heading" for each provision that the view has, in order; items without heading.
inline std::vector<std::string> provisions(const Outlined& outlined, View view = View::proposed) {
  std::vector<std::string> lines;
  for (const auto& p : outlined.unit.provisions) {
    if (!p.views.has(view)) continue;
    const auto v = index(view);
    lines.push_back(p.label[v] + (p.heading[v].empty() ? "" : " " + p.heading[v]) + (p.not_used[v] ? " (not used)" : ""));
  }
  return lines;
}

}  // namespace dovetail
