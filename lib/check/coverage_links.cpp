// The trace register's links: those that the design, the draft or the text has left behind.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/atom_finding.h"
#include "check/coverage.h"
#include "check/judged.h"
#include "check/lost_links.h"
#include "check/make_finding.h"
#include "check/register_places.h"
#include "model/locate.h"
#include "model/standing.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

const Record& row_of(const Review& review, const TraceLink& link) { return review.units[link.row.unit].records[link.row.id]; }

const Item* atom_of(const Review& review, const std::string& id) {
  const auto known = review.corpus.atoms.find(id);
  return known == review.corpus.atoms.end() ? nullptr : &review.units[known->second.unit].items[known->second.id];
}

/// A finding at the cell of a row that holds `value`.
Finding row_finding(const Review& review, const Rule& rule, const TraceLink& link, std::string_view value) {
  const Record& row = row_of(review, link);
  Finding finding = table_finding(review, rule, link.row.unit, span_of_value(review, link.row.unit, row, value), row_id(row));
  if (finding.text.empty()) finding.text = std::string(value);
  finding.atom = link.atom;
  return finding;
}

std::string pinned(const Review& review, const TraceLink& link) {
  const auto version = trim(row_of(review, link).field("atom_version"));
  return version.empty() ? "no version" : std::string(version);
}

std::string place_of(const TraceLink& link) {
  if (link.document.empty()) return link.label;
  return link.label.empty() ? link.document : link.document + " " + link.label;
}

