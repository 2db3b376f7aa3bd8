// Markdown as drafters write it, made ready for a parser that knows CommonMark alone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dovetail::markdown {

/// Characters that stand for what CommonMark does not know. They are noncharacters (Unicode 23.7), taken out of the source first.
enum class Sign : unsigned char {
  insertion,
  insertion_end,
  deletion,
  deletion_end,
  arrow,
  substitution_end,
  highlight,
  highlight_end,
  note,
  comment,
  index_end
};

/// The UTF-8 of a sign: three bytes.
std::string sign_text(Sign sign);
/// Whether a sign stands at the start of `text`, and which.
bool is_sign(std::string_view text, Sign& sign);

/// The number that a line of Markdown has in front as an item of an ordered list, "12." with that delimiter; none where it has none (CommonMark 5.2:
/// at most nine digits).
std::optional<std::int64_t> written_number(std::string_view line, char delimiter);

struct SourceNote {
  std::string name, text;
  std::uint32_t line = 0;
};

struct SourceComment {
  std::string text;
  std::uint32_t line = 0;
};

/// What is parsed. In `text` marks are signs; a note or comment is its sign, its index in decimal and index_end.
struct Source {
  std::string text;
  std::vector<std::size_t> line_begins;     // of `text`
  std::vector<std::uint32_t> line_numbers;  // the line of the file that each of them was, from 1
  std::vector<std::uint32_t> line_indents;  // its blanks in front, a tab four
  std::vector<SourceNote> notes;            // those that the text refers to
  std::vector<SourceComment> comments;
  std::map<std::string, std::string> front;  // of the YAML front matter
  std::vector<std::size_t> unbalanced;       // lines with half a mark, from 1

  /// The index of the line that `offset` of `text` lies in.
  [[nodiscard]] std::size_t line_at(std::size_t offset) const;
};

/// Takes front matter and note texts out, makes marks signs, redraws pandoc's tables, and begins a paragraph with every line that begins with a typed
/// number.
Source prepare(std::string_view text);

}  // namespace dovetail::markdown
