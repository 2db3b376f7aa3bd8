// What a text promises and does not hold: contents lines, empty provisions, tables whose columns say nothing.
#include <algorithm>
#include <map>
#include <set>

#include "check/judged.h"
#include "check/make_finding.h"
#include "check/structure.h"
#include "text/labels.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// --- contents pages ---

struct ContentsLine {
  const Statement* statement = nullptr;
  std::string label;    // folded: "3.2", "part a"
  std::string heading;  // bare
};

/// "3.2 Charges" is a number and a heading; lines without a number say nothing that can be compared.
std::optional<ContentsLine> read_contents(const Statement& statement) {
  ContentsLine line{&statement, {}, {}};
  const std::string_view value = statement.value;
  static const Pattern numbered = Pattern::literal("([a-z]?[0-9]{1,3}[a-z]{0,2}(?:\\.[0-9]{1,3}[a-z]{0,2})*)\\.? +(.+)");
  static const Pattern division =
      Pattern::literal("((?:annex|schedule|part|appendix|section|chapter) [a-z0-9]{1,4}(?:-[0-9]+)?)[ :.\xE2\x80\x93-]+(.+)");
  const auto found = numbered.matches(value) ? numbered.match_at(value, 0) : division.match_at(value, 0);
  if (!found || !found->groups[0] || !found->groups[1]) return std::nullopt;
  line.label = slice(value, *found->groups[0]);
  line.heading = bare_title(slice(value, *found->groups[1]));
  return line;
}

/// The headings of a text by their folded labels; a label that several divisions count has several.
std::multimap<std::string, const Provision*> headed(const Unit& unit, View view) {
  std::multimap<std::string, const Provision*> out;
  for (const auto& p : unit.provisions)
    if (p.views.has(view) && !p.quoted && (p.kind == ProvisionKind::numbered || p.kind == ProvisionKind::division))
      out.emplace(fold(p.label[index(view)]), &p);
  return out;
}

enum class Agreement : std::uint8_t { right, other_words, not_there };

Agreement agreement(const ContentsLine& line, const std::multimap<std::string, const Provision*>& headings, View view, const Provision*& nearest) {
  const auto [first, last] = headings.equal_range(line.label);
  if (first == last) return Agreement::not_there;
  bool said = false;
  for (auto at = first; at != last; ++at) {
    const auto bare = bare_title(at->second->heading[index(view)]);
    if (bare.empty() || bare == line.heading || bare.starts_with(line.heading + " ") || line.heading.starts_with(bare + " ")) return Agreement::right;
    nearest = at->second;
    said = true;
  }
  return said ? Agreement::other_words : Agreement::right;
}

/// The contents lines of a view that disagree; none where so many do that the headings were not understood.
std::map<Span, std::pair<Agreement, const Provision*>> wrong_lines(const Unit& unit, View view) {
  std::map<Span, std::pair<Agreement, const Provision*>> wrong;
  const auto headings = headed(unit, view);
  std::size_t all = 0;
  for (const auto& statement : unit.statements) {
    if (statement.where != Statement::Where::contents || statement.what != Statement::What::heading || !statement.views.has(view)) continue;
    const auto line = read_contents(statement);
    if (!line) continue;
    ++all;
    const Provision* nearest = nullptr;
    const auto is = agreement(*line, headings, view, nearest);
    if (is != Agreement::right) wrong[statement.span] = {is, nearest};
  }
  if (wrong.size() * 3 > all) wrong.clear();
  return wrong;
}

// --- emptiness ---

/// The words of a provision's first line behind its number.
std::string_view words_behind_number(const Unit& unit, const Provision& p, View view) {
  const auto& projection = unit.projection(view);
  if (p.lines[index(view)].begin >= projection.lines.size()) return {};
  auto words = trim(slice(projection.text, projection.lines[p.lines[index(view)].begin].span));
  if (p.automatic) return words;
  const auto& number = p.number[index(view)];
  if (words.starts_with(number)) words = trim(words.substr(number.size()));
  while (!words.empty() && (words.front() == '.' || words.front() == ')' || words.front() == ':')) words = trim(words.substr(1));
  return words;
}

bool bears_headings(const Profile* profile, const std::string& label) {
  if (!profile) return false;
  const auto depth = "decimal " + std::to_string(1 + std::count(label.begin(), label.end(), '.'));
  return std::find(profile->headings.begin(), profile->headings.end(), depth) != profile->headings.end();
}

