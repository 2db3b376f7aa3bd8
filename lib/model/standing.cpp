// Whether a row of the design or of a register still stands.
#include "model/standing.h"

#include <algorithm>
#include <array>

#include "base/holds.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::array dead{"withdrawn", "superseded", "retired", "deleted", "obsolete", "rejected", "removed", "struck"};
constexpr std::array agreed{"approved",  "agreed",   "accepted", "closed", "implemented", "complete",
                            "completed", "released", "live",     "done",   "baselined"};
constexpr std::array open{"open",          "pending",    "under review", "in progress", "outstanding",      "unresolved", "to be agreed",
                          "to be settled", "not closed", "tbc",          "raised",      "under discussion", "reopened",   "re-opened"};

}  // namespace

bool is_withdrawn(const Item& item) { return item.record.struck || holds(dead, fold_phrase(item.status)); }

bool is_agreed_change(const Record& change) { return !change.struck && holds(agreed, fold_phrase(change.field("status"))); }

bool says_no_design_change(const Record& change) {
  static const Pattern none = Pattern::literal("(?i:\\bno (?:design )?(?:change|impact|effect)|\\bno changes? to (?:the )?design|design unchanged)");
  return std::any_of(change.fields.begin(), change.fields.end(), [&](const auto& field) { return none.find(normalise(field.second)).has_value(); });
}

bool is_open_comment(const Record& comment) {
  return !comment.struck && trim(comment.field("closed_on")).empty() && holds(open, fold_phrase(comment.field("disposition")));
}

}  // namespace dovetail
