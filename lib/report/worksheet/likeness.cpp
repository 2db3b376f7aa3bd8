// Words in common, in no order.
#include "report/worksheet/likeness.h"

#include "text/unicode.h"

namespace dovetail::worksheet {

std::set<std::string> words_in(std::string_view text) {
  std::set<std::string> result;
  for (const auto span : words(text)) result.insert(fold(slice(text, span)));
  return result;
}

bool are_alike(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  std::size_t common = 0;
  for (const auto& word : a) common += b.count(word);
  constexpr std::size_t of_ten = 6;
  return common * 10 >= (a.size() + b.size() - common) * of_ten;
}

}  // namespace dovetail::worksheet
