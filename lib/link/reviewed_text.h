// The words that a reviewer saw: what the hash column of a register is the hash of.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/review.h"

namespace dovetail {

/// Compares recorded hashes with the words of provisions. product.md, section 4: the leading hex digits (four or more) of the SHA-256 of the text
/// after NFC, with runs of white space made one space. Registers differ in what they take for the text, so a hash fits where it is that of the
/// provision's own lines, of its first line, or of all that stands below it too, each with or without its number.
class ReviewedText {
 public:
  explicit ReviewedText(const Review& review) : review_(review) {}

  /// Whether a cell can be such a hash.
  [[nodiscard]] static bool is_hash(std::string_view cell);
  [[nodiscard]] bool fits(Id<Unit> unit, View view, Id<Provision> provision, std::string_view hash) const;
  /// The provision of a view whose words have the hash; none where none has. Of several the one that bears `label`, none where that settles nothing.
  Id<Provision> with_hash(Id<Unit> unit, View view, std::string_view hash, const std::string& label = {});
  /// The provision with words of that hash, as with_hash finds it, in each text that stands behind a draft: its baseline view first, then its
  /// baseline and its earlier versions.
  struct Then {
    Id<Unit> unit;
    View view;
    Id<Provision> provision;
  };
  std::vector<Then> behind(Id<Unit> draft, std::string_view hash, const std::string& label);

  /// The words of a provision in a view, as written: its own lines without its number, squeezed.
  [[nodiscard]] std::string words(Id<Unit> unit, View view, Id<Provision> provision) const;

 private:
  [[nodiscard]] std::vector<std::string> forms(Id<Unit> unit, View view, Id<Provision> provision) const;

  const Review& review_;
  std::map<std::pair<Id<Unit>, View>, std::multimap<std::string, Id<Provision>>> by_hash_;
};

/// The letters and digits of a text, folded: what is left when looks are taken away.
std::string bare_words(std::string_view text);

}  // namespace dovetail
