// What the text around a phrase makes of it: a label, a heading, an address, a line of a form or of a program, the title of an instrument.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Questions about stretches of one text, in its proposed view. Spans are in Document::text, and begin and end at words.
class TermPlaces {
 public:
  TermPlaces(const Document& document, const Unit& unit);

  /// Whether capitals at this place promise no definition, whatever the words are.
  [[nodiscard]] bool is_no_sentence(Span span) const;

  /// The words are a line or cell by themselves, or the name of a field: what follows says what they stand for.
  [[nodiscard]] bool is_label(Span span) const;

  /// A line of a program, a query or a message.
  [[nodiscard]] bool is_code(Span span) const;

  /// "a User (as defined in the XCUSC)": the text says itself where the term is defined.
  [[nodiscard]] bool says_where_defined(Span span) const;

  /// The text says here what the words mean, without quotation marks around them.
  [[nodiscard]] bool says_what_it_is(Span span) const;

  /// "Form 9E: Statement of Truth", "☐ Change of Details": the place where a form, or what may be ticked in one, has its name.
  [[nodiscard]] bool names_a_form(Span span) const;

  /// "the Access Agreement to which this Schedule belongs", "the document Signal Standards", "Engineering Recommendation G99", "made by Rolls-Royce
  /// or any other maker": the words name one thing of the world, as the words around them say.
  [[nodiscard]] bool is_name_by_its_neighbours(Span span) const;

  /// "Domestic Suppliers | Mandatory": a row of an applicability matrix has the name of a category of parties.
  [[nodiscard]] bool names_party_category(Span span) const;

  /// "Standing Conditions (Water Undertakers) Direction 2022": the words go on to a year, with nothing but names and brackets between.
  [[nodiscard]] bool goes_on_to_year(Span span) const;

  /// "D0139 Confirmation of Energisation": the words behind an id are the name of what has it.
  [[nodiscard]] bool is_name_behind_id(Span span) const;

 private:
  struct Place {
    std::string_view line;
    std::uint32_t begin = 0, end = 0;  // in the line
  };
  [[nodiscard]] Place place_of(Span span) const;
  [[nodiscard]] bool is_whole_cell(Span span) const;
  [[nodiscard]] bool is_in_form(Span span) const;

  const Document& document_;
  const Unit& unit_;
};

}  // namespace dovetail
