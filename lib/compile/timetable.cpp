// Interface and timetable tables: each row with its REF, WHEN, ACTION, FROM, TO, INFORMATION REQUIRED and METHOD.
#include "compile/timetable.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

#include "compile/outline_view.h"
#include "compile/timetable_layout.h"
#include "compile/when.h"
#include "model/locate.h"
#include "model/place.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t longest_ref = 24;  // a longer REF cell is a sentence; only a number at its start is its label

using Fields = std::array<TableField, timetable_column_count>;

TableField& field(Fields& fields, TimetableColumn column) { return fields[static_cast<std::size_t>(column)]; }
const TableField& field(const Fields& fields, TimetableColumn column) { return fields[static_cast<std::size_t>(column)]; }

/// A row as one view shows it.
struct RowText {
  Fields fields;
  Span lines;              // of the view's projection
  std::string heading;     // the words of a row that is one cell over the whole table
  bool present = false;    // some cell has text
  bool automatic = false;  // its REF is a computed number
  bool continued = false;  // its REF is merged with the one above
};

bool same(const RowText& a, const RowText& b) {
  if (a.present != b.present || a.heading != b.heading) return false;
  return std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), [](const TableField& x, const TableField& y) { return x.text == y.text; });
}

const Pattern& number_at_start() {
  static const Pattern pattern = Pattern::literal("^([A-Z]{0,2}[0-9]+(?:\\.[0-9]+[A-Z]?)*(?:\\([a-zA-Z0-9]{1,4}\\))*)\\.?(?: |$)");
  return pattern;
}

std::string without_stop(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  return text;
}

class TimetableCompiler {
 public:
  TimetableCompiler(const Document& document, const Profile& profile, Unit& unit)
      : document_(document), profile_(profile), unit_(unit), index_(document) {}

  void compile() {
    const auto layouts = timetable_layouts(document_, index_);
    std::vector<Surroundings> surroundings;  // while the provisions are those of the outline, in order
    for (const TimetableLayout& layout : layouts) surroundings.push_back(around(layout.table));
    for (std::size_t n = 0; n < layouts.size(); ++n) {
      around_ = surroundings[n];
      table(layouts[n]);
    }
    if (!layouts.empty()) put_in_order();
  }

 private:
  struct Label {
    std::string label;
    bool not_used = false;
  };
  struct Surroundings {
    std::array<Id<Provision>, 2> parent, scope;
  };

  void table(const TimetableLayout& layout);
  void row(const TimetableLayout& layout, Id<Row> row);
  RowText read(const TimetableLayout& layout, Id<Row> row, View view, const RowText& above) const;
  void read_cell(Id<Cell> cell, View view, TableField& field) const;
  std::string computed_number(Id<Cell> cell, View view) const;
  [[nodiscard]] Span lines_of(Span source, View view) const;
  static Label label_of(const RowText& text);
  Id<Provision> provision(Id<Row> row, const std::array<RowText, 2>& texts);
  void heading(Id<Row> row, const std::array<RowText, 2>& texts);
  [[nodiscard]] Surroundings around(Id<TextTable> table) const;
  void place(Provision& provision, View view, const RowText& text) const;
  void add_rows(const TimetableLayout& layout, const std::array<RowText, 2>& texts, Id<Provision> provision);
  void put_in_order();

  const Document& document_;
  const Profile& profile_;
  Unit& unit_;
  TableIndex index_;
  Surroundings around_;
  std::array<RowText, 2> above_;
  Id<Provision> provision_above_;
};

Span TimetableCompiler::lines_of(Span source, View view) const {
  const Projection& projection = unit_.projection(view);
  const auto begins_before = [](const Line& line, std::uint32_t offset) { return line.span.begin < offset; };
  const auto first = std::lower_bound(projection.lines.begin(), projection.lines.end(), projection.from_source(source.begin), begins_before);
  const auto last = std::lower_bound(first, projection.lines.end(), projection.from_source(source.end), begins_before);
  return {static_cast<std::uint32_t>(first - projection.lines.begin()), static_cast<std::uint32_t>(last - projection.lines.begin())};
}

