// Which words, and what instead.
#include "report/fix/replacements.h"

#include <algorithm>

#include "model/surroundings.h"
#include "report/annotate/anchor.h"
#include "report/escape.h"

namespace dovetail {
namespace {

bool is_wanted(const Finding& finding, Id<Document> document) {
  return finding.place.document == document && finding.introduced && finding.waived.empty() && finding.fix && finding.fix->safe &&
         !finding.text.empty();
}

bool is_word_end(char c) { return c == ' ' || c == '\t' || c == '(' || c == ')'; }

/// Takes the words off both ends that are the same before and after.
Replacement narrowed(std::string_view text, Span span, const std::string& words, const Finding& finding) {
  const auto old = slice(text, span);
  std::size_t front = 0, back = 0;
  for (std::size_t n = 0; n < old.size() && n < words.size() && old[n] == words[n]; ++n)
    if (is_word_end(old[n])) front = n + 1;
  for (std::size_t n = 1; n + front < old.size() && n + front < words.size() && old[old.size() - n] == words[words.size() - n]; ++n)
    if (old[old.size() - n] == ' ') back = n;
  return {{span.begin + static_cast<std::uint32_t>(front), span.end - static_cast<std::uint32_t>(back)},
          words.substr(front, words.size() - front - back),
          &finding,
          {}};
}

std::string why_left(const Document& document, Span span) {
  for (const auto& field : document.fields)
    if (field.result.overlaps(span)) return "the words are the result of a field: update the fields in Word";
  for (const auto& run : document.runs)
    if (run.span.overlaps(span) && !annotate::is_read(document, run)) return "some of the words are deleted already";
  return {};
}

}  // namespace

std::vector<Replacement> safe_replacements(const Review& review, Id<Document> id) {
  const auto& document = review.documents[id];
  std::vector<Replacement> all;
  const auto add = [&](const Finding& finding, Span span) {
    if (span.empty() || slice(document.text, span) != slice(document.text, finding.place.span)) return;
    all.push_back(narrowed(document.text, span, finding.fix->replace, finding));
    all.back().left = why_left(document, all.back().span);
  };
  for (const auto& finding : review.findings) {
    if (!is_wanted(finding, id)) continue;
    add(finding, finding.place.span);
    for (const auto& note : finding.notes)
      if (note.place.document == id && note.message.starts_with("also here")) add(finding, note.place.span);
  }
  std::stable_sort(all.begin(), all.end(), [](const Replacement& a, const Replacement& b) { return a.span < b.span; });
  const auto same_place = [](const Replacement& a, const Replacement& b) { return a.span.overlaps(b.span) || a.span == b.span; };
  all.erase(std::unique(all.begin(), all.end(), same_place), all.end());
  return all;
}

std::string difference_text(const Review& review, Id<Document> id, const std::vector<Replacement>& replacements) {
  const auto& document = review.documents[id];
  std::string out;
  for (const auto& replacement : replacements) {
    auto at = *replacement.finding;
    at.place.span = replacement.span;
    const auto around = surroundings(review, at);
    out += document.path + (at.label.empty() ? "" : ", " + at.label) + " [" + at.rule + "]" +
           (replacement.left.empty() ? "" : ": left, " + replacement.left) + "\n";
    out += "- " + plain_safe(around.text) + "\n";
    if (replacement.left.empty())
      out +=
          "+ " +
          plain_safe(std::string(around.text.substr(0, around.span.begin)) + replacement.words + std::string(around.text.substr(around.span.end))) +
          "\n";
  }
  return out;
}

}  // namespace dovetail
