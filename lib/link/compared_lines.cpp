// The lines of a text that are compared: of the body, with words, and no contents page.
#include "link/compared_lines.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::uint32_t few_words = 4;  // shorter lines ("Supplier") stand often; equal ones are no sign of being the same

class ContentsPages {
 public:
  explicit ContentsPages(const Document& document) : document_(document) {
    for (const Field& field : document.fields)
      if (field.kind == "TOC") spans_.push_back(field.result);
    std::sort(spans_.begin(), spans_.end());
  }

  bool hold(const Paragraph& paragraph, View view, const std::string& text) const {
    if (paragraph.format[index(view)]) {
      const std::string style = fold_phrase(document_.paragraph_formats[paragraph.format[index(view)]].style);
      if (style.starts_with("toc ") || style.starts_with("contents ") || style == "table of figures") return true;
    }
    static const Pattern leader = Pattern::literal("(?:\\. ?){4,}(?:[0-9]+|[ivxl]+)$|\xE2\x80\xA6 ?[0-9]+$");
    if ((text.find("...") != std::string::npos || text.find(". .") != std::string::npos || text.find("\xE2\x80\xA6") != std::string::npos) &&
        leader.find(text))
      return true;
    const auto after = std::upper_bound(spans_.begin(), spans_.end(), Span{paragraph.span.begin, 0xFFFFFFFF});
    return after != spans_.begin() && std::prev(after)->overlaps(paragraph.span);
  }

 private:
  const Document& document_;
  std::vector<Span> spans_;
};

/// How long a typed number or list label is, with the space behind it.
std::uint32_t number_size(std::string_view text) {
  static const Pattern number = Pattern::literal("(?:[A-Z]{0,2}[0-9]+(?:\\.[0-9]+[A-Z]?)*\\.?|\\([a-zA-Z0-9]{1,5}\\)) ");
  const auto match = number.match_at(text, 0);
  return match ? match->span.end : 0;
}

Story story_of(Part part) {
  if (part == Part::header || part == Part::footer) return Story::running_heads;
  if (part == Part::footnote || part == Part::endnote) return Story::notes;
  return part == Part::text_box ? Story::boxes : Story::body;
}

}  // namespace

bool is_only_identity(const std::string& words) {
  static const Pattern identity = Pattern::literal(
      "(?i:version|draft|proposed|legal|text|red|line|redlined?|clean|tracked|marked|changes?|copy|for|not|consultation|implementation|confidential|"
      "status|live|superseded|final|page|of|date|dated|effective|from|issue|release|jan[a-z]*|feb[a-z]*|mar[a-z]*|apr[a-z]*|may|june?|july?|aug[a-z]*"
      "|sep[a-z]*|"
      "oct[a-z]*|nov[a-z]*|dec[a-z]*|v?[0-9][0-9a-z./-]*|\\W)");
  for (const Span token : diff_tokens(words))
    if (!identity.matches(slice(words, token))) return false;
  return true;
}

std::string printed_form(const std::string& squeezed) {
  if (squeezed.find('\xE2') == std::string::npos) return squeezed;
  std::string form;
  form.reserve(squeezed.size());
  for (std::size_t at = 0; at < squeezed.size();) {
    const std::string_view rest = std::string_view(squeezed).substr(at, 3);
    const bool dash = rest == "\xE2\x80\x93" || rest == "\xE2\x80\x94" || rest == "\xE2\x88\x92";
    form += dash ? '-' : squeezed[at];
    at += dash ? 3 : 1;
  }
  return form;
}

std::vector<ComparedLine> compared_lines(const ComparedText& text, Story story, Numbering& numbering) {
  const Projection& projection = text.unit.projection(text.view);
  const ContentsPages contents(text.document);
  std::vector<ComparedLine> lines;
  std::set<std::uint32_t> met;
  std::string key;
  for (std::uint32_t n = 0; n < projection.lines.size(); ++n) {
    const Line& line = projection.lines[n];
    const Paragraph& paragraph = text.document.paragraphs[line.paragraph];
    if (paragraph.part == Part::comment || story_of(paragraph.part) != story) continue;
    ComparedLine compared;
    compared.text = squeeze(slice(projection.text, line.span));
    if (compared.text.empty() || contents.hold(paragraph, text.view, compared.text)) continue;
    compared.line = n;
    if (paragraph.cell) compared.row = text.document.cells[paragraph.cell].row;
    const std::string form = printed_form(compared.text);
    compared.number = number_size(form);  // it holds no dash: as long in the text
    const std::string_view content = std::string_view(form).substr(compared.number);
    compared.word_count = static_cast<std::uint32_t>(std::count(form.begin(), form.end(), ' ')) + 1;
    const bool own = std::count(content.begin(), content.end(), ' ') + 1 < few_words;
    if (own) {
      compared.whole = numbering.of(form);
      compared.content = numbering.fresh();
    } else {  // the long part is looked up once; "\n": no line is equal to a content, "\v": nor to a number and a content
      compared.content = numbering.of(key.assign("\n").append(content));
      compared.whole = numbering.of(key.assign("\v").append(form, 0, compared.number).append(std::to_string(compared.content)));
    }
    if (story == Story::running_heads && !met.insert(compared.whole).second) continue;
    lines.push_back(std::move(compared));
  }
  return lines;
}

Span RawLine::to_source(Span span) const {
  if (pieces.empty()) return {};
  const auto piece_of = [&](std::uint32_t offset) {
    const auto after = std::upper_bound(pieces.begin(), pieces.end(), offset, [](std::uint32_t o, const Piece& piece) { return o < piece.begin; });
    return after == pieces.begin() ? after : std::prev(after);
  };
  const auto first = piece_of(span.begin);
  const std::uint32_t begin = std::min(first->source.begin + (span.begin - first->begin), first->source.end);
  if (span.empty()) return {begin, begin};
  const auto last = piece_of(span.end - 1);
  return {begin, std::min(last->source.begin + (span.end - last->begin), last->source.end)};
}

RawLine raw_line(const ComparedText& text, std::uint32_t line) {
  const Projection& projection = text.unit.projection(text.view);
  const Span source = projection.to_source(projection.lines[line].span);
  RawLine raw;
  const auto& runs = text.document.runs;
  auto run = std::upper_bound(runs.begin(), runs.end(), source.begin, [](std::uint32_t offset, const Run& r) { return offset < r.span.end; });
  for (; run != runs.end() && run->span.begin < source.end; ++run) {
    if (!visible(*run, text.view) || run->kind == RunKind::paragraph_mark) continue;
    Span piece{std::max(run->span.begin, source.begin), std::min(run->span.end, source.end)};
    if (raw.text.empty())
      while (!piece.empty() && static_cast<unsigned char>(text.document.text[piece.begin]) <= ' ') ++piece.begin;
    if (piece.empty()) continue;
    raw.pieces.push_back({static_cast<std::uint32_t>(raw.text.size()), piece});
    raw.text += slice(text.document.text, piece);
  }
  while (!raw.text.empty() && static_cast<unsigned char>(raw.text.back()) <= ' ') raw.text.pop_back();
  return raw;
}

}  // namespace dovetail