/// Whether nothing but the provision's own line and empty ones stand in it, and no picture either: outside plain text an empty line may hold one.
bool stands_alone(const Document& document, const Unit& unit, const Provision& p, View view) {
  const auto v = index(view);
  const auto& projection = unit.projection(view);
  const bool plain = document.kind == FileKind::marked_text || document.kind == FileKind::text;
  auto within = p.paragraph ? document.paragraphs[p.paragraph].span : p.span;
  // Behind the last provision of a text stand the headers and footers of its pages.
  for (std::size_t line = p.lines[v].begin + std::size_t{1}; line < p.last_line[v] && line < projection.lines.size(); ++line) {
    const auto& paragraph = document.paragraphs[projection.lines[line].paragraph];
    if (paragraph.part != Part::body) continue;
    if (!plain || !trim(slice(projection.text, projection.lines[line].span)).empty()) return false;
    within.end = std::max(within.end, paragraph.span.end);
  }
  return std::none_of(document.problems.begin(), document.problems.end(),
                      [&](const Problem& problem) { return problem.span.begin >= within.begin && problem.span.begin <= within.end; });
}

enum class Emptiness : std::uint8_t { none, no_text, bare_heading };

class EmptyFinder {
 public:
  EmptyFinder(const Document& document, const Unit& unit, const Profile* profile, View view)
      : document_(document), unit_(unit), profile_(profile), view_(view) {
    for (const auto& p : unit.provisions) {
      if (p.kind != ProvisionKind::numbered || !p.views.has(view) || p.heading[index(view)].empty()) continue;
      const bool alone = stands_alone(document, unit, p, view);
      if (!alone) full_.insert(rank(p));
      ++(alone ? lists_[list_of(p)].bare : lists_[list_of(p)].full);
    }
  }

  [[nodiscard]] Emptiness of(const Provision& p) const {
    const auto v = index(view_);
    if (!p.views.has(view_) || p.quoted || p.not_used[v] || p.kind != ProvisionKind::numbered || !stands_alone(document_, unit_, p, view_))
      return Emptiness::none;
    if (p.paragraph && document_.paragraphs[p.paragraph].cell) return Emptiness::none;
    const auto words = words_behind_number(unit_, p, view_);
    if (words.empty()) return Emptiness::no_text;
    if (is_plain_item(p)) return Emptiness::none;
    if (p.heading[v].empty() || words.front() == '[' || !bears_headings(profile_, p.label[v]) || !full_.contains(rank(p))) return Emptiness::none;
    return bare_title(words) == bare_title(p.heading[v]) ? Emptiness::bare_heading : Emptiness::none;
  }

 private:
  /// The list and the level of it that a computed number counts in.
  [[nodiscard]] std::pair<std::int32_t, std::int8_t> list_of(const Provision& p) const {
    const auto format = p.automatic && p.paragraph ? document_.paragraphs[p.paragraph].format[index(view_)] : Id<ParagraphFormat>();
    return format ? std::pair(document_.paragraph_formats[format].list, document_.paragraph_formats[format].list_level)
                  : std::pair(-1, std::int8_t{-1});
  }

  /// A computed number on a paragraph that is no heading by its style, which is not the one of several headings in its list that has nothing under
  /// it: an item of a list as likely.
  [[nodiscard]] bool is_plain_item(const Provision& p) const {
    if (!p.automatic || !p.paragraph) return false;
    const auto list = list_of(p);
    if (const auto in = lists_.find(list); list.first >= 0 && in != lists_.end() && in->second.full >= 3 && in->second.bare == 1) return false;
    const auto format = document_.paragraphs[p.paragraph].format[index(view_)];
    return !format || (document_.paragraph_formats[format].outline == 9 && !fold(document_.paragraph_formats[format].style).starts_with("heading"));
  }

  /// Headings of one depth in one scope are alike.
  [[nodiscard]] std::pair<Id<Provision>, std::size_t> rank(const Provision& p) const {
    const auto& label = p.label[index(view_)];
    return {p.scope[index(view_)], static_cast<std::size_t>(std::count(label.begin(), label.end(), '.'))};
  }

  const Document& document_;
  const Unit& unit_;
  const Profile* profile_;
  View view_;
  std::set<std::pair<Id<Provision>, std::size_t>> full_;  // depths where a heading has something under it
  struct Headings {
    int full = 0, bare = 0;
  };
  std::map<std::pair<std::int32_t, std::int8_t>, Headings> lists_;  // of headings with computed numbers: how many have something under them
};

// --- tables ---

bool is_step_number(std::string_view words) {
  static const Pattern step = Pattern::literal("[0-9]{1,2}(?:\\.[0-9]{1,3}[A-Z]?){2,4}\\.?");
  return step.matches(words);
}

struct LooseTable {
  Span header;        // its first row's words
  std::string words;  // of the first row
};

