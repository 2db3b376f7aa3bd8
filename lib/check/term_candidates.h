// Runs of capitalised words that may be meant as terms: what is left when names, titles and references are let go.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/known_names.h"
#include "model/review.h"

namespace dovetail {

/// An expression of one document, with all its places.
struct Candidate {
  std::string words;
  std::vector<Span> places;
  bool baseline = false, sure_start = false;
};

/// The candidates of one text, by the stems of their words. Uses that no definition reaches in the proposed view are among them, those of one word
/// too.
std::map<std::vector<std::string>, Candidate> term_candidates(const Document& document, const Unit& unit, const std::vector<TermUse>& uses,
                                                              const KnownNames& names);

/// A reference with the heading or title that is echoed in brackets behind it: "Section T3.34 (Additional Testing)".
Span with_echo(const Unit& unit, Span reference);

}  // namespace dovetail
