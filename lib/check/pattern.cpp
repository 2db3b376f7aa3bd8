// The expression is compiled once for the run; each line is searched from match to match.
#include "check/pattern.h"

#include <algorithm>
#include <optional>

#include "check/make_finding.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// A pattern rule ready to run.
struct Ready {
  Pattern pattern;
  std::optional<Pattern> only, except;
  std::vector<std::size_t> same;  // groups, from 1
  bool edges = false, changed = true;
};

std::string setting(const Rule& rule, const std::string& name) {
  const auto found = rule.with.find(name);
  return found == rule.with.end() ? std::string() : found->second;
}

bool flag(const Rule& rule, const std::string& name) { return setting(rule, name) == "true"; }

std::vector<std::size_t> numbers_in(std::string_view text) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] >= '1' && text[i] <= '9') numbers.push_back(static_cast<std::size_t>(text[i] - '0'));
  return numbers;
}

std::optional<Pattern> optional_pattern(const Rule& rule, const std::string& name, bool ignore_case) {
  const auto expression = setting(rule, name);
  if (expression.empty()) return std::nullopt;
  auto compiled = Pattern::compile(expression, ignore_case);
  return compiled ? std::optional(*compiled) : std::nullopt;
}

std::optional<Ready> prepare(const Rule& rule, Checked& checked) {
  const bool ignore_case = flag(rule, "ignore_case");
  auto pattern = Pattern::compile(rule.pattern, ignore_case);
  if (!pattern) {
    checked.blocked.push_back({rule.id, pattern.error().message});
    return std::nullopt;
  }
  return Ready{*pattern,
               optional_pattern(rule, "only", ignore_case),
               optional_pattern(rule, "except", true),
               numbers_in(setting(rule, "same")),
               flag(rule, "edges"),
               setting(rule, "applies_to") != "all"};
}

bool accepted(const Ready& ready, std::string_view line, const Pattern::Match& match) {
  if (match.span.empty()) return false;
  if (ready.edges && (!at_word_edge(line, match.span.begin) || !at_word_edge(line, match.span.end))) return false;
  for (const auto group : ready.same) {
    const auto& first = match.groups.at(ready.same.front() - 1);
    const auto& other = match.groups.at(group - 1);
    if (!first || !other || fold(slice(line, *first)) != fold(slice(line, *other))) return false;
  }
  const auto found = slice(line, match.span);
  return !(ready.only && !ready.only->matches(found)) && !(ready.except && ready.except->matches(found));
}

/// Whether the baseline view has the same words at the same bytes.
bool in_baseline(const Review& review, Id<Unit> unit, Span source) {
  return words_in_view(review, unit, source, View::baseline) == words_in_view(review, unit, source, View::proposed);
}

void run_line(const Review& review, const Rule& rule, const Ready& ready, Id<Unit> id, const Line& line, Checked& checked) {
  const auto& unit = review.units[id];
  const auto& projection = unit.projection(View::proposed);
  const auto text = slice(projection.text, line.span);
  for (std::size_t at = 0; at < text.size();) {
    const auto match = ready.pattern.find(text, at);
    if (!match) return;
    if (!accepted(ready, text, *match)) {
      // A rejected match may hide one that begins inside it: "in the the" is found from "the".
      at = match->groups.size() > 1 && match->groups[1] ? std::max<std::size_t>(match->span.begin + 1, match->groups[1]->begin)
                                                        : match->span.begin + 1;
      continue;
    }
    at = std::max<std::size_t>(match->span.end, match->span.begin + 1);
    const Span source = projection.to_source({line.span.begin + match->span.begin, line.span.begin + match->span.end});
    auto finding = make_finding(review, rule, id, source, {in_baseline(review, id, source), true});
    if (ready.changed && !finding.introduced) continue;
    std::map<std::string, std::string> values{{"label", finding.label}, {"0", std::string(slice(text, match->span))}};
    for (std::size_t g = 0; g < match->groups.size(); ++g)
      values[std::to_string(g + 1)] = match->groups[g] ? std::string(slice(text, *match->groups[g])) : std::string();
    finding.message = fill(rule.message, values);
    if (!rule.replace.empty()) finding.fix = Fix{fill(rule.replace, values), false};
    finding.key = fold(values["0"]);
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace

void check_pattern(const Review& review, const Rule& rule, Checked& checked) {
  const auto ready = prepare(rule, checked);
  if (!ready) return;
  for (std::size_t u = 0; u < review.inputs.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (!unit.has_body || review.inputs[u].role != InputRole::draft) continue;
    const auto& document = review.documents[unit.document];
    for (const auto& line : unit.projection(View::proposed).lines) {
      const auto part = document.paragraphs[line.paragraph].part;
      if (part == Part::header || part == Part::footer || part == Part::comment) continue;
      run_line(review, rule, *ready, id, line, checked);
    }
  }
}

}  // namespace dovetail
