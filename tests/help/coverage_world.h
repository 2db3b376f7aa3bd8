// Projects by chance: two texts, a design with parents and steps, a register of links, all of one seed. What must hold of every project is tried on
// many of them.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace help {

/// One paragraph of a text, or one row of its timetable.
struct WorldProvision {
  unsigned document = 0, section = 1;
  bool row = false, inserted = false;  // inserted: by the draft
  std::string words;                   // where %R stands the number of `cites`
  std::size_t cites = 0;               // another provision of the same section, earlier
  unsigned before = 0, after = 0;      // its number in its section before the draft and as proposed; 0: not in that text
};

class CoverageWorld {
 public:
  using Files = std::vector<std::pair<std::string, std::string>>;

  explicit CoverageWorld(std::uint32_t seed);

  /// The project with the first `links` rows of its register.
  [[nodiscard]] Files files(std::size_t links) const;
  [[nodiscard]] Files files() const { return files(links_.size()); }
  [[nodiscard]] std::size_t links() const { return links_.size(); }
  [[nodiscard]] const std::vector<std::string>& atoms() const { return atoms_; }
  /// The project without the row of one requirement or step.
  [[nodiscard]] Files without(const std::string& atom) const;
  /// The project whose file lists documents and design in another order.
  [[nodiscard]] Files reordered(std::uint32_t seed) const;

  /// A register in which every provision is reviewed: each row has the hash of the words that it names. Nobody comments on anything.
  void review_all();
  /// Puts paragraphs between the others, marked as new; the numbers behind them change, and so do references to them, marked too.
  void renumber(std::uint32_t seed);
  /// "Quarry Rules 4 1.2", before the draft, to the label it is proposed to have.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> labels() const;

 private:
  unsigned pick(unsigned below) { return static_cast<unsigned>(chance_() % below); }
  bool one_in(unsigned n) { return pick(n) == 0; }
  [[nodiscard]] std::string sentence();
  void make_text();
  void number();
  void make_design();
  void make_links();
  [[nodiscard]] std::string text(unsigned document) const;
  [[nodiscard]] std::string words_of(const WorldProvision& provision, bool marked) const;
  [[nodiscard]] Files made_of(std::vector<std::string> documents, std::vector<std::string> design, std::size_t links,
                              const std::string& left_out) const;

  std::mt19937 chance_;
  std::vector<WorldProvision> provisions_;
  std::vector<std::string> atoms_, links_;
  std::vector<std::pair<std::string, std::string>> requirements_, steps_;  // id and row
  std::string comments_;
};

}  // namespace help
