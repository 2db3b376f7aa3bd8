// Readings of optionality, format and valid sets.
#include "link/design_values.h"

#include <algorithm>
#include <array>

#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::optional<char> optionality_of(std::string_view text) {
  constexpr std::array<std::string_view, 9> mandatory{"m", "mandatory", "required", "y", "yes", "1", "1..1", "1..n", "true"};
  constexpr std::array<std::string_view, 9> optional{"o", "optional", "n", "no", "0", "0..1", "0..n", "false", "not required"};
  constexpr std::array<std::string_view, 3> conditional{"c", "conditional", "cond"};
  const std::string folded = fold_phrase(text);
  if (one_of(folded, mandatory)) return 'M';
  if (one_of(folded, optional)) return 'O';
  if (one_of(folded, conditional)) return 'C';
  return std::nullopt;
}

std::string_view format_class(std::string_view text) {
  std::string word = fold_phrase(text);
  if (const auto bracket = word.find('('); bracket != std::string::npos) word.resize(bracket);
  word = bare_name(word);
  constexpr std::array<std::string_view, 9> texts{"char", "string", "text", "varchar", "alphanumeric", "alpha", "an", "x", "character"};
  constexpr std::array<std::string_view, 9> numbers{"num", "number", "numeric", "integer", "int", "decimal", "float", "double", "int32"};
  constexpr std::array<std::string_view, 4> datetimes{"datetime", "timestamp", "datetimeutc", "dateandtime"};
  if (one_of(word, texts)) return "text";
  if (one_of(word, numbers)) return "number";
  if (one_of(word, datetimes)) return "datetime";
  if (word == "date" || word == "time") return word == "date" ? "date" : "time";
  if (word == "boolean" || word == "bool") return "boolean";
  return {};
}

std::string bare_name(std::string_view text) {
  std::string bare;
  for (const char c : fold_phrase(text))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0) bare += c;
  return bare;
}

std::vector<std::pair<std::string, std::string>> valid_set(std::string_view cell) {
  static const Pattern pair = Pattern::literal(R"(\s*["']?([^\s=:"']{1,40})["']?\s*(?:=|:|\s-\s|\s–\s)\s*(.+))");
  static const Pattern word = Pattern::literal(R"(\s*["']?([A-Za-z0-9_.+/-]{1,40})["']?\s*)");
  std::vector<std::string> parts = split_values(cell);
  if (parts.size() == 1 && parts.front().find(',') != std::string::npos) {
    std::string list = parts.front();
    std::replace(list.begin(), list.end(), ',', ';');
    parts = split_values(list);
  }
  std::vector<std::pair<std::string, std::string>> values;
  if (parts.size() < 2) return values;
  for (const std::string& part : parts) {
    const std::string text = normalise(part);
    if (const auto found = pair.match_at(text, 0))
      values.emplace_back(slice(text, *found->groups[0]), trim(slice(text, *found->groups[1])));
    else if (word.matches(text))
      values.emplace_back(trim(text), std::string());
    else
      return {};
  }
  return values;
}

}  // namespace dovetail
