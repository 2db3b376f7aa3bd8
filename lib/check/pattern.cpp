// The expression is compiled once for the run; each line is searched from match to match.
#include "check/pattern.h"

#include <algorithm>
#include <optional>

#include "check/changed_lines.h"
#include "check/limited_text.h"
#include "check/make_finding.h"
#include "check/shared.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// An expression that few runs come to need: made when something is first asked of it.
class Exception {
 public:
  Exception(std::string expression, bool ignore_case) : expression_(std::move(expression)), ignore_case_(ignore_case) {}
  /// None where the rule has no such expression.
  const std::optional<Pattern>& pattern() const {
    if (!expression_.empty() && !made_) {
      auto compiled = Pattern::compile(expression_, ignore_case_);
      if (compiled) pattern_ = *compiled;
    }
    made_ = true;
    return pattern_;
  }

 private:
  std::string expression_;
  bool ignore_case_;
  mutable bool made_ = false;
  mutable std::optional<Pattern> pattern_;
};

/// A pattern rule ready to run.
struct Ready {
  Pattern pattern;
  Exception only, except, unless;
  std::optional<Pattern> beside;
  std::vector<std::size_t> same;  // groups, from 1
  std::vector<std::string> kinds;
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

std::vector<std::string> list(const Rule& rule, const std::string& name) {
  std::vector<std::string> items;
  const auto joined = setting(rule, name);
  for (std::size_t begin = 0; begin < joined.size();) {
    const auto end = std::min(joined.find(';', begin), joined.size());
    items.push_back(joined.substr(begin, end - begin));
    begin = end + 1;
  }
  return items;
}

bool is_about_changes(const Rule& rule) { return setting(rule, "applies_to") != "all"; }

std::optional<Ready> prepare(const Rule& rule, Checked& checked) {
  const bool ignore_case = flag(rule, "ignore_case");
  auto pattern = Pattern::compile(rule.pattern, ignore_case);
  if (!pattern) {
    checked.blocked.push_back({rule.id, pattern.error().message});
    return std::nullopt;
  }
  return Ready{*pattern,
               {setting(rule, "only"), ignore_case},
               {setting(rule, "except"), true},
               {setting(rule, "unless"), true},
               optional_pattern(rule, "beside", ignore_case),
               numbers_in(setting(rule, "same")),
               list(rule, "kinds"),
               flag(rule, "edges"),
               is_about_changes(rule)};
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
  const auto& only = ready.only.pattern();
  if (only && !only->matches(found)) return false;
  const auto& except = ready.except.pattern();
  return !(except && except->matches(found));
}

/// The sentence, or the item of a list, that holds a match.
std::string_view sentence_around(std::string_view line, Span match) {
  const auto ends = [&](std::size_t at) {
    return line[at] == ';' || (std::string_view(".?!").find(line[at]) != std::string_view::npos && at + 1 < line.size() && line[at + 1] == ' ');
  };
  std::size_t begin = match.begin, end = match.end;
  while (begin > 0 && !ends(begin - 1)) --begin;
  while (end < line.size() && !ends(end)) ++end;
  return line.substr(begin, end - begin);
}

/// What kind of provision a line belongs to, in the words of the rule files.
std::string_view kind_of(const Review& review, const Unit& unit, const Projection& projection, std::uint32_t line) {
  const auto& document = review.documents[unit.document];
  const auto& where = projection.lines[line];
  const auto id = provision_of_line(unit, View::proposed, line);
  if (id && unit.provisions[id].kind == ProvisionKind::row) return "row";
  if (document.paragraphs[where.paragraph].cell) return "cell";
  if (!id) return "front";
  const auto& provision = unit.provisions[id];
  if (provision.kind == ProvisionKind::entry) return "entry";
  if (!provision.heading[index(View::proposed)].empty() && provision.lines[index(View::proposed)].begin == line) return "heading";
  if (provision.kind == ProvisionKind::division) return "heading";
  return provision.kind == ProvisionKind::item ? "item" : "numbered";
}

bool is_wanted(const Ready& ready, const Review& review, const Unit& unit, const Projection& projection, std::uint32_t line) {
  if (ready.kinds.empty()) return true;
  const auto kind = kind_of(review, unit, projection, line);
  return std::find(ready.kinds.begin(), ready.kinds.end(), kind) != ready.kinds.end();
}

bool has_beside(const Ready& ready, const Projection& projection) {
  if (!ready.beside) return true;
  return std::any_of(projection.lines.begin(), projection.lines.end(), [&](const Line& line) {
    const auto text = slice(projection.text, line.span);
    const auto found = ready.beside->find(text);
    return found && at_word_edge(text, found->span.begin) && at_word_edge(text, found->span.end);
  });
}

/// Whether the baseline view has the same words at the same bytes.
bool in_baseline(const Review& review, Id<Unit> unit, Span source) {
  return words_in_view(review, unit, source, View::baseline) == words_in_view(review, unit, source, View::proposed);
}

void run_line(const Review& review, const Rule& rule, const Ready& ready, Id<Unit> id, std::uint32_t index_of_line, Checked& checked) {
  const auto& unit = review.units[id];
  const auto& projection = unit.projection(View::proposed);
  const auto& line = projection.lines[index_of_line];
  const auto text = slice(projection.text, line.span);
  std::optional<bool> wanted;
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
    if (const auto& unless = ready.unless.pattern(); unless && unless->find(sentence_around(text, match->span))) continue;
    if (!wanted) wanted = is_wanted(ready, review, unit, projection, index_of_line);
    if (!*wanted) return;
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

/// The lines of the proposed view in which a word is followed by itself, in order.
std::vector<std::uint32_t> lines_with_a_word_twice(const Unit& unit) {
  std::vector<std::string> folded;
  for (const auto& form : unit.forms) folded.push_back(fold(form));
  std::vector<std::uint32_t> paragraphs;
  const Word* before = nullptr;
  for (const auto& word : unit.words) {
    if (!word.is(View::proposed, Word::here)) continue;
    if (before && before->line == word.line && folded[before->form] == folded[word.form] && (paragraphs.empty() || paragraphs.back() != word.line))
      paragraphs.push_back(word.line);
    before = &word;
  }
  std::sort(paragraphs.begin(), paragraphs.end());
  std::vector<std::uint32_t> found;
  const auto& lines = unit.projection(View::proposed).lines;
  for (std::uint32_t n = 0; n < lines.size() && !paragraphs.empty(); ++n)
    if (std::binary_search(paragraphs.begin(), paragraphs.end(), lines[n].paragraph.value)) found.push_back(n);
  return found;
}

/// The lines of a unit in which the rule may find something.
std::vector<std::uint32_t> lines_to_search(const Review& review, const Rule& rule, Id<Unit> id, Checked& checked) {
  auto& shared = shared_work(review, checked);
  const auto& unit = review.units[id];
  auto lines = flag(rule, "twice") ? lines_with_a_word_twice(unit) : shared.lines_with(pattern_expressions(rule), id);
  if (lines.empty()) return lines;
  const auto all = is_about_changes(rule) ? std::vector<std::uint32_t>() : lines_of_text(review, id);
  const auto& judged = is_about_changes(rule) ? shared.changed_lines(id) : all;
  std::erase_if(lines, [&](std::uint32_t n) { return !std::binary_search(judged.begin(), judged.end(), n); });
  return lines;
}

// Words that leave the time open say less than a design that has a figure.
void raise_where_limited(const Review& review, std::size_t first, std::vector<Finding>& findings) {
  if (first == findings.size()) return;
  static const Pattern time = Pattern::literal("timely|prompt|soon|possible|practicable", true);
  const LimitedText limited(review);
  for (std::size_t n = first; n < findings.size(); ++n) {
    const FindingNote* limit = time.find(findings[n].text) ? limited.limit_of(findings[n]) : nullptr;
    if (limit == nullptr) continue;
    findings[n].severity = Severity::warning;
    findings[n].notes.push_back(*limit);
  }
}

}  // namespace

std::vector<PatternSearch::Expression> pattern_expressions(const Rule& rule) {
  if (flag(rule, "twice")) return {};
  return {{rule.pattern, flag(rule, "ignore_case")}};
}

void check_pattern(const Review& review, const Rule& rule, Checked& checked) {
  const std::size_t first = checked.findings.size();
  const auto codes = list(rule, "codes");
  std::optional<Ready> ready;  // when there is a line to look at
  for (std::size_t u = 0; u < review.inputs.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (!unit.has_body || review.inputs[u].role != InputRole::draft) continue;
    if (!codes.empty() && std::find(codes.begin(), codes.end(), unit.code) == codes.end()) continue;
    const auto lines = lines_to_search(review, rule, id, checked);
    if (lines.empty()) continue;
    if (!ready && !(ready = prepare(rule, checked))) return;
    if (!has_beside(*ready, unit.projection(View::proposed))) continue;
    for (const std::uint32_t n : lines) run_line(review, rule, *ready, id, n, checked);
  }
  if (flag(rule, "figure")) raise_where_limited(review, first, checked.findings);
}

}  // namespace dovetail
