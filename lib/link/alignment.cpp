// From pairs of lines to differences that a finding can show.
#include "link/alignment.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "link/line_pairs.h"
#include "link/volatile_fields.h"
#include "model/locate.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::uint32_t context_words = 2;  // shown behind the words that were there before

/// What two lines have alike at their ends, in bytes: whole words, and not those beside what differs.
struct SameEnds {
  std::uint32_t front = 0, behind = 0;
};

// Tokens never hold a space: what is cut off at spaces is cut into the same tokens on either side, and no diff need look at it.
SameEnds same_ends(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t front = 0, behind = 0;
  while (front < shorter && a[front] == b[front]) ++front;
  while (behind < shorter - front && a[a.size() - 1 - behind] == b[b.size() - 1 - behind]) ++behind;
  const auto between_words = [&](std::size_t at) { return a[at] == ' ' && at + 1 < a.size() && a[at + 1] != ' '; };
  // Back by the word cut through and by those that are context.
  for (std::uint32_t words = 0; front > 0 && words <= context_words; --front) words += between_words(front - 1) ? 1U : 0U;
  for (std::uint32_t words = 0; behind > 0 && words <= context_words; --behind) words += between_words(a.size() - behind) ? 1U : 0U;
  return {static_cast<std::uint32_t>(front), static_cast<std::uint32_t>(behind)};
}

class Comparer {
 public:
  Comparer(const ComparedText& before, const ComparedText& after, Story story)
      : before_(before),
        after_(after),
        story_(story),
        before_lines_(compared_lines(before, story, numbering_)),
        after_lines_(compared_lines(after, story, numbering_)) {}

  /// Adds what this story has to `aligned`.
  void run(Aligned& aligned) {
    pairs_ = pair_lines(before_lines_, after_lines_);
    for (std::uint32_t b = 0; b < before_lines_.size(); ++b) {
      if (pairs_.before[b] == LineFate::same) printed_alike(b, *pairs_.partner[b]);
      if (pairs_.before[b] == LineFate::changed) changed(b, *pairs_.partner[b]);
    }
    for (const LinePairs::Cut& cut : pairs_.cuts)
      add_lines(cut.split ? DifferenceKind::split : DifferenceKind::joined, cut.before, cut.split ? 1 : 2, cut.after, cut.split ? 2 : 1);
    gone();
    added();
    const VolatileFields before_fields(before_.document), after_fields(after_.document);
    std::erase_if(differences_, [&](const Difference& difference) {
      return difference.kind == DifferenceKind::changed && (before_fields.hold(difference.before) || after_fields.hold(difference.after));
    });
    if (story_ == Story::running_heads || story_ == Story::boxes)
      std::erase_if(differences_, [](const Difference& d) { return is_only_identity(d.before_words) && is_only_identity(d.after_words); });
    std::move(differences_.begin(), differences_.end(), std::back_inserter(aligned.differences));
    for (std::uint32_t b = 0; b < before_lines_.size(); ++b)
      if (pairs_.partner[b]) aligned.partner[before_lines_[b].line] = after_lines_[*pairs_.partner[b]].line;
  }

 private:
  static Span source(const ComparedText& text, std::uint32_t first, std::uint32_t last) {
    const Projection& projection = text.unit.projection(text.view);
    return projection.to_source({projection.lines[first].span.begin, projection.lines[last].span.end});
  }

  static std::string joined(const std::vector<ComparedLine>& lines, std::uint32_t first, std::uint32_t count) {
    std::string text;
    for (std::uint32_t n = 0; n < count; ++n) text += (n == 0 ? "" : " ") + lines[first + n].text;
    return text;
  }

  // A difference of whole lines; a count of 0 on a side is the point behind the line named there.
  void add_lines(DifferenceKind kind, std::uint32_t b, std::uint32_t b_count, std::uint32_t a, std::uint32_t a_count) {
    Difference difference;
    difference.kind = kind;
    if (!before_lines_.empty()) place(before_, before_lines_, b, b_count, difference.before, difference.before_line, difference.before_words);
    if (!after_lines_.empty()) place(after_, after_lines_, a, a_count, difference.after, difference.after_line, difference.after_words);
    differences_.push_back(std::move(difference));
  }

  static void place(const ComparedText& text, const std::vector<ComparedLine>& lines, std::uint32_t first, std::uint32_t count, Span& span,
                    std::uint32_t& line, std::string& words) {
    line = lines[first].line;
    span = source(text, line, lines[first + (count == 0 ? 0 : count - 1)].line);
    if (count == 0) span.begin = span.end;
    words = joined(lines, first, count);
  }

  static std::string_view line_text(const ComparedText& text, std::uint32_t line) {
    const Projection& projection = text.unit.projection(text.view);
    return slice(projection.text, projection.lines[line].span);
  }