// Appends the text of a cell to what the field has; several columns may carry one field.
void TimetableCompiler::read_cell(Id<Cell> cell, View view, TableField& field) const {
  const Span source = document_.cells[cell].span;
  const std::string text = cell_text(document_, cell, view);
  if (field.text.empty() || field.span.empty()) field.span = {source.begin, source.begin};
  if (text.empty()) return;
  const Projection& projection = unit_.projection(view);
  Span shown{projection.from_source(source.begin), projection.from_source(source.end)};
  const auto blank = [&](std::uint32_t offset) { return static_cast<unsigned char>(projection.text[offset]) <= ' '; };
  while (shown.begin < shown.end && blank(shown.begin)) ++shown.begin;
  while (shown.begin < shown.end && blank(shown.end - 1)) --shown.end;
  const Span words = projection.to_source(shown);
  field.span = field.text.empty() ? words : Span{std::min(field.span.begin, words.begin), std::max(field.span.end, words.end)};
  field.text += (field.text.empty() ? "" : " ") + text;
}

std::string TimetableCompiler::computed_number(Id<Cell> cell, View view) const {
  const Span lines = lines_of(document_.cells[cell].span, view);
  for (std::uint32_t line = lines.begin; line < lines.end; ++line) {
    const Paragraph& paragraph = document_.paragraphs[unit_.projection(view).lines[line].paragraph];
    const bool bullet = paragraph.format[index(view)] && document_.paragraph_formats[paragraph.format[index(view)]].bullet;
    if (!paragraph.number[index(view)].empty() && !bullet) return normalise(paragraph.number[index(view)]);
  }
  return {};
}

RowText TimetableCompiler::read(const TimetableLayout& layout, Id<Row> row, View view, const RowText& above) const {
  RowText text;
  if (!visible(document_, row, view)) return text;
  const auto& cells = index_.cells(row);
  for (const Id<Cell> id : cells) {
    const Cell& cell = document_.cells[id];
    if (!visible(document_, id, view) || cell.column >= layout.columns.size()) continue;
    const bool whole = cell.column == 0 && cell.columns >= layout.columns.size() && layout.columns.size() > 1;
    if (whole) text.heading = squeeze(without_stop(computed_number(id, view)) + " " + cell_text(document_, id, view));
    const std::size_t end = std::min<std::size_t>(layout.columns.size(), std::size_t{cell.column} + std::max<std::uint32_t>(cell.columns, 1));
    std::size_t column = cell.column;
    while (column < end && !layout.columns[column]) ++column;
    if (whole || column == end) continue;
    TableField& into = field(text.fields, *layout.columns[column]);
    if (cell.continues_above) {
      into = field(above.fields, *layout.columns[column]);
      if (*layout.columns[column] == TimetableColumn::ref) text.continued = above.present;
      continue;
    }
    read_cell(id, view, into);
    if (*layout.columns[column] != TimetableColumn::ref) continue;
    const std::string number = computed_number(id, view);
    text.automatic = !number.empty();
    if (text.automatic) into.text = squeeze(number + " " + into.text);
  }
  text.present = !text.heading.empty() || std::any_of(text.fields.begin(), text.fields.end(), [](const TableField& f) { return !f.text.empty(); });
  if (text.present && !cells.empty())
    text.lines = lines_of({document_.cells[cells.front()].span.begin, document_.cells[cells.back()].span.end}, view);
  return text;
}

TimetableCompiler::Label TimetableCompiler::label_of(const RowText& text) {
  Label label;
  const std::string& ref = field(text.fields, TimetableColumn::ref).text;
  if (ref.empty()) return label;
  std::string rest;
  const auto match = number_at_start().match_at(ref, 0);
  const std::string remainder = match ? std::string(trim(std::string_view(ref).substr(match->span.end))) : std::string();
  if (match && (says_not_used(remainder) || ref.size() > longest_ref)) {
    label.label = without_stop(std::string(slice(ref, *match->groups[0])));
    rest = remainder;
  } else if (ref.size() <= longest_ref) {
    label.label = without_stop(ref);
  }
  for (std::size_t n = 1; n < text.fields.size(); ++n)
    if (!text.fields[n].text.empty()) rest += (rest.empty() ? "" : " ") + text.fields[n].text;
  label.not_used = says_not_used(rest);
  return label;
}

