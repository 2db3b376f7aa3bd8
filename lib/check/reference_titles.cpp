// Headings and titles that a text repeats behind a number or an id: they and the number must agree.
#include <algorithm>
#include <map>
#include <set>

#include "check/judged.h"
#include "check/make_finding.h"
#include "check/reference.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

std::vector<std::string> words_in(const std::string& bare) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < bare.size();) {
    const auto end = std::min(bare.find(' ', begin), bare.size());
    out.push_back(bare.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

/// Whether one title is the other with words left out: an abbreviation, which is right.
bool abbreviates(const std::string& a, const std::string& b) {
  const auto x = words_in(a), y = words_in(b);
  const auto& shorter = x.size() < y.size() ? x : y;
  const auto& longer = x.size() < y.size() ? y : x;
  return !shorter.empty() && std::all_of(shorter.begin(), shorter.end(),
                                         [&](const std::string& w) { return std::find(longer.begin(), longer.end(), w) != longer.end(); });
}

bool is_small(const std::string& word) {
  static const std::set<std::string> small{"of", "the", "and", "for", "to", "a", "an", "in", "on", "by", "or", "with", "x"};
  return small.contains(word);
}

/// Whether two titles share half of the words that matter.
bool resembles(const std::string& a, const std::string& b) {
  std::size_t shared = 0, all = 0;
  const auto other = words_in(b);
  for (const auto& word : words_in(a)) {
    if (is_small(word)) continue;
    ++all;
    if (std::find(other.begin(), other.end(), word) != other.end()) ++shared;
  }
  return all > 0 && shared * 2 >= all;
}

/// Whether words in brackets may be a heading: capitalised words, no quotation, no list, no remark.
bool may_be_heading(const std::string& echo) {
  if (echo.size() < 4 || echo.size() > 120 || !starts_upper(echo)) return false;
  if (echo.find_first_of("\"';:()[]") != std::string::npos || echo.find_first_of("0123456789") != std::string::npos) return false;
  static const Pattern remark = Pattern::literal(
      "(?:other than|inclusive|as |if any|each|excluding|including|except|save|formerly|amended|but |which|where|only|not |see |for "
      "example|unless|in |"
      "(?:[a-z]+ ){0,4}only$|part |version|draft)",
      true);
  if (remark.match_at(echo, 0)) return false;
  if (echo.find(' ') == std::string::npos && all_upper(echo)) return false;  // an acronym
  // The words that matter begin with capitals, as in headings.
  std::size_t capital = 0, all = 0;
  for (const auto span : words(echo)) {
    const auto word = slice(echo, span);
    if (is_small(fold(word))) continue;
    ++all;
    capital += starts_upper(word) ? 1U : 0U;
  }
  return all > 0 && (capital == all || (capital == 1 && all > 1));
}

/// All headings of a unit in a view, bare, to the labels that bear them.
std::multimap<std::string, Id<Provision>> headings_of(const Unit& unit) {
  std::multimap<std::string, Id<Provision>> headings;
  for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
    const auto id = Table<Provision>::id_at(i);
    const auto& p = unit.provisions[id];
    if (p.views.proposed && !p.heading[1].empty() && !p.quoted) headings.emplace(bare_title(p.heading[1]), id);
  }
  return headings;
}

struct Echo {
  const JudgedReference* judged;
  const Provision* target;
  std::string bare, heading;
};

/// The heading of the target, or of the provision that holds it: "Section T3.34 (Additional Testing)" echoes that of T3.34.
std::optional<Echo> echo_of(const Review& review, const JudgedReference& judged) {
  const auto& link = judged.link;
  if (judged.reference.echo.empty() || judged.reference.echo_quoted || link.outcome != Outcome::resolved || link.targets.size() != 1)
    return std::nullopt;
  if (!judged.reference.last.empty() || judged.reference.label.find('(') != std::string::npos || !may_be_heading(judged.reference.echo))
    return std::nullopt;
  const auto& unit = review.units[link.targets.front().unit];
  const auto& target = unit.provisions[link.targets.front().id];
  if (target.heading[1].empty()) return std::nullopt;
  return Echo{&judged, &target, bare_title(judged.reference.echo), bare_title(target.heading[1])};
}

bool agrees(const Echo& echo) { return echo.bare == echo.heading || abbreviates(echo.bare, echo.heading); }

bool is_defined(const Review& review, const std::string& words) {
  const auto folded = fold_phrase(words);
  return std::any_of(review.corpus.terms.begin(), review.corpus.terms.end(), [&](const Term& term) { return fold_phrase(term.term) == folded; });
}

/// The title that the text gives: in quotation marks, or in brackets where it looks like one.
bool is_titled(const Review& review, const Reference& reference, const std::string& registered) {
  const auto bare = bare_title(reference.echo);
  if (words_in(bare).size() < 2 || !starts_upper(reference.echo)) return false;
  if (reference.echo_quoted) return true;
  if (!may_be_heading(reference.echo)) return false;
  if (resembles(bare, registered)) return true;
  return std::any_of(review.corpus.registered.begin(), review.corpus.registered.end(),
                     [&](const RegisteredDocument& d) { return bare_title(d.title) == bare; });
}

/// Titles are compared without the id and the kind of document that may stand in them.
std::string without_id(std::string title, const std::string& id) {
  const auto bare_id = bare_title(id);
  if (title.starts_with(bare_id + " ")) title.erase(0, bare_id.size() + 1);
  return title;
}

}  // namespace