  // Lines that only the text before has; those of one table row are one difference.
  void gone() {
    std::uint32_t behind = 0;  // the line after that what was before it became
    for (std::uint32_t b = 0; b < before_lines_.size();) {
      const LineFate fate = pairs_.before[b];
      if (fate != LineFate::alone) {
        if (fate != LineFate::moved) behind = std::max(behind, *pairs_.partner[b]);
        ++b;
        continue;
      }
      std::uint32_t count = 1;
      while (b + count < before_lines_.size() && pairs_.before[b + count] == fate && before_lines_[b].row &&
             before_lines_[b + count].row == before_lines_[b].row)
        ++count;
      add_lines(DifferenceKind::deleted, b, count, behind, 0);
      b += count;
    }
  }

  // Lines that only the text after has, and lines that stood elsewhere before; what moved together is one difference.
  void added() {
    std::vector<std::uint32_t> origin(after_lines_.size());
    for (std::uint32_t b = 0; b < before_lines_.size(); ++b)
      if (pairs_.before[b] == LineFate::moved) origin[*pairs_.partner[b]] = b;
    std::uint32_t behind = 0;  // the line before that what is before it was
    std::vector<std::uint32_t> stood(after_lines_.size(), 0);
    for (std::uint32_t b = 0; b < before_lines_.size(); ++b)
      if (pairs_.partner[b] && pairs_.before[b] != LineFate::moved) stood[*pairs_.partner[b]] = b;
    for (std::uint32_t a = 0; a < after_lines_.size();) {
      const LineFate fate = pairs_.after[a];
      std::uint32_t count = 1;
      if (fate == LineFate::alone) {
        while (a + count < after_lines_.size() && pairs_.after[a + count] == fate && after_lines_[a].row &&
               after_lines_[a + count].row == after_lines_[a].row)
          ++count;
        add_lines(DifferenceKind::inserted, behind, 0, a, count);
      } else if (fate == LineFate::moved) {
        while (a + count < after_lines_.size() && pairs_.after[a + count] == fate && origin[a + count] == origin[a] + count) ++count;
        add_lines(DifferenceKind::moved, origin[a], count, a, count);
      } else {
        behind = std::max(behind, stood[a]);
      }
      a += count;
    }
  }

  // How many spaces stand together is nothing to a reader, and rejecting a mark often leaves two.
  static std::string with_single_spaces(std::string text) {
    text.erase(std::unique(text.begin(), text.end(), [](char x, char y) { return x == ' ' && y == ' '; }), text.end());
    return text;
  }

  // Lines with the same words: quotes, kinds of spaces and dashes may still differ.
  void printed_alike(std::uint32_t b, std::uint32_t a) {
    const RawLine old = raw_line(before_, before_lines_[b].line), now = raw_line(after_, after_lines_[a].line);
    if (with_single_spaces(old.text) == with_single_spaces(now.text)) return;
    std::uint32_t begin = 0;
    const auto shorter = static_cast<std::uint32_t>(std::min(old.text.size(), now.text.size()));
    while (begin < shorter && old.text[begin] == now.text[begin]) ++begin;
    std::uint32_t behind = 0;
    while (behind < shorter - begin && old.text[old.text.size() - 1 - behind] == now.text[now.text.size() - 1 - behind]) ++behind;
    // Out to the words around, which all have in common.
    while (begin > 0 && old.text[begin - 1] != ' ') --begin;
    while (behind > 0 && old.text[old.text.size() - behind] != ' ') --behind;
    Difference difference;
    difference.cosmetic = true;
    difference.before_line = before_lines_[b].line;
    difference.after_line = after_lines_[a].line;
    const Span old_words{begin, static_cast<std::uint32_t>(old.text.size()) - behind},
        words{begin, static_cast<std::uint32_t>(now.text.size()) - behind};
    difference.before = old.to_source(old_words);
    difference.after = now.to_source(words);
    difference.before_words = slice(old.text, old_words);
    difference.after_words = slice(now.text, words);
    differences_.push_back(std::move(difference));
  }

  /// A line cut into tokens, for one word diff.
  struct Tokens {
    std::string_view text;  // of the projection: the part of the line that is looked at
    std::uint32_t begin;    // of it in the projection
    std::vector<Span> spans;
    std::vector<std::uint32_t> numbers;
  };

  static Tokens cut(const ComparedText& text, std::uint32_t line, SameEnds same) {
    const Projection& projection = text.unit.projection(text.view);
    const Span span = projection.lines[line].span;
    Tokens out{slice(projection.text, {span.begin + same.front, span.end - same.behind}), span.begin + same.front, {}, {}};
    out.spans = diff_tokens(out.text);
    return out;
  }

