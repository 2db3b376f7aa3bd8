// Coverage of the design by the code, for programs: dovetail.trace/1, and a table for spreadsheets.
#include "report/csv_row.h"
#include "report/expected_row.h"
#include "report/json_text.h"
#include "report/tally.h"
#include "report/trace_tables.h"
#include "report/wording.h"

namespace dovetail {
namespace {

void add_targets(JsonPieces& json, std::string_view key, const std::vector<CoverageTarget>& list) {
  json.begin_list(key);
  for (const auto& target : list) {
    json.begin_item();
    json.text("document_id", target.document_id);
    json.text_or_null("label", target.label);
    json.text("evidence", name_of(target.evidence));
    json.text("outcome", name_of(target.outcome));
    json.text_or_null("via", target.via);
    json.end_item();
  }
  json.end_list();
}

Json row_of(const ShownRow& row) {
  return {{"ref", text_or_null(row.ref)},      {"when", text_or_null(row.when)}, {"action", text_or_null(row.action)},
          {"from", text_or_null(row.from)},    {"to", text_or_null(row.to)},     {"information", text_or_null(row.information)},
          {"method", text_or_null(row.method)}};
}

void add_atom(JsonPieces& json, const Review& review, const AtomCoverage& atom, const ExpectedRows& rows, const Owners& owners,
              const TraceBefore* before) {
  const auto& item = item_of(review, atom);
  json.begin_item();
  json.text("id", item.id);
  json.text("kind", item.kind);
  json.text_or_null("artefact", item.artefact);
  json.text_or_null("code", atom.code);
  json.text_or_null("topic", atom.topic);
  json.text("status", name_of(atom.status));
  json.text_or_null("reason", atom.reason);
  json.text("baseline", name_of(atom.before));
  json.text_or_null("owner", is_gap(atom.status) ? owners.of(atom) : std::string());
  add_targets(json, "targets", atom.targets);
  add_targets(json, "lost", atom.lost);
  if (item.kind == "bp_step" && atom.status != CoverageStatus::not_owed) {
    const ExpectedRow row = rows.of(atom);
    Json drafted = Json::array();
    for (const auto& [document, shown] : row.drafted) {
      drafted.push_back(row_of(shown));
      drafted.back()["document_id"] = document;
    }
    json.member("expected_row", row_of(row.expected));
    json.member("drafted_rows", drafted);
  }
  if (before != nullptr) json.text_or_null("since", since_then(review, atom, *before));
  json.end_item();
}

Json groups_of(const StatusGroups& groups) {
  Json json = Json::object();
  for (const auto& [name, counts] : groups) json[name] = coverage_summary(counts);
  return json;
}

void add_link(JsonPieces& json, const Review& review, const TraceLink& link) {
  json.begin_item();
  json.text_or_null("link_id", review.units[link.row.unit].records[link.row.id].field("link_id"));
  json.text_or_null("atom", link.atom);
  json.text("type", link.type);
  json.text_or_null("code", link.code);
  json.text_or_null("document", link.document);
  json.text_or_null("label", link.label);
  json.text("outcome", link.comparable || link.design != TraceOutcome::covers ? name_of(link.outcome()) : "not comparable");
  json.text_or_null("now", link.now);
  json.text_or_null("basis", link.basis);
  json.end_item();
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

Json drafted_of(const std::map<std::string, DraftedCounts>& drafted) {
  Json json = Json::object();
  for (const auto& [code, counts] : drafted)
    json[code] = {{"before", counts.before}, {"now", counts.now}, {"added", counts.added}, {"lost", counts.lost}};
  return json;
}

Json thresholds_of(const Review& review) {
  Json all = Json::array();
  for (const CoverageThreshold& t : review.corpus.thresholds) {
    Json missing = Json::array();
    for (const In<Item> in : t.missing) missing.push_back(review.units[in.unit].items[in.id].id);
    all.push_back({{"kind", t.kind},
                   {"code", text_or_null(t.code)},
                   {"topic", text_or_null(t.topic)},
                   {"obligation", text_or_null(t.obligation)},
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
  constexpr std::size_t of_atom = 420, of_link = 240;  // bytes, as projects have them
  JsonPieces json(review.corpus.coverage.size() * of_atom + review.corpus.traces.size() * of_link);
  json.member("schema", "dovetail.trace/1");
  json.member("tool", {{"name", "dovetail"}, {"version", options.version}});
  json.begin_list("atoms");
  for (const auto& atom : review.corpus.coverage) add_atom(json, review, atom, rows, owners, before);
  json.end_list();
  json.member("summary", coverage_summary(count(review).coverage));
  json.member("by_kind", groups_of(tables.by_kind));
  json.member("by_code", groups_of(tables.by_code));
  json.member("by_topic", groups_of(tables.by_topic));
  json.member("matrix", tables.matrix);
  json.member("drafted", drafted_of(tables.drafted));
  json.begin_list("links");
  for (const TraceLink& link : review.corpus.traces) add_link(json, review, link);
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
