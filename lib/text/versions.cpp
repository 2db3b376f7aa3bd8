// Versions as dotted numbers with a named scheme.
#include "text/versions.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

struct Version {
  std::string scheme;                // folded; empty for plain numbers
  std::vector<std::string> numbers;  // digits without leading zeros, "" for 0
};

std::vector<std::string> numbers_of(std::string_view dotted) {
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at <= dotted.size();) {
    const std::size_t end = std::min(dotted.find('.', at), dotted.size());
    std::string_view digits = dotted.substr(at, end - at);
    while (digits.starts_with('0')) digits.remove_prefix(1);
    numbers.emplace_back(digits);
    at = end + 1;
  }
  while (!numbers.empty() && numbers.back().empty()) numbers.pop_back();  // 12 and 12.0 are one version
  return numbers;
}

/// "1.2": what nearly every version is, and needs no pattern.
bool is_plain(std::string_view text) {
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back()) || text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
}

std::optional<Version> parse(std::string_view text) {
  if (is_plain(text)) return Version{{}, numbers_of(text)};
  static const Pattern shape = Pattern::literal(R"((?:version|ver|v)?\.?\s*([a-z][a-z ]*?)?[ -]?([0-9]+(?:\.[0-9]+)*)$)", true);
  const std::string cleaned = fold_phrase(text);
  const auto match = shape.match_at(cleaned, 0);
  if (!match || !match->groups[1]) return std::nullopt;
  Version version;
  if (match->groups[0]) version.scheme = trim(slice(cleaned, *match->groups[0]));
  version.numbers = numbers_of(slice(cleaned, *match->groups[1]));
  return version;
}

/// Compares numbers of any length by their digits.
std::strong_ordering compare_digits(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a.compare(b) <=> 0;
}

}  // namespace

std::optional<std::strong_ordering> compare_versions(std::string_view a, std::string_view b) {
  const auto left = parse(a), right = parse(b);
  if (!left || !right || left->scheme != right->scheme) return std::nullopt;
  for (std::size_t i = 0; i < std::min(left->numbers.size(), right->numbers.size()); ++i)
    if (const auto order = compare_digits(left->numbers[i], right->numbers[i]); order != 0) return order;
  return left->numbers.size() <=> right->numbers.size();
}

std::optional<std::strong_ordering> compare_releases(std::string_view a, std::string_view b, const std::vector<std::string>& order) {
  const std::string left = fold_phrase(a), right = fold_phrase(b);
  if (left.empty() || right.empty()) return std::nullopt;
  if (left == right) return std::strong_ordering::equal;
  const auto place = [&](const std::string& wanted) {
    return std::find_if(order.begin(), order.end(), [&](const std::string& release) { return fold_phrase(release) == wanted; });
  };
  const auto first = place(left), second = place(right);
  if (first == order.end() || second == order.end()) return std::nullopt;
  return (first - order.begin()) <=> (second - order.begin());
}

std::string version_in_file_name(std::string_view path) {
  static const Pattern shape = Pattern::literal(R"([_ .-][vV]([0-9]+(?:\.[0-9]+)*)(?:[_ .()-]|$))");
  const std::size_t slash = path.find_last_of("/\\");
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto match = shape.find(name);
  return match && match->groups[0] ? std::string(slice(name, *match->groups[0])) : std::string();
}

}  // namespace dovetail
