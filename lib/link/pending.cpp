// Why an atom without code text cannot be judged yet.
#include "link/pending.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

/// Whether some of a text, or all of it, could not be read: what is missing in it proves nothing.
bool is_incomplete(const Document& document, const Unit& unit) {
  return unit.lost.text || document.lost.text || std::any_of(document.problems.begin(), document.problems.end(), [](const Problem& problem) {
           return problem.rule == "input.unreadable" || problem.rule == "input.encrypted";
         });
}

}  // namespace

PendingReasons::PendingReasons(const Review& review, const TraceRegister& traces) : review_(review), traces_(traces), releases_(review) {
  for (std::uint32_t n = 0; n < review.units.size() && n < review.inputs.size(); ++n) {
    const Unit& unit = review.units[Id<Unit>(n)];
    if (!stands_for_itself(review.inputs[n])) continue;
    const DocumentEntry* entry = review.inputs[n].entry;
    const std::string code = code_named(review.project, unit.code.empty() && entry ? entry->code : unit.code);
    if (is_incomplete(review.documents[Id<Document>(n)], unit)) incomplete_.try_emplace(code, review.inputs[n].path);
    if (!unit.has_body) continue;
    loaded_.insert(code);
    if (review.inputs[n].role == InputRole::draft) drafts_[code].push_back(Id<Unit>(n));
  }
  for (const auto& [code, texts] : drafts_) {
    newest_.emplace(code, newest_release(code));
    leaders_.emplace(code, leader_other_than(code));
  }
}

std::string PendingReasons::newest_release(const std::string& code) const {
  const auto texts = drafts_.find(code);
  std::string newest;
  if (texts == drafts_.end()) return newest;
  for (const Id<Unit> id : texts->second) {
    const std::string release = releases_.of(id);
    const auto order = compare_releases(release, newest, review_.project.releases);
    if (newest.empty() || (order && *order > 0)) newest = release;
  }
  return newest;
}

/// The code that leads the topic of all the texts of `code`, where that is another one.
std::string PendingReasons::leader_other_than(const std::string& code) const {
  const auto texts = drafts_.find(code);
  if (texts == drafts_.end()) return {};
  std::string leader;
  for (const Id<Unit> id : texts->second) {
    const DocumentEntry* entry = review_.inputs[id.value].entry;
    if (entry == nullptr || entry->topic.empty() || entry->lead) return {};
    std::set<std::string> leaders;
    for (const DocumentEntry& other : review_.project.documents)
      if (other.lead && fold_phrase(other.topic) == fold_phrase(entry->topic) && code_named(review_.project, other.code) != code)
        leaders.insert(code_named(review_.project, other.code));
    if (leaders.empty()) return {};
    // Of several, the one that the project names first.
    const auto first =
        std::find_if(review_.project.codes.begin(), review_.project.codes.end(), [&](const CodeEntry& other) { return leaders.contains(other.id); });
    const std::string found = first == review_.project.codes.end() ? *leaders.begin() : first->id;
    leader = found;
  }
  return leader;
}

std::string PendingReasons::reason(const Item& atom, const std::string& code, const std::set<std::string>& codes) const {
  if (traces_.unreadable) return "the trace register could not be used";
  if (loaded_.empty()) return "no code text was read";
  if (code.empty() && incomplete_.empty()) return {};
  if (const auto broken = code.empty() ? incomplete_.begin() : incomplete_.find(code); broken != incomplete_.end())
    return broken->second + " was not read as a whole";
  if (!loaded_.contains(code)) return "no " + code + " text was read";
  if (const auto missing = traces_.not_loaded.find(atom.id); missing != traces_.not_loaded.end())
    return "the trace register names " + *missing->second.begin() + ", which was not read";
  const auto newest = newest_.find(code), leads = leaders_.find(code);
  const std::string release = newest == newest_.end() ? std::string() : newest->second;
  if (const auto order = compare_releases(release, atom.release, review_.project.releases); order && *order < 0)
    return "the " + code + " text is drafted to " + release + ", and this is of " + atom.release;
  const std::string leader = leads == leaders_.end() ? std::string() : leads->second;
  const bool early = review_.project.stage != "mop-up" && review_.project.stage != "consistency" && review_.project.stage != "final";
  return codes.contains(leader) && early ? leader + " leads this topic; " + code + " follows at mop-up" : std::string();
}

}  // namespace dovetail
