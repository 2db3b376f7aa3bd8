// What stands in code text for each atom of the design: the register's links, and what all kinds of evidence share.
#include "link/evidence.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "model/locate.h"

namespace dovetail {

Id<Unit> baseline_file(const Review& review, Id<Unit> draft) {
  if (review.units[draft].has_changes) return {};
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::baseline && review.inputs[n].baseline_of == review.units[draft].document &&
        review.units[Id<Unit>(n)].has_body)
      return Id<Unit>(n);
  return {};
}

std::vector<EvidenceText> proposed_texts(const Review&, const NamedProvisions& names) {
  std::vector<EvidenceText> texts;
  for (const Id<Unit> unit : names.texts()) texts.push_back({unit, View::proposed, unit});
  return texts;
}

std::vector<EvidenceText> texts_before(const Review& review, const NamedProvisions& names) {
  std::vector<EvidenceText> texts;
  for (const Id<Unit> unit : names.texts()) {
    const Id<Unit> baseline = baseline_file(review, unit);
    texts.push_back(baseline ? EvidenceText{baseline, View::proposed, unit} : EvidenceText{unit, View::baseline, unit});
  }
  return texts;
}

Found found_at(const Review& review, const EvidenceText& text, const std::string& label, Span span, Evidence evidence) {
  const Unit& named = review.units[text.stands_for];
  Found found;
  found.code = code_named(review.project, named.code);
  found.target = {document_id(named), label, {review.units[text.unit].document, span}, evidence, TraceOutcome::covers, {}};
  found.soft = evidence == Evidence::named;
  return found;
}

std::string label_of_place(const Review& review, const EvidenceText& text, std::uint32_t offset) {
  const Unit& unit = review.units[text.unit];
  const Id<Provision> provision = provision_at(unit, text.view, offset);
  if (!provision || unit.provisions[provision].not_used[index(text.view)]) return {};
  return unit.provisions[provision].label[index(text.view)];
}

void add_declared(const Review& review, const std::vector<TraceLink>& links, EvidenceTable& table) {
  for (const TraceLink& link : links) {
    if (link.type != "codifies" || link.atom.empty() || !link.unit) continue;
    const Unit& unit = review.units[link.unit];
    const std::string label = link.now.empty() ? link.label : link.now;
    Found found = found_at(review, {link.unit, View::proposed, link.unit}, label, {}, Evidence::declared);
    if (link.provision) {
      found.target.place.span = unit.provisions[link.provision].span;
      if (unit.provisions[link.provision].kind == ProvisionKind::row)
        found.target.label = unit.provisions[link.provision].label[index(View::proposed)];
    }
    found.target.outcome = link.outcome();
    found.partial = fold_phrase(review.units[link.row.unit].records[link.row.id].field("coverage")) == "partial";
    found.soft = link.text == TraceOutcome::suspect || (link.design == TraceOutcome::outdated && link.changed);
    if (link.text == TraceOutcome::ambiguous) found.why = link.text_why;
    table[link.atom].push_back(std::move(found));
  }
}

void add_text_evidence(const Review& review, const RoleNames& roles, const std::map<std::string, In<Item>>& atoms,
                       const std::vector<EvidenceText>& texts, EvidenceTable& table) {
  for (const EvidenceText& text : texts) add_citations(review, atoms, text, table);
  add_rows(review, roles, texts, table);
  add_incorporated(review, texts, table);
  add_named(review, roles, texts, table);
}

void sort_evidence(const Review& review, EvidenceTable& table) {
  // The order of the paths, and not that in which a project lists its files.
  std::vector<Id<Document>> by_path;
  for (std::size_t n = 0; n < review.documents.size(); ++n) by_path.push_back(Table<Document>::id_at(n));
  std::stable_sort(by_path.begin(), by_path.end(),
                   [&](Id<Document> a, Id<Document> b) { return review.documents[a].path < review.documents[b].path; });
  std::vector<std::size_t> rank(by_path.size());
  for (std::size_t n = 0; n < by_path.size(); ++n) rank[by_path[n].value] = n;
  for (auto& [atom, found] : table)
    std::stable_sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
      const auto key = [&](const Found& f) {
        return std::tuple(f.target.evidence, rank[f.target.place.document.value], f.target.place.span, std::string_view(f.target.label));
      };
      return key(a) < key(b);
    });
}

bool carries(const Found& found) {
  return found.target.outcome != TraceOutcome::orphaned && found.target.outcome != TraceOutcome::ambiguous &&
         found.target.outcome != TraceOutcome::unwanted;
}

}  // namespace dovetail