/// Links of one artefact whose version moved while their atoms did not: one note, for pinning them again in one go.
void report_unchanged(const Review& review, const Rule& rule, const std::map<std::string, std::vector<const TraceLink*>>& artefacts,
                      Checked& checked) {
  for (const auto& [artefact, links] : artefacts) {
    const TraceLink& first = *links.front();
    Finding finding = row_finding(review, rule, first, pinned(review, first));
    finding.severity = Severity::note;
    finding.atom.clear();
    finding.key = artefact + " moved on";
    const Item* atom = atom_of(review, first.atom);
    finding.message = lead(finding.label) + artefact + " is at " + (atom != nullptr ? atom->version : "another version") + ", and " +
                      (links.size() == 1 ? "one link pins" : std::to_string(links.size()) + " links pin") + " " + pinned(review, first) +
                      "; no change names what they link, and the old text was not read to compare: pin them again";
    for (std::size_t n = 1; n < links.size(); ++n) {
      const Record& row = row_of(review, *links[n]);
      finding.notes.push_back(
          {{review.units[links[n]->row.unit].document, row.span}, row_id(row), links[n]->atom + " is pinned at " + pinned(review, *links[n])});
    }
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace

void check_outdated_link(const Review& review, const Rule& rule, Checked& checked) {
  std::map<std::string, std::vector<const TraceLink*>> unchanged;
  std::set<std::pair<In<Record>, std::string>> told;
  for (const TraceLink& link : review.corpus.traces) {
    if (link.design != TraceOutcome::outdated || !told.emplace(link.row, link.atom).second) continue;
    const Item* atom = atom_of(review, link.atom);
    if (atom == nullptr) continue;
    if (!link.changed) {
      unchanged[atom->artefact.empty() ? std::string("the design") : atom->artefact].push_back(&link);
      continue;
    }
    Finding finding = row_finding(review, rule, link, pinned(review, link));
    finding.key = link.atom;
    const std::string by = link.changes.empty() ? "its own text, attributes or release are others" : some_of(link.changes) + " changed it";
    finding.message = fill(
        rule.message, {{"label", finding.label}, {"atom", link.atom}, {"pinned", pinned(review, link)}, {"version", atom->version}, {"changes", by}});
    checked.findings.push_back(std::move(finding));
  }
  report_unchanged(review, rule, unchanged, checked);
}

void check_predated_link(const Review& review, const Rule& rule, Checked& checked) {
  std::set<std::pair<In<Record>, std::string>> told;
  for (const TraceLink& link : review.corpus.traces) {
    if (link.design != TraceOutcome::predated || !told.emplace(link.row, link.atom).second) continue;
    Finding finding = row_finding(review, rule, link, pinned(review, link));
    finding.key = link.atom;
    finding.message = fill(rule.message, {{"label", finding.label}, {"atom", link.atom}, {"pinned", pinned(review, link)}, {"why", link.why}});
    checked.findings.push_back(std::move(finding));
  }
}

namespace {

/// How many characters of two ids differ, place by place.
std::size_t distance(std::string_view one, std::string_view other) {
  const std::size_t common = std::min(one.size(), other.size());
  std::size_t differ = std::max(one.size(), other.size()) - common;
  for (std::size_t n = 0; n < common; ++n) differ += one[n] == other[n] ? 0U : 1U;
  return differ;
}

/// Ids of the same list that differ least, of those that begin alike.
std::string nearest_ids(const Review& review, const std::string& id) {
  const auto family = canonical_id(id).family;
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& [other, in] : review.corpus.atoms) {
    if (canonical_id(other).family != family || is_withdrawn(review.units[in.unit].items[in.id])) continue;
    const auto same = static_cast<std::size_t>(std::mismatch(id.begin(), id.end(), other.begin(), other.end()).first - id.begin());
    if (same + 3 >= id.size()) near.emplace_back(distance(id, other), other);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> names;
  for (std::size_t n = 0; n < near.size() && n < 2 && near[n].first == near.front().first; ++n) names.push_back(near[n].second);
  return names.empty() ? std::string() : (names.size() == 1 ? "near it is " : "near it are ") + some_of(names);
}

/// What is dead about an atom, and what to write instead.
std::string what_is_dead(const Review& review, const std::string& id) {
  const Item* atom = atom_of(review, id);
  if (atom == nullptr) {
    const std::string near = nearest_ids(review, id);
    return "is in no artefact that was read" + (near.empty() ? near : "; " + near);
  }
  const std::string status = atom->status.empty() ? "struck through" : fold_phrase(atom->status);
  const auto instead = trim(atom->record.field("replaced_by"));
  return "is " + status + (instead.empty() ? std::string() : "; " + std::string(instead) + " replaces it");
}

/// Words that speak of what is gone on purpose.
bool speaks_of_what_is_gone(std::string_view line) {
  static const Pattern gone = Pattern::literal(
      "(?i:\\b(?:formerly|previously|no longer|withdrawn|superseded|ceased?s?|replace[sd]?|instead of|in place of|until|transition)\\b)");
  return gone.find(line).has_value();
}

void check_dead_in_text(const Review& review, const Rule& rule, Id<Unit> id, Checked& checked) {
  const Unit& unit = review.units[id];
  const Projection& view = unit.projection(View::proposed);
  for (std::uint32_t n = 0; n < view.lines.size() && n < unit.body_end[index(View::proposed)]; ++n) {
    const std::string_view line = slice(view.text, view.lines[n].span);
    for (const IdInText& cited : ids_in_text(line)) {
      const Item* atom = atom_of(review, cited.id.canonical);
      if (atom == nullptr || !is_withdrawn(*atom) || speaks_of_what_is_gone(line)) continue;
      const Id<Provision> provision = provision_of_line(unit, View::proposed, n);
      if (!provision || unit.provisions[provision].not_used[index(View::proposed)]) continue;
      const Span span = view.to_source({view.lines[n].span.begin + cited.span.begin, view.lines[n].span.begin + cited.span.end});
      const bool old = words_in_view(review, id, span, View::baseline) == words_in_view(review, id, span, View::proposed);
      Finding finding = make_finding(review, rule, id, span, {old, true});
      finding.atom = atom->id;
      finding.key = atom->id;
      finding.message = fill(rule.message, {{"label", finding.label}, {"atom", atom->id}, {"what", what_is_dead(review, atom->id)}});
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace

void check_dead_atom(const Review& review, const Rule& rule, Checked& checked) {
  if (review.corpus.atoms.empty()) {
    checked.blocked.push_back({rule.id, "no design was read"});
    return;
  }
  std::set<std::pair<In<Record>, std::string>> told;
  for (const TraceLink& link : review.corpus.traces) {
    if (link.design != TraceOutcome::unwanted || link.type == "not_codified" || !told.emplace(link.row, link.atom).second) continue;
    if (const Item* atom = atom_of(review, link.atom); atom != nullptr && !is_withdrawn(*atom)) continue;
    Finding finding = row_finding(review, rule, link, link.atom);
    finding.key = link.atom;
    finding.message = fill(rule.message, {{"label", finding.label}, {"atom", link.atom}, {"what", what_is_dead(review, link.atom)}});
    checked.findings.push_back(std::move(finding));
  }
  for (const Id<Unit> id : judged_units(review)) check_dead_in_text(review, rule, id, checked);
}

void check_dead_provision(const Review& review, const Rule& rule, Checked& checked) {
  const LostLinks lost(review);
  std::set<std::tuple<In<Record>, Id<Unit>, std::string>> told;
  for (const TraceLink& link : review.corpus.traces) {
    if (!link.unit || !link.comparable || link.type == "not_codified") continue;
    if (lost.has(link)) continue;
    if (link.text == TraceOutcome::covers || link.text == TraceOutcome::ambiguous || !told.emplace(link.row, link.unit, link.label).second) continue;
    Finding finding = row_finding(review, rule, link, row_of(review, link).field("provision"));
    finding.text = link.label;
    finding.key = link.document + " " + link.label;
    std::string what = place_of(link) + (link.text_why.empty() ? " is not there" : ": " + link.text_why);
    if (link.likely) finding.certainty = Certainty::likely, finding.severity = std::min(rule.severity, Severity::warning);
    if (link.text == TraceOutcome::moved) {
      finding.severity = Severity::note;
      what = place_of(link) + " is " + link.now + " now";
      finding.fix = Fix{link.now, false};
    } else if (link.text == TraceOutcome::suspect) {
      finding.severity = std::min(rule.severity, Severity::warning);
      const auto day = trim(row_of(review, link).field("reviewed_on"));
      what = "the text of " + place_of(link) + (link.now.empty() ? "" : ", " + link.now + " now,") + " is another than the one reviewed" +
             (day.empty() ? "" : " on " + std::string(day));
      if (!link.now.empty()) finding.fix = Fix{link.now, false};
    }
    finding.message = fill(rule.message, {{"label", finding.label}, {"what", what}});
    if (link.provision)
      finding.notes.push_back({{review.units[link.unit].document, review.units[link.unit].provisions[link.provision].span},
                               link.now.empty() ? link.label : link.now,
                               link.text == TraceOutcome::moved ? "where the text stands now" : "the text now"});
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace dovetail
