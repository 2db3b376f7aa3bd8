// What `expect:` asks for, beside what is so.
#include "link/thresholds.h"

#include "link/named_provisions.h"
#include "model/obligation.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

CoverageThreshold judge(const Review& review, const std::vector<AtomCoverage>& coverage, const std::string& kind, const Minimum& minimum,
                        const std::string& code, const std::string& topic) {
  CoverageThreshold result;
  result.kind = kind;
  result.code = code;
  result.topic = topic;
  result.obligation = minimum.obligation;
  result.minimum = minimum.share;
  for (const AtomCoverage& entry : coverage) {
    const Item& item = review.units[entry.item.unit].items[entry.item.id];
    if (item.kind != kind || entry.status == CoverageStatus::not_owed) continue;
    if ((!code.empty() && entry.code != code) || (!topic.empty() && fold_phrase(entry.topic) != fold_phrase(topic))) continue;
    if (!minimum.obligation.empty() && name_of(owed(item.record.field("obligation"))) != minimum.obligation) continue;
    if (entry.status == CoverageStatus::waived) {
      ++result.waived;
    } else if (entry.status == CoverageStatus::pending) {
      ++result.pending;
    } else {
      ++result.judged;
      if (entry.status == CoverageStatus::covered || entry.status == CoverageStatus::contested)
        ++result.carried;
      else
        result.missing.push_back(entry.item);
    }
  }
  return result;
}

}  // namespace

std::vector<CoverageThreshold> judge_thresholds(const Review& review, const std::vector<AtomCoverage>& coverage) {
  std::vector<CoverageThreshold> results;
  for (const Expectation& expectation : review.project.expectations) {
    std::vector<std::string> codes, topics = expectation.topics;
    for (const std::string& code : expectation.codes) codes.push_back(code_named(review.project, code));
    if (codes.empty()) codes.emplace_back();
    if (topics.empty()) topics.emplace_back();
    for (const std::string& code : codes)
      for (const std::string& topic : topics)
        for (const Minimum& minimum : expectation.minimums) results.push_back(judge(review, coverage, expectation.kind, minimum, code, topic));
  }
  return results;
}

}  // namespace dovetail