std::string words_of_cell(const Document& document, const Cell& cell) {
  std::string text;
  auto run =
      std::upper_bound(document.runs.begin(), document.runs.end(), cell.span.begin, [](std::uint32_t o, const Run& r) { return o < r.span.end; });
  for (; run != document.runs.end() && run->span.begin < cell.span.end; ++run)
    if (visible(*run, View::proposed))
      text += slice(document.text, {std::max(run->span.begin, cell.span.begin), std::min(run->span.end, cell.span.end)});
  return squeeze(normalise(text));
}

/// Tables of five columns or more, three of whose rows begin with a step's number, that are none of the timetables read.
std::vector<LooseTable> loose_tables(const Document& document, const Unit& unit) {
  std::set<Id<TextTable>> read;
  for (const auto& row : unit.timetable) read.insert(row.table);
  struct Seen {
    std::size_t steps = 0, rows = 0;
    Id<Row> first;
    LooseTable loose;
  };
  std::map<Id<TextTable>, Seen> tables;
  for (const auto& cell : document.cells) {
    const auto& row = document.rows[cell.row];
    if (!row.table || read.contains(row.table) || row.deleted) continue;
    const auto& table = document.tables[row.table];
    if (table.part != Part::body || table.columns < 5 || table.outer) continue;
    auto& seen = tables[row.table];
    if (!seen.first) seen.first = cell.row;
    if (cell.row == seen.first) {
      const auto words = words_of_cell(document, cell);
      if (seen.loose.header.empty()) seen.loose.header = cell.span;
      seen.loose.header.end = std::max(seen.loose.header.end, cell.span.end);
      seen.loose.words += (seen.loose.words.empty() ? "" : " | ") + words;
    } else if (cell.column == 0) {
      ++seen.rows;
      seen.steps += is_step_number(words_of_cell(document, cell)) ? 1U : 0U;
    }
  }
  std::vector<LooseTable> out;
  for (auto& [table, seen] : tables)
    if (seen.steps >= 2 && fold(seen.loose.words).find("version") == std::string::npos && seen.steps * 3 >= seen.rows * 2)
      out.push_back(std::move(seen.loose));
  return out;
}

}  // namespace

void check_contents_mismatch(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto id : judged_units(review)) {
    const auto& unit = review.units[id];
    if (unit.lost.numbers || unit.lost.text || unit.lost.layout) continue;
    const auto before = unit.has_changes ? wrong_lines(unit, View::baseline) : std::map<Span, std::pair<Agreement, const Provision*>>();
    for (const auto& [span, wrong] : wrong_lines(unit, View::proposed)) {
      auto finding = make_finding(review, rule, id, span, {before.contains(span) || !unit.has_changes, true});
      const std::string what = wrong.first == Agreement::not_there ? "no heading of the text has that number"
                                                                   : "the heading there is \"" + wrong.second->heading[1] + "\"";
      finding.label = wrong.second ? wrong.second->label[1] : std::string();
      finding.message = fill(rule.message, {{"label", finding.label}, {"line", finding.text}, {"what", what}});
      finding.key = fold_phrase(finding.text);
      if (wrong.second) finding.notes.push_back({{unit.document, wrong.second->span}, wrong.second->label[1], "the heading"});
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_empty_provision(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto id : judged_units(review)) {
    const auto& unit = review.units[id];
    if (unit.lost.text || unit.lost.layout) continue;
    const auto& document = review.documents[unit.document];
    const auto* profile = review.inputs[id.value].profile;
    const EmptyFinder now(document, unit, profile, View::proposed), before(document, unit, profile, View::baseline);
    for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
      const auto& p = unit.provisions[Table<Provision>::id_at(i)];
      const auto is = now.of(p);
      if (is == Emptiness::none) continue;
      auto finding = make_finding(review, rule, id, p.span, {before.of(p) == is, true});
      finding.label = p.label[1];
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"what", is == Emptiness::no_text ? "has a number and no text" : "is a heading with nothing under it"}});
      finding.key = finding.label;
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_table_header(const Review& review, const Rule& rule, Checked& checked) {
  for (const auto id : judged_units(review)) {
    const auto& unit = review.units[id];
    const auto& document = review.documents[unit.document];
    const auto loose = loose_tables(document, unit);
    for (const auto& table : loose) {
      auto finding = make_finding(review, rule, id, table.header, {true, true});
      finding.message = fill(rule.message, {{"label", finding.label}, {"columns", table.words}});
      finding.key = table.words;
      checked.findings.push_back(std::move(finding));
    }
    if (loose.empty()) continue;
    for (const auto* blocked : {"timetable.sla-differs", "timetable.role-differs", "timetable.step-missing", "timetable.flow-mismatch"})
      if (std::any_of(review.rules.begin(), review.rules.end(), [&](const Rule& r) { return r.id == blocked; }))
        checked.blocked.push_back({blocked, "the columns of a table are not recognised", unit.document});
  }
}

}  // namespace dovetail
