// A project in place: files and a dovetail.yaml go in, the Review of the whole line comes out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lint.h"

namespace help {

/// Runs the whole line on these files (name, content) in a folder of their own; "dovetail.yaml" among them makes it a project.
dovetail::Review linted(const std::vector<std::pair<std::string, std::string>>& files);

/// One marked text, with a profile.
dovetail::Review linted(const std::string& text, const std::string& profile);

/// The references of a document in one view, in order: "paragraph 9.4: missing", with what was found behind an outcome that has one.
std::vector<std::string> outcomes(const dovetail::Review& review, const std::string& document, dovetail::View view = dovetail::View::proposed);

/// The findings of a rule: "label: words".
std::vector<std::string> said_by(const dovetail::Review& review, const std::string& rule);

}  // namespace help
