// The lines are the view's, the marks are those of the runs behind them.
#include "report/worksheet/marked_words.h"

#include <algorithm>

#include "report/escape.h"
#include "text/unicode.h"

namespace dovetail::worksheet {
namespace {

std::string words_of(const Document& document, const Run& run, Span span) {
  return run.kind == RunKind::text ? html_safe(slice(document.text, span)) : std::string(" ");
}

std::string line_of(const Document& document, Span source, View view) {
  const std::string tag = view == View::baseline ? "del" : "ins";
  std::string out;
  bool open = false;
  auto run =
      std::upper_bound(document.runs.begin(), document.runs.end(), source.begin, [](std::uint32_t at, const Run& r) { return at < r.span.end; });
  for (; run != document.runs.end() && run->span.begin < source.end; ++run) {
    if (!visible(*run, view)) continue;
    const bool marked = view == View::baseline ? bool(run->deleted) : bool(run->inserted);
    if (marked != open) out += (marked ? "<" : "</") + tag + ">";
    open = marked;
    out += words_of(document, *run, {std::max(run->span.begin, source.begin), std::min(run->span.end, source.end)});
  }
  return out + (open ? "</" + tag + ">" : "");
}

}  // namespace

std::string marked_words(const Review& review, Id<Unit> id, Id<Provision> provision, View view) {
  const auto& unit = review.units[id];
  if (!provision || !unit.provisions[provision].views.has(view)) return {};
  const auto& projection = unit.projection(view);
  const auto lines = unit.provisions[provision].lines[index(view)];
  std::string out;
  for (auto n = lines.begin; n < lines.end && n < projection.lines.size(); ++n)
    out += "<p>" + line_of(review.documents[unit.document], projection.to_source(projection.lines[n].span), view) + "</p>";
  return out;
}

}  // namespace dovetail::worksheet
