// Interface and timetable tables out of marked text: which tables they are, their rows in both views, their provisions.
#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "compile/timetable.h"
#include "read/marked_text.h"

using namespace dovetail;

namespace {

struct Compiled {
  Document document;
  Unit unit;
};

void project_views(Compiled& compiled) {
  compiled.unit.views[1] = std::make_shared<const Projection>(project(compiled.document, View::proposed, Spelling::normalised));
  compiled.unit.views[0] = has_changes(compiled.document)
                               ? std::make_shared<const Projection>(project(compiled.document, View::baseline, Spelling::normalised))
                               : compiled.unit.views[1];
}

Compiled compiled(const std::string& text, const Profile& profile = {}) {
  Compiled result;
  read_marked_text(text, result.document, Limits());
  project_views(result);
  compile_timetable(result.document, profile, result.unit);
  return result;
}

std::string shown(const Compiled& compiled, const TimetableRow& row) {
  std::string out = row.views.baseline && row.views.proposed ? "" : row.views.baseline ? "- " : "+ ";
  for (const TableField* field : {&row.ref, &row.when, &row.action, &row.from, &row.to, &row.information, &row.method}) out += field->text + "; ";
  if (row.provision) {
    const Provision& provision = compiled.unit.provisions[row.provision];
    out += "[" + provision.label[0] + (provision.label[0] == provision.label[1] ? "" : " -> " + provision.label[1]) + "]";
    if (provision.not_used[1]) out += " not used";
  }
  return out;
}

std::vector<std::string> rows(const Compiled& compiled) {
  std::vector<std::string> lines;
  for (const TimetableRow& row : compiled.unit.timetable) lines.push_back(shown(compiled, row));
  return lines;
}

using Lines = std::vector<std::string>;
const std::string header = "| REF. | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n";

}  // namespace

TEST_CASE("a timetable's rows, whatever stands in them", "[compile][timetable]") {
  const auto c = compiled(header +
                          "| 3.1.1 | As required.[^1] | Request exchange | Supplier | Service | IF-901 | Hub |\n"
                          "| 3.1.2. | Within 1 WD of 3.1.1 | Accept.<br>Or reject. | Service | Supplier | IF-902 | |\n"
                          "| 3.1.3 | | Not used. | | | | |\n"
                          "| 3.1.4 | | Update records | Service | | | Internal Process |\n"
                          "[^1]: See the guide.\n");
  CHECK(rows(c) == Lines{"3.1.1; As required.; Request exchange; Supplier; Service; IF-901; Hub; [3.1.1]",
                         "3.1.2; Within 1 WD of 3.1.1; Accept. Or reject.; Service; Supplier; IF-902; ; [3.1.2]",
                         "3.1.3; ; Not used.; ; ; ; ; [3.1.3] not used", "3.1.4; ; Update records; Service; ; ; Internal Process; [3.1.4]"});
  const TimetableRow& second = c.unit.timetable[Id<TimetableRow>(1)];
  CHECK(slice(c.document.text, second.when.span) == "Within 1 WD of 3.1.1");
  CHECK(slice(c.document.text, second.ref.span) == "3.1.2.");
  REQUIRE(second.timing.understood);
  CHECK(second.timing.clauses[0].anchor.text == "3.1.1");
}

TEST_CASE("headers in any order, case and wording", "[compile][timetable]") {
  const auto [head, recognised] = GENERATE(table<std::string, bool>({
      {"| Ref | When | Action | From | To | Information Required | Method |", true},
      {"| REF | WHEN | DESCRIPTION | FROM | TO | INFORMATION REQUIRED | METHOD |", true},
      {"| Action | Timing | Reference | To: | From: |", true},
      {"| Step No. | Timescale | Activity |", true},
      {"| When | From | To | Message |", true},
      {"| Ref | When | Action | From | To | Interface | Means |", true},
      {"| Version | Date | Description of changes | Changes Included |", false},
      {"| Ref | Description | Owner |", false},
      {"| Interface | From | To | Description |", false},
      {"| Term | Definition |", false},
  }));
  CAPTURE(head);
  const auto c = compiled(head + "\n| 1 | 2 | 3 | 4 | 5 |\n");
  CHECK(is_timetable(c.document, Id<TextTable>(0)) == recognised);
  CHECK(c.unit.timetable.empty() != recognised);
}

TEST_CASE("interface and message columns are the information, or the method beside an information column", "[compile][timetable]") {
  CHECK(rows(compiled("| Ref | When | Action | Interface | Means |\n| 1.1 | On SSD | Send | MM901 | Hub |\n")) ==
        Lines{"1.1; On SSD; Send; ; ; MM901; Hub; [1.1]"});
  CHECK(rows(compiled("| Ref | When | Action | Information | Interface |\n| 1.1 | On SSD | Send | Meter details | Hub |\n")) ==
        Lines{"1.1; On SSD; Send; ; ; Meter details; Hub; [1.1]"});
}

