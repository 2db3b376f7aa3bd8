// The sections of the HTML report, one file each, in the order of the page.
#pragma once

#include <string>

#include "report/reporters.h"
#include "report/tally.h"

namespace dovetail::html {

/// What was looked at and what came of it, in figures.
std::string summary_section(const Review& review, const Tally& tally);

/// Every finding, with a form that narrows them down.
std::string findings_section(const Review& review, const Tally& tally);

/// Which provisions each draft makes new, changes, deletes, moves or only renumbers, by whom and for which modification.
std::string changes_section(const Review& review, const Tally& tally);

/// The drafts as their reader knows them: changes shown, findings beside their words, references as links.
std::string reading_section(const Review& review, const Tally& tally);

/// Which provision carries which design atom, and the reverse.
std::string coverage_section(const Review& review, const Tally& tally);

/// What the artefacts of the design say of one atom, where they differ.
std::string conflicts_section(const Review& review, const Tally& tally);

/// The defined terms, where the reading view's terms lead to.
std::string glossary_section(const Review& review, const Tally& tally);

/// Findings that a person has accepted, with the reason.
std::string waived_section(const Review& review, const Tally& tally);

}  // namespace dovetail::html
