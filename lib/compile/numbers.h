// What number a line begins with, computed by Word or typed by hand, before it is known where it belongs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/profile.h"
#include "model/projection.h"
#include "text/labels.h"
#include "text/pattern.h"

namespace dovetail {

/// The heading of a division: "ANNEX S-2: …" is {"Annex S-2", level of its keyword in the profile}.
struct DivisionNumber {
  std::string label;      // the keyword as the profile writes it and the number: "Annex S-2"
  std::size_t level = 0;  // index into Profile::divisions
};

struct LineNumber {
  std::optional<DivisionNumber> division;
  std::optional<std::string> decimal;  // "3.2.1A"
  std::vector<std::string> items;      // "(a)"; several when "3.2 (a) (i)" stand on one line
  std::uint32_t rest = 0;              // offset in the projection where the words after the number begin
  bool automatic = false;
  bool bullet = false;     // a bullet stands in front: neither a number nor words behind a list
  bool sure = false;       // computed, or followed by a tab or the end of the line
  bool dotted = false;     // of typed decimals: a full stop or a dash stands behind it ("1.", "1.—(1)")
  bool worded = false;     // of typed decimals: a word stands in front of it ("Section 1.01")
  std::int32_t list = -1;  // of automatic numbers: which list and which level of it
  std::int32_t level = -1;

  [[nodiscard]] bool any() const { return division || decimal || !items.empty(); }
};

/// The division patterns of one profile, compiled once.
class DivisionPatterns {
 public:
  explicit DivisionPatterns(const Profile& profile);
  /// The division that `text` begins with, and where the words after it begin; `heading`: the line is styled as one.
  [[nodiscard]] std::optional<std::pair<DivisionNumber, std::size_t>> match(std::string_view text, bool heading) const;

 private:
  struct One {
    Pattern pattern;
    std::string keyword;
    std::size_t level;
    char first;  // of the keyword, lower case
    bool bare;
  };
  [[nodiscard]] static std::optional<std::pair<DivisionNumber, std::size_t>> match_one(const One& one, std::string_view text, bool heading);

  std::vector<One> patterns_;
};

/// Reads the number of line `line` of a normalised projection, where it begins or `skipped` bytes behind (an opening quotation mark).
LineNumber read_line_number(const Document& document, const Projection& projection, std::size_t line, const DivisionPatterns& divisions,
                            std::uint32_t skipped = 0);

/// Whether the line belongs to a contents page: its style says so, or it ends in a tab or dots and a page number.
bool is_contents_line(const Document& document, const Projection& projection, std::size_t line);

/// Whether the line is text whose words count: no header, footer, comment or contents line.
bool is_text_line(const Document& document, const Projection& projection, std::size_t line);

/// Whether the line's style is a heading's (ECMA-376-1 17.3.1.20 outline level, or a style named so).
bool has_heading_style(const Document& document, const Projection& projection, std::size_t line);

}  // namespace dovetail
