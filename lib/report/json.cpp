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

void add_notes(JsonPieces& json, const Review& review, const Finding& finding) {
  json.begin_list("notes");
  for (const auto& note : finding.notes) {
    const auto document = note.place.document ? note.place.document : finding.place.document;
    json.begin_item();
    json.text("document", review.documents[document].path);
    json.text_or_null("label", note.label);
    json.text("message", note.message);
    json.end_item();
  }
  json.end_list();
}

void add_finding(JsonPieces& json, const Review& review, const Finding& finding) {
  const auto& document = review.documents[finding.place.document];
  const auto& span = finding.place.span;
  json.begin_item();
  json.text("rule", finding.rule);
  json.text("severity", name_of(finding.severity));
  json.text("certainty", name_of(finding.certainty));
  json.text("document", document.path);
  json.text_or_null("label", finding.label);
  json.member("views", views_of(finding.views));
  json.member("introduced", finding.introduced);
  json.member("span", {{"begin", span.begin}, {"end", span.end}});
  json.text_or_null("origin", document.text.empty() ? std::string() : describe_origin(document, span));
  json.text_or_null("text", finding.text);
  json.text("message", finding.message);
  add_notes(json, review, finding);
  json.member("fix", finding.fix ? Json{{"replace", finding.fix->replace}, {"safe", finding.fix->safe}} : Json(nullptr));
  json.text_or_null("atom", finding.atom);
  json.text("fingerprint", finding.fingerprint);
  json.end_item();
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

void add_changes(JsonPieces& json, const Review& review) {
  json.begin_list("changes");
  for (const auto& summary : summarise_changes(review)) {
    auto fates = Json::object();
    for (const auto fate : {ProvisionFate::added, ProvisionFate::changed, ProvisionFate::deleted, ProvisionFate::moved, ProvisionFate::renumbered})
      fates[std::string(name_of(fate))] = summary.fates.at(static_cast<std::size_t>(fate));
    json.begin_item();
    json.text("document", review.units[summary.draft->unit].path);
    json.member("summary", fates);
    json.member("authors", summary.authors);
    json.member("change_ids", summary.change_ids);
    json.member("declared", summary.declared);
    json.member("outside", summary.outside);
    json.begin_list("provisions");
    for (const auto& provision : summary.draft->provisions) {
      json.begin_item();
      json.text("fate", name_of(provision.fate));
      json.text_or_null("before_label", provision.before_label);
      json.text_or_null("after_label", provision.after_label);
      json.text_or_null("heading", provision.heading);
      json.member("authors", provision.authors);
      json.member("change_ids", provision.change_ids);
      json.end_item();
    }
    json.end_list();
    json.end_item();
  }
  json.end_list();
}

}  // namespace

std::string report_json(const Review& review, const ReportOptions& options) {
  const auto tally = count(review);
  JsonPieces json;
  json.text("schema", "dovetail.findings/1");
  json.member("tool", {{"name", "dovetail"}, {"version", options.version}});
  json.member("documents", documents_of(review, tally));
  json.begin_list("findings");
  for (const auto& finding : review.findings)
    if (finding.waived.empty()) add_finding(json, review, finding);
  json.end_list();
  json.member("references", references_of(tally));
  json.member("coverage", coverage_of(review, tally));
  add_changes(json, review);
  json.member("checked", checked_of(review, tally));
  auto summary = Json::object();
  for (const auto severity : {Severity::error, Severity::warning, Severity::note})
    summary[std::string(name_of(severity))] = tally.severities[static_cast<std::size_t>(severity)];
  json.member("summary", summary);
  return json.finish();
}

}  // namespace dovetail
