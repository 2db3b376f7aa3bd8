// Whose a number is where what stands before its keyword says so.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compile/reference_chain.h"
#include "compile/reference_items.h"
#include "compile/reference_line.h"
#include "compile/reference_words.h"
#include "compile/references.h"

namespace dovetail {

/// Looks at what stands before a reference of a line, among it the references found there so far.
class ReferenceOwner {
 public:
  /// Both outlive it; a reference that turns out to be the front of the next is taken out of `found`.
  ReferenceOwner(const ReferenceLine& line, std::vector<FoundReference>& found) : line_(line), found_(found) {}

  /// Puts what owns the numbers of the reference that begins at `begin` into its chain, where the chain itself does not say; where the reference
  /// then begins.
  std::uint32_t read_before(std::uint32_t begin, const KeywordWord& keyword, const ReferenceItem& item, ReferenceChain& chain);

  /// Whether a document was named directly before: "XBSCP902 sections 3.1 and 3.2, XBSCP903" are two documents.
  [[nodiscard]] bool document_stands_before(std::uint32_t begin) const;

 private:
  /// "XBSCP902, section 3.3.1": a document named directly before the keyword.
  std::uint32_t document_before(std::uint32_t begin, const KeywordWord& keyword, ReferenceChain& chain);

  /// "Section K", "Annex S-2", "Schedule 3": a part that has numbers inside it.
  static bool names_whole(const FoundReference& reference);

  /// "Schedule 2 applies by virtue of its paragraph 4.2", "XDCUSA Section 2A – Clause 3", "the body of this Schedule at paragraph 3.2": what was
  /// named before and owns the number; puts it into the chain.
  bool owned_by_named(std::uint32_t begin, const KeywordWord& keyword, ReferenceChain& chain) const;

  /// "Annex W-2 at paragraph 1.1", "Section W (at paragraph 2.1.1)".
  bool stands_in_at(const FoundReference& last, const KeywordWord& keyword, std::string_view before, ReferenceChain& chain) const;

  /// What stands before the number and points back from behind it, where neither a chain nor a document beside it says whose it is.
  void look_around(std::uint32_t begin, const KeywordWord& keyword, ReferenceChain& chain);

  /// "where condition 3 applies, paragraph 3.4 of that condition": what was named before by that word.
  bool named_again(std::string_view back, const KeywordWord& keyword, ReferenceChain& chain) const;

  /// "Article III, Section 3.1", "Condition 5, paragraph 5.3(b)": a division of this text, where it has such.
  static bool is_bare_instrument(const FoundReference& last);

  /// "CUSC Section 6, paragraph 6.5.1".
  static bool is_section_of_code(const FoundReference& last);

  /// "Section H (and in particular paragraph 4.2.7)": puts the part that was named before into the chain; false where it is no whole part.
  bool stands_in(const FoundReference& last, const KeywordWord& keyword, ReferenceChain& chain) const;

  /// "Section R, paragraph 9.4 of the XBSC": the Section in front is the code's that is named behind.
  std::uint32_t section_before(std::uint32_t begin, ReferenceChain& chain);

  /// "XDCUSA Clause 9.7", "XSEC Section W9.9": the initials of a code directly before the keyword.
  std::uint32_t code_before(std::uint32_t begin, const KeywordWord& keyword, const ReferenceItem& item, ReferenceChain& chain) const;

  /// "the Electricity Act 1989, section 21", "Article 5 of the Guideline, paragraph 2": an instrument named directly before the keyword.
  bool instrument_before(std::uint32_t begin, const KeywordWord& keyword) const;

  /// "footnote 4 of the earlier version", "footnote 2 to the table": a text that the words do not name.
  [[nodiscard]] bool goes_on_elsewhere(std::uint32_t end) const;

  const ReferenceLine& line_;
  std::vector<FoundReference>& found_;
};

}  // namespace dovetail
