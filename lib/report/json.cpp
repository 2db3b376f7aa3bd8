// For programs: dovetail.findings/1. Its shape is promised in findings.schema.json; a change of shape is a new number.
#include "report/changes.h"
#include "report/formats.h"
#include "report/json_text.h"
#include "report/tally.h"

namespace dovetail {
namespace {

Json documents_of(const Review& review, const Tally& tally) {
  Json documents = Json::array();
  for (const auto& counted : tally.documents) {
    const auto& unit = review.units[counted.unit];
    documents.push_back({{"path", unit.path},
                         {"id", unit.id},
                         {"code", unit.code},
                         {"profile", unit.profile},
                         {"provisions", counted.provisions},
                         {"references", counted.references}});
  }
  return documents;
}

Json notes_of(const Review& review, const Finding& finding) {
  Json notes = Json::array();
  for (const auto& note : finding.notes) {
    const auto document = note.place.document ? note.place.document : finding.place.document;
    notes.push_back({{"document", review.documents[document].path}, {"label", text_or_null(note.label)}, {"message", note.message}});
  }
  return notes;
}

Json finding_of(const Review& review, const Finding& finding) {
  const auto& document = review.documents[finding.place.document];
  Json json = {{"rule", finding.rule},
               {"severity", name_of(finding.severity)},
               {"certainty", name_of(finding.certainty)},
               {"document", document.path},
               {"label", text_or_null(finding.label)},
               {"views", views_of(finding.views)},
               {"introduced", finding.introduced},
               {"span", {{"begin", finding.place.span.begin}, {"end", finding.place.span.end}}},
               {"origin", document.text.empty() ? Json(nullptr) : text_or_null(describe_origin(document, finding.place.span))},
               {"text", text_or_null(finding.text)},
               {"message", finding.message},
               {"notes", notes_of(review, finding)}};
  json["fix"] = finding.fix ? Json{{"replace", finding.fix->replace}, {"safe", finding.fix->safe}} : Json(nullptr);
  json["atom"] = text_or_null(finding.atom);
  json["fingerprint"] = finding.fingerprint;
  return json;
}

Json references_of(const Tally& tally) {
  Json references = {{"found", tally.references}};
  for (std::size_t n = 0; n < outcome_count; ++n) references[std::string(name_of(static_cast<Outcome>(n)))] = tally.outcomes[n];
  return references;
}

Json atom_of(const Review& review, const AtomCoverage& atom) {
  const auto& item = review.units[atom.item.unit].items[atom.item.id];
  Json targets = Json::array();
  for (const auto& target : atom.targets)
    targets.push_back({{"document_id", target.document_id},
                       {"label", text_or_null(target.label)},
                       {"evidence", name_of(target.evidence)},
                       {"outcome", name_of(target.outcome)}});
  return {{"id", item.id}, {"kind", item.kind}, {"code", text_or_null(atom.code)}, {"status", name_of(atom.status)}, {"targets", std::move(targets)}};
}

Json coverage_of(const Review& review, const Tally& tally) {
  Json atoms = Json::array();
  for (const auto& atom : review.corpus.coverage) atoms.push_back(atom_of(review, atom));
  return {{"atoms", std::move(atoms)}, {"summary", coverage_summary(tally.coverage)}};
}

Json checked_of(const Review& review, const Tally& tally) {
  Json blocked = Json::array();
  for (const auto& rule : review.blocked) blocked.push_back({{"rule", rule.rule}, {"reason", rule.reason}});
  return {{"documents", tally.documents.size()}, {"rules", review.rules.size()}, {"blocked", std::move(blocked)}, {"filters", review.filters}};
}

Json changes_of(const Review& review) {
  Json all = Json::array();
  for (const auto& summary : summarise_changes(review)) {
    Json json{{"document", review.units[summary.draft->unit].path}, {"summary", Json::object()}};
    for (const auto fate : {ProvisionFate::added, ProvisionFate::changed, ProvisionFate::deleted, ProvisionFate::moved, ProvisionFate::renumbered})
      json["summary"][std::string(name_of(fate))] = summary.fates.at(static_cast<std::size_t>(fate));
    json["authors"] = summary.authors;
    json["change_ids"] = summary.change_ids;
    json["declared"] = summary.declared;
    json["outside"] = summary.outside;
    json["provisions"] = Json::array();
    for (const auto& provision : summary.draft->provisions)
      json["provisions"].push_back({{"fate", name_of(provision.fate)},
                                    {"before_label", text_or_null(provision.before_label)},
                                    {"after_label", text_or_null(provision.after_label)},
                                    {"heading", text_or_null(provision.heading)},
                                    {"authors", provision.authors},
                                    {"change_ids", provision.change_ids}});
    all.push_back(std::move(json));
  }
  return all;
}

}  // namespace

std::string report_json(const Review& review, const ReportOptions& options) {
  const auto tally = count(review);
  Json json = {{"schema", "dovetail.findings/1"}, {"tool", {{"name", "dovetail"}, {"version", options.version}}}};
  json["documents"] = documents_of(review, tally);
  json["findings"] = Json::array();
  for (const auto& finding : review.findings)
    if (finding.waived.empty()) json["findings"].push_back(finding_of(review, finding));
  json["references"] = references_of(tally);
  json["coverage"] = coverage_of(review, tally);
  json["changes"] = changes_of(review);
  json["checked"] = checked_of(review, tally);
  json["summary"] = Json::object();
  for (const auto severity : {Severity::error, Severity::warning, Severity::note})
    json["summary"][std::string(name_of(severity))] = tally.severities[static_cast<std::size_t>(severity)];
  return finished(json);
}

}  // namespace dovetail
