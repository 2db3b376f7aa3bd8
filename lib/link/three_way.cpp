// Baseline, live text and draft laid side by side.
#include "link/three_way.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "link/alignment.h"
#include "link/named_provisions.h"
#include "link/provision_changes.h"
#include "model/locate.h"
#include "text/ids.h"
#include "text/label_holds.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

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
      : baseline_text_(baseline),
        live_text_(live),
        draft_text_(draft),
        live_lines_(align_texts(baseline, live)),
        draft_lines_(align_texts(baseline, draft)),
        live_(provision_changes(baseline, live, live_lines_)),
        draft_(provision_changes(baseline, draft, draft_lines_)) {}

  std::vector<ThreeWayRow> rows() {
    Span behind;  // where the draft stands
    for (const ProvisionChange& drafted : draft_.changes) {
      if (!drafted.before && !drafted.after) continue;
      if (drafted.after) behind = behind_draft(drafted.after);
      if (!drafted.before) {
        add_new_of_draft(drafted);
        continue;
      }
      const ProvisionChange* lived = live_.find(drafted.before);
      if (lived != nullptr) judge(*lived, drafted, behind);
    }
    add_new_of_live();
    std::stable_sort(rows_.begin(), rows_.end(), [](const ThreeWayRow& x, const ThreeWayRow& y) { return x.draft_span.begin < y.draft_span.begin; });
    add_notes();
    return std::move(rows_);
  }

 private:
  static void fill_baseline(const ProvisionChange& change, ThreeWayRow& row) {
    row.baseline_label = change.before_label;
    if (!change.before_text.empty()) row.baseline_text = change.before_text;
    if (!change.before_span.empty()) row.baseline_span = change.before_span;
    if (row.heading.empty()) row.heading = change.heading;
  }

  static void fill_live(const ProvisionChange& lived, ThreeWayRow& row) {
    row.live_label = lived.after_label;
    row.live_text = lived.after_text;
    row.live_span = lived.after_span;
  }

  static Span own_lines(const ComparedText& text, Id<Provision> id) {
    const Projection& projection = text.unit.projection(text.view);
    const Span lines = text.unit.provisions[id].lines[index(text.view)];
    if (lines.empty()) return text.unit.provisions[id].span;
    return projection.to_source({projection.lines[lines.begin].span.begin, projection.lines[lines.end - 1].span.end});
  }

  // The point behind a provision of the draft, where what the draft has not would stand.
  [[nodiscard]] Span behind_draft(Id<Provision> id) const {
    const std::uint32_t end = own_lines(draft_text_, id).end;
    return {end, end};
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
    row.draft_span = drafted.after ? own_lines(draft_text_, drafted.after) : behind;
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
    new_rows_.try_emplace(drafted.after_label, rows_.size());
    new_words_.try_emplace(words_alone(drafted.after_text, drafted.after_label), rows_.size());
    rows_.push_back(std::move(row));
  }

  // New in the live text: the draft may have the same words, or the same number for other words.
  void add_new_of_live() {
    const ProvisionChange* behind = nullptr;  // what stands in front of it and is known to the baseline
    for (const ProvisionChange& lived : live_.changes) {
      if (lived.before) behind = &lived;
      if (lived.before || !lived.after) continue;
      const auto same_words = new_words_.find(words_alone(lived.after_text, lived.after_label));
      const auto same_number = new_rows_.find(lived.after_label);
      if (same_words != new_words_.end() || same_number != new_rows_.end()) {
        ThreeWayRow& row = rows_[same_words != new_words_.end() ? same_words->second : same_number->second];
        fill_live(lived, row);
        row.state = words_alone(row.live_text, row.live_label) == words_alone(row.draft_text, row.draft_label) ? ThreeWayState::alike
                                                                                                               : ThreeWayState::conflict;
        continue;
      }
      ThreeWayRow row;
      row.state = ThreeWayState::live_only;
      fill_live(lived, row);
      row.heading = lived.heading;
      if (const ProvisionChange* drafted = behind != nullptr ? draft_.find(behind->before) : nullptr; drafted != nullptr && drafted->after)
        row.draft_span = behind_draft(drafted->after);
      rows_.push_back(std::move(row));
    }
  }

  // Footnotes and endnotes stand in no provision: those that the live text changed are rows of their own, with the label of where their mark stands.
  void add_notes() {
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;  // lines before and after
    for (const Difference& difference : live_lines_.differences) {
      const bool fresh = difference.kind == DifferenceKind::inserted, gone = difference.kind == DifferenceKind::deleted;
      const Note* note = fresh ? note_at(live_text_, difference.after_line) : note_at(baseline_text_, difference.before_line);
      if (note == nullptr || difference.cosmetic || difference.kind == DifferenceKind::moved) continue;
      if (!told.emplace(fresh ? no_line : difference.before_line, gone ? no_line : difference.after_line).second) continue;
      ThreeWayRow row;
      row.heading = note->kind == NoteKind::footnote ? "footnote" : "endnote";
      if (!fresh) fill_note(baseline_text_, difference.before_line, row.baseline_label, row.baseline_text, row.baseline_span);
      if (!gone) fill_note(live_text_, difference.after_line, row.live_label, row.live_text, row.live_span);
      if (const auto drafted = fresh ? same_new_note(row.live_text) : draft_lines_.partner[difference.before_line])
        fill_note(draft_text_, *drafted, row.draft_label, row.draft_text, row.draft_span);
      const bool changed = printed_form(row.draft_text) != printed_form(row.baseline_text);
      row.state = printed_form(row.draft_text) == printed_form(row.live_text) ? ThreeWayState::alike
                  : changed                                                   ? ThreeWayState::conflict
                                                                              : ThreeWayState::live_only;
      rows_.push_back(std::move(row));
    }
  }

  static const Note* note_at(const ComparedText& text, std::uint32_t line) {
    const Projection& projection = text.unit.projection(text.view);
    if (line >= projection.lines.size()) return nullptr;
    const Paragraph& paragraph = text.document.paragraphs[projection.lines[line].paragraph];
    if (paragraph.part != Part::footnote && paragraph.part != Part::endnote) return nullptr;
    const auto note =
        std::find_if(text.document.notes.begin(), text.document.notes.end(), [&](const Note& n) { return n.span.contains(paragraph.span); });
    return note == text.document.notes.end() ? nullptr : &*note;
  }

  static void fill_note(const ComparedText& text, std::uint32_t line, std::string& label, std::string& words, Span& span) {
    const Projection& projection = text.unit.projection(text.view);
    if (const Note* note = note_at(text, line)) label = label_at(text.unit, text.view, note->anchor);
    words = squeeze(slice(projection.text, projection.lines[line].span));
    span = projection.to_source(projection.lines[line].span);
  }

  // The line of a note that the draft adds with the same words.
  [[nodiscard]] std::optional<std::uint32_t> same_new_note(const std::string& words) const {
    for (const Difference& difference : draft_lines_.differences)
      if (difference.kind == DifferenceKind::inserted && note_at(draft_text_, difference.after_line) != nullptr &&
          printed_form(difference.after_words) == printed_form(words))
        return difference.after_line;
    return std::nullopt;
  }

  static constexpr std::uint32_t no_line = 0xFFFFFFFF;

  ComparedText baseline_text_, live_text_, draft_text_;
  Aligned live_lines_, draft_lines_;
  Deeds live_, draft_;
  std::vector<ThreeWayRow> rows_;
  std::map<std::string, std::size_t> new_rows_, new_words_;  // of provisions that the draft adds: by number, by words
};

}  // namespace