// The provision that a table stands in, and the division that the numbers of its rows are counted in.
TimetableCompiler::Surroundings TimetableCompiler::around(Id<TextTable> table) const {
  Surroundings around;
  for (const View view : both_views) {
    const std::size_t v = index(view);
    const Id<Provision> parent = provision_of_line(unit_, view, lines_of(document_.tables[table].span, view).begin);
    if (!parent) continue;
    const Provision& outer = unit_.provisions[parent];
    // A keyword that the profile has twice restarts as its inner one does only inside another division.
    const auto keyword_of_outer = [&](const Division& division) {
      return outer.kind == ProvisionKind::division && fold_phrase(outer.label[v]).starts_with(fold_phrase(division.keyword) + " ");
    };
    const auto& all = profile_.divisions;
    auto division = std::find_if(all.begin(), all.end(), keyword_of_outer);
    if (division != all.end() && outer.scope[v])
      if (const auto inner = std::find_if(std::next(division), all.end(), keyword_of_outer); inner != all.end()) division = inner;
    const bool restarts = division != all.end() && division->restarts;
    around.parent[v] = parent;
    around.scope[v] = restarts ? parent : outer.scope[v];
  }
  return around;
}

// What rows and headings share.
void TimetableCompiler::place(Provision& provision, View view, const RowText& text) const {
  const std::size_t v = index(view);
  provision.views.add(view);
  provision.lines[v] = text.lines;
  provision.last_line[v] = text.lines.end;
  provision.parent[v] = around_.parent[v];
  provision.scope[v] = around_.scope[v];
}

Id<Provision> TimetableCompiler::provision(Id<Row> row, const std::array<RowText, 2>& texts) {
  Provision provision;
  provision.kind = ProvisionKind::row;
  std::uint32_t ref_end = 0;
  for (const View view : both_views) {
    const RowText& text = texts[index(view)];
    const Label label = label_of(text);
    if (!text.present || text.continued || label.label.empty()) continue;
    place(provision, view, text);
    provision.label[index(view)] = provision.number[index(view)] = label.label;
    provision.not_used[index(view)] = label.not_used;
    provision.automatic = text.automatic;
    ref_end = std::max(ref_end, field(text.fields, TimetableColumn::ref).span.end);
  }
  if (!provision.views.baseline && !provision.views.proposed) return {};
  const std::uint32_t begin = document_.cells[index_.cells(row).front()].span.begin;
  provision.paragraph = paragraph_at(document_, begin);
  provision.span = {begin, std::max(begin, ref_end)};
  return unit_.provisions.add(std::move(provision));
}

// "3.2 Change of Supplier" over all columns: a numbered provision among the rows.
void TimetableCompiler::heading(Id<Row> row, const std::array<RowText, 2>& texts) {
  Provision provision;
  for (const View view : both_views) {
    const RowText& text = texts[index(view)];
    const auto match = number_at_start().match_at(text.heading, 0);
    if (!match || match->span.end >= text.heading.size()) continue;
    place(provision, view, text);
    provision.label[index(view)] = provision.number[index(view)] = std::string(slice(text.heading, *match->groups[0]));
    provision.heading[index(view)] = std::string(trim(std::string_view(text.heading).substr(match->span.end)));
    provision.not_used[index(view)] = says_not_used(provision.heading[index(view)]);
  }
  if (!provision.views.baseline && !provision.views.proposed) return;
  const Span cell = document_.cells[index_.cells(row).front()].span;
  provision.paragraph = paragraph_at(document_, cell.begin);
  provision.span = cell;
  unit_.provisions.add(std::move(provision));
}

