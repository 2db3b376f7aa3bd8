// Comparisons for a terminal.
#include <string>

#include "report/compare.h"
#include "report/escape.h"

namespace dovetail {
namespace {

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

std::string list_of_terms(const std::vector<std::string>& terms) {
  std::string text;
  for (const std::string& term : terms) text += (text.empty() ? "\"" : ", \"") + term + "\"";
  return text;
}

std::string outside(const Comparison& comparison, const ProvisionChange& change) {
  std::string text;
  for (const std::uint32_t n : change.differences) {
    const Difference& difference = comparison.differences[n];
    text += (text.empty() ? "" : "; ") + (difference.before_words.empty() ? "" : "{--" + difference.before_words + "--}") +
            (difference.after_words.empty() ? "" : "{++" + difference.after_words + "++}");
  }
  return text;
}

std::string line_of(const Comparison& comparison, const ProvisionChange& change) {
  constexpr std::size_t fate_width = 17;
  const std::string_view fate = words_of(change.fate);
  std::string text = "  " + padded(fate, fate_width) + number_of(change);
  if (const std::string told = told_of(comparison, change); told.size() > fate.size()) text += " (" + told.substr(fate.size() + 2) + ")";
  const std::string words = !change.before && !change.after ? outside(comparison, change) : marked_redline(change.redline);
  if (change.fate == ProvisionFate::renumbered || change.fate == ProvisionFate::moved) {
    if (!change.heading.empty()) text += "  " + change.heading;
  } else if (change.fate != ProvisionFate::same && !words.empty()) {
    text += "  " + words;
  }
  if (!change.terms.empty()) text += "  (uses " + list_of_terms(change.terms) + ", whose definition changed)";
  return terminal_safe(text) + "\n";
}

std::string three_way_line(const ThreeWayRow& row) {
  constexpr std::size_t state_width = 12;
  std::string text =
      "  " + terminal_safe(padded(name_of(row.state), state_width) + number_of(row) + (row.live_change.empty() ? "" : "  " + row.live_change)) + "\n";
  const auto add = [&](std::string_view who, const std::string& words) {
    text += "    " + terminal_safe(padded(who, 10) + (words.empty() ? "(not there)" : words)) + "\n";
  };
  add("baseline", row.baseline_text);
  add("live", row.live_text);
  add("draft", row.draft_text);
  return text;
}

}  // namespace

std::string compare_text(const ComparedForReport& compared, const ReportOptions& options) {
  const Comparison& comparison = compared.comparison;
  const Review& review = compared.review;
  std::string text = terminal_safe(review.units[comparison.before].path + " \xE2\x86\x92 " + review.units[comparison.after].path) + "\n";
  for (const ProvisionChange& change : comparison.provisions)
    if (change.fate != ProvisionFate::same || !change.terms.empty()) text += line_of(comparison, change);
  if (compared.three != nullptr) {
    text += "\n" + terminal_safe("and the live text " + review.units[compared.three->live].path) + "\n";
    for (const ThreeWayRow& row : compared.three->rows) text += three_way_line(row);
  }
  if (!options.closing) return text;
  const auto counts = count_fates(comparison);
  std::string closing;
  for (std::size_t n = 1; n < counts.size(); ++n)
    closing += (closing.empty() ? "" : ", ") + std::to_string(counts[n]) + " " + std::string(words_of(static_cast<ProvisionFate>(n)));
  return text + "\nCompared " + std::to_string(comparison.provisions.size()) + " provisions: " + closing + "\n";
}

}  // namespace dovetail