std::vector<ThreeWayRow> three_way_rows(const ComparedText& baseline, const ComparedText& live, const ComparedText& draft) {
  return ThreeWayBuilder(baseline, live, draft).rows();
}

void name_live_changes(const Review& review, ThreeWay& three) {
  const DocumentIndex documents(review);
  NamedProvisions names(review, documents);
  // The numbers of a text that a cell of provisions means; a register speaks of the text in force, or of the one that the change was made to.
  const auto numbers = [&](Id<Unit> unit, View view, std::string_view cell) {
    std::vector<std::string> found;
    for (const std::string& label : names.labels(unit, cell)) {
      found.push_back(label);
      for (const Id<Provision> provision : names.find(unit, view, label).provisions)
        found.push_back(review.units[unit].provisions[provision].label[index(view)]);
    }
    return found;
  };
  const auto among = [](const std::string& label, const std::vector<std::string>& wanted) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& outer) { return label_holds(outer, label); });
  };
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records) {
      if (record.kind != "horizon" || record.struck) continue;
      const auto affected = split_values(record.field("docs_affected"));
      const std::string code = code_named(review.project, record.field("code"));
      const bool here = std::any_of(affected.begin(), affected.end(), [&](const std::string& document) {
        const auto& units = names.units(document, code);
        return std::find(units.begin(), units.end(), three.draft) != units.end();
      });
      if (!here) continue;
      const std::string_view cell = record.field("provisions_affected");
      const auto before = numbers(three.baseline, three.baseline_view, cell), live = numbers(three.live, View::proposed, cell);
      const std::string change(record.field("change_ref"));
      const std::string name = std::string(record.field("item_id")) + (change.empty() ? "" : " (" + change + ")");
      for (ThreeWayRow& row : three.rows)
        if (row.state != ThreeWayState::draft_only && (among(row.baseline_label, before) || among(row.live_label, live)))
          row.live_change += (row.live_change.empty() ? "" : ", ") + name;
    }
}

}  // namespace dovetail