TEST_CASE("header rows repeated after a page, and a table continued without one", "[compile][timetable]") {
  auto c = compiled("| X | Y | Z |\n\nText\n\n" + header + "| 3.1 | On SSD | Send | A | B | C | D |\n" + header +
                    "| 3.2 | On SSD | Load | B | A | C | D |\n");
  CHECK(rows(c) == Lines{"3.1; On SSD; Send; A; B; C; D; [3.1]", "3.2; On SSD; Load; B; A; C; D; [3.2]"});
  CHECK(timetable_tables(c.document) == std::vector<bool>{false, true});

  // The same rows cut in two tables, as a reader of another format gives them.
  Compiled cut;
  read_marked_text(header + "| 3.1 | On SSD | Send | A | B | C | D |\n| 3.2 | On SSD | Load | B | A | C | D |\n", cut.document, Limits());
  const Id<TextTable> second = cut.document.tables.add(cut.document.tables[Id<TextTable>(0)]);
  const auto begin = static_cast<std::uint32_t>(cut.document.text.find("3.2"));
  cut.document.tables[Id<TextTable>(0)].span.end = begin;
  cut.document.tables[second].span.begin = begin;
  cut.document.rows[Id<Row>(2)].table = second;
  project_views(cut);
  compile_timetable(cut.document, {}, cut.unit);
  CHECK(rows(cut) == Lines{"3.1; On SSD; Send; A; B; C; D; [3.1]", "3.2; On SSD; Load; B; A; C; D; [3.2]"});
}

TEST_CASE("changed cells and rows stand once per view", "[compile][timetable]") {
  const auto c = compiled(header +
                          "| 3.1 | Within {~~5~>2~~} WD of SSD | Send | A | B | C | D |\n"
                          "| 3.2 | On SSD | Load | B | A | C | D |\n"
                          "{++| 3.3 | On SSD | Check | B | | C | D |\n++}"
                          "{--| 3.3 | On SSD | Drop | B | A | C | D |\n--}"
                          "| 3.{--5--}{++4++} | On SSD | Keep | B | A | C | D |\n");
  CHECK(rows(c) == Lines{"- 3.1; Within 5 WD of SSD; Send; A; B; C; D; [3.1]", "+ 3.1; Within 2 WD of SSD; Send; A; B; C; D; [3.1]",
                         "3.2; On SSD; Load; B; A; C; D; [3.2]", "+ 3.3; On SSD; Check; B; ; C; D; [ -> 3.3]",
                         "- 3.3; On SSD; Drop; B; A; C; D; [3.3 -> ]", "- 3.5; On SSD; Keep; B; A; C; D; [3.5 -> 3.4]",
                         "+ 3.4; On SSD; Keep; B; A; C; D; [3.5 -> 3.4]"});
}

TEST_CASE("rows are provisions inside the one that holds their table, in the order of the text", "[compile][timetable]") {
  Compiled c;
  read_marked_text("3.1 Exchange\n" + header + "| 3.1.1 | On SSD | Send | A | B | C | D |\n| | On SSD | Also send | A | B | C | D |\n3.2 Next\n",
                   c.document, Limits());
  project_views(c);
  const auto add = [&](const char* label, std::uint32_t begin, std::uint32_t end) {
    Provision provision;
    provision.views = {true, true};
    provision.label = {label, label};
    provision.lines = {Span{begin, end}, Span{begin, end}};
    provision.last_line = {end, end};
    provision.span.begin = static_cast<std::uint32_t>(c.document.text.find(label));
    c.unit.provisions.add(provision);
  };
  const auto lines = static_cast<std::uint32_t>(c.unit.projection(View::proposed).lines.size());
  add("3.1", 0, lines - 1);
  add("3.2", lines - 1, lines);
  compile_timetable(c.document, {}, c.unit);
  REQUIRE(c.unit.provisions.size() == 3);
  const Provision& row = c.unit.provisions[Id<Provision>(1)];
  CHECK(row.kind == ProvisionKind::row);
  CHECK(row.label[1] == "3.1.1");
  CHECK(row.parent[1] == Id<Provision>(0));
  CHECK(row.lines[1] == Span{8, 8 + 14});  // the row without a REF belongs to it
  CHECK(c.unit.provisions[Id<Provision>(2)].label[1] == "3.2");
  CHECK(c.unit.timetable[Id<TimetableRow>(1)].provision == Id<Provision>(1));
}

TEST_CASE("merged cells", "[compile][timetable]") {
  Compiled c;
  read_marked_text(header + "| 3.2 Change of party | | | | | | |\n| 3.2.1 | On SSD | Send | A | B | C | D |\n| | | Load | B | A | C | D |\n",
                   c.document, Limits());
  // A heading over all columns, and REF and WHEN merged over two rows.
  std::uint32_t row = 1;
  for (Cell& cell : c.document.cells) {
    row = cell.row.value;
    if (row == 1 && cell.column == 0) cell.columns = 7;
    if (row == 3 && cell.column < 2) cell.continues_above = true;
  }
  project_views(c);
  compile_timetable(c.document, {}, c.unit);
  CHECK(rows(c) == Lines{"3.2.1; On SSD; Send; A; B; C; D; [3.2.1]", "3.2.1; On SSD; Load; B; A; C; D; [3.2.1]"});
  REQUIRE(c.unit.provisions.size() == 2);
  CHECK(c.unit.provisions[Id<Provision>(0)].label[1] == "3.2");
  CHECK(c.unit.provisions[Id<Provision>(0)].heading[1] == "Change of party");
}
