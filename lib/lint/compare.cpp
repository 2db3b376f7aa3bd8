// From paths to units, and from units to what became of each provision.
#include "lint/compare.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "link/alignment.h"
#include "link/provision_changes.h"
#include "link/redline.h"
#include "link/three_way.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return a == b || std::filesystem::equivalent(a, b, ignored);
}

Result<Id<Unit>> unit_named(const Review& review, const std::string& path) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    if (!is_same_file(review.inputs[n].file, path)) continue;
    const Id<Unit> id(n);
    for (const Problem& problem : review.documents[Id<Document>(n)].problems)
      if (problem.rule == "input.unreadable" || problem.rule == "input.encrypted") return fail(path + ": " + problem.message);
    if (!review.units[id].has_body) return fail(path + ": is no code text, and only that can be compared");
    return id;
  }
  return fail(path + ": was not read; it is no document of this run");
}

ComparedText text_of_unit(const Review& review, Id<Unit> unit, View view) {
  return {review.documents[review.units[unit].document], review.units[unit], view};
}

/// The earlier version of `draft` that was settled last, with that status.
Result<Id<Unit>> earlier_version(const Review& review, Id<Unit> draft, const std::string& status) {
  Id<Unit> found;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (input.companion_of != review.units[draft].document || input.companion_as != ComparedAs::earlier || input.entry == nullptr) continue;
    if (input.history < input.entry->history.size() && input.entry->history[input.history].status == status) found = Id<Unit>(n);
  }
  if (found && review.units[found].has_body) return found;
  return fail(review.units[draft].path + ": its history has no version that is " + status +
              " and can be read; list one in the project file, with its path");
}

/// What a term means, in the texts of one time.
struct Meanings {
  std::string term;  // as written
  std::set<std::string> before, now;
};

/// Terms whose definition is another than in the versions of that status, is new or is gone, over all drafts of the project that have such a version.
std::map<std::string, std::string> changed_definitions(const Review& review, const std::string& status) {
  std::map<std::string, Meanings> all;  // by folded term
  const auto gather = [&](Id<Unit> unit, std::set<std::string> Meanings::*time) {
    for (const Definition& definition : review.units[unit].definitions) {
      if (!definition.views.proposed) continue;
      Meanings& meanings = all[definition.folded];
      meanings.term = definition.term;
      (meanings.*time).insert(fold_phrase(definition.meaning));
    }
  };
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    if (review.inputs[n].role != InputRole::draft) continue;
    const auto earlier = earlier_version(review, Id<Unit>(n), status);
    if (!earlier) continue;
    gather(*earlier, &Meanings::before);
    gather(Id<Unit>(n), &Meanings::now);
  }
  std::map<std::string, std::string> changed;  // folded to as written
  for (const auto& [folded, meanings] : all)
    if (meanings.before != meanings.now) changed[folded] = meanings.term;
  return changed;
}

// A definition does not use its own term.
bool defines(const Unit& unit, const Provision& provision, const std::string& folded) {
  return std::any_of(unit.definitions.begin(), unit.definitions.end(),
                     [&](const Definition& d) { return d.folded == folded && d.span.overlaps(provision.span); });
}

bool uses(const std::string& folded, const std::string& term) {
  for (auto at = folded.find(term); at != std::string::npos; at = folded.find(term, at + 1)) {
    std::size_t end = at + term.size();
    if (folded.compare(end, 2, "es") == 0 && at_word_edge(folded, end + 2)) end += 2;  // plurals are uses too
    if (end < folded.size() && folded[end] == 's' && at_word_edge(folded, end + 1)) ++end;
    if (at_word_edge(folded, at) && at_word_edge(folded, end)) return true;
  }
  return false;
}

void add_users_of_definitions(const Review& review, const std::string& status, Comparison& comparison) {
  const auto changed = changed_definitions(review, status);
  const Unit& unit = review.units[comparison.after];
  const Projection& projection = unit.projection(comparison.after_view);
  for (ProvisionChange& change : comparison.provisions) {
    if (!change.after) continue;
    const Span lines = unit.provisions[change.after].lines[index(comparison.after_view)];
    std::string words;
    for (std::uint32_t n = lines.begin; n < lines.end && n < projection.lines.size(); ++n)
      words += std::string(slice(projection.text, projection.lines[n].span)) + " ";
    const std::string folded = fold_phrase(words);
    for (const auto& [term, written] : changed)
      if (uses(folded, term) && !defines(unit, unit.provisions[change.after], term)) change.terms.push_back(written);
    if (change.after_text.empty() && !change.terms.empty()) change.after_text = squeeze(words);
  }
}

void draw_redlines(Comparison& comparison) {
  for (ProvisionChange& change : comparison.provisions)
    if (change.fate != ProvisionFate::same) change.redline = redline_of(change.before_text, change.after_text);
}

}  // namespace

Result<Compared> compare(Job job, const CompareRequest& request) {
  job.paths = {request.after};
  for (const std::string* path : {&request.before, &request.live})
    if (!path->empty() && std::none_of(job.paths.begin(), job.paths.end(), [&](const std::string& p) { return is_same_file(p, *path); }))
      job.paths.push_back(*path);
  job.alone = request.live.empty() && request.since.empty();  // the horizon log and the history are the project's
  job.until = Until::compile;
  auto review = lint(std::move(job));
  if (!review) return fail(review.error().message);
  Compared compared{std::move(*review), {}, {}};
  const auto after = unit_named(compared.review, request.after);
  if (!after) return fail(after.error().message);
  auto before = request.before.empty() ? Result<Id<Unit>>(*after) : unit_named(compared.review, request.before);
  if (!request.since.empty()) before = earlier_version(compared.review, *after, request.since);
  if (!before) return fail(before.error().message);
  Comparison& comparison = compared.comparison;
  comparison.before = *before;
  comparison.after = *after;
  comparison.before_view = *before == *after ? View::baseline : View::proposed;
  comparison.after_view = View::proposed;
  const ComparedText old = text_of_unit(compared.review, *before, comparison.before_view),
                     now = text_of_unit(compared.review, *after, View::proposed);
  Aligned aligned = align_texts(old, now);
  comparison.provisions = provision_changes(old, now, aligned);
  comparison.differences = std::move(aligned.differences);
  draw_redlines(comparison);
  if (!request.since.empty()) add_users_of_definitions(compared.review, request.since, comparison);
  if (request.live.empty()) return compared;
  const auto live = unit_named(compared.review, request.live);
  if (!live) return fail(live.error().message);
  compared.three = ThreeWay{*before, *live, *after, comparison.before_view, {}};
  compared.three->rows = three_way_rows(old, text_of_unit(compared.review, *live, View::proposed), now);
  name_live_changes(compared.review, *compared.three);
  return compared;
}

}  // namespace dovetail
