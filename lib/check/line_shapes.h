// What a single line is, where it is no sentence: a field of a form, an address, a title, a caption, a line of a program.
#pragma once

#include <cstdint>
#include <string_view>

namespace dovetail {

/// All take a line of the proposed view, normalised, without its computed number; `begin` and `end` are a stretch of it.

/// "Signed by Jane Doe for and on behalf of …", "Name: Jane Doe": lines of a form or of a deed's end.
[[nodiscard]] bool is_filled_in(std::string_view line);

/// "Effective Date: 1 May", "Reason for Change (tick one):": the words are the name of a field. Where a colon ends a sentence, a list follows.
[[nodiscard]] bool is_field_label(std::string_view line, std::uint32_t begin, std::uint32_t end);

/// "4. Equitable Relief. A breach …": a few words with a stop of their own, and no verb, head the paragraph.
[[nodiscard]] bool is_run_in_heading(std::string_view line, std::uint32_t begin);

/// "Second Floor, 8 Fenchurch Place, London EC3M 4AJ": a postcode behind the words, and no sentence in between.
[[nodiscard]] bool is_in_address(std::string_view line, std::uint32_t begin);

/// A line of a program, a query or a message: names joined by underscores, shouted keywords, marks that no sentence has.
[[nodiscard]] bool is_line_of_code(std::string_view line);

/// "Answer To Match Request Within One Hour": where all long words have capitals, none of them says anything. In a cell articles may stand between.
[[nodiscard]] bool is_in_title_case(std::string_view line, bool cell);

/// "Table 2: Input Data", "Form 9A – Application for Entry".
[[nodiscard]] bool is_caption(std::string_view line);

/// A box to tick, dots or underscores to write on, the salutation of a letter.
[[nodiscard]] bool is_form_line(std::string_view line);

/// "Notes on Form 9A": a few words of a name that no stop ends.
[[nodiscard]] bool is_unfinished_name(std::string_view line);

/// "[Name of Issuing Bank]": the words stand for what is to be filled in.
[[nodiscard]] bool is_placeholder(std::string_view line, std::uint32_t begin, std::uint32_t end);

}  // namespace dovetail
