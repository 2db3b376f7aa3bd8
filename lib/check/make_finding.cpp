// One way to begin a finding, so that labels, quotations and "introduced" mean the same in every rule.
#include "check/make_finding.h"

#include <algorithm>

#include "check/label_in.h"

namespace dovetail {

bool baseline_known(const Review& review, Id<Unit> unit) {
  const auto& u = review.units[unit];
  if (u.has_changes) return true;
  return std::any_of(review.inputs.begin(), review.inputs.end(),
                     [&](const Input& input) { return input.role == InputRole::baseline && input.baseline_of == u.document; });
}

bool differs_from_baseline(const Review& review, Id<Unit> unit, Span span) {
  for (const auto& comparison : review.corpus.comparisons) {
    if (comparison.after != unit) continue;
    const bool differs = std::any_of(comparison.differences.begin(), comparison.differences.end(), [&](const Difference& d) {
      return !d.cosmetic && (d.kind == DifferenceKind::inserted || d.kind == DifferenceKind::changed) && d.after.overlaps(span);
    });
    if (differs) return true;
  }
  return false;
}

std::string label_in(const Review& review, Id<Unit> unit, View view, std::uint32_t offset) {
  const auto& u = review.units[unit];
  const auto& document = review.documents[u.document];
  const auto paragraph = paragraph_at(document, offset);
  const auto part = paragraph ? document.paragraphs[paragraph].part : Part::body;
  if (part == Part::header || part == Part::footer) return {};
  if (part == Part::footnote || part == Part::endnote)
    for (const auto& note : document.notes)
      if (note.span.begin <= offset && offset < note.span.end) return label_at(u, view, note.anchor);
  return label_at(u, view, offset);
}

Finding make_finding(const Review& review, const Rule& rule, Id<Unit> unit, Span span, Views views) {
  const auto& u = review.units[unit];
  Finding finding;
  finding.rule = rule.id;
  finding.severity = rule.severity;
  finding.certainty = rule.certainty;
  finding.place = {u.document, span};
  finding.views = views;
  finding.introduced = views.proposed && (!(views.baseline && baseline_known(review, unit)) || differs_from_baseline(review, unit, span));
  const View view = views.proposed ? View::proposed : View::baseline;
  finding.label = label_in(review, unit, view, span.begin);
  finding.text = words_in_view(review, unit, span, view);
  return finding;
}

std::string in_quotes(std::string_view words) { return "\"" + std::string(words) + "\""; }

std::string words_in_view(const Review& review, Id<Unit> unit, Span span, View view) {
  const auto& u = review.units[unit];
  const auto& document = review.documents[u.document];
  std::string text;
  const auto first =
      std::upper_bound(document.runs.begin(), document.runs.end(), span.begin, [](std::uint32_t o, const Run& r) { return o < r.span.end; });
  for (auto run = first; run != document.runs.end() && run->span.begin < span.end; ++run)
    if (visible(*run, view)) text += slice(document.text, {std::max(run->span.begin, span.begin), std::min(run->span.end, span.end)});
  if (document.runs.empty()) text = slice(document.text, span);
  return squeeze(text);
}

std::string fill(std::string_view message, const std::map<std::string, std::string>& values) {
  std::string out;
  for (std::size_t i = 0; i < message.size();) {
    const auto close = message[i] == '{' ? message.find('}', i) : std::string_view::npos;
    const auto value = close == std::string_view::npos ? values.end() : values.find(std::string(message.substr(i + 1, close - i - 1)));
    if (value == values.end()) {
      out += message[i++];
      continue;
    }
    out += value->second;
    i = close + 1;
    if (value->second.empty() && value->first == "label" && message.substr(i).starts_with(": ")) i += 2;
  }
  return out;
}

std::string document_name(const Unit& unit) {
  if (!unit.id.empty()) return unit.id;
  const auto slash = unit.path.find_last_of('/');
  return slash == std::string::npos ? unit.path : unit.path.substr(slash + 1);
}

std::string lead(const std::string& label) { return label.empty() ? std::string() : label + ": "; }

}  // namespace dovetail
