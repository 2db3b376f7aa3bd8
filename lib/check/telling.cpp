// Words for differences, one kind at a time.
#include "check/telling.h"

#include <algorithm>

#include "check/label_in.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t longest_quotation = 160;  // bytes; what a message can carry

Telling of_words(const Difference& difference, const std::string& before) {
  Telling telling;
  const bool capitals = difference.cosmetic && fold(difference.after_words) == fold(difference.before_words) &&
                        difference.before_words.size() == difference.after_words.size();
  if (difference.cosmetic)
    return {quoted(difference.after_words) + " replaces " + quoted(difference.before_words),
            capitals ? "; only capitals differ" : "; they print the same"};
  if (!difference.before_context.empty()) telling.reads = "; " + before + " reads " + quoted(difference.before_context);
  if (difference.before_words.empty())
    telling.what = quoted(difference.after_words) + " is inserted";
  else if (difference.after_words.empty())
    telling.what = quoted(difference.before_words) + " is taken out";
  else
    telling.what = quoted(difference.after_words) + " replaces " + quoted(difference.before_words);
  return telling;
}

}  // namespace

std::string quoted(const std::string& words) {
  if (words.size() <= longest_quotation) return "\"" + words + "\"";
  std::size_t cut = words.rfind(' ', longest_quotation);
  if (cut == std::string::npos || cut < longest_quotation / 2) {
    cut = longest_quotation;
    while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80) --cut;
  }
  return "\"" + words.substr(0, cut) + " \xE2\x80\xA6\"";
}

std::pair<std::string, std::string> differing_words(const std::string& before, const std::string& after) {
  std::size_t begin = 0;
  const std::size_t shorter = std::min(before.size(), after.size());
  while (begin < shorter && before[begin] == after[begin]) ++begin;
  std::size_t behind = 0;
  while (behind < shorter - begin && before[before.size() - 1 - behind] == after[after.size() - 1 - behind]) ++behind;
  while (begin > 0 && before[begin - 1] != ' ') --begin;  // out to the words around
  while (behind > 0 && before[before.size() - behind] != ' ') --behind;
  return {std::string(trim(std::string_view(before).substr(begin, before.size() - behind - begin))),
          std::string(trim(std::string_view(after).substr(begin, after.size() - behind - begin)))};
}

Telling telling_of(const Review& review, const Comparison& comparison, const Difference& difference, const std::string& before) {
  switch (difference.kind) {
    case DifferenceKind::changed:
      return of_words(difference, before);
    case DifferenceKind::inserted:
      return {quoted(difference.after_words) + " is inserted", "; " + before + " has no such paragraph"};
    case DifferenceKind::deleted:
      return {quoted(difference.before_words) + " is taken out", "; " + before + " has it"};
    case DifferenceKind::split:
      return {quoted(difference.after_words) + " is split", "; in " + before + " it is one paragraph"};
    case DifferenceKind::joined:
      return {quoted(difference.after_words) + " is joined", "; in " + before + " it is two paragraphs"};
    case DifferenceKind::moved:
      break;
  }
  const std::string from = label_in(review, comparison.before, comparison.before_view, difference.before.begin);
  return {quoted(difference.after_words) + " is moved here", "; in " + before + " it stands " + (from.empty() ? "elsewhere" : "in " + from)};
}

}  // namespace dovetail