void TimetableCompiler::add_rows(const TimetableLayout& layout, const std::array<RowText, 2>& texts, Id<Provision> provision) {
  const bool one = same(texts[0], texts[1]);
  for (const View view : both_views) {
    const RowText& text = texts[index(one ? View::proposed : view)];
    if (!text.present || (one && view == View::proposed)) continue;
    TimetableRow row;
    if (one)
      row.views = {true, true};
    else
      row.views.add(view);
    row.table = layout.table;
    row.provision = provision;
    row.ref = field(text.fields, TimetableColumn::ref);
    row.ref.text = without_stop(row.ref.text);
    row.when = field(text.fields, TimetableColumn::when);
    row.action = field(text.fields, TimetableColumn::action);
    row.from = field(text.fields, TimetableColumn::from);
    row.to = field(text.fields, TimetableColumn::to);
    row.information = field(text.fields, TimetableColumn::information);
    row.method = field(text.fields, TimetableColumn::method);
    row.timing = read_when(row.when.text);
    unit_.timetable.add(std::move(row));
  }
}

void TimetableCompiler::row(const TimetableLayout& layout, Id<Row> row) {
  std::array<RowText, 2> texts;
  const bool one_view = unit_.views[0] == unit_.views[1];
  texts[1] = read(layout, row, View::proposed, above_[1]);
  texts[0] = one_view ? texts[1] : read(layout, row, View::baseline, above_[0]);
  if (!texts[0].heading.empty() || !texts[1].heading.empty()) {
    heading(row, texts);
    provision_above_ = {};
    above_ = {};
    return;
  }
  if (!texts[0].present && !texts[1].present) return;
  Id<Provision> id = provision(row, texts);
  if (!id && provision_above_) {  // a REF merged down, or a further action of the row above
    id = provision_above_;
    Provision& above = unit_.provisions[id];
    for (const View view : both_views)
      if (above.views.has(view) && texts[index(view)].present)
        above.lines[index(view)].end = above.last_line[index(view)] = texts[index(view)].lines.end;
  }
  add_rows(layout, texts, id);
  provision_above_ = id;
  above_ = std::move(texts);
}

void TimetableCompiler::table(const TimetableLayout& layout) {
  above_ = {};
  provision_above_ = {};
  const auto& rows = index_.rows(layout.table);
  for (std::size_t n = 0; n < rows.size(); ++n)
    if (!layout.header[n] && !index_.cells(rows[n]).empty()) row(layout, rows[n]);
}

// Rows were added behind the outline; the text's order is what lookups rely on (model/locate.h).
void TimetableCompiler::put_in_order() {
  std::vector<std::uint32_t> order(unit_.provisions.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return unit_.provisions[Id<Provision>(a)].span.begin < unit_.provisions[Id<Provision>(b)].span.begin;
  });
  std::vector<Id<Provision>> moved(order.size());
  Table<Provision> ordered;
  ordered.reserve(order.size());
  for (const std::uint32_t old : order) moved[old] = ordered.add(std::move(unit_.provisions[Id<Provision>(old)]));
  const auto renamed = [&](Id<Provision>& id) {
    if (id) id = moved[id.value];
  };
  for (Provision& provision : ordered)
    for (const View view : both_views) {
      renamed(provision.parent[index(view)]);
      renamed(provision.scope[index(view)]);
    }
  for (TimetableRow& row : unit_.timetable) renamed(row.provision);
  unit_.provisions = std::move(ordered);
}

}  // namespace

void compile_timetable(const Document& document, const Profile& profile, Unit& unit) { TimetableCompiler(document, profile, unit).compile(); }

std::vector<bool> timetable_tables(const Document& document) {
  std::vector<bool> tables(document.tables.size());
  for (const TimetableLayout& layout : timetable_layouts(document, TableIndex(document))) tables[layout.table.value] = true;
  return tables;
}

bool is_timetable(const Document& document, Id<TextTable> table) { return table && timetable_tables(document)[table.value]; }

}  // namespace dovetail
