// The family data: ids in code text that no specification has.
#include "check/data.h"

#include <map>
#include <set>
#include <string>

#include "check/make_finding.h"
#include "text/ids.h"

namespace dovetail {

namespace {

/// What the loaded catalogues know.
struct Catalogues {
  std::set<std::string> ids;
  std::set<std::string, std::less<>> families;  // those of which a whole catalogue was read
};

void add_ids(std::string_view field, std::set<std::string>& ids) {
  for (const std::string& id : split_values(field)) ids.insert(id);
}

Catalogues catalogues_of(const Review& review) {
  Catalogues known;
  for (const Unit& unit : review.units) {
    for (const Item& item : unit.items) {
      known.ids.insert(item.id);
      if (item.kind == "interface" || item.kind == "data_item" || item.kind == "message" || item.kind == "variant") known.families.insert(item.kind);
      for (const char* field : {"legacy_flow", "local_catalogue_ref", "publishes_as", "j_number"}) add_ids(item.record.field(field), known.ids);
      if (item.kind == "message" && canonical_id(item.record.field("local_catalogue_ref")).family == "flow") known.families.insert("flow");
    }
    for (const Record& record : unit.records) {
      if (record.kind != "flows") continue;
      known.families.insert("flow");
      add_ids(record.field("legacy_flow"), known.ids);
    }
  }
  return known;
}

/// Where each unknown id stands in a view, in reading order.
std::map<std::string, std::vector<Span>> unknown_in(const Unit& unit, View view, const Catalogues& known) {
  std::map<std::string, std::vector<Span>> unknown;
  const Projection& text = unit.projection(view);
  for (const IdInText& found : ids_in_text(text.text))
    if (known.families.contains(found.id.family) && !known.ids.contains(found.id.canonical))
      unknown[found.id.canonical].push_back(text.to_source(found.span));
  return unknown;
}

void report(const Review& review, const Rule& rule, Id<Unit> id, const std::string& atom, const std::vector<Span>& places,
            const std::set<Span>& before, Checked& checked) {
  Finding finding = make_finding(review, rule, id, places.front(), {before.contains(places.front()), true});
  finding.atom = atom;
  finding.key = atom;
  finding.message = fill(rule.message, {{"label", finding.label}, {"atom", atom}, {"document", document_name(review.units[id])}});
  for (std::size_t i = 1; i < places.size(); ++i) {
    const Finding other = make_finding(review, rule, id, places[i], {before.contains(places[i]), true});
    finding.introduced = finding.introduced || other.introduced;
    finding.notes.push_back({other.place, other.label, atom + " stands here too"});
  }
  checked.findings.push_back(std::move(finding));
}

}  // namespace

void check_unknown_id(const Review& review, const Rule& rule, Checked& checked) {
  const Catalogues known = catalogues_of(review);
  if (known.families.empty()) {
    checked.blocked.push_back({rule.id, "no catalogue of interfaces, messages, flows or data items was read"});
    return;
  }
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n) {
    const Unit& unit = review.units[Id<Unit>(n)];
    if (review.inputs[n].role != InputRole::draft || !unit.has_body) continue;
    const auto before = unknown_in(unit, View::baseline, known);
    for (const auto& [atom, places] : unknown_in(unit, View::proposed, known)) {
      const auto same = before.find(atom);
      const std::set<Span> old = same == before.end() ? std::set<Span>() : std::set<Span>(same->second.begin(), same->second.end());
      report(review, rule, Id<Unit>(n), atom, places, old, checked);
    }
  }
}

}  // namespace dovetail
