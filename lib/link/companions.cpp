// Draft against twin, earlier version and live text.
#include "link/companions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/parallel.h"
#include "link/alignment.h"
#include "link/provision_changes.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

bool can_compare(const Unit& unit) { return unit.views[0] && unit.views[1] && unit.has_body && !unit.lost.text && !unit.lost.layout; }

std::string words_alone(const std::string& text, const std::string& label) {
  return printed_form(text.starts_with(label) ? std::string(trim(std::string_view(text).substr(label.size()))) : text);
}

/// What one side did to the baseline.
struct Deeds {
  std::vector<ProvisionChange> changes;
  std::map<Id<Provision>, std::size_t> of;               // by provision of the baseline
  std::vector<std::optional<std::size_t>> added_behind;  // of an added provision: the change in front of it

  explicit Deeds(std::vector<ProvisionChange> all) : changes(std::move(all)) {
    for (std::size_t n = 0; n < changes.size(); ++n)
      if (changes[n].before) of[changes[n].before] = n;
  }
  [[nodiscard]] const ProvisionChange* find(Id<Provision> baseline) const {
    const auto at = of.find(baseline);
    return at == of.end() ? nullptr : &changes[at->second];
  }
};

bool is_real(const ProvisionChange& change) {
  return change.fate == ProvisionFate::changed || change.fate == ProvisionFate::moved || change.fate == ProvisionFate::deleted;
}

class ThreeWayBuilder {
 public:
  ThreeWayBuilder(const ComparedText& baseline, const ComparedText& live, const ComparedText& draft)
      : live_(provision_changes(baseline, live, align_texts(baseline, live))),
        draft_(provision_changes(baseline, draft, align_texts(baseline, draft))) {}

  std::vector<ThreeWayRow> rows() {
    Span behind;  // where the draft stands
    for (const ProvisionChange& drafted : draft_.changes) {
      if (!drafted.before && !drafted.after) continue;
      if (drafted.after) behind = {drafted.after_span.end, drafted.after_span.end};
      if (!drafted.before) {
        add_new_of_draft(drafted);
        continue;
      }
      const ProvisionChange* lived = live_.find(drafted.before);
      if (lived != nullptr) judge(*lived, drafted, behind);
    }
    add_new_of_live();
    return std::move(rows_);
  }

 private:
  static void fill_baseline(const ProvisionChange& change, ThreeWayRow& row) {
    row.baseline_label = change.before_label;
    if (!change.before_text.empty()) row.baseline_text = change.before_text;
    if (!change.before_span.empty()) row.baseline_span = change.before_span;
    if (row.heading.empty()) row.heading = change.heading;
  }

  void judge(const ProvisionChange& lived, const ProvisionChange& drafted, Span behind) {
    const bool live_real = is_real(lived), draft_real = is_real(drafted);
    const bool numbers = lived.fate == ProvisionFate::renumbered;
    if (!live_real && !draft_real && !numbers) return;
    ThreeWayRow row;
    fill_baseline(lived, row);
    fill_baseline(drafted, row);
    row.live_label = lived.after_label;
    row.draft_label = drafted.after_label;
    row.live_text = lived.fate == ProvisionFate::same ? row.baseline_text : lived.after_text;
    row.draft_text = drafted.fate == ProvisionFate::same ? row.baseline_text : drafted.after_text;
    row.live_span = lived.after_span;
    row.draft_span = drafted.after && !drafted.after_span.empty() ? drafted.after_span : behind;
    row.numbers_only = !live_real && numbers;
    const bool alike = words_alone(row.live_text, row.live_label) == words_alone(row.draft_text, row.draft_label);
    row.state = live_real && draft_real ? (alike ? ThreeWayState::alike : ThreeWayState::conflict)
                : draft_real            ? ThreeWayState::draft_only
                                        : ThreeWayState::live_only;
    rows_.push_back(std::move(row));
  }

  void add_new_of_draft(const ProvisionChange& drafted) {
    ThreeWayRow row;
    row.state = ThreeWayState::draft_only;
    row.draft_label = drafted.after_label;
    row.draft_text = drafted.after_text;
    row.draft_span = drafted.after_span;
    row.heading = drafted.heading;
    new_rows_[drafted.after_label].push_back(rows_.size());
    rows_.push_back(std::move(row));
  }

