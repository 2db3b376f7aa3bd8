// Which words, and what instead.
#include "report/fix/replacements.h"

#include <algorithm>
#include <optional>

#include "model/surroundings.h"
#include "report/annotate/anchor.h"
#include "report/escape.h"
#include "text/unicode.h"

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

/// What replaces the words `here` where `there` was found and `instead` suggested: the same words, perhaps with another first letter.
std::optional<std::string> in_the_case_of(std::string_view here, std::string_view there, std::string instead) {
  constexpr char bit = 'a' - 'A';
  const auto is_letter = [](char c) { return (c | bit) >= 'a' && (c | bit) <= 'z'; };
  if (here.empty() || here.substr(1) != there.substr(std::min<std::size_t>(1, there.size()))) return std::nullopt;
  if (here == there) return instead;
  if (!is_letter(here.front()) || (here.front() | bit) != (there.front() | bit) || instead.empty() || !is_letter(instead.front()))
    return std::nullopt;
  instead.front() = static_cast<char>(starts_upper(here) ? instead.front() & ~bit : instead.front() | bit);
  return instead;
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
    const auto here = slice(document.text, span);
    const auto words = in_the_case_of(here, slice(document.text, finding.place.span), finding.fix->replace);
    if (!words) return;
    all.push_back(narrowed(document.text, span, *words, finding));
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
  std::string_view paragraph;  // the one that was begun: its replacements are shown together
  std::string made;
  const auto end_paragraph = [&] {
    if (paragraph.data() != nullptr && made != paragraph)
      out += "- " + plain_safe(paragraph) + "\n+ " + plain_safe(made) + "\n";
    else if (paragraph.data() != nullptr)
      out += "- " + plain_safe(paragraph) + "\n";
  };
  std::size_t moved = 0;  // how much longer `made` is than the paragraph in front of what comes next
  for (const auto& replacement : replacements) {
    auto at = *replacement.finding;
    at.place.span = replacement.span;
    const auto around = surroundings(review, at);
    if (around.text.data() != paragraph.data()) {
      end_paragraph();
      paragraph = around.text;
      made = around.text;
      moved = 0;
    }
    out += document.path + (at.label.empty() ? "" : ", " + at.label) + " [" + at.rule + "]" +
           (replacement.left.empty() ? "" : ": left, " + replacement.left) + "\n";
    if (!replacement.left.empty()) continue;
    made.replace(around.span.begin + moved, around.span.size(), replacement.words);
    moved += replacement.words.size() - around.span.size();
  }
  end_paragraph();
  return out;
}

}  // namespace dovetail
