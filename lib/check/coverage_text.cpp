// Code to design: changed text that rests on nothing, text that the draft takes away, transition text that never ends.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/atom_finding.h"
#include "check/coverage.h"
#include "check/lost_links.h"
#include "check/make_finding.h"
#include "check/register_places.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {

namespace {

constexpr auto proposed = index(View::proposed);

bool has_trace_register(const Review& review) {
  return std::any_of(review.inputs.begin(), review.inputs.end(), [](const Input& input) { return input.register_kind == "trace"; }) ||
         !review.corpus.traces.empty();
}

void report_document(const Review& review, const Rule& rule, Id<Unit> id, std::size_t count, bool registered, Checked& checked) {
  Finding finding = make_finding(review, rule, id, {}, {false, true});
  finding.severity = Severity::note;
  finding.introduced = true;
  finding.label.clear();
  finding.text.clear();
  finding.key = "document";
  finding.message = document_name(review.units[id]) + " changes " + (count == 1 ? "one provision" : std::to_string(count) + " provisions") +
                    ", and " + (registered ? "no link of the trace register targets this document" : "there is no trace register to say why");
  checked.findings.push_back(std::move(finding));
}

}  // namespace

void check_untraced_text(const Review& review, const Rule& rule, Checked& checked) {
  const bool registered = has_trace_register(review);
  if (review.corpus.atoms.empty() && !registered) {
    checked.blocked.push_back({rule.id, "no design and no trace register"});
    return;
  }
  std::set<Id<Unit>> targeted;
  for (const TraceLink& link : review.corpus.traces)
    if (link.unit && link.type != "not_codified") targeted.insert(link.unit);
  std::map<Id<Unit>, std::size_t> others;
  std::set<std::pair<Id<Unit>, Id<Provision>>> told;
  for (const TracedText& text : review.corpus.traced_text) {
    if (text.basis != TextBasis::untraced) continue;
    if (!targeted.contains(text.unit)) {
      ++others[text.unit];
      continue;
    }
    if (!told.emplace(text.unit, text.under).second) continue;
    const Unit& unit = review.units[text.unit];
    Finding finding = make_finding(review, rule, text.unit, unit.provisions[text.under].span, {false, true});
    finding.introduced = true;
    finding.label = unit.provisions[text.under].label[proposed];
    finding.key = finding.label;
    const bool is_new = text.fate == ProvisionFate::added || text.under != text.provision;
    finding.message = fill(rule.message, {{"label", finding.label}, {"change", is_new ? "new" : "changed"}});
    checked.findings.push_back(std::move(finding));
  }
  for (const auto& [unit, count] : others) report_document(review, rule, unit, count, registered, checked);
}

void check_lost_atom(const Review& review, const Rule& rule, Checked& checked) {
  const LostLinks links(review);
  std::map<std::pair<Place, std::string>, std::vector<const AtomCoverage*>> lost;  // by what carried it, and code
  for (const AtomCoverage& entry : review.corpus.coverage)
    if (is_lost(entry)) lost[{entry.lost.front().place, entry.code}].push_back(&entry);
  for (auto& [where, entries] : lost) {
    const auto item_of = [&](const AtomCoverage* entry) -> const Item& { return review.units[entry->item.unit].items[entry->item.id]; };
    std::stable_sort(entries.begin(), entries.end(), [&](const AtomCoverage* a, const AtomCoverage* b) {
      return (item_of(a).kind == "requirement") > (item_of(b).kind == "requirement");
    });
    const CoverageTarget& target = entries.front()->lost.front();
    const Item& atom = item_of(entries.front());
    Id<Unit> unit(target.place.document.value);
    Span span = target.place.span;
    const Input& input = review.inputs[unit.value];
    if (input.role == InputRole::baseline && input.baseline_of) unit = Id<Unit>(input.baseline_of.value), span = {};
    Finding finding = make_finding(review, rule, unit, span, {true, true});
    finding.introduced = true;
    finding.label = target.label;
    finding.text = span.empty() ? std::string() : words_in_view(review, unit, span, View::baseline);
    finding.atom = atom.id;
    finding.key = atom.id + " " + entries.front()->code;
    finding.message = fill(rule.message, {{"label", target.label}, {"atom", atom.id}});
    for (const AtomCoverage* entry : entries)
      finding.notes.push_back({{review.units[entry->item.unit].document, item_of(entry).record.span},
                               item_of(entry).id,
                               entry == entries.front() ? "what the design asks for" : "it carried this too"});
    for (const AtomCoverage* entry : entries)
      for (const TraceLink* link : links.of(*entry)) {
        const Record& row = review.units[link->row.unit].records[link->row.id];
        finding.notes.push_back({{review.units[link->row.unit].document, row.span}, row_id(row), "this link leads to what is taken out"});
        if (link->likely) finding.certainty = Certainty::likely, finding.severity = std::min(finding.severity, Severity::warning);
      }
    checked.findings.push_back(std::move(finding));
  }
}

