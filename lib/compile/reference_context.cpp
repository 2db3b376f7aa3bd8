// Only names and joints that cannot mean the text itself: where the words leave it open a reference is its own text's.
#include "compile/reference_context.h"

#include <algorithm>
#include <array>

#include "compile/reference_words.h"
#include "text/pattern.h"

namespace dovetail {
namespace {

constexpr std::size_t longest_joint = 140;  // bytes

bool is_joining_word(std::string_view word) { return word == "of" || word == "and" || word == "for" || word == "the"; }

}  // namespace

std::string pointed_back_to(std::string_view line, std::uint32_t end) {
  const auto behind = line.substr(std::min<std::size_t>(end, line.size()));
  if (!behind.starts_with(" of ") && !behind.starts_with(" thereof") && !behind.starts_with(" (")) return {};
  static const Pattern back = Pattern::literal(
      " (?:\\([^()]*\\) )?(?:of ((?:that|those|which|each|it|them|such)(?: [\\p{L}]+)?)|(thereof)|of (the [Ss]chedule to it))(?:[ ,.;:)]|$)");
  const auto found = back.match_at(line, end);
  if (!found) return {};
  for (const auto& group : found->groups)
    if (group) return std::string(slice(line, *group));
  return {};
}

namespace {

/// Whether more than one space may join: what stands in front of the reference closes a remark or a list of words, or is one of the words that say
/// "in particular". Looks at the words alone; nearly all references end here.
bool may_be_joined(std::string_view before) {
  while (before.ends_with(' ')) {
    before.remove_suffix(1);
    const auto word = before.substr(before.rfind(' ') + 1);
    if (word == "in" || word == "the" || word == "with") {
      before.remove_suffix(word.size());
      continue;
    }
    static constexpr std::array<std::string_view, 8> last{"particular", "including", "except", "for", "excluding", "than", "especially", "namely"};
    return std::find(last.begin(), last.end(), word) != last.end() ||
           (!word.empty() && std::string_view(",()'\"").find(word.back()) != std::string_view::npos);
  }
  return !before.empty() && (before.back() == ',' || before.back() == '(');
}

}  // namespace

std::uint32_t joint_before(std::string_view line, std::uint32_t begin) {
  if (!may_be_joined(line.substr(0, begin))) return begin > 0 && line[begin - 1] == ' ' ? begin - 1 : begin;
  static const Pattern joint = Pattern::literal(
      "(?: \\([^()]+\\)| '[^']+'| \"[^\"]+\")?(?:,? ?\\(?(?:and |or )?(?:in particular|including|except(?: for)?|excluding|other "
      "than|especially|namely),? (?:with |in |the )*|, ?\\(?| \\(| )$");
  const auto from = begin > longest_joint ? begin - static_cast<std::uint32_t>(longest_joint) : 0;
  const auto tail = line.substr(from, begin - from);
  // The longest joint that ends where the reference begins: of all places it may begin at, the first.
  for (auto found = joint.find(tail); found && !found->span.empty(); found = joint.find(tail, found->span.begin + 1))
    if (tail[found->span.begin] == ' ' || tail[found->span.begin] == ',') return from + found->span.begin;
  return begin;
}

std::string text_named_before(const ReferenceLine& line, std::uint32_t end) {
  auto last = line.word_from(end);
  if (last == 0 || line.words[--last].end != end || all_upper(line.text)) return {};
  if (is_code_initials(line.word(last))) return std::string(line.word(last));
  const auto noun = line.folded(last);
  const bool named = starts_upper(line.word(last)) && (noun == "code" || noun == "schedule" || noun == "annex" || noun == "appendix");
  const bool terms = line.word(last) == "Reference" && last >= 2 && line.word(last - 1) == "of" && line.word(last - 2) == "Terms";
  if (!named && !terms) return {};
  std::size_t first = last, words = 0;
  for (auto i = last; i-- > 0 && last - i < 10;) {
    if (slice(line.text, {line.words[i].end, line.words[i + 1].begin}) != " ") break;
    const bool capital = starts_upper(line.word(i)) && line.word(i) != "The" && line.word(i) != "This";
    if (!capital && !(is_joining_word(line.word(i)) && i > 0 && starts_upper(line.word(i - 1)))) break;
    if (capital) first = i, ++words;
  }
  return words > 0 ? std::string(slice(line.text, {line.words[first].begin, end})) : std::string();
}

}  // namespace dovetail
