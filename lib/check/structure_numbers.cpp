// Numbers among their siblings: missing, out of order, typed among computed ones.
#include <algorithm>
#include <map>
#include <set>

#include "check/judged.h"
#include "check/make_finding.h"
#include "check/shared.h"
#include "check/structure.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

struct Break {
  Id<Provision> at;      // the first provision behind it
  Id<Provision> before;  // the one in front
  std::string missing;   // of a gap: the numbers that are not there, as labels
};

/// The label of a sibling with another value: "1.4" for 1.6, "(c)" for (e).
std::string label_of_value(const Provision& p, View view, const Sibling& sibling, std::uint32_t value, bool items) {
  const auto& label = p.label[index(view)];
  const auto& number = p.number[index(view)];
  if (!items) {
    const auto dot = label.rfind('.');
    const auto digit = label.find_first_of("0123456789", dot == std::string::npos ? 0 : dot + 1);
    const auto figure = std::to_string(value);
    const bool padded = digit != std::string::npos && label[digit] == '0' && figure.size() == 1;  // 1.01, 1.02
    return label.substr(0, digit == std::string::npos ? 0 : digit) + (padded ? "0" : "") + figure;
  }
  const auto stem = label.substr(0, label.size() - number.size());
  for (const auto& read : values_of(number.substr(1, number.size() - 2))) {
    if (read.value != sibling.value) continue;
    if (read.counting == Counting::lower_letter && value <= 26) return stem + "(" + static_cast<char>('a' + value - 1) + ")";
    if (read.counting == Counting::upper_letter && value <= 26) return stem + "(" + static_cast<char>('A' + value - 1) + ")";
    if (read.counting == Counting::figure) return stem + "(" + std::to_string(value) + ")";
    return "the " + std::to_string(value) + (value % 10 == 2 && value != 12 ? "nd" : value % 10 == 3 && value != 13 ? "rd" : "th") + " item";
  }
  return {};
}

bool follows(const Sibling& before, const Sibling& after) {
  if (before.letters == "+" || after.letters == "+") return true;
  if (after.value != before.value) return after.value > before.value;
  return *after.letters >= *before.letters;  // equal ones are structure.duplicate-number's
}

/// Numbers that go back. After one that does, the run goes on from the highest.
std::vector<Break> order_breaks(const SiblingRun& run) {
  std::vector<Break> breaks;
  std::size_t highest = 0;
  for (std::size_t i = 1; i < run.siblings.size(); ++i) {
    if (follows(run.siblings[highest], run.siblings[i]))
      highest = i;
    else
      breaks.push_back({run.siblings[i].id, run.siblings[i - 1].id, {}});
  }
  return breaks;
}

/// "After paragraph (7) insert—": the number behind it belongs to the text that is to receive it.
bool amends_another(const Unit& unit, View view, Id<Provision> id) {
  const auto line = unit.provisions[id].lines[index(view)].begin;
  if (line == 0) return false;
  const auto& projection = unit.projection(view);
  const auto before = fold(trim(slice(projection.text, projection.lines[line - 1].span)));
  const bool opens = before.ends_with(':') || before.ends_with("\xE2\x80\x94") || before.ends_with("\xE2\x80\x93") || before.ends_with('-');
  return opens && (before.find("insert") != std::string::npos || before.find("substitut") != std::string::npos);
}

/// "1.2 to 1.4 Not used", "(b) – (d) Not used": whether the line of a number says that it stands for all up to `last`.
bool stands_for_numbers_to(const Unit& unit, View view, Id<Provision> id, std::string_view last) {
  static const Pattern range =
      Pattern::literal("^[^ ]+ *(?:to|-|\xE2\x80\x93|\xE2\x80\x94|and|,) *(\\([A-Za-z0-9]+\\)|[A-Z]{0,2}[0-9][0-9.]*[A-Z]?)[.:]?(?: |$)");
  const auto& projection = unit.projection(view);
  const auto line = unit.provisions[id].lines[index(view)].begin;
  if (line >= projection.lines.size()) return false;
  auto text = std::string(trim(slice(projection.text, projection.lines[line].span)));
  // A computed number is not among the words of its line.
  if (const auto& number = unit.provisions[id].number[index(view)]; unit.provisions[id].automatic) text = number + " " + text;
  const auto found = range.find(text);
  if (!found || !found->groups[0]) return false;
  auto end = slice(text, *found->groups[0]);
  while (end.ends_with('.')) end.remove_suffix(1);
  return last == end || (last.ends_with(end) && (end.front() == '(' || last[last.size() - end.size() - 1] == '.'));
}

