// What a change touches.
#include "report/impact.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/locate.h"
#include "report/escape.h"
#include "report/json_text.h"
#include "report/provision_text.h"
#include "report/refs.h"
#include "report/table.h"
#include "report/wording.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr auto proposed = index(View::proposed);
using Spot = std::pair<Id<Unit>, Id<Provision>>;

/// The highest provision above: what a reader calls the section.
Id<Provision> section_of(const Unit& unit, Id<Provision> id) {
  Id<Provision> top = id;
  for (auto at = id; at; at = unit.provisions[at].parent[proposed])
    if (unit.provisions[at].kind != ProvisionKind::division) top = at;
  return top;
}

class Builder {
 public:
  Builder(const Review& review, std::string asked) : review_(review) { impact_.asked = std::move(asked); }

  void add_atom(const AtomCoverage& entry) {
    const Item& item = item_of(review_, entry);
    atoms_.insert(item.id);
    bool placed = false;
    for (const CoverageTarget& target : entry.targets) {
      if (!target.place.document || target.outcome == TraceOutcome::orphaned || target.outcome == TraceOutcome::unwanted) continue;
      const Id<Unit> unit(target.place.document.value);
      const auto provision = provision_at(review_.units[unit], View::proposed, target.place.span.begin);
      if (!provision) continue;
      touch({unit, provision}, item, target.evidence);
      placed = true;
    }
    if (!placed && (entry.status == CoverageStatus::uncovered || entry.status == CoverageStatus::pending))
      without_.insert(item.id + (entry.code.empty() ? "" : " for " + entry.code));
  }

  void add_candidates(const ImpactCandidates& candidates) {
    for (const SuggestionList& list : candidates) {
      const auto known = review_.corpus.atoms.find(list.asked);
      if (known == review_.corpus.atoms.end() || !atoms_.contains(list.asked) || list.best.empty()) continue;
      touch({list.best.front().unit, list.best.front().provision}, review_.units[known->second.unit].items[known->second.id], Evidence::similar);
    }
  }

  void touch(Spot spot, const Item& item, Evidence evidence) {
    if (!spot.second) return;
    const Unit& unit = review_.units[spot.first];
    const std::string artefact = item.artefact.empty() ? review_.units[Id<Unit>(review_.corpus.atoms.at(item.id).unit)].path : item.artefact;
    Section& section = sections_[{artefact, {spot.first, section_of(unit, spot.second)}}];
    section.atoms.insert(item.id);
    section.provisions.insert(spot.second);
    section.best = std::min(section.best, evidence);
    if (evidence != Evidence::similar) touched_.insert(spot);
  }

  void touch_text(Spot spot) {
    touched_.insert(spot);
    Section& section = sections_[{std::string(), {spot.first, section_of(review_.units[spot.first], spot.second)}}];
    section.provisions.insert(spot.second);
  }

  /// References to what is touched, from anywhere but itself, and definitions that stand there. `from_elsewhere`: only from texts that are not among
  /// these.
  Impact finish(const std::set<Id<Unit>>& own_texts) {
    add_references(own_texts);
    add_terms();
    for (const auto& [key, section] : sections_) {
      const Unit& unit = review_.units[key.second.first];
      TouchedSection shown;
      shown.artefact = key.first;
      shown.document = id_or_path(unit);
      shown.section = unit.provisions[key.second.second].label[proposed];
      shown.atoms = section.atoms.size();
      shown.provisions = section.provisions.size();
      for (const auto provision : section.provisions) shown.words += words(text_of(unit, provision, View::proposed)).size();
      if (!section.atoms.empty()) shown.evidence = name_of(section.best);
      impact_.sections.push_back(std::move(shown));
    }
    impact_.atoms.assign(atoms_.begin(), atoms_.end());
    impact_.without_text.assign(without_.begin(), without_.end());
    return std::move(impact_);
  }

 private:
  struct Section {
    std::set<std::string> atoms;
    std::set<Id<Provision>> provisions;
    Evidence best = Evidence::similar;
  };