  /// The tokens of two partners, numbered together; whoever paired them may have done so already.
  std::pair<Tokens, Tokens> tokens(std::uint32_t b, std::uint32_t a, SameEnds same) {
    auto both = std::pair(cut(before_, before_lines_[b].line, same), cut(after_, after_lines_[a].line, same));
    auto& [old, now] = both;
    if (pairs_.before_tokens[b].size() == old.spans.size() && pairs_.after_tokens[a].size() == now.spans.size()) {
      old.numbers = pairs_.before_tokens[b];
      now.numbers = pairs_.after_tokens[a];
      return both;
    }
    for (auto* side : {&old, &now})
      for (const Span token : side->spans) side->numbers.push_back(token_number(slice(side->text, token), numbering_));
    return both;
  }

  // The words of tokens [begin, end); empty at the point behind the token before where there are none.
  static Span words_of(const Tokens& tokens, Span range) {
    if (!range.empty()) return {tokens.spans[range.begin].begin, tokens.spans[range.end - 1].end};
    const std::uint32_t at = range.begin == 0 ? 0 : tokens.spans[range.begin - 1].end;
    return {at, at};
  }

  static Span in_source(const ComparedText& text, const Tokens& tokens, Span words) {
    const Projection& projection = text.unit.projection(text.view);
    const Span output{tokens.begin + words.begin, tokens.begin + words.end};
    if (!output.empty() || output.begin == 0) return projection.to_source(output);
    const std::uint32_t behind = projection.to_source({output.begin - 1, output.begin}).end;
    return {behind, behind};
  }

  // Capitals of a heading are a matter of style.
  [[nodiscard]] bool is_heading(std::uint32_t b, std::uint32_t a) const {
    return heads(before_, before_lines_[b].line) && heads(after_, after_lines_[a].line);
  }

  static bool heads(const ComparedText& text, std::uint32_t line) {
    const Paragraph& paragraph = text.document.paragraphs[text.unit.projection(text.view).lines[line].paragraph];
    if (paragraph.format[index(text.view)] && text.document.paragraph_formats[paragraph.format[index(text.view)]].outline < 9) return true;
    const auto provision = provision_of_line(text.unit, text.view, line);
    return provision && !text.unit.provisions[provision].heading[index(text.view)].empty() &&
           text.unit.provisions[provision].lines[index(text.view)].begin == line;
  }

  void changed(std::uint32_t b, std::uint32_t a) {
    const SameEnds same = same_ends(line_text(before_, before_lines_[b].line), line_text(after_, after_lines_[a].line));
    const auto [old, now] = tokens(b, a, same);
    const auto changes = words_diff(old.numbers, now.numbers);
    if (changes.empty()) return printed_alike(b, a);
    for (const WordChange& change : changes) {
      Difference difference;
      difference.before_line = before_lines_[b].line;
      difference.after_line = after_lines_[a].line;
      const Span old_words = words_of(old, change.before), words = words_of(now, change.after);
      difference.before = in_source(before_, old, old_words);
      difference.after = in_source(after_, now, words);
      difference.before_words = squeeze(slice(old.text, old_words));
      difference.after_words = squeeze(slice(now.text, words));
      const auto size = static_cast<std::uint32_t>(old.spans.size());
      Span around{change.before.begin, std::min(size, change.before.end + context_words)};
      difference.cosmetic = !difference.before_words.empty() && fold(difference.before_words) == fold(difference.after_words) && is_heading(b, a);
      const bool behind = around.end == change.before.end;  // nothing follows: what stands in front
      if (behind || change.before.empty()) around.begin -= std::min(around.begin, context_words);
      if (!around.empty()) difference.before_context = squeeze(slice(old.text, words_of(old, around)));
      differences_.push_back(std::move(difference));
    }
  }

  const ComparedText& before_;
  const ComparedText& after_;
  Story story_;
  Numbering numbering_;
  std::vector<ComparedLine> before_lines_, after_lines_;
  LinePairs pairs_;
  std::vector<Difference> differences_;
};

}  // namespace

Aligned align_texts(const ComparedText& before, const ComparedText& after) {
  Aligned aligned;
  aligned.partner.resize(before.unit.projection(before.view).lines.size());
  for (const Story story : all_stories) Comparer(before, after, story).run(aligned);
  std::stable_sort(aligned.differences.begin(), aligned.differences.end(), [](const Difference& x, const Difference& y) {
    return std::tuple(x.after_line, x.after.begin, x.before_line, x.before.begin) <
           std::tuple(y.after_line, y.after.begin, y.before_line, y.before.begin);
  });
  return aligned;
}

std::vector<Difference> compare_texts(const ComparedText& before, const ComparedText& after) { return align_texts(before, after).differences; }

}  // namespace dovetail
