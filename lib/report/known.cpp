// Fingerprints do the work; the rest is for the person who reads the file.
#include "report/known.h"

#include <algorithm>
#include <tuple>

#include "report/json_text.h"

namespace dovetail {
namespace {

bool can_be_known(const Finding& finding) {
  for (const auto* rule :
       {"input.unreadable", "input.encrypted", "input.limit", "input.nothing-checked", "input.unused-waiver", "input.expired-waiver"})
    if (finding.rule == rule) return false;
  return finding.waived.empty() || finding.waived == "known finding";
}

std::string document_of(const Review& review, const Finding& finding) {
  const auto& unit = review.units[Id<Unit>(finding.place.document.value)];
  return unit.id.empty() ? review.documents[finding.place.document].path : unit.id;
}

}  // namespace

std::string known_text(const Review& review) {
  std::vector<std::tuple<std::string, std::string, std::string, const Finding*>> rows;
  for (const auto& finding : review.findings)
    if (can_be_known(finding)) rows.emplace_back(document_of(review, finding), finding.rule, finding.fingerprint, &finding);
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)) < std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b));
  });
  Json findings = Json::array();
  for (const auto& [document, rule, fingerprint, finding] : rows)
    findings.push_back({{"fingerprint", fingerprint}, {"rule", rule}, {"document", document}, {"message", finding->message}});
  return finished(Json{{"schema", "dovetail.known/1"}, {"findings", findings}});
}

}  // namespace dovetail
