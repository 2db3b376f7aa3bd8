// What `dovetail compare` prints: two texts, or three, provision by provision.
#pragma once

#include <array>
#include <string>

#include "model/review.h"
#include "report/reporters.h"

namespace dovetail {

/// Two texts with redlines, and the three-way result where there is one (`three` may be null).
struct ComparedForReport {
  const Review& review;
  const Comparison& comparison;
  const ThreeWay* three;
  std::string since;  // "approved", "legal-reviewed"; empty where OLD was named
};

/// One line for each provision that is not the same, its redline in CriticMarkup, and a closing line with the counts.
std::string compare_text(const ComparedForReport& compared, const ReportOptions& options);
/// {"schema":"dovetail.comparison/1", …}: the same for programs, with each difference.
std::string compare_json(const ComparedForReport& compared, const ReportOptions& options);
/// One page without script: the two texts side by side, then inline; the three-way table first where there is one.
std::string compare_html(const ComparedForReport& compared, const ReportOptions& options);
/// RFC 4180 with a header. Three texts: what a drafter must carry over, with the live change's id; two: one row for each provision that changed.
/// Cells that begin as a formula would are text.
std::string compare_csv(const ComparedForReport& compared, const ReportOptions& options);
/// A workbook with the same tables: what to carry over first, then all provisions. Fails where no temporary file can be written.
Result<std::string> compare_xlsx(const ComparedForReport& compared, const ReportOptions& options);

/// How many provisions had each fate, in order of ProvisionFate.
std::array<std::size_t, provision_fate_count> count_fates(const Comparison& comparison);
/// What became of a provision, for a person: "changed", "new", "only renumbered".
std::string_view words_of(ProvisionFate fate);
/// What became of one provision, with more to say: "changed, and moved", "changed, split into 2.3 and 2.4", "new, split off 2.3",
/// "deleted, joined to 2.3".
std::string told_of(const Comparison& comparison, const ProvisionChange& change);
/// "2.3", or "2.3 → 2.4" where the number is another; "front matter" for text outside provisions.
std::string number_of(const ProvisionChange& change);
/// The number of a three-way row: as the draft has it, else the baseline, else the live text.
const std::string& number_of(const ThreeWayRow& row);
/// What is to be done about a row: "carry over", "settle", "nothing".
std::string_view to_do(const ThreeWayRow& row);

}  // namespace dovetail
