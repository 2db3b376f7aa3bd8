// A scheme as a pattern: its letters as they are, its numbers by their lengths.
#include "lint/init_ids.h"

#include <algorithm>
#include <array>

#include "text/id_schemes.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Kinds whose atoms go by an id of their own; the families of ids have the same names.
constexpr std::array<std::string_view, 7> kinds{"bp_step", "requirement", "choreography", "interface", "data_item", "message", "variant"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::vector<std::size_t> digit_runs(std::string_view id) {
  std::vector<std::size_t> runs;
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (!is_digit(id[i])) continue;
    if (i == 0 || !is_digit(id[i - 1])) runs.push_back(0);
    ++runs.back();
  }
  return runs;
}

std::string pattern_of(const std::string& scheme, const std::vector<std::pair<std::size_t, std::size_t>>& lengths) {
  std::string pattern;
  std::size_t run = 0;
  for (const char c : scheme) {
    if (c == '#') {
      const auto [fewest, most] = lengths[run++];
      pattern += "[0-9]";
      if (most > 1) pattern += "{" + std::to_string(fewest) + (fewest == most ? "" : "," + std::to_string(most)) + "}";
    } else if (is_letter(c) || c == '-' || c == '_' || c == ' ' || c == '/') {
      pattern += c;
    } else {
      pattern.append(1, '\\').append(1, c);
    }
  }
  return pattern;
}

}  // namespace

void IdSchemes::add(const Item& item) {
  const std::string written(trim(item.raw_id));
  const auto id = canonical_id(written);
  const bool plain = std::all_of(written.begin(), written.end(), [](char c) { return c > ' ' && c < 0x7F && c != '\'' && c != '"' && c != '#'; });
  if (std::find(kinds.begin(), kinds.end(), item.kind) == kinds.end() || id.family == item.kind || id.canonical != item.id || !plain) return;
  if (std::none_of(written.begin(), written.end(), is_letter)) return;  // numbers alone are no ids in running text
  const std::string scheme = id_scheme(written);
  if (scheme.size() < 2) return;
  Scheme& one = schemes_[{item.kind, scheme}];
  ++one.ids;
  const auto runs = digit_runs(written);
  if (one.example.empty()) {
    one.example = written;
    for (const std::size_t length : runs) one.lengths.emplace_back(length, length);
  }
  for (std::size_t i = 0; i < runs.size(); ++i)
    one.lengths[i] = {std::min(one.lengths[i].first, runs[i]), std::max(one.lengths[i].second, runs[i])};
}

std::string IdSchemes::lines() const {
  constexpr std::size_t several = 2;
  std::string lines;
  for (const auto& [key, scheme] : schemes_) {
    if (scheme.ids < several) continue;
    const std::string pattern = pattern_of(key.second, scheme.lengths);
    lines += "  - {family: " + key.first + ", pattern: '(" + pattern + ")', canonical: '{1}', in_text: '" + pattern + "'}   # " + scheme.example +
             ": " + std::to_string(scheme.ids) + " ids\n";
  }
  return lines.empty() ? lines : "ids:                                  # spelt as no file of rules/ids has them: so that they are found in the texts\n" + lines;
}

}  // namespace dovetail
