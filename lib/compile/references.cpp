// From the lines of both views to references with a place in the one buffer.
#include "compile/references.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/ascii.h"
#include "compile/contents_tables.h"
#include "compile/history.h"
#include "compile/numbers.h"
#include "model/locate.h"
#include "model/place.h"
#include "text/pattern.h"
#include "text/quotation_mark.h"
#include "text/step_numbers.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

class ReferencesCompiler {
 public:
  ReferencesCompiler(const Document& document, const Profile& profile, Unit& unit)
      : document_(document), profile_(profile), unit_(unit), step_cells_(step_cells(document, unit)), letters_(letters_of(unit)) {}

  void run_proposed() {
    const auto count = unit_.projection(View::proposed).lines.size();
    found_.resize(unit_.has_changes ? count : 0);
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_text_line(document_, unit_.projection(View::proposed), i)) continue;
      auto found = find(View::proposed, i);
      if (unit_.has_changes && !found.empty()) found_[i] = found;
      add_all(View::proposed, i, std::move(found));
    }
  }

  /// A line that no revision touches has the references that were found in it.
  void run_baseline(const CommonLines& common) {
    const auto count = unit_.projection(View::baseline).lines.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_text_line(document_, unit_.projection(View::baseline), i)) continue;
      const auto same = common.proposed(static_cast<std::uint32_t>(i));
      add_all(View::baseline, i, same == CommonLines::none ? find(View::baseline, i) : std::move(found_[same]));
    }
  }

 private:
  using Found = std::vector<FoundReference>;

  /// The provision of the line that was asked for last: a line has several references.
  struct Around {
    View view = View::proposed;
    std::size_t line = static_cast<std::size_t>(-1);
    Id<Provision> provision;
  };

  std::string_view text_of(View view, std::size_t i) const {
    const auto& projection = unit_.projection(view);
    return slice(projection.text, projection.lines[i].span);
  }

  Found find(View view, std::size_t i) const {
    const auto line = text_of(view, i);
    auto found = find_references(line, &profile_.instrument_heads);
    if (!letters_.empty()) add_lettered(line, found);
    if (const auto cell = document_.paragraphs[unit_.projection(view).lines[i].paragraph].cell; cell && !step_cells_.empty())
      if (const auto steps = step_cells_.find(cell); steps != step_cells_.end()) add_steps(line, steps->second, found);
    return found;
  }

  /// The WHEN and ACTION cells of timetables; true for WHEN, which may begin with a step's number.
  static std::map<Id<Cell>, bool> step_cells(const Document& document, const Unit& unit) {
    std::map<Id<Cell>, bool> cells;
    for (const TimetableRow& row : unit.timetable)
      for (const TableField* field : {&row.when, &row.action})
        if (const auto paragraph = field->text.empty() ? Id<Paragraph>() : paragraph_at(document, field->span.begin); paragraph)
          if (const auto cell = document.paragraphs[paragraph].cell) cells[cell] = field == &row.when;
    return cells;
  }

  /// The letters that the numbers of a text begin with: "A" of A1.3, "SCC." of SCC.5.
  static std::set<std::string> letters_of(const Unit& unit) {
    std::set<std::string> letters;
    for (const Provision& p : unit.provisions)
      for (const auto& label : p.label)
        if (p.kind == ProvisionKind::numbered && !label.empty() && is_upper(label.front()))
          letters.insert(label.substr(0, label.find_first_of("0123456789")));
    return letters;
  }

  /// "save where A1.3 applies", "described in SCC.5": numbers that no word introduces, where the text's own bear these letters.
  void add_lettered(std::string_view line, Found& found) const {
    static const Pattern lettered = Pattern::literal("([A-Z]{1,4}\\.?)[0-9]{1,3}[A-Z]?(?:\\.[0-9]{1,3}[A-Z]?)*(?:\\([a-zA-Z0-9]{1,4}\\))*");
    for (auto at = lettered.find(line); at; at = lettered.find(line, std::max(at->span.end, at->span.begin + 1))) {
      const auto words = slice(line, at->span);
      const bool edges =
          at->span.begin > 0 && (line[at->span.begin - 1] == ' ' || line[at->span.begin - 1] == '(') && at_word_edge(line, at->span.end);
      const std::string letters(slice(line, *at->groups[0]));
      if (!edges || !letters_.contains(letters) || (words.find('.') == std::string_view::npos && words.find('(') == std::string_view::npos)) continue;
      if (std::any_of(found.begin(), found.end(), [&](const FoundReference& known) { return known.span.overlaps(at->span); })) continue;
      if (goes_on_with_owner(line, at->span.end)) continue;
      FoundReference reference;
      reference.span = at->span;
      reference.text = words;
      reference.label = words;
      const auto behind = std::find_if(found.begin(), found.end(), [&](const FoundReference& other) { return other.span.begin > at->span.begin; });
      found.insert(behind, std::move(reference));
    }
  }

  /// "A1.3 of the Grid Code": not known to be this text's.
  static bool goes_on_with_owner(std::string_view line, std::uint32_t end) { return line.substr(end).starts_with(" of "); }

  /// "Within 2 WD of 3.1.2": the steps that no word introduces.
  static void add_steps(std::string_view line, bool may_begin, Found& found) {
    for (const StepNumber& step : step_numbers_in(line)) {
      if (step.span.begin == 0 && !may_begin) continue;
      if (std::any_of(found.begin(), found.end(), [&](const FoundReference& known) { return known.span.overlaps(step.span); })) continue;
      FoundReference reference;
      reference.span = step.span;
      reference.text = step.label;
      reference.keyword = "step";
      reference.label = step.label.substr(0, step.label.find('('));  // an item of a row's own list stands in its ACTION
      const auto behind = std::find_if(found.begin(), found.end(), [&](const FoundReference& other) { return other.span.begin > step.span.begin; });
      found.insert(behind, std::move(reference));
    }
  }

  void add_all(View view, std::size_t i, Found all) {
    const auto& projection = unit_.projection(view);
    const auto& paragraph = document_.paragraphs[projection.lines[i].paragraph];
    const auto line = text_of(view, i);
    for (auto& found : all) {
      const bool elsewhere = interior(paragraph) || is_instruction(line, found.span) || i >= unit_.body_end[index(view)] ||
                             is_quoted(line, found.span) || (is_note(paragraph) && cites_statute(found));
      add(view, i, projection.lines[i], std::move(found), elsewhere);
    }
  }

  /// Between double quotation marks stand the words of another text, or words to be put into one; a line that opens with a mark goes on on others.
  static bool is_quoted(std::string_view line, Span span) {
    const auto before = line.substr(0, span.begin);
    if (std::count(before.begin(), before.end(), '"') % 2 == 0) return false;
    return line.find('"', span.end) != std::string_view::npos || behind_opening_mark(line);
  }

  /// "In section 1 (orders to which Part 1 applies), after paragraph (c) insert—": the numbers of such a line are those of the text that is to
  /// receive what follows.
  static bool announces_quotation(std::string_view line) {
    if (line.ends_with('.') || line.ends_with(';')) return false;  // most lines
    while (!line.empty() && (line.back() == ' ' || line.back() == ':' || line.back() == '-')) line.remove_suffix(1);
    for (const std::string_view dash : {"\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x81\xA0"})
      while (line.ends_with(dash)) line.remove_suffix(dash.size());
    line = trim(line);
    if (!line.ends_with('t') && !line.ends_with('e') && !line.ends_with('d')) return false;
    return line.ends_with(" insert") || line.ends_with(" substitute") || line.ends_with(" inserted") || line.ends_with(" substituted");
  }

  /// "after paragraph 1(8), insert", "for paragraph 4 substitute": said to the editor of another text.
  static bool is_instruction(std::string_view line, Span span) {
    if (announces_quotation(line)) return true;
    static const Pattern verb = Pattern::literal("(?: \\([^)]*\\))?[^.;]{0,60}?,? ?(?:there (?:is|are|shall be) )?(?:insert|substitute)(?:ed|d)?\\b");
    const auto before = line.substr(0, span.begin);
    for (const std::string_view word : {"after ", "before ", "for ", "in "})
      if (ends_with_word(before, word)) return bool(verb.match_at(line.substr(span.end), 0));
    return ends_with_word(before, "omit ");
  }

  /// Whether a text ends with a word, given in lower case, in any case.
  static bool ends_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && equal_in_any_case(text.substr(text.size() - word.size()), word);
  }

  /// In front of all numbers: a few words that are no sentence.
  static bool is_title_line(std::string_view line) {
    const auto words = trim(line);
    return words.size() <= 60 && !words.ends_with('.') && !words.ends_with(';') && !words.ends_with(':') && !words.ends_with(',');
  }

  static bool is_note(const Paragraph& paragraph) { return paragraph.part == Part::footnote || paragraph.part == Part::endnote; }

  /// Notes say where a statute comes from: "section 60 was amended by …".
  static bool cites_statute(const FoundReference& found) {
    return found.keyword == "section" || found.keyword == "schedule" || found.keyword == "part" || found.keyword == "chapter";
  }

  bool interior(const Paragraph& paragraph) {
    if (!paragraph.cell) return false;
    const auto table = document_.rows[document_.cells[paragraph.cell].row].table;
    const auto known = history_.find(table);
    if (known != history_.end()) return known->second;
    return history_[table] = is_history_table(document_, table) || is_contents_table(document_, table);
  }

  void add(View view, std::size_t line_index, const Line& line, FoundReference found, bool interior) {
    const auto& projection = unit_.projection(view);
    const Span in_view{line.span.begin + found.span.begin, line.span.begin + found.span.end};
    Reference reference;
    reference.span = projection.to_source(in_view);
    reference.text = std::move(found.text);
    reference.keyword = std::move(found.keyword);
    reference.reach = found.reach;
    reference.document = std::move(found.document);
    reference.divisions = std::move(found.divisions);
    reference.label = std::move(found.label);
    reference.last = std::move(found.last);
    reference.echo = std::move(found.echo);
    reference.echo_quoted = found.echo_quoted;
    reference.self = found.self;
    reference.relative = found.relative;
    reference.interior = interior;
    reference.views.add(view);
    const auto from = provision_around(view, line_index, reference.span.begin);
    // The number of the line itself is no reference: "Section 3 …" as a typed heading begins the line and the provision.
    if (from && found.span.begin == 0 && unit_.provisions[from].lines[index(view)].begin == line_index &&
        unit_.provisions[from].kind == ProvisionKind::division)
      return;
    // A title page names the document, and refers to nothing.
    if (!from && is_title_line(slice(projection.text, line.span))) return;
    // What is quoted speaks of the text that is to receive it.
    if (from && unit_.provisions[from].quoted) reference.interior = true;
    reference.from[index(view)] = from;
    if (!unit_.has_changes) {  // one view: each is found once
      unit_.references.add(std::move(reference));
      return;
    }
    const auto place = (std::uint64_t{reference.span.begin} << 32U) | reference.span.end;
    const auto [first, last] = by_place_.equal_range(place);
    const auto same = std::find_if(first, last, [&](const auto& known) { return unit_.references[known.second].text == reference.text; });
    if (same != last && same_target(unit_.references[same->second], reference)) {
      unit_.references[same->second].views.add(view);
      unit_.references[same->second].from[index(view)] = from;
      return;
    }
    const auto added = unit_.references.add(std::move(reference));
    if (same != last)
      same->second = added;
    else
      by_place_.emplace(place, added);
  }

  /// The provision that a line stands in: a note stands where its mark does.
  [[nodiscard]] Id<Provision> provision_around(View view, std::size_t line, std::uint32_t offset) {
    if (is_note(document_.paragraphs[unit_.projection(view).lines[line].paragraph]))
      for (const auto& note : document_.notes)
        if (note.span.begin <= offset && offset < note.span.end) return provision_at(unit_, view, note.anchor);
    if (around_.view != view || around_.line != line) around_ = {view, line, provision_of_line(unit_, view, static_cast<std::uint32_t>(line))};
    return around_.provision;
  }

  static bool same_target(const Reference& a, const Reference& b) {
    return a.label == b.label && a.document == b.document && a.divisions == b.divisions && a.reach == b.reach && a.last == b.last;
  }

  const Document& document_;
  const Profile& profile_;
  Unit& unit_;
  std::vector<Found> found_;  // per line of the proposed view, where there is a baseline view to reuse them
  std::map<Id<Cell>, bool> step_cells_;
  std::set<std::string> letters_;
  std::map<Id<TextTable>, bool> history_;                           // … or a contents page
  std::unordered_multimap<std::uint64_t, Id<Reference>> by_place_;  // by begin and end, where there are two views: one for each wording
  Around around_;
};

}  // namespace

void compile_references(const Document& document, const Profile& profile, const CommonLines& common, Unit& unit) {
  ReferencesCompiler compiler(document, profile, unit);
  compiler.run_proposed();
  if (unit.has_changes) {
    compiler.run_baseline(common);
    return;
  }
  for (auto& reference : unit.references) {
    reference.views = {true, true};
    reference.from[0] = reference.from[1];
  }
}

}  // namespace dovetail
