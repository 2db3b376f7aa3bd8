// What the programme calls its papers, groups and milestones has no place in text that outlives it.
#include <algorithm>
#include <set>

#include "check/judged.h"
#include "check/make_finding.h"
#include "check/reference.h"
#include "check/register_places.h"
#include "check/shared.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Numbers of design documents, by the canonical id, that the artefact register lists as incorporated by reference.
std::set<std::string> incorporated(const Review& review) {
  std::set<std::string> out;
  for (const auto& unit : review.units)
    for (const auto& record : unit.records) {
      if (record.kind != "artefacts" || record.struck) continue;
      const auto said = fold_phrase(record.field("incorporated"));
      if (!said.empty() && said != "no" && said != "n" && !says_not_applicable(said)) out.insert(canonical_id(record.field("doc_number")).canonical);
    }
  return out;
}

/// The artefact that an id belongs to: "BP901" of "BP901.040".
std::string artefact_of(const std::string& canonical) { return canonical.substr(0, canonical.find('.')); }

/// Inside square brackets: a drafting note, or a tag that says where text comes from.
bool is_bracketed(std::string_view line, Span span) {
  const auto open = line.rfind('[', span.begin), close = line.rfind(']', span.begin);
  const bool opened = open != std::string_view::npos && (close == std::string_view::npos || close < open);
  return opened && line.find(']', span.end) != std::string_view::npos;
}

/// The rule's own words, as an expression; one that matches nothing where it has none.
std::string words_of(const Rule& rule) { return rule.with.contains("words") ? rule.with.at("words") : "$^"; }

struct Named {
  Span span;  // in the projection
  std::string what;
};

class Finder {
 public:
  Finder(const Review& review, const Rule& rule) : allowed_(incorporated(review)), words_(Pattern::literal(words_of(rule))) {
    for (const auto& unit : review.units) known_.insert(unit.id);
  }

  [[nodiscard]] std::vector<Named> in(std::string_view line, std::uint32_t begin) const {
    std::vector<Named> out;
    const auto add = [&](Span span) {
      if (!is_bracketed(line, span)) out.push_back({{begin + span.begin, begin + span.end}, std::string(slice(line, span))});
    };
    for (const auto& [span, artefact] : artefacts_in_text(line))
      if (!known_.contains(std::string(slice(line, span))) && !allowed_.contains(artefact.canonical)) add(span);
    for (const auto& [span, step] : ids_in_text(line))
      if (is_part_of_artefact(step.canonical)) add(span);
    for (auto match = words_.find(line); match; match = words_.find(line, std::max(match->span.end, match->span.begin + 1)))
      if (!match->span.empty() && at_word_edge(line, match->span.begin) && at_word_edge(line, match->span.end)) add(match->span);
    return out;
  }

 private:
  std::set<std::string> allowed_;
  std::set<std::string> known_;
  Pattern words_;

  /// A step of an artefact that may not be named: "BP901.040".
  [[nodiscard]] bool is_part_of_artefact(const std::string& id) const {
    if (id.find('.') == std::string::npos) return false;
    const auto whole = artefacts_in_text(artefact_of(id));
    return !whole.empty() && !allowed_.contains(whole.front().id.canonical);
  }
};

/// Lines of the body that bind somebody: no history, no drafting note in square brackets, no cover.
bool is_operative(const Document& document, const Unit& unit, const Line& line, std::uint32_t index_of_line) {
  const auto& paragraph = document.paragraphs[line.paragraph];
  if (paragraph.part != Part::body || index_of_line >= unit.body_end[1]) return false;
  return bool(provision_of_line(unit, View::proposed, index_of_line));
}

}  // namespace

std::vector<PatternSearch::Expression> programme_expressions(const Rule& rule) {
  std::vector<PatternSearch::Expression> all{{words_of(rule), false}};
  for (auto& expression : expressions_of_ids()) all.push_back({std::move(expression), false});
  return all;
}

void check_programme_artefact(const Review& review, const Rule& rule, Checked& checked) {
  const Finder finder(review, rule);
  for (const auto id : judged_units(review)) {
    const auto& unit = review.units[id];
    const auto& document = review.documents[unit.document];
    const auto& projection = unit.projection(View::proposed);
    for (const std::uint32_t i : shared_work(review, checked).lines_with(programme_expressions(rule), id)) {
      const auto found = finder.in(slice(projection.text, projection.lines[i].span), projection.lines[i].span.begin);
      if (found.empty() || !is_operative(document, unit, projection.lines[i], i)) continue;
      for (const auto& named : found) {
        const auto source = projection.to_source(named.span);
        const bool old = words_in_view(review, id, source, View::baseline) == words_in_view(review, id, source, View::proposed);
        auto finding = make_finding(review, rule, id, source, {old, true});
        if (stage_of(review, id) == "final") finding.severity = Severity::error;
        finding.message = fill(rule.message, {{"label", finding.label}, {"target", named.what}});
        finding.key = fold_phrase(named.what);
        checked.findings.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace dovetail
