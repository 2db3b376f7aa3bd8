// Damages and limits of packages: which of them cost text, which cost numbers, and which left nothing to read.
#include "read/package_problems.h"

#include <algorithm>
#include <string>

namespace dovetail {
namespace {

bool has_text(const Document& document) {
  return document.text.find_first_not_of(" \t\n\v\f\r") != std::string::npos;  // paragraph marks alone are none
}

void lose(const Remark& remark, PartHolds holds, Losses& lost) {
  if (remark.part.empty()) {
    lost.text = lost.numbers = true;
  } else if (holds == PartHolds::text) {
    lost.text = true;
  } else if (holds == PartHolds::numbers) {
    lost.numbers = true;
  }
}

void add(Document& document, std::string_view rule, std::string_view message) {
  const auto same = [&](const Problem& problem) { return problem.rule == rule && problem.message == message; };
  const auto known = std::find_if(document.problems.begin(), document.problems.end(), same);
  if (known != document.problems.end())
    ++known->count;
  else
    document.problems.push_back({std::string(rule), std::string(message), {}, 1});
}

}  // namespace

void tell_remarks(const std::vector<Remark>& remarks, const std::function<PartHolds(std::string_view part)>& holds, Document& document) {
  std::string nothing;  // why there is no text
  for (const auto& remark : remarks) {
    const bool damaged = remark.rule == "input.damaged";
    const auto what = holds(remark.part);
    if (damaged || remark.rule == "input.limit") lose(remark, what, document.lost);
    if (damaged && !has_text(document) && (remark.part.empty() || what == PartHolds::text)) {
      nothing += (nothing.empty() ? "" : "; ") + remark.message;
    } else {
      add(document, remark.rule, remark.message);
    }
  }
  if (!nothing.empty()) add(document, "input.unreadable", nothing + "; no text could be read");
}

}  // namespace dovetail