  // New in the live text: the draft may have the same words, or the same number for other words.
  void add_new_of_live() {
    const ProvisionChange* behind = nullptr;  // what stands in front of it and is known to the baseline
    for (const ProvisionChange& lived : live_.changes) {
      if (lived.before) behind = &lived;
      if (lived.before || !lived.after) continue;
      const auto same_number = new_rows_.find(lived.after_label);
      if (same_number != new_rows_.end() && !same_number->second.empty()) {
        ThreeWayRow& row = rows_[same_number->second.front()];
        row.live_label = lived.after_label;
        row.live_text = lived.after_text;
        row.live_span = lived.after_span;
        row.state = words_alone(row.live_text, row.live_label) == words_alone(row.draft_text, row.draft_label) ? ThreeWayState::alike
                                                                                                               : ThreeWayState::conflict;
        continue;
      }
      ThreeWayRow row;
      row.state = ThreeWayState::live_only;
      row.live_label = lived.after_label;
      row.live_text = lived.after_text;
      row.live_span = lived.after_span;
      row.heading = lived.heading;
      if (const ProvisionChange* drafted = behind != nullptr ? draft_.find(behind->before) : nullptr; drafted != nullptr && drafted->after)
        row.draft_span = {drafted->after_span.end, drafted->after_span.end};
      rows_.push_back(std::move(row));
    }
  }

  Deeds live_, draft_;
  std::vector<ThreeWayRow> rows_;
  std::map<std::string, std::vector<std::size_t>> new_rows_;
};

Id<Unit> baseline_of(const Review& review, Id<Document> draft) {
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::baseline && review.inputs[n].baseline_of == draft && can_compare(review.units[Id<Unit>(n)]))
      return Id<Unit>(n);
  return {};
}

}  // namespace

std::vector<ThreeWayRow> three_way_rows(const ComparedText& baseline, const ComparedText& live, const ComparedText& draft) {
  return ThreeWayBuilder(baseline, live, draft).rows();
}

void name_live_changes(const Review& review, ThreeWay& three) {
  const Unit& draft = review.units[three.draft];
  const auto is_draft = [&](const std::string& name) {
    return fold_phrase(name) == fold_phrase(draft.id) ||
           std::any_of(draft.aliases.begin(), draft.aliases.end(), [&](const std::string& alias) { return fold_phrase(alias) == fold_phrase(name); });
  };
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records) {
      const auto documents = split_values(record.field("docs_affected")), provisions = split_values(record.field("provisions_affected"));
      if (record.kind != "horizon" || record.struck || std::none_of(documents.begin(), documents.end(), is_draft)) continue;
      const std::string change(record.field("change_ref"));
      const std::string name = std::string(record.field("item_id")) + (change.empty() ? "" : " (" + change + ")");
      for (ThreeWayRow& row : three.rows) {
        const std::string& label = row.baseline_label.empty() ? row.live_label : row.baseline_label;
        const bool here = row.state != ThreeWayState::draft_only && std::find(provisions.begin(), provisions.end(), label) != provisions.end();
        if (here) row.live_change += (row.live_change.empty() ? "" : ", ") + name;
      }
    }
}

std::vector<Comparison> compare_with_companions(const Review& review, unsigned threads) {
  std::vector<Comparison> all;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    const bool wanted = input.companion_of && (input.companion_as == ComparedAs::twin || input.companion_as == ComparedAs::earlier);
    if (!wanted || !can_compare(review.units[Id<Unit>(n)]) || !can_compare(review.units[Id<Unit>(input.companion_of.value)])) continue;
    Comparison comparison;
    comparison.before = Id<Unit>(n);
    comparison.after = Id<Unit>(input.companion_of.value);
    comparison.after_view = View::proposed;
    comparison.as = input.companion_as;
    all.push_back(std::move(comparison));
  }
  parallel_for(all.size(), threads, [&](std::size_t n) {
    Comparison& comparison = all[n];
    const Unit &before = review.units[comparison.before], &after = review.units[comparison.after];
    const ComparedText before_text{review.documents[before.document], before, comparison.before_view};
    const ComparedText after_text{review.documents[after.document], after, comparison.after_view};
    Aligned aligned = align_texts(before_text, after_text);
    comparison.provisions = provision_changes(before_text, after_text, aligned);
    comparison.differences = std::move(aligned.differences);
  });
  return all;
}

std::vector<ThreeWay> lay_three_ways(const Review& review, unsigned threads) {
  std::vector<ThreeWay> all;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (!input.companion_of || input.companion_as != ComparedAs::live) continue;
    ThreeWay three;
    three.live = Id<Unit>(n);
    three.draft = Id<Unit>(input.companion_of.value);
    three.baseline = baseline_of(review, input.companion_of);
    if (!three.baseline) {
      three.baseline = three.draft;
      three.baseline_view = View::baseline;
    }
    const bool known = three.baseline != three.draft || review.units[three.draft].has_changes;
    if (known && can_compare(review.units[three.live]) && can_compare(review.units[three.draft])) all.push_back(std::move(three));
  }
  parallel_for(all.size(), threads, [&](std::size_t n) {
    ThreeWay& three = all[n];
    const auto text = [&](Id<Unit> unit, View view) { return ComparedText{review.documents[review.units[unit].document], review.units[unit], view}; };
    three.rows = three_way_rows(text(three.baseline, three.baseline_view), text(three.live, View::proposed), text(three.draft, View::proposed));
    name_live_changes(review, three);
  });
  return all;
}

}  // namespace dovetail