void check_heading_mismatch(const Review& review, const Rule& rule, Checked& checked) {
  const auto all = judged_references(review);
  std::map<Id<Unit>, std::vector<Echo>> by_unit;
  for (const auto& judged : all)
    if (auto echo = echo_of(review, judged)) by_unit[judged.unit_id].push_back(std::move(*echo));
  const BaselineReferences baseline(review);
  std::map<Id<Unit>, std::multimap<std::string, Id<Provision>>> headings;
  for (const auto& [unit_id, echoes] : by_unit) {
    const auto& profile = review.units[unit_id].profile;
    const bool habit = profile == "sec" || profile == "rec-main" || std::any_of(echoes.begin(), echoes.end(), agrees);
    for (const auto& echo : echoes) {
      if (agrees(echo) || speaks_of_the_past(echo.judged->unit, echo.judged->reference)) continue;
      const auto target_unit = echo.judged->link.targets.front().unit;
      const auto [known, fresh] = headings.try_emplace(target_unit);
      if (fresh) known->second = headings_of(review.units[target_unit]);
      const auto other = known->second.find(echo.bare);
      const bool swapped = other != known->second.end();
      if (!swapped && (!habit || is_defined(review, echo.judged->reference.echo))) continue;
      const auto before = baseline.of(*echo.judged);
      const bool old =
          before.link && before.reference->echo == echo.judged->reference.echo && before.link->targets.size() == 1 &&
          bare_title(review.units[before.link->targets.front().unit].provisions[before.link->targets.front().id].heading[index(before.view)]) ==
              echo.heading;
      auto finding = make_finding(review, rule, unit_id, echo.judged->reference.span, {old, true});
      finding.severity = swapped ? Severity::error : Severity::warning;
      finding.message =
          fill(rule.message,
               {{"label", finding.label}, {"target", finding.text}, {"echo", echo.judged->reference.echo}, {"heading", echo.target->heading[1]}});
      finding.key = echo.judged->reference.label + " " + echo.bare;
      const auto& unit = review.units[target_unit];
      finding.notes.push_back({{unit.document, echo.target->span}, echo.target->label[1], "headed \"" + echo.target->heading[1] + "\""});
      if (swapped) {
        const auto& p = unit.provisions[other->second];
        finding.notes.push_back({{unit.document, p.span}, p.label[1], "which is headed \"" + p.heading[1] + "\""});
      }
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_title_mismatch(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto& judged : judged_references(review)) {
    const auto& reference = judged.reference;
    if (!judged.link.registered || !reference.label.empty() || reference.echo.empty() || reference.text.find('/') != std::string::npos) continue;
    const auto& registered = review.corpus.registered[judged.link.registered];
    const auto title = bare_title(registered.title), said = without_id(bare_title(reference.echo), registered.id);
    if (title.empty() || said == title || without_id(title, registered.id) == said || !is_titled(review, reference, title) ||
        speaks_of_the_past(judged.unit, reference))
      continue;
    auto finding = make_finding(review, rule, judged.unit_id, reference.span, {reference.views.baseline, true});
    finding.message =
        fill(rule.message, {{"label", finding.label}, {"document", registered.id}, {"echo", reference.echo}, {"title", registered.title}});
    finding.key = registered.id + " " + said;
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