  void add_references(const std::set<Id<Unit>>& own_texts) {
    for (std::uint32_t n = 0; n < review_.inputs.size() && n < review_.corpus.references.size(); ++n) {
      const Unit& unit = review_.units[Id<Unit>(n)];
      const Input& input = review_.inputs[n];
      const bool live = input.role == InputRole::live_text && !input.companion_of;
      if ((input.role != InputRole::draft && !live) || own_texts.contains(Id<Unit>(n))) continue;
      const auto& links = review_.corpus.references[n][proposed];
      for (std::size_t r = 0; r < unit.references.size() && r < links.size(); ++r) {
        const Reference& reference = unit.references[Table<Reference>::id_at(r)];
        if (!reference.views.proposed || reference.interior) continue;
        for (const In<Provision>& target : links[r].targets) {
          if (!touched_.contains({target.unit, target.id}) || touched_.contains({Id<Unit>(n), reference.from[proposed]})) continue;
          impact_.references.push_back(
              {id_or_path(unit), label_at(unit, View::proposed, reference.span.begin), reference.text,
               id_or_path(review_.units[target.unit]) + " " + review_.units[target.unit].provisions[target.id].label[proposed]});
          break;
        }
      }
    }
  }

  void add_terms() {
    std::set<std::string> terms;
    for (const auto& [unit, provision] : touched_)
      for (const Definition& definition : review_.units[unit].definitions)
        if (definition.views.proposed && definition.provision[proposed] == provision) terms.insert(definition.term);
    impact_.terms.assign(terms.begin(), terms.end());
  }

  const Review& review_;
  Impact impact_;
  std::set<std::string> atoms_, without_;
  std::set<Spot> touched_;
  std::map<std::pair<std::string, Spot>, Section> sections_;
};

}  // namespace

Result<Impact> impact_of_topic(const Review& review, const std::string& topic, const ImpactCandidates& candidates) {
  Builder builder(review, "topic " + topic);
  const std::string wanted = fold_phrase(topic);
  std::set<Id<Unit>> own;
  std::set<std::string> topics;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (input.role != InputRole::draft || input.entry == nullptr || input.entry->topic.empty()) continue;
    topics.insert(input.entry->topic);
    if (fold_phrase(input.entry->topic) == wanted) own.insert(Id<Unit>(n));
  }
  if (own.empty()) {
    std::string known;
    for (const std::string& name : topics) known += (known.empty() ? "" : ", ") + name;
    return fail("no draft is of the topic '" + topic + "'" + (known.empty() ? "; documents name theirs with 'topic:'" : "; the topics are " + known));
  }
  for (const AtomCoverage& entry : review.corpus.coverage)
    if (fold_phrase(entry.topic) == wanted && entry.status != CoverageStatus::not_owed) builder.add_atom(entry);
  for (const TracedText& text : review.corpus.traced_text)
    if (own.contains(text.unit)) builder.touch_text({text.unit, text.provision});
  builder.add_candidates(candidates);
  return builder.finish(own);
}

Result<Impact> impact_of_artefact(const Review& review, const std::string& artefact, const ImpactCandidates& candidates) {
  Builder builder(review, artefact);
  const std::string wanted = canonical_id(artefact).canonical;
  bool known = false;
  for (const AtomCoverage& entry : review.corpus.coverage) {
    const Item& item = item_of(review, entry);
    if (canonical_id(item.artefact).canonical != wanted && review.units[entry.item.unit].path != artefact) continue;
    known = true;
    builder.add_atom(entry);
  }
  if (!known) return fail("no artefact is called '" + artefact + "'");
  builder.add_candidates(candidates);
  return builder.finish({});
}

