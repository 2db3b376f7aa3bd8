// Finds CriticMarkup in a text: which bytes are marks, and which half belongs to which.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dovetail {

enum class CriticKind : unsigned char { insertion, deletion, substitution, highlight, comment };

/// A sign of three bytes (two for `arrow`, one for `escape`) that is markup and not text.
struct CriticMark {
  enum class Role : unsigned char { open, arrow, close, escape };
  std::size_t begin = 0;
  std::size_t size = 0;
  CriticKind kind = CriticKind::insertion;
  Role role = Role::open;
};

struct CriticMarks {
  std::vector<CriticMark> marks;        // in order; every open has its close, properly nested
  std::vector<std::size_t> unbalanced;  // where a half stands that has no other: it is text
};

/// Linear in the text. A comment holds no marks. `{++` and the like after a backslash are text; the backslash is a mark of role escape.
CriticMarks find_critic_marks(std::string_view text);

}  // namespace dovetail
