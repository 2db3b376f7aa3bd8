// The words of one paragraph: changes, links, terms and findings as nested elements around stretches that look alike.
#include "report/html/inline_text.h"

#include <algorithm>

#include "report/escape.h"
#include "report/marks.h"

namespace dovetail::html {
namespace {

/// What holds for one stretch of text; elements are nested in this order.
struct Look {
  const Anchored* anchored = nullptr;
  RunMark mark = RunMark::none;
  const Marked* marked = nullptr;
  std::string classes;  // of the format
  bool operator==(const Look&) const = default;
};

// Colours are left to the page, which may be dark.
std::string classes_of(const Format& format) {
  std::string out;
  const auto add = [&](bool wanted, const char* name) {
    if (wanted) out += (out.empty() ? "" : " ") + std::string(name);
  };
  add(format.bold, "bold");
  add(format.italic, "italic");
  add(format.underline != Underline::none, "underlined");
  add(format.strike || format.double_strike, "struck");
  add(format.vertical == VerticalAlign::superscript, "raised");
  add(format.vertical == VerticalAlign::subscript, "lowered");
  add(format.capitals, "capitals");
  add(format.hidden, "hidden-text");
  return out;
}

class Writer {
 public:
  void write(std::string_view text, const Look& look) {
    if (!(look == look_)) {
      const bool new_anchor = look.anchored != look_.anchored;
      const bool new_mark = new_anchor || look.mark != look_.mark;
      close(new_anchor, new_mark);
      look_ = look;
      open(new_anchor, new_mark);
    }
    out_ += text;
  }

  std::string finish() {
    write({}, {});
    return std::move(out_);
  }

 private:
  void close(bool anchor, bool mark) {
    if (!look_.classes.empty()) out_ += "</span>";
    if (look_.marked) out_ += "</mark>";
    if (mark && look_.mark != RunMark::none) out_ += look_.mark == RunMark::inserted ? "</ins>" : "</del>";
    if (anchor && look_.anchored) out_ += "</a>";
  }

  void open(bool anchor, bool mark) {
    if (anchor && look_.anchored) out_ += look_.anchored->open;
    if (mark && look_.mark != RunMark::none) out_ += look_.mark == RunMark::inserted ? "<ins>" : "<del>";
    if (look_.marked) out_.append("<mark class=\"").append(name_of(look_.marked->finding->severity)).append("\">");
    if (!look_.classes.empty()) out_ += "<span class=\"" + look_.classes + "\">";
  }

  std::string out_;
  Look look_;
};

// The places where the look may change, both ends of `within` among them.
std::vector<std::uint32_t> cuts_of(Span within, const std::vector<const Run*>& runs, const Overlay& overlay) {
  std::vector<std::uint32_t> cuts{within.begin, within.end};
  const auto cut = [&](std::uint32_t at) {
    if (at > within.begin && at < within.end) cuts.push_back(at);
  };
  const auto both_ends = [&](Span span) {
    cut(span.begin);
    cut(span.end);
  };
  for (const auto* run : runs) both_ends(run->span);
  const auto begins_before = [](const auto& words, std::uint32_t at) { return words.span.begin < at; };
  auto anchored = std::lower_bound(overlay.anchored.begin(), overlay.anchored.end(), within.begin, begins_before);
  if (anchored != overlay.anchored.begin()) --anchored;
  for (; anchored != overlay.anchored.end() && anchored->span.begin < within.end; ++anchored) both_ends(anchored->span);
  auto marked = std::lower_bound(overlay.marked.begin(), overlay.marked.end(), within.begin, begins_before);
  for (; marked != overlay.marked.end() && marked->span.begin < within.end; ++marked) both_ends(marked->span);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

const Anchored* anchored_at(const Overlay& overlay, std::uint32_t at) {
  auto after = std::upper_bound(overlay.anchored.begin(), overlay.anchored.end(), at,
                                [](std::uint32_t offset, const Anchored& words) { return offset < words.span.begin; });
  if (after == overlay.anchored.begin()) return nullptr;
  --after;
  return at < after->span.end ? &*after : nullptr;
}

// The gravest finding whose words begin in this paragraph and hold `at`.
const Marked* marked_at(const Overlay& overlay, Span paragraph, std::uint32_t at) {
  const Marked* gravest = nullptr;
  auto marked = std::lower_bound(overlay.marked.begin(), overlay.marked.end(), paragraph.begin,
                                 [](const Marked& words, std::uint32_t offset) { return words.span.begin < offset; });
  for (; marked != overlay.marked.end() && marked->span.begin <= at; ++marked)
    if (at < marked->span.end && (!gravest || marked->finding->severity > gravest->finding->severity)) gravest = &*marked;
  return gravest;
}

std::string words_of(const Document& document, RunKind kind, Span span) {
  switch (kind) {
    case RunKind::tab:
      return "<span class=\"tab\">\t</span>";
    case RunKind::line_break:
    case RunKind::page_break:
      return "<br>";
    case RunKind::text:
    case RunKind::paragraph_mark:
      break;
  }
  return html_safe(slice(document.text, span));
}

std::vector<const Run*> runs_of(const Document& document, Span span) {
  auto run = std::upper_bound(document.runs.begin(), document.runs.end(), span.begin, [](std::uint32_t at, const Run& r) { return at < r.span.end; });
  std::vector<const Run*> out;
  for (; run != document.runs.end() && run->span.begin < span.end; ++run) out.push_back(&*run);
  return out;
}

}  // namespace

std::string inline_text(const Document& document, const Paragraph& paragraph, const Overlay& overlay) {
  const auto runs = runs_of(document, paragraph.span);
  const auto cuts = cuts_of(paragraph.span, runs, overlay);
  Writer writer;
  std::size_t n = 0;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const Span span{cuts[i], cuts[i + 1]};
    while (n < runs.size() && runs[n]->span.end <= span.begin) ++n;
    if (n == runs.size()) break;
    const auto& run = *runs[n];
    Look look;
    look.mark = mark_of(document, paragraph, run);
    if (look.mark == RunMark::nowhere) continue;
    if (run.kind == RunKind::paragraph_mark) {
      if (look.mark != RunMark::none) writer.write("¶", look);
      continue;
    }
    look.anchored = anchored_at(overlay, span.begin);
    look.marked = marked_at(overlay, paragraph.span, span.begin);
    if (run.format) look.classes = classes_of(document.formats[run.format]);
    writer.write(words_of(document, run.kind, span), look);
  }
  return writer.finish();
}

}  // namespace dovetail::html
