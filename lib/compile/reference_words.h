// The vocabulary of references: which words introduce one, which end the chain outside the codes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dovetail {

/// A word that introduces a reference ("paragraphs", "Annexes") as its singular in lower case, and whether it was plural.
struct KeywordWord {
  std::string_view singular;
  bool plural = false;
};

/// The keyword that a folded word is, if any. "sub-paragraph" reaches here as "paragraph".
std::optional<KeywordWord> keyword_of(std::string_view folded_word);

/// "cl. 2.1", "paras. 3 and 4": words that a full stop may shorten.
bool is_shortened(std::string_view word);

/// Whether a word is a keyword in any case, or the "sub" that stands in front of one. Asked of every word of a text: it takes no memory.
bool is_keyword_like(std::string_view word);

/// Whether a keyword names a division (annex, schedule, appendix, part, chapter, section with a letter) rather than a number in the text.
bool names_division(std::string_view keyword);

/// Whether a folded word is the head noun of an instrument outside the codes: Act, Regulations, Directive, Licence, Guideline …
bool is_external_instrument(std::string_view folded_word);

/// Whether a folded word is the head noun of some document ("agreement", "procedure", "specification"): the chain leaves this text, to where is
/// unknown.
bool is_document_noun(std::string_view folded_word);

/// Whether a sentence goes on with this folded word behind the number of a reference; else the number counts what follows ("and 28 clear days").
bool goes_on_after_number(std::string_view folded_word);

/// Whether a word is the initials by which the industry calls one of its codes: "BSC", "XREC".
bool is_code_initials(std::string_view word);

/// Whether a folded word is a unit or a counted thing, so that the figure before it is a quantity ("5 Working Days").
bool is_counted(std::string_view folded_word);

/// Which neighbour a folded word in front of a keyword means ("preceding", "foregoing": the one before); empty for none. What it returns is the label
/// of such a reference.
std::string_view neighbour_side(std::string_view folded_word);

/// Whether a folded word may stand between "the" and the word that means a neighbour: "the immediately preceding".
bool is_nearness(std::string_view folded_word);

}  // namespace dovetail