/// Whether a number between two rows is that of a paragraph or a heading.
bool is_number_of_text(const Unit& unit, View view, const std::string& label) {
  return std::any_of(unit.provisions.begin(), unit.provisions.end(), [&](const Provision& p) {
    return p.kind == ProvisionKind::numbered && p.views.has(view) && (p.label[index(view)] == label || p.label[index(view)].starts_with(label + "."));
  });
}

/// Numbers that are nowhere in the run.
std::vector<Break> gaps(const Unit& unit, View view, const SiblingRun& run) {
  std::set<std::uint32_t> there;
  for (const auto& sibling : run.siblings) there.insert(sibling.value);
  std::vector<Break> breaks;
  for (std::size_t i = 1; i < run.siblings.size(); ++i) {
    const auto& before = run.siblings[i - 1];
    const auto& after = run.siblings[i];
    if (after.value <= before.value + 1 || after.letters == "+" || before.letters == "+") continue;
    std::vector<std::uint32_t> missing;
    for (std::uint32_t n = before.value + 1; n < after.value && missing.size() < 50; ++n)
      if (!there.contains(n) && !(run.rows && is_number_of_text(unit, view, label_of_value(unit.provisions[after.id], view, after, n, false))))
        missing.push_back(n);
    if (amends_another(unit, view, after.id)) continue;
    if (missing.empty() || missing.size() + 1 < after.value - before.value) continue;  // some stand elsewhere: out of order
    const auto& p = unit.provisions[after.id];
    if (stands_for_numbers_to(unit, view, before.id, label_of_value(p, view, after, missing.back(), run.items))) continue;
    auto words = label_of_value(p, view, after, missing.front(), run.items);
    if (missing.size() > 1) words += " to " + label_of_value(p, view, after, missing.back(), run.items);
    breaks.push_back({after.id, before.id, words});
  }
  return breaks;
}

/// Texts that show parts of a document skip numbers on purpose: an ellipsis says so, or most numbers are not there.
bool is_extract(const Unit& unit, View view, const SiblingRun& run, const std::vector<Break>& breaks) {
  if (run.siblings.size() < 2 * breaks.size() + 1) return true;
  const auto& projection = unit.projection(view);
  for (const auto& one : breaks) {
    const auto from = unit.provisions[one.before].lines[index(view)].begin, to = unit.provisions[one.at].lines[index(view)].begin;
    for (auto line = from; line < to; ++line) {
      const auto words = trim(slice(projection.text, projection.lines[line].span));
      if (!words.empty() && words.find_first_not_of(".\xE2\x80\xA6[]*_- ") == std::string_view::npos) return true;
    }
  }
  return false;
}

/// "1.—(1) …": the item stands on the line of the number above it, so how it is numbered is that line's matter.
bool shares_line(const Unit& unit, const Provision& p) { return p.parent[1] && unit.provisions[p.parent[1]].paragraph == p.paragraph; }

std::vector<Break> breaks_in(const Unit& unit, const std::vector<SiblingRun>& runs, View view, bool of_order) {
  std::vector<Break> all;
  std::vector<Break> top;
  for (const auto& run : runs) {
    auto breaks = of_order ? order_breaks(run) : gaps(unit, view, run);
    if (breaks.empty() || (!of_order && is_extract(unit, view, run, breaks))) continue;
    // Plain lists "1. 2. 3." in a text begin again and again: they are no run.
    if (of_order && (breaks.size() > 2 || (run.siblings.size() < 3 && !run.items))) continue;
    const bool lone_figures = !run.items && !run.rows && unit.provisions[run.siblings.front().id].label[index(view)].find('.') == std::string::npos;
    auto& into = lone_figures ? top : all;
    into.insert(into.end(), breaks.begin(), breaks.end());
  }
  // A text whose chapters skip more than once is an extract of one.
  if (top.size() <= 1) all.insert(all.end(), top.begin(), top.end());
  std::sort(all.begin(), all.end(), [](const Break& a, const Break& b) { return a.at < b.at; });
  return all;
}

