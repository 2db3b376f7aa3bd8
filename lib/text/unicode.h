// Unicode behind one header: UTF-8 in, UTF-8 out, works on malformed input (bad bytes become U+FFFD).
// Wraps ICU; nobody else names it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace dovetail {

/// One stretch of a normalised text and where it came from. Stretches follow one another without gaps in the output.
/// Equal sizes mean that bytes correspond one to one; else the whole stretch stands for the whole source range.
struct Piece {
  Span output;
  Span source;
};

/// Appends the normalised form of `text` to `output` and its offset map to `pieces` (source offsets start at `source_begin`).
/// Normalised: NFC (UAX #15); every kind of space and tab is one U+0020 each; curly, low and prime quotation marks are ' and ";
/// no-break hyphen U+2011 and hyphen U+2010 are '-'; soft hyphen and zero-width characters are gone; ligatures fi, fl … are letters.
/// En and em dashes stay as they are. Runs of spaces are kept, since one rule is about them.
void normalise(std::string_view text, std::uint32_t source_begin, std::string& output, std::vector<Piece>& pieces);

/// The normalised form alone.
std::string normalise(std::string_view text);

/// Case folding (Unicode default, full) of normalised text, for comparing words.
std::string fold(std::string_view text);

/// Normalised, folded, with every run of white space one space and the ends trimmed: for comparing names and titles.
std::string fold_phrase(std::string_view text);

/// Runs of white space (Unicode) made one space, ends trimmed, NFC: the form whose SHA-256 the registers hold.
std::string squeeze(std::string_view text);

/// `text` without white space (ASCII and U+00A0) at its ends.
std::string_view trim(std::string_view text);

/// The words of normalised text, in order: letters, digits and marks; an apostrophe between letters and a full stop between digits are
/// inside a word ("Party's", "3.2.1"), a hyphen is between two ("Half-Hourly"). Spans are offsets in `text`.
std::vector<Span> words(std::string_view text);

/// True where `offset` does not lie inside a word: the neighbours are not both letters, digits or underscores (Unicode).
bool at_word_edge(std::string_view text, std::size_t offset);

/// Whether the first character of `text` is an upper case (or title case) letter; false for an empty text.
bool starts_upper(std::string_view text);
/// Whether the first character of `text` is a lower case letter.
bool starts_lower(std::string_view text);
/// Whether `text` has a letter, and no lower case letter.
bool all_upper(std::string_view text);

/// Decodes the character at `offset` and moves `offset` behind it; U+FFFD for malformed bytes. offset < text.size().
char32_t next_character(std::string_view text, std::size_t& offset);
/// Appends one character as UTF-8; a value that is no Unicode scalar becomes U+FFFD.
void append_character(std::string& text, char32_t character);

/// `text` with every malformed byte sequence replaced by U+FFFD; the same bytes when it is well formed.
std::string valid_utf8(std::string_view text);

/// Compares by the English collation (UCA, root for digits first): negative, zero or positive.
int collate(std::string_view a, std::string_view b);

}  // namespace dovetail
