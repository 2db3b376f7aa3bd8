// Candidate provisions for atoms without text, and candidate atoms for text that traces to nothing.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "link/ranking.h"
#include "model/review.h"
#include "model/suggestion.h"

namespace dovetail {

class Candidates {
 public:
  explicit Candidates(const Review& review);

  /// The provisions of drafts and live texts of a code (empty: of any) that share most with the atom: its words, and heavier its roles, its
  /// interfaces with their names and its data items.
  [[nodiscard]] std::vector<Suggestion> for_atom(const Item& atom, const std::string& code, std::size_t count) const;
  /// The atoms that share most with a provision and what stands below it.
  [[nodiscard]] std::vector<Suggestion> for_provision(Id<Unit> unit, Id<Provision> provision, std::size_t count) const;
  /// The same as for_atom by plain TF-IDF over its text alone, to measure by.
  [[nodiscard]] std::vector<Suggestion> plain_for_atom(const Item& atom, std::size_t count) const;

 private:
  struct Question {
    std::vector<std::string> terms;
    std::map<std::string, double> boosts;
  };
  [[nodiscard]] Question question_of(const Item& atom) const;
  void add_names(const Item& atom, Question& question) const;

  const Review& review_;
  std::map<std::string, std::vector<std::string>> items_;  // names of data items, by interface
  Ranking provisions_, atoms_;
  std::vector<std::pair<Id<Unit>, Id<Provision>>> provision_ids_;
  std::vector<In<Item>> atom_ids_;
};

/// For each atom that is owed and has no text (or for those named, whatever they have): the candidates. Then for each changed provision that traces
/// to nothing. Fails where a name is that of no atom.
Result<std::vector<SuggestionList>> suggest(const Review& review, const std::vector<std::string>& atoms, std::size_t count);

}  // namespace dovetail
