// Numbers of list items as HTML, OpenDocument and Word ask for them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dovetail {

/// `n` as '1' decimal, 'a' / 'A' letters (z is followed by aa, ab …), 'i' / 'I' roman; letters and roman numbers outside 1…3999, and every other
/// `kind`, are decimal.
std::string list_number(char kind, std::int64_t n);
/// Roman digits in small letters, for n from 1; thousands are as many "m".
std::string lower_roman(std::int64_t n);
/// Letters as OpenDocument's letter-sync and Word have them: z is followed by aa, bb …; decimal outside 1…780, thirty letters in a row.
std::string repeated_letters(std::int64_t n, bool upper);

/// Whether a text begins with a typed number: "(a) …", "1.2 …", "iv) …", "3. …"; used where a style sheet that is not read may hide the list's own.
bool begins_with_number(std::string_view text);

}  // namespace dovetail
