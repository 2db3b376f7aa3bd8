// Each row of the earlier worksheet belongs to at most one provision: first those that nobody touched, then those that changed.
#include "report/worksheet/decisions.h"

#include <algorithm>
#include <set>

#include "report/worksheet/likeness.h"
#include "text/unicode.h"

namespace dovetail::worksheet {
namespace {

struct EarlierRow {
  std::string document, label, before_label, decision, reviewer, date, text_key, design_key;
  std::set<std::string> words;
  bool taken = false;
};

std::vector<EarlierRow> earlier_rows(const Review& review) {
  std::vector<EarlierRow> rows;
  for (const auto& unit : review.units)
    for (const auto& record : unit.records) {
      if (record.kind != "decisions" || record.struck) continue;
      const auto text = [&](std::string_view field) { return squeeze(record.field(field)); };
      rows.push_back({text("document"), text("provision"), text("before"), text("decision"), text("reviewer"), text("date"), fold(text("text_key")),
                      fold(text("design_key")), words_in(record.field("proposed"))});
    }
  return rows;
}

template <class Fits>
EarlierRow* take(std::vector<EarlierRow>& all, const Row& row, const Fits& fits) {
  for (auto& earlier : all)
    if (!earlier.taken && earlier.document == row.document && fits(earlier)) {
      earlier.taken = true;
      return &earlier;
    }
  return nullptr;
}

/// The row that has the same words; of several the one with the same number.
EarlierRow* unchanged(std::vector<EarlierRow>& all, const Row& row) {
  const auto same = [&](const EarlierRow& earlier) { return earlier.text_key == row.text_key; };
  if (auto* found = take(all, row, [&](const EarlierRow& earlier) { return same(earlier) && earlier.label == row.label; })) return found;
  return take(all, row, same);
}

EarlierRow* changed(std::vector<EarlierRow>& all, const Row& row) {
  if (!row.before_label.empty()) return take(all, row, [&](const EarlierRow& earlier) { return earlier.before_label == row.before_label; });
  const auto is_new = [](const EarlierRow& earlier) { return earlier.before_label.empty(); };
  const auto words = words_in(row.proposed);
  if (auto* like = take(all, row, [&](const EarlierRow& earlier) { return is_new(earlier) && are_alike(words, earlier.words); })) return like;
  return take(all, row, [&](const EarlierRow& earlier) { return is_new(earlier) && earlier.label == row.label; });
}

std::string in_words(const EarlierRow& earlier) {
  std::string text = earlier.decision;
  if (!earlier.reviewer.empty()) text += ", " + earlier.reviewer;
  if (!earlier.date.empty()) text += ", " + earlier.date;
  return text;
}

void compare(const EarlierRow& earlier, Row& row) {
  const bool text = earlier.text_key != row.text_key, design = earlier.design_key != row.design_key;
  if (earlier.decision.empty()) {
    row.since = text || design ? "changed, not decided yet" : "not decided yet";
  } else if (text || design) {
    row.since = text && design ? "text and design changed" : text ? "text changed" : "design changed";
    row.earlier = in_words(earlier);
  } else if (fold(earlier.decision) == "discuss") {
    row.since = "still to discuss";
    row.earlier = in_words(earlier);
  } else {
    row.decided = true;
    row.since = "unchanged";
    row.decision = earlier.decision;
    row.reviewer = earlier.reviewer;
    row.decided_on = earlier.date;
  }
}

}  // namespace

bool has_decisions(const Review& review) {
  return std::any_of(review.inputs.begin(), review.inputs.end(), [](const Input& input) { return input.register_kind == "decisions"; }) ||
         std::any_of(review.units.begin(), review.units.end(), [](const Unit& unit) {
           return std::any_of(unit.records.begin(), unit.records.end(), [](const Record& record) { return record.kind == "decisions"; });
         });
}

void carry_decisions(const Review& review, std::vector<Row>& rows) {
  if (!has_decisions(review)) return;
  auto all = earlier_rows(review);
  std::vector<EarlierRow*> found;
  for (const auto& row : rows) found.push_back(unchanged(all, row));
  for (std::size_t n = 0; n < rows.size(); ++n) {
    if (!found[n]) found[n] = changed(all, rows[n]);
    if (found[n])
      compare(*found[n], rows[n]);
    else
      rows[n].since = "new since then";
  }
}

}  // namespace dovetail::worksheet
