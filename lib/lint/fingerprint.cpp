// What makes a finding the same finding next week.
#include "lint/fingerprint.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "base/sha256.h"
#include "model/locate.h"
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

/// The first words of the provision that a finding stands in, without numbers.
std::string own_words(const Review& review, const Finding& finding) {
  const auto& unit = review.units[Id<Unit>(finding.place.document.value)];
  const auto view = finding.views.proposed ? View::proposed : View::baseline;
  const auto provision = provision_at(unit, view, finding.place.span.begin);
  if (!provision) return {};
  const auto& projection = unit.projection(view);
  const auto lines = unit.provisions[provision].lines[index(view)];
  std::string text;
  std::size_t count = 0;
  for (auto n = lines.begin; n < lines.end && n < projection.lines.size(); ++n) {
    const auto line = slice(projection.text, projection.lines[n].span);
    for (const auto span : words(line))
      if (const auto word = slice(line, span); !has_digit(word) && count < 2 * words_around) {
        text += fold(word) + ' ';
        ++count;
      }
  }
  return text;
}

bool is_part_of_word(std::string_view text, std::size_t at) {
  return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '.' || text[at] == '(');
}

/// What is wrong. The number of the provision itself says where and not what: its words stand in its place.
std::string key_of(const Review& review, const Finding& finding) {
  auto key = fold_phrase(finding.key);
  const auto label = fold_phrase(finding.label);
  const bool is_number = !label.empty() && has_digit(label) && label.front() != '"';
  if (!is_number || !review.units[Id<Unit>(finding.place.document.value)].has_body) return key;
  const auto at = key.find(label);
  if (at == std::string::npos || (at > 0 && is_part_of_word(key, at - 1)) || is_part_of_word(key, at + label.size())) return key;
  return key.replace(at, label.size(), own_words(review, finding));
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
    for (const auto& part : {document_of(review, finding), key_of(review, finding), finding.atom, words_near(surroundings(review, finding))}) {
      input += '\n';
      input += part;
    }
    if (const auto earlier = seen[input]++; earlier != 0) input.append("\n").append(std::to_string(earlier + 1));
    finding.fingerprint = sha256_hex(input).substr(0, 16);
  }
}

}  // namespace dovetail
