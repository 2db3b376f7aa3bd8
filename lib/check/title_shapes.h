// Runs of capitals that are names of the world outside by their shape: instruments with their years, offices, schedules, companies.
#pragma once

#include "check/text_words.h"

namespace dovetail {

/// All take the words that the view shows and a stretch of them, [begin, end).

/// "Safety, Quality and Continuity Regulations 2011", "Warm Homes Act": the title of an instrument goes on to its kind or its year.
[[nodiscard]] bool is_title_of_instrument(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end);

/// "Department for Energy Security and Net Zero", "Code of Practice": names that go on over joining words.
[[nodiscard]] bool is_public_office(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end);

/// "the Company Governance Schedule" names a document; "an Interface Schedule" is one of many things that are so called.
[[nodiscard]] bool is_schedule_name(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin, std::size_t end);

/// "Major Energy Users' Council": behind the apostrophe of a plural stands what kind of body it is.
[[nodiscard]] bool is_body_of_many(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t end);

/// "Clean Power 2030 Action Plan": the title of a document that has a year in it.
[[nodiscard]] bool is_title_with_year(const TextWords& text, const std::vector<std::uint32_t>& here, std::size_t begin);

}  // namespace dovetail