/// The same break in the baseline: of the draft itself, or for a draft without revisions of the text that it names.
std::set<std::string> labels_broken_before(const Review& review, Shared& shared, Id<Unit> id, bool of_order) {
  std::set<std::string> labels;
  const auto& unit = review.units[id];
  const auto add = [&](Id<Unit> of, View view) {
    const auto& text = review.units[of];
    for (const auto& one : breaks_in(text, shared.sibling_runs(of, view), view, of_order)) labels.insert(text.provisions[one.at].label[index(view)]);
  };
  if (unit.has_changes) add(id, View::baseline);
  for (const auto& comparison : review.corpus.comparisons)
    if (comparison.after == id && !unit.has_changes) add(comparison.before, View::proposed);
  return labels;
}

void report_breaks(const Review& review, const Rule& rule, Checked& checked, bool of_order) {
  auto& shared = shared_work(review, checked);
  for (const auto id : judged_units(review)) {
    const auto& unit = review.units[id];
    // rules.md: no gap is told in a web page or PDF, where what stands between two paragraphs may be shown by other means.
    const auto kind = review.documents[unit.document].kind;
    if (unit.lost.numbers || unit.lost.text || (!of_order && (kind == FileKind::html || kind == FileKind::pdf))) continue;
    const auto before = labels_broken_before(review, shared, id, of_order);
    for (const auto& one : breaks_in(unit, shared.sibling_runs(id, View::proposed), View::proposed, of_order)) {
      const auto& p = unit.provisions[one.at];
      const auto& front = unit.provisions[one.before];
      auto finding = make_finding(review, rule, id, p.span, {before.contains(p.label[1]) || !baseline_known(review, id), true});
      finding.label = p.label[1];
      finding.text = p.number[1];
      finding.message =
          fill(rule.message, {{"label", finding.label}, {"before", front.label[1]}, {"missing", one.missing}, {"document", document_name(unit)}});
      finding.key = finding.label + " " + one.missing;
      finding.notes.push_back({{unit.document, front.span}, front.label[1], "the one in front"});
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace

void check_gap(const Review& review, const Rule& rule, Checked& checked) { report_breaks(review, rule, checked, false); }

void check_out_of_order(const Review& review, const Rule& rule, Checked& checked) { report_breaks(review, rule, checked, true); }

void check_typed_number(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto id : judged_units(review)) {
    const auto& unit = review.units[id];
    for (const auto& run : shared_work(review, checked).sibling_runs(id, View::proposed)) {
      if (run.rows) continue;  // rules.md: silent in a REF column
      const auto typed = static_cast<std::size_t>(
          std::count_if(run.siblings.begin(), run.siblings.end(), [&](const Sibling& s) { return !unit.provisions[s.id].automatic; }));
      const auto computed = run.siblings.size() - typed;
      if (typed == 0 || computed == 0 || std::min(typed, computed) * 3 > run.siblings.size()) continue;
      for (const auto& sibling : run.siblings) {
        const auto& p = unit.provisions[sibling.id];
        if (p.automatic != (computed < typed) || !sibling.letters.empty() || shares_line(unit, p)) continue;
        auto finding = make_finding(review, rule, id, p.span, {p.views.baseline, true});
        finding.label = p.label[1];
        finding.text = p.number[1];
        finding.message = fill(
            rule.message, {{"label", finding.label}, {"how", p.automatic ? "computed" : "typed"}, {"others", p.automatic ? "typed" : "computed"}});
        finding.key = finding.label;
        checked.findings.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace dovetail
