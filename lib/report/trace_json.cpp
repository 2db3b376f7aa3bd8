// Coverage of the design by the code, for programs: dovetail.trace/1, and a table for spreadsheets.
#include "report/csv_row.h"
#include "report/expected_row.h"
#include "report/json_text.h"
#include "report/tally.h"
#include "report/trace_tables.h"
#include "report/wording.h"

namespace dovetail {
namespace {

Json targets_of(const std::vector<CoverageTarget>& list) {
  Json targets = Json::array();
  for (const auto& target : list)
    targets.push_back({{"document_id", target.document_id},
                       {"label", text_or_null(target.label)},
                       {"evidence", name_of(target.evidence)},
                       {"outcome", name_of(target.outcome)},
                       {"via", text_or_null(target.via)}});
  return targets;
}

Json row_of(const ShownRow& row) {
  return {{"ref", text_or_null(row.ref)},      {"when", text_or_null(row.when)}, {"action", text_or_null(row.action)},
          {"from", text_or_null(row.from)},    {"to", text_or_null(row.to)},     {"information", text_or_null(row.information)},
          {"method", text_or_null(row.method)}};
}

Json atom_of(const Review& review, const AtomCoverage& atom, const ExpectedRows& rows, const Owners& owners, const TraceBefore* before) {
  const auto& item = item_of(review, atom);
  Json json = {{"id", item.id},
               {"kind", item.kind},
               {"artefact", text_or_null(item.artefact)},
               {"code", text_or_null(atom.code)},
               {"topic", text_or_null(atom.topic)},
               {"status", name_of(atom.status)},
               {"reason", text_or_null(atom.reason)},
               {"baseline", name_of(atom.before)},
               {"owner", is_gap(atom.status) ? text_or_null(owners.of(atom)) : Json(nullptr)},
               {"targets", targets_of(atom.targets)},
               {"lost", targets_of(atom.lost)}};
  if (item.kind == "bp_step" && atom.status != CoverageStatus::not_owed) {
    const ExpectedRow row = rows.of(atom);
    Json drafted = Json::array();
    for (const auto& [document, shown] : row.drafted) {
      drafted.push_back(row_of(shown));
      drafted.back()["document_id"] = document;
    }
    json["expected_row"] = row_of(row.expected);
    json["drafted_rows"] = std::move(drafted);
  }
  if (before != nullptr) json["since"] = text_or_null(std::string(since_then(review, atom, *before)));
  return json;
}

Json groups_of(const StatusGroups& groups) {
  Json json = Json::object();
  for (const auto& [name, counts] : groups) json[name] = coverage_summary(counts);
  return json;
}

Json link_of(const Review& review, const TraceLink& link) {
  const Record& row = review.units[link.row.unit].records[link.row.id];
  return {{"link_id", text_or_null(std::string(row.field("link_id")))},
          {"atom", text_or_null(link.atom)},
          {"type", link.type},
          {"code", text_or_null(link.code)},
          {"document", text_or_null(link.document)},
          {"label", text_or_null(link.label)},
          {"outcome", link.comparable || link.design != TraceOutcome::covers ? Json(name_of(link.outcome())) : Json("not comparable")},
          {"now", text_or_null(link.now)},
          {"basis", text_or_null(link.basis)}};
}

Json text_of_drafts(const Review& review) {
  Json all = Json::array();
  for (const TracedText& text : review.corpus.traced_text)
    all.push_back({{"document_id", id_or_path(review.units[text.unit])},
                   {"label", text_or_null(text.label)},
                   {"change", name_of(text.fate)},
                   {"basis", name_of(text.basis)},
                   {"atoms", text.atoms},
                   {"reason", text_or_null(text.reason)}});
  return all;
}

Json thresholds_of(const Review& review) {
  Json all = Json::array();
  for (const CoverageThreshold& t : review.corpus.thresholds) {
    Json missing = Json::array();
    for (const In<Item> in : t.missing) missing.push_back(review.units[in.unit].items[in.id].id);
    all.push_back({{"kind", t.kind},
                   {"code", text_or_null(t.code)},
                   {"topic", text_or_null(t.topic)},
                   {"minimum", t.minimum},
                   {"carried", t.carried},
                   {"judged", t.judged},
                   {"waived", t.waived},
                   {"pending", t.pending},
                   {"reached", t.reached()},
                   {"missing", std::move(missing)}});
  }
  return all;
}

}  // namespace

std::string trace_json(const Review& review, const ReportOptions& options, const TraceBefore* before) {
  const TraceTables tables = trace_tables(review);
  const ExpectedRows rows(review);
  const Owners owners(review);
  JsonPieces json;
  json.member("schema", "dovetail.trace/1");
  json.member("tool", {{"name", "dovetail"}, {"version", options.version}});
  json.begin_list("atoms");
  for (const auto& atom : review.corpus.coverage) json.item(atom_of(review, atom, rows, owners, before));
  json.end_list();
  json.member("summary", coverage_summary(count(review).coverage));
  json.member("by_kind", groups_of(tables.by_kind));
  json.member("by_code", groups_of(tables.by_code));
  json.member("by_topic", groups_of(tables.by_topic));
  json.member("matrix", tables.matrix);
  json.begin_list("links");
  for (const TraceLink& link : review.corpus.traces) json.item(link_of(review, link));
  json.end_list();
  json.member("text", text_of_drafts(review));
  json.member("thresholds", thresholds_of(review));
  if (before != nullptr) {
    const SinceCounts counts = count_since(review, *before);
    json.member("since", {{"new", counts.fresh}, {"fixed", counts.fixed}, {"unchanged", counts.unchanged}});
  }
  json.member("filters", review.filters);
  return json.finish();
}

std::string trace_csv(const Review& review, const ReportOptions&, const TraceBefore* before) {
  std::vector<std::string> heads{"atom",   "kind",     "artefact", "version",    "code",     "topic", "status",
                                 "reason", "baseline", "owner",    "provisions", "evidence", "text"};
  if (before != nullptr) heads.emplace_back("since");
  std::string out = csv_row(heads);
  const Owners owners(review);
  for (const auto& atom : review.corpus.coverage) {
    const auto& item = item_of(review, atom);
    std::string provisions, evidence;
    for (const auto& target : atom.targets) {
      provisions += (provisions.empty() ? "" : "; ") + target.document_id + (target.label.empty() ? "" : " " + target.label);
      evidence += (evidence.empty() ? "" : "; ") + std::string(name_of(target.evidence)) + " " + std::string(name_of(target.outcome));
    }
    std::vector<std::string> cells{item.id,
                                   item.kind,
                                   item.artefact,
                                   item.version,
                                   atom.code,
                                   atom.topic,
                                   std::string(name_of(atom.status)),
                                   atom.reason,
                                   std::string(name_of(atom.before)),
                                   is_gap(atom.status) ? owners.of(atom) : std::string(),
                                   provisions,
                                   evidence,
                                   item.text};
    if (before != nullptr) cells.emplace_back(since_then(review, atom, *before));
    out += csv_row(cells);
  }
  return out;
}

Result<TraceBefore> read_trace(const std::string& bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded() || !json.is_object() || json.value("schema", "") != "dovetail.trace/1" || !json.contains("atoms") ||
      !json["atoms"].is_array())
    return fail("is no output of 'dovetail trace --format json'");
  TraceBefore before;
  const auto text = [](const Json& atom, const char* key) {
    return atom.is_object() && atom.contains(key) && atom[key].is_string() ? atom[key].get<std::string>() : std::string();
  };
  for (const Json& atom : json["atoms"]) before[{text(atom, "id"), text(atom, "code")}] = text(atom, "status");
  return before;
}

}  // namespace dovetail