namespace {

/// Whether a text says when it stops to count. A date counts unless it says when the text begins.
bool names_its_end(const std::string& text) {
  static const Pattern ends = Pattern::literal(
      "(?i:\\b(?:until|till|ends?|ending|ended|end date|expir(?:y|es?|ed|ation)|ceas(?:e|es|ed|ing)|lapses?|sunset|no longer|up to and including|"
      "(?:so|as) long as|for the (?:duration|period)|during the|while|terminat(?:e|es|ed|ion)|revoked?|repealed|falls? away|cut-?over|"
      "before (?:the|[0-9])|completion of (?:the )?(?:migration|transition))\\b)");
  static const Pattern date = Pattern::literal(
      "(?i:([a-z]+ [a-z]+ |[a-z]+ |^)(?:[0-9]{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|"
      "December) (?:19|20)[0-9]{2})");
  static const Pattern begins = Pattern::literal("(?i:.*\\b(?:from|after|since|effect|effective|on|commencing|commences) )");
  static const Pattern blank =
      Pattern::literal(R"((?i:\[\s*(?:/|[.…•●]*|tbc|tba|tbd|date|insert[^\]]*)\s*\]))");  // what will stand there is not known
  if (ends.find(text) || blank.find(text)) return true;
  for (auto match = date.find(text); match; match = date.find(text, match->span.end))
    if (!match->groups[0] || !begins.matches(slice(text, *match->groups[0]))) return true;
  return false;
}

std::string subtree_text(const Unit& unit, Id<Provision> id) {
  const Provision& provision = unit.provisions[id];
  const Projection& view = unit.projection(View::proposed);
  std::string text;
  const auto end = std::max(provision.lines[proposed].end, provision.last_line[proposed]);
  for (auto line = provision.lines[proposed].begin; line < end && line < view.lines.size(); ++line)
    text.append(slice(view.text, view.lines[line].span)).push_back(' ');
  return text;
}

std::string own_text(const Unit& unit, Id<Provision> id) {
  const Projection& view = unit.projection(View::proposed);
  std::string text;
  for (auto line = unit.provisions[id].lines[proposed].begin; line < unit.provisions[id].lines[proposed].end && line < view.lines.size(); ++line)
    text.append(slice(view.text, view.lines[line].span)).push_back(' ');
  return text;
}

/// Whether a provision, what stands below it, or what stands above and governs it, says when it ends.
bool has_end(const Unit& unit, Id<Provision> id) {
  if (names_its_end(subtree_text(unit, id))) return true;
  for (auto at = unit.provisions[id].parent[proposed]; at; at = unit.provisions[at].parent[proposed])
    if (names_its_end(own_text(unit, at))) return true;
  return false;
}

/// The provision above that is headed "Transition", whose paragraphs all go together; none where there is none.
Id<Provision> transition_part(const Unit& unit, Id<Provision> id) {
  static const Pattern heading = Pattern::literal("(?i:transition(?:al)?(?: (?:provisions?|arrangements?|text|period|matters|measures|rules))?)");
  for (auto at = id; at; at = unit.provisions[at].parent[proposed])
    if (heading.matches(unit.provisions[at].heading[proposed])) return at;
  return {};
}

}  // namespace

void check_no_end(const Review& review, const Rule& rule, Checked& checked) {
  std::set<std::pair<Id<Unit>, Id<Provision>>> told;
  const auto judge = [&](Id<Unit> id, Id<Provision> provision, bool declared) {
    const Unit& unit = review.units[id];
    const Id<Provision> part = transition_part(unit, provision);
    if (!unit.provisions[provision].views.proposed || unit.provisions[provision].not_used[proposed] || has_end(unit, provision)) return;
    if (part && has_end(unit, part)) return;
    const Id<Provision> where = declared || !part ? provision : part;
    if (!told.emplace(id, where).second) return;
    Finding finding = make_finding(review, rule, id, unit.provisions[where].span, {false, true});
    finding.introduced = true;
    if (!declared) finding.certainty = Certainty::likely;
    finding.label = unit.provisions[where].label[proposed];
    finding.key = finding.label;
    finding.message = fill(rule.message, {{"label", finding.label}});
    checked.findings.push_back(std::move(finding));
  };
  for (const TraceLink& link : review.corpus.traces)
    if (link.unit && link.provision && fold_phrase(link.basis).starts_with("transition")) judge(link.unit, link.provision, true);
  for (const TracedText& text : review.corpus.traced_text)
    if (transition_part(review.units[text.unit], text.provision) && text.basis != TextBasis::not_owed) judge(text.unit, text.provision, false);
}

}  // namespace dovetail
