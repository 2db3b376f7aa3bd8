// What a change touches: a topic, an artefact, an atom or a provision.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/suggestion.h"
#include "report/reporters.h"

namespace dovetail {

/// One section of a document that is touched, and how much of it.
struct TouchedSection {
  std::string artefact, document, section;
  std::size_t atoms = 0, provisions = 0, words = 0;
  std::string evidence;  // the strongest grade
};

/// Text elsewhere that cites what is touched.
struct TouchedReference {
  std::string document, label, words, target;
};

struct Impact {
  std::string asked;
  std::vector<TouchedSection> sections;
  std::vector<std::string> atoms;            // concerned, sorted
  std::vector<TouchedReference> references;  // from other texts, or from elsewhere in the same one
  std::vector<std::string> terms;            // defined terms whose definition stands in what is touched
  std::vector<std::string> without_text;     // atoms concerned that no text carries: their home is still to be found
};

/// Where atoms without text may go, before drafting starts: the best candidate of each.
using ImpactCandidates = std::vector<SuggestionList>;

/// By topic: what its drafts carry, and who else relies on what they change. Fails where there is no such topic.
[[nodiscard]] Result<Impact> impact_of_topic(const Review& review, const std::string& topic, const ImpactCandidates& candidates);
/// By artefact or atom: where its atoms stand, and who relies on that text.
[[nodiscard]] Result<Impact> impact_of_artefact(const Review& review, const std::string& artefact, const ImpactCandidates& candidates);
[[nodiscard]] Result<Impact> impact_of_atom(const Review& review, const std::string& atom, const ImpactCandidates& candidates);
/// By provision ("XBSCP901 3.1.4"): what it carries, and who relies on it.
[[nodiscard]] Result<Impact> impact_of_provision(const Review& review, const std::string& provision);

std::string impact_text(const Impact& impact, const ReportOptions& options);
/// dovetail.impact/1.
std::string impact_json(const Impact& impact, const ReportOptions& options);

}  // namespace dovetail
