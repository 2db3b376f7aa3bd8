// From a stretch of the text to elements of a part.
#include "report/annotate/anchor.h"

#include <algorithm>

#include "model/place.h"

namespace dovetail::annotate {
namespace {

std::size_t first_origin_behind(const Document& document, std::uint32_t offset) {
  const auto at = std::lower_bound(document.origins.begin(), document.origins.end(), offset,
                                   [](const Origin& origin, std::uint32_t o) { return std::max(origin.span.end, origin.span.begin + 1) <= o; });
  return static_cast<std::size_t>(at - document.origins.begin());
}

/// Tells for each stretch of an element whether it is read, and where in the stretch reading begins and ends.
Span read_part(const Document& document, Span span) {
  auto run = std::upper_bound(document.runs.begin(), document.runs.end(), span.begin, [](std::uint32_t o, const Run& r) { return o < r.span.end; });
  Span found{span.begin, span.begin};
  for (; run != document.runs.end() && run->span.begin < span.end; ++run) {
    if (!is_read(document, *run)) continue;
    if (found.empty()) found.begin = std::max(span.begin, run->span.begin);
    found.end = std::min(span.end, run->span.end);
  }
  return found;
}

std::optional<Anchor> on_words_of(const Document& document, Span wanted) {
  std::optional<Anchor> anchor;
  for (auto n = first_origin_behind(document, wanted.begin); n < document.origins.size() && document.origins[n].span.begin < wanted.end; ++n) {
    const auto& origin = document.origins[n];
    if (origin.kind != Origin::Kind::text) continue;
    const auto part = read_part(document, {std::max(wanted.begin, origin.span.begin), std::min(wanted.end, origin.span.end)});
    if (part.empty()) continue;
    if (!anchor) anchor = Anchor{origin.source, &origin, &origin, part.begin, part.end};
    if (origin.source != anchor->source) break;
    anchor->last = &origin;
    anchor->end = part.end;
  }
  return anchor;
}

/// White space at the ends of a paragraph is no word of it.
Span trimmed(const Document& document, Span span) {
  constexpr std::string_view blanks = " \t\n\v\f";
  while (!span.empty() && blanks.find(document.text[span.begin]) != std::string_view::npos) ++span.begin;
  while (!span.empty() && blanks.find(document.text[span.end - 1]) != std::string_view::npos) --span.end;
  return span;
}

bool is_deleted(const Document& document, const Paragraph& paragraph) {
  const auto mark = paragraph.span.end - 1;
  const auto run = std::upper_bound(document.runs.begin(), document.runs.end(), mark, [](std::uint32_t o, const Run& r) { return o < r.span.end; });
  return run != document.runs.end() && bool(run->deleted);
}

std::optional<Anchor> on_paragraph(const Document& document, const Paragraph& paragraph) {
  if (auto words = on_words_of(document, trimmed(document, paragraph.span))) return words;
  if (is_deleted(document, paragraph)) return std::nullopt;
  for (auto n = first_origin_behind(document, paragraph.span.begin); n < document.origins.size(); ++n) {
    const auto& origin = document.origins[n];
    if (origin.span.begin >= paragraph.span.end) break;
    if (origin.kind == Origin::Kind::paragraph) return Anchor{origin.source, &origin, &origin, origin.span.begin, origin.span.begin};
  }
  return std::nullopt;
}

// Programs differ on comments in notes (LibreOffice 7.4 does not open such a file), and none has them in headers.
bool takes_comments(Part part) { return part == Part::body || part == Part::text_box; }

/// The word that ends at `offset`, in front of a note's mark.
Span word_before(const Document& document, std::uint32_t offset) {
  constexpr std::string_view ends = " \t\n\v\f";
  auto begin = offset;
  while (begin > 0 && ends.find(document.text[begin - 1]) == std::string_view::npos) --begin;
  return {begin, offset};
}

/// Where a comment on the words of another story stands: at the words that a comment is about, at the mark of a note; else at the beginning.
Span within_reach(const Document& document, Span wanted, Part part) {
  const auto holds = [&](Span story) { return story.begin <= wanted.begin && wanted.begin < story.end; };
  if (part == Part::comment)
    for (const auto& comment : document.comments)
      if (holds(comment.span)) return comment.anchor;
  if (part == Part::footnote || part == Part::endnote)
    for (const auto& note : document.notes)
      if (holds(note.span)) return word_before(document, note.anchor);
  return {};
}

}  // namespace

bool is_read(const Document& document, const Run& run) {
  if (run.deleted) return false;
  const auto& format = document.formats[run.format];
  return !format.strike && !format.double_strike;
}

std::optional<Anchor> anchor_of(const Document& document, Span wanted) {
  auto at = paragraph_at(document, wanted.begin);
  if (!at) return std::nullopt;
  bool note = false;
  if (const auto part = document.paragraphs[at].part; !takes_comments(part)) {
    note = part == Part::footnote || part == Part::endnote;
    wanted = within_reach(document, wanted, part);
    at = paragraph_at(document, wanted.begin);
    if (!at || !takes_comments(document.paragraphs[at].part)) return std::nullopt;
  }
  for (auto n = at.value; n < document.paragraphs.size(); ++n) {
    const auto& paragraph = document.paragraphs[Id<Paragraph>(n)];
    const Span here{std::max(wanted.begin, paragraph.span.begin), std::min(wanted.end, paragraph.span.end)};
    if (paragraph.span.begin >= wanted.end) break;
    if (auto words = on_words_of(document, here)) {
      words->note = note;
      return words;
    }
  }
  for (auto n = at.value; n < document.paragraphs.size(); ++n) {
    const auto& paragraph = document.paragraphs[Id<Paragraph>(n)];
    if (paragraph.part != document.paragraphs[at].part) break;
    if (auto place = on_paragraph(document, paragraph)) return place;
  }
  for (auto n = at.value; n-- > 0;)
    if (auto place = on_paragraph(document, document.paragraphs[Id<Paragraph>(n)])) return place;
  return std::nullopt;
}

}  // namespace dovetail::annotate
