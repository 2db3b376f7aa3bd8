// Why an atom without code text cannot be judged yet.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "link/documents.h"
#include "link/releases.h"
#include "link/trace_links.h"
#include "model/review.h"

namespace dovetail {

class PendingReasons {
 public:
  PendingReasons(const Review& review, const TraceRegister& traces);

  /// Why the atom is pending in a code (empty: in any): its document was not read, its release is older than the atom's, the trace register could not
  /// be used, a text of the code was not read as a whole, or another of its `codes` leads the topic and the stage is before mop-up. Empty where it
  /// can be judged.
  [[nodiscard]] std::string reason(const Item& atom, const std::string& code, const std::set<std::string>& codes) const;

 private:
  [[nodiscard]] std::string newest_release(const std::string& code) const;
  [[nodiscard]] std::string leader_other_than(const std::string& code) const;

  const Review& review_;
  const TraceRegister& traces_;
  DraftReleases releases_;
  std::map<std::string, std::vector<Id<Unit>>> drafts_;  // by code: texts in force are of no release that is being drafted
  std::map<std::string, std::string> newest_, leaders_;  // of each code with drafts: asked for every atom
  std::map<std::string, std::string> incomplete_;        // by code: a text of which some or all could not be read
  std::set<std::string> loaded_;                         // codes of which some text was read
};

}  // namespace dovetail
