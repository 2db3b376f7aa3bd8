// From the words of a log to provisions of the drafts.
#include "report/worksheet/comments.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "report/wording.h"
#include "report/worksheet/likeness.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail::worksheet {
namespace {

bool is_closed(const Record& record) {
  if (!record.field("closed_on").empty()) return true;
  const auto state = fold(record.field("disposition"));
  for (const auto* word : {"accepted", "rejected", "closed", "noted", "resolved", "withdrawn", "complete", "completed", "done", "no change"})
    if (state == word) return true;
  return false;
}

bool is_called(const Unit& unit, const std::string& name) {
  if (fold(unit.id) == name) return true;
  return std::any_of(unit.aliases.begin(), unit.aliases.end(), [&](const std::string& alias) { return fold(alias) == name; });
}

Id<Unit> draft_called(const Review& review, std::string_view document) {
  const auto name = fold(squeeze(document));
  if (name.empty()) return {};
  for (std::size_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::draft && is_called(review.units[Table<Unit>::id_at(n)], name)) return Table<Unit>::id_at(n);
  return {};
}

/// "paragraph 4.2", "Clause 4.2" and "4.2." are 4.2.
std::string bare_label(std::string_view written) {
  auto text = squeeze(written);
  const auto first = text.find_first_of("0123456789(");
  if (first != std::string::npos && first > 0 && text[first - 1] == ' ') text.erase(0, first);
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  return text;
}

Id<Provision> labelled(const Unit& unit, const std::string& label, View view) {
  for (std::size_t n = 0; n < unit.provisions.size(); ++n)
    if (unit.provisions[Table<Provision>::id_at(n)].label[index(view)] == label) return Table<Provision>::id_at(n);
  return {};
}

/// Where a provision of an earlier version that was read stands now.
std::optional<Id<Provision>> followed(const Review& review, Id<Unit> unit, std::string_view version, const std::string& label) {
  if (version.empty()) return std::nullopt;
  for (const auto& comparison : review.corpus.companions) {
    if (comparison.after != unit || comparison.as != ComparedAs::earlier) continue;
    const auto& input = review.inputs[comparison.before.value];
    const auto is =
        input.entry && input.history < input.entry->history.size() ? input.entry->history[input.history].version : version_in_file_name(input.path);
    if (compare_versions(is, version) != std::strong_ordering::equal) continue;
    for (const auto& change : comparison.provisions)
      if (change.before_label == label) return change.after;
  }
  return std::nullopt;
}

Id<Provision> provision_now(const Review& review, Id<Unit> id, std::string_view version, const std::string& label) {
  if (!id || label.empty()) return {};
  if (const auto now = followed(review, id, version, label)) return *now;
  const auto& unit = review.units[id];
  const auto proposed = labelled(unit, label, View::proposed);
  return proposed ? proposed : labelled(unit, label, View::baseline);
}

void find_like(std::vector<PlacedComment>& comments) {
  std::vector<std::set<std::string>> all;
  for (const auto& comment : comments) all.push_back(words_in(comment.text));
  std::vector<std::size_t> group(comments.size());
  for (std::size_t n = 0; n < comments.size(); ++n) {
    group[n] = n;
    for (std::size_t m = 0; m < n; ++m)
      if (comments[m].unit == comments[n].unit && comments[m].provision == comments[n].provision && are_alike(all[m], all[n])) {
        group[n] = group[m];
        break;
      }
  }
  for (std::size_t n = 0; n < comments.size(); ++n) {
    std::string ids;
    std::size_t count = 0;
    for (std::size_t m = 0; m < comments.size(); ++m)
      if (group[m] == group[n]) {
        ids += (ids.empty() ? "" : ", ") + comments[m].id;
        ++count;
      }
    if (count > 1) comments[n].like = ids;
  }
}

PlacedComment placed(const Review& review, const Record& record) {
  PlacedComment comment;
  comment.document = record.field("code_doc");
  comment.unit = draft_called(review, comment.document);
  comment.as_written = record.field("provision");
  comment.provision = provision_now(review, comment.unit, record.field("draft_version"), bare_label(comment.as_written));
  if (comment.provision) {
    const auto& provision = review.units[comment.unit].provisions[comment.provision];
    comment.now = provision.views.proposed ? provision.label[1] : provision.label[0] + " (deleted)";
  }
  comment.id = record.field("comment_id");
  comment.respondent = record.field("respondent");
  comment.text = record.field("comment");
  comment.suggested = record.field("suggested_text");
  comment.response = record.field("response");
  comment.disposition = record.field("disposition");
  comment.closed = is_closed(record);
  return comment;
}

}  // namespace

std::vector<PlacedComment> placed_comments(const Review& review) {
  std::vector<PlacedComment> comments;
  std::set<std::pair<std::string, std::string>> met;  // a log that is kept in two formats counts once
  for (const auto& unit : review.units)
    for (const auto& record : unit.records)
      if (record.kind == "comments" && !record.struck &&
          met.insert({std::string(record.field("comment_id")), std::string(record.field("comment"))}).second)
        comments.push_back(placed(review, record));
  std::stable_sort(comments.begin(), comments.end(), [](const PlacedComment& a, const PlacedComment& b) {
    return std::tie(a.unit.value, a.provision.value) < std::tie(b.unit.value, b.provision.value);
  });
  find_like(comments);
  std::stable_sort(comments.begin(), comments.end(), [](const PlacedComment& a, const PlacedComment& b) {
    return std::tie(a.unit.value, a.provision.value, a.like) < std::tie(b.unit.value, b.provision.value, b.like);
  });
  return comments;
}

}  // namespace dovetail::worksheet
