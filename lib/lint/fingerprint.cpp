// What makes a finding the same finding next week.
#include "lint/fingerprint.h"

#include <algorithm>
#include <map>

#include "base/sha256.h"
#include "model/surroundings.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t words_around = 6;  // each side: enough to tell places apart, few enough to outlive edits in the same paragraph

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

std::string words_near(const Surroundings& around) {
  std::vector<std::string> before, after;
  for (const auto span : words(around.text)) {
    const auto word = slice(around.text, span);
    if (has_digit(word)) continue;
    if (span.end <= around.span.begin) before.push_back(fold(word));
    if (span.begin >= around.span.end && after.size() < words_around) after.push_back(fold(word));
  }
  std::string text;
  for (std::size_t n = before.size() > words_around ? before.size() - words_around : 0; n < before.size(); ++n) text += before[n] + ' ';
  text += "|";
  for (const auto& word : after) {
    text += ' ';
    text += word;
  }
  return text;
}

std::string document_of(const Review& review, const Finding& finding) {
  const auto& unit = review.units[Id<Unit>(finding.place.document.value)];
  return unit.id.empty() ? review.documents[finding.place.document].path : unit.id;
}

}  // namespace

void fill_fingerprints(Review& review) {
  std::map<std::string, std::uint32_t> seen;
  for (auto& finding : review.findings) {
    std::string input = finding.rule;
    for (const auto& part : {document_of(review, finding), fold_phrase(finding.key), finding.atom, words_near(surroundings(review, finding))}) {
      input += '\n';
      input += part;
    }
    if (const auto earlier = seen[input]++; earlier != 0) input.append("\n").append(std::to_string(earlier + 1));
    finding.fingerprint = sha256_hex(input).substr(0, 16);
  }
}

}  // namespace dovetail