Result<Impact> impact_of_atom(const Review& review, const std::string& atom, const ImpactCandidates& candidates) {
  const std::string wanted = canonical_id(atom).canonical;
  if (!review.corpus.atoms.contains(wanted)) return fail("no atom is called '" + atom + "'; 'dovetail trace --format json' lists them all");
  Builder builder(review, wanted);
  for (const AtomCoverage& entry : review.corpus.coverage) {
    const Item& item = item_of(review, entry);
    bool related = item.id == wanted || item.parent == wanted;
    for (const char* field : {"bp_steps", "requirement_ids", "interface_ids", "next_step", "bp_step", "interface_id", "data_item_id"})
      for (const std::string& named : split_values(item.record.field(field))) related = related || named == wanted;
    if (related) builder.add_atom(entry);
  }
  builder.add_candidates(candidates);
  return builder.finish({});
}

Result<Impact> impact_of_provision(const Review& review, const std::string& provision) {
  const auto answer = find_refs(review, provision);
  if (!answer) return fail(answer.error().message);
  Builder builder(review, provision);
  std::set<Spot> spots;
  for (const RefTarget& target : answer->targets) {
    const Unit& unit = review.units[target.unit];
    for (std::size_t n = 0; n < unit.provisions.size(); ++n) {
      const auto id = Table<Provision>::id_at(n);
      if (!target.first.empty() && unit.provisions[id].label[proposed] != target.first) continue;
      if (!unit.provisions[id].views.proposed) continue;
      spots.insert({target.unit, id});
      builder.touch_text({target.unit, id});
    }
  }
  for (const AtomCoverage& entry : review.corpus.coverage)
    for (const CoverageTarget& target : entry.targets) {
      if (!target.place.document) continue;
      const Id<Unit> unit(target.place.document.value);
      if (spots.contains({unit, provision_at(review.units[unit], View::proposed, target.place.span.begin)})) {
        builder.add_atom(entry);
        break;
      }
    }
  return builder.finish({});
}

std::string impact_text(const Impact& impact, const ReportOptions&) {
  std::string out = terminal_safe(impact.asked) + " touches " + counted(impact.atoms.size(), "atom") + " and " +
                    counted(impact.sections.size(), "section") + "\n\n";
  std::vector<std::vector<std::string>> rows{{"artefact, document and section", "evidence", "atoms", "provisions", "words"}};
  for (const TouchedSection& section : impact.sections)
    rows.push_back({terminal_safe((section.artefact.empty() ? std::string("(changed text)") : section.artefact) + " in " + section.document + " " +
                                  section.section),
                    section.evidence.empty() ? "-" : section.evidence, std::to_string(section.atoms), std::to_string(section.provisions),
                    std::to_string(section.words)});
  if (!impact.sections.empty()) out += aligned(rows) + "\n";
  const auto list = [&](const char* head, const std::vector<std::string>& names) {
    if (names.empty()) return;
    out += std::string(head) + ":\n";
    for (const auto& name : names) out += "  " + terminal_safe(name) + "\n";
    out += "\n";
  };
  list("Without text", impact.without_text);
  list("Terms defined there", impact.terms);
  if (!impact.references.empty()) out += "Text that relies on it:\n";
  for (const TouchedReference& reference : impact.references)
    out += "  " + terminal_safe(reference.document + " " + reference.label + ": \"" + reference.words + "\" → " + reference.target) + "\n";
  return out;
}

std::string impact_json(const Impact& impact, const ReportOptions& options) {
  Json json = {{"schema", "dovetail.impact/1"}, {"tool", {{"name", "dovetail"}, {"version", options.version}}}, {"asked", impact.asked}};
  json["sections"] = Json::array();
  for (const TouchedSection& s : impact.sections)
    json["sections"].push_back({{"artefact", text_or_null(s.artefact)},
                                {"document_id", s.document},
                                {"section", text_or_null(s.section)},
                                {"evidence", text_or_null(s.evidence)},
                                {"atoms", s.atoms},
                                {"provisions", s.provisions},
                                {"words", s.words}});
  json["atoms"] = impact.atoms;
  json["without_text"] = impact.without_text;
  json["terms"] = impact.terms;
  json["references"] = Json::array();
  for (const TouchedReference& r : impact.references)
    json["references"].push_back({{"document_id", r.document}, {"label", text_or_null(r.label)}, {"text", r.words}, {"target", r.target}});
  return finished(json);
}

}  // namespace dovetail
