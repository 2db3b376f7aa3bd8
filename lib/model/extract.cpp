// Looked at line by line, and only where a number was not found.
#include "model/extract.h"

#include <algorithm>

#include "base/holds.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// "…", "[...]", "* * *": what is left out. A longer row of dots is to be filled in.
bool is_ellipsis(std::string_view words) {
  static const Pattern left_out = Pattern::literal("[\\[(*_]{0,3}(?:\\.{3,5}|(?:\\. ){2,4}\\.|(?:\xE2\x80\xA6)+|\\*(?: \\*){2,6})[\\])*_]{0,3}");
  constexpr std::size_t longest = 16;
  return words.size() <= longest && left_out.matches(words);
}

/// Whether the first word of a line, behind its own number, is one that instructions begin with: of most lines it is not.
bool may_instruct(std::string_view words) {
  if (words.empty()) return false;
  if (words.front() == '(' || (words.front() >= '0' && words.front() <= '9')) {
    const auto space = words.find(' ');
    if (space == std::string_view::npos) return false;
    words.remove_prefix(space + 1);
  }
  const auto word = words.substr(0, std::min(words.find(' '), words.size()));
  constexpr std::size_t longest = 10;
  return word.size() <= longest && holds({"amend", "insert", "delete", "replace", "substitute", "add", "omit", "remove", "renumber", "re-number",
                                          "in", "after", "before", "at"},
                                         fold(word));
}

}  // namespace

bool is_amending_instruction(std::string_view line) {
  if (!may_instruct(trim(line))) return false;
  static const Pattern verb_first = Pattern::literal(
      "^(?:\\(?[0-9A-Za-z.]{1,6}[).]? )?(?:Amend|Insert|Delete|Replace|Substitute|Add|Omit|Remove|Renumber|Re-number) (?:in (?:its|the) [a-z "
      "]{1,40})?"
      "(?:the |a |an |both |all )?(?:whole of |text of |following |new |existing |current |words? )*(?:sub-)?"
      "(?:paragraph|clause|section|schedule|annex|appendix|definition|part|article|condition|footnote|step|row)s?\\b",
      true);
  static const Pattern place_first = Pattern::literal(
      "^(?:\\(?[0-9A-Za-z.]{1,6}[).]? )?(?:In|After|Before|At the end of) (?:the |each |new )?"
      "(?:sub-)?(?:paragraph|clause|section|schedule|annex|appendix|definition|part|article|condition|footnote|step|row)s?\\b"
      "[^;]{0,120}?(?:, |\\)|\" |' )(?:insert|delete|replace|substitute|omit|add|remove|for (?:the words? )?[\"'])",
      true);
  const auto words = trim(line);
  return verb_first.match_at(words, 0) || place_first.match_at(words, 0);
}

bool shows_parts(const Unit& unit, View view) {
  const auto& projection = unit.projection(view);
  std::size_t instructions = 0;
  for (const auto& line : projection.lines) {
    const auto words = trim(slice(projection.text, line.span));
    if (is_ellipsis(words)) return true;
    if (is_amending_instruction(words)) ++instructions;
    if (instructions >= 2) return true;
  }
  return false;
}

}  // namespace dovetail
