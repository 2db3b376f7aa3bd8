// The provision worksheet, the comments by provision and the manifest: what a reviewer of a whole project gets.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "help/linted.h"
#include "help/program.h"
#include "report/reporters.h"
#include "report/worksheet/comments.h"
#include "report/worksheet/rows.h"

using Catch::Contains;
using dovetail::worksheet::placed_comments;
using dovetail::worksheet::rows_of;

namespace {

const std::string yaml =
    "project: <b>XP</b>\nrelease: IR1.1\nas_of: 2024-07-01\ncodes:\n  - {id: XBSC, name: X Balancing Code}\ndocuments:\n"
    "  - {path: a.txt, id: XBSCP977, code: XBSC, profile: bscp, version: \"0.3\", history: [{version: \"0.2\", path: old.txt, status: consulted}]}\n"
    "design:\n  - {path: brs.csv, artefact: BRS9, mapping: brs, version: \"1.1\"}\nregisters:\n  trace: trace.csv\n  comments: comments.csv\n  "
    "changes: changes.csv\n";

// 1.1 of the version before is 1.2 now.
const std::string draft =
    "XBSCP977 Meter Exchange\n\n1 Scope\n\n{++1.1 New words <script>alert(1)</script> stand here.++}\n\n{--1.1--}{++1.2++} The Supplier shall send "
    "each "
    "{++final ++}reading to the Data Service.\n\n{--1.2--}{++1.3++} Paragraph {++1.2++}{--1.1--} applies, and so does paragraph 9.4.\n\n1.4 Nothing "
    "changes here.\n";
const std::string old =
    "XBSCP977 Meter Exchange\n\n1 Scope\n\n1.1 The Supplier shall send each reading to the Data Service.\n\n1.2 Paragraph 1.1 applies.\n\n1.4 "
    "Nothing changes "
    "here.\n";

dovetail::Review project(const std::string& text, const std::string& requirement = "The Supplier must send final readings",
                         const std::string& decisions = {}) {
  return help::linted({{"dovetail.yaml", yaml + (decisions.empty() ? "" : "  decisions: decisions.csv\n")},
                       {"decisions.csv", decisions},
                       {"a.txt", text},
                       {"old.txt", old},
                       {"brs.csv", "Requirement ID,Requirement,Target Codes\nXP-BR-MS-001," + requirement + ",XBSC\n"},
                       {"trace.csv", "trace_id,artefact,atom_id,code_document,provision,coverage\nT-1,BRS9,XP-BR-MS-001,XBSCP977,1.2,full\n"},
                       {"changes.csv", "change_id,kind,title,status,artefact,atom_ids\nCR-7,CR,Final readings,Approved,BRS9,XP-BR-MS-001\n"},
                       {"comments.csv",
                        "comment_id,respondent,code_doc,draft_version,provision,comment,disposition\n"
                        "C-1,Party A,XBSCP977,0.2,1.1,Say which reading is meant here,Open\n"
                        "C-2,Party B,XBSCP977,0.2,paragraph 1.1,Please say which reading is meant here,Open\n"
                        "C-3,Party C,XBSCP977,0.2,1.2,Wrong number,Accepted\n"
                        "C-4,Party D,XBSCP999,0.2,1.2,No such document,Open\n"}});
}

const dovetail::worksheet::Row* row_of(const std::vector<dovetail::worksheet::Row>& rows, const std::string& label) {
  for (const auto& row : rows)
    if (row.label == label) return &row;
  return nullptr;
}

}  // namespace

TEST_CASE("A row for each changed provision, with all that is known of it", "[worksheet]") {
  const auto review = project(draft);
  const auto rows = rows_of(review);
  REQUIRE(rows.size() == 3);
  const auto* added = row_of(rows, "1.1");
  REQUIRE(added != nullptr);
  CHECK(added->change == "new");
  CHECK(added->baseline.empty());
  const auto* changed = row_of(rows, "1.2");
  REQUIRE(changed != nullptr);
  CHECK(changed->change == "changed");
  CHECK(changed->before_label == "1.1");
  CHECK_THAT(changed->baseline, Contains("each reading"));
  CHECK_THAT(changed->proposed, Contains("each final reading"));
  CHECK_THAT(changed->design, Contains("XP-BR-MS-001 (1.1): The Supplier must send final readings"));
  CHECK(changed->changes == "CR-7");
  CHECK(changed->cited_by == "XBSCP977 1.3");
  CHECK_THAT(changed->comments, Contains("C-1: ") && Contains("C-2: "));
  const auto* citing = row_of(rows, "1.3");
  REQUIRE(citing != nullptr);
  CHECK_THAT(citing->findings, Contains("9.4") && Contains("[reference.missing]"));
  CHECK(citing->comments.empty());  // accepted: closed
}

TEST_CASE("Keys change with the words of a provision and of its design, and with nothing else", "[worksheet]") {
  const auto key = [](const std::string& text, const std::string& label) {
    const auto review = project(text);
    const auto rows = rows_of(review);
    const auto* row = row_of(rows, label);
    return row == nullptr ? "" : row->text_key + " " + row->design_key;
  };
  const auto was = key(draft, "1.2");
  auto elsewhere = draft;
  elsewhere.replace(elsewhere.find("New words"), 9, "Other words");
  CHECK(key(elsewhere, "1.2") == was);
  CHECK(key(elsewhere, "1.1") != key(draft, "1.1"));
  auto here = draft;
  here.replace(here.find("final"), 5, "last");
  CHECK(key(here, "1.2") != was);
}

TEST_CASE("A decision holds as long as the words of the provision and of its design stay the same", "[worksheet]") {
  std::string sheet = "Document,Provision,Before,Proposed,Decision,Reviewer,Date,Text key,Design key\n";
  for (const auto& row : rows_of(project(draft)))
    sheet += row.document + "," + row.label + "," + row.before_label + ",\"" + row.proposed + "\"," + (row.label == "1.3" ? "" : "Agree") +
             ",A Reviewer,2024-06-03," + row.text_key + "," + row.design_key + "\n";
  const auto state = [&](const std::string& text, const std::string& label,
                         const std::string& requirement = "The Supplier must send final readings") {
    const auto rows = rows_of(project(text, requirement, sheet));
    const auto* row = row_of(rows, label);
    return row == nullptr ? "no such row"
                          : row->since + (row->decided ? ": " + row->decision : "") + (row->earlier.empty() ? "" : " | " + row->earlier);
  };
  CHECK(state(draft, "1.1") == "unchanged: Agree");
  CHECK(state(draft, "1.2") == "unchanged: Agree");
  CHECK(state(draft, "1.3") == "not decided yet");
  CHECK(state(draft, "1.2", "The Supplier must send last readings") == "design changed | Agree, A Reviewer, 2024-06-03");
  auto here = draft;
  here.replace(here.find("final "), 6, "last ");
  CHECK(state(here, "1.2") == "text changed | Agree, A Reviewer, 2024-06-03");
  CHECK(state(here, "1.2", "Nothing") == "text and design changed | Agree, A Reviewer, 2024-06-03");
  auto longer = draft;
  longer.replace(longer.find("stand here."), 11, "stand here now.");
  CHECK(state(longer, "1.1") == "text changed | Agree, A Reviewer, 2024-06-03");
}

TEST_CASE("Renumbering undoes no decision, and what is new is told apart", "[worksheet]") {
  const auto before = rows_of(project(draft));
  const auto* changed = row_of(before, "1.2");
  REQUIRE(changed != nullptr);
  auto renumbered = draft;
  renumbered.insert(renumbered.find("{++1.1 New"), "{++1.1 Another sentence is put before all others.++}\n\n");
  renumbered.replace(renumbered.find("1.1 New"), 3, "1.2");
  renumbered.replace(renumbered.find("{++1.2++} The"), 9, "{++1.3++}");
  const auto sheet = "Document,Provision,Before,Proposed,Decision,Reviewer,Date,Text key,Design key\n" + changed->document + ",1.2,1.1,,Agree,A,," +
                     changed->text_key + "," + changed->design_key + "\n";
  const auto rows = rows_of(project(renumbered, "The Supplier must send final readings", sheet));
  const auto* again = row_of(rows, "1.3");
  REQUIRE(again != nullptr);
  CHECK(again->text_key == changed->text_key);
  CHECK(row_of(rows, "1.1")->since == "new since then");
}

TEST_CASE("Comments on an earlier version are followed to where the provision stands now, like ones together", "[worksheet]") {
  const auto review = project(draft);
  const auto comments = placed_comments(review);
  REQUIRE(comments.size() == 4);
  CHECK(comments[0].now == "1.2");
  CHECK(comments[1].now == "1.2");
  CHECK(comments[0].like == "C-1, C-2");
  CHECK(comments[2].id == "C-3");
  CHECK(comments[2].now == "1.3");
  CHECK(comments[2].like.empty());
  CHECK(comments[3].id == "C-4");
  CHECK(!comments[3].unit);
}

TEST_CASE("The worksheet shows the texts as text, and the manifest the files as they are", "[worksheet]") {
  const help::TemporaryFolder folder;
  folder.write("p/dovetail.yaml",
               "project: <b>XP</b>\nrelease: IR1.1\ndocuments:\n  - {path: a.txt, id: XBSCP977, profile: bscp, version: \"0.3\"}\n");
  folder.write("p/a.txt", draft);
  const auto ran = help::run_dovetail(
      {"check", "p", "--fail-on", "never", "--report", "worksheet=w.html", "--report", "manifest=m.json", "--report", "worksheet-xlsx=w.xlsx"},
      folder.path());
  CAPTURE(ran.err);
  CHECK(ran.status == 0);
  const auto page = help::bytes_of(folder.path() + "/w.html");
  CHECK_THAT(page, Contains("&lt;script&gt;alert(1)") && !Contains("<script>alert") && !Contains("<b>XP"));
  CHECK_THAT(page, Contains("3 provisions are changed") && Contains("each <ins>final </ins>reading") && Contains("<del>1.1</del>"));
  const auto json = nlohmann::json::parse(help::bytes_of(folder.path() + "/m.json"));
  REQUIRE(json["files"].size() == 1);
  CHECK(json["schema"] == "dovetail.manifest/1");
  CHECK(json["files"][0]["sha256"] == dovetail::sha256_hex(draft));
  CHECK(json["files"][0]["version"] == "0.3");
  CHECK(json["files"][0]["release"] == "IR1.1");
  CHECK_THAT(json["files"][0]["changes"].get<std::string>(), Contains("1 new"));
  CHECK(help::bytes_of(folder.path() + "/w.xlsx").substr(0, 2) == "PK");
}

TEST_CASE("A worksheet that was filled in with a spreadsheet program is read back", "[worksheet]") {
  if (help::run({"/usr/bin/python3", "-c", "import openpyxl"}).status != 0) {
    WARN("python3-openpyxl is not installed: the worksheet is not filled in");
    return;
  }
  const help::TemporaryFolder folder;
  folder.write("a.txt", draft);
  const auto sheet = [&](const std::string& name) { return "worksheet-xlsx=" + name; };
  CHECK(help::run_dovetail({"check", "a.txt", "--fail-on", "never", "--report", sheet("one.xlsx")}, folder.path()).status == 0);
  const std::string fill =
      "import openpyxl, datetime\nbook = openpyxl.load_workbook('one.xlsx')\nsheet = book['Worksheet']\n"
      "assert book.sheetnames == ['Worksheet', 'Comments', 'Manifest'], book.sheetnames\n"
      "column = {cell.value: cell.column for cell in sheet[1]}\nassert 'Earlier decision' not in column\n"
      "for row in (2, 3):\n    sheet.cell(row, column['Decision']).value = 'Agree'\n    sheet.cell(row, column['Reviewer']).value = 'AB'\n"
      "    sheet.cell(row, column['Date']).value = datetime.date(2024, 6, 3)\nbook.save('filled.xlsx')\n";
  const auto filled = help::run({"/usr/bin/python3", "-c", fill}, folder.path());
  CAPTURE(filled.err);
  REQUIRE(filled.status == 0);
  auto edited = draft;
  edited.replace(edited.find("New words"), 9, "Other words");
  folder.write("a.txt", edited);
  const auto next = help::run_dovetail(
      {"check", "a.txt", "--fail-on", "never", "--decisions", "filled.xlsx", "--report", sheet("two.xlsx"), "--report", "worksheet=two.html"},
      folder.path());
  CAPTURE(next.err);
  REQUIRE(next.status == 0);
  const std::string look =
      "import openpyxl\nbook = openpyxl.load_workbook('two.xlsx')\n"
      "def rows(name):\n    heads, *rest = [[cell.value for cell in row] for row in book[name]]\n    return [dict(zip(heads, row)) for row in rest]\n"
      "todo, done = rows('Worksheet'), rows('Decided')\n"
      "print([(r['Provision'], r['Since last round'], r['Earlier decision'], r['Decision']) for r in todo])\n"
      "print([(r['Provision'], r['Decision'], r['Reviewer'], r['Date']) for r in done])\n";
  CHECK(help::run({"/usr/bin/python3", "-c", look}, folder.path()).out ==
        "[('1.1', 'text changed', 'Agree, AB, 2024-06-03', None), ('1.3', 'not decided yet', None, None)]\n[('1.2', 'Agree', 'AB', '2024-06-03')]\n");
  CHECK_THAT(help::bytes_of(folder.path() + "/two.html"), Contains("3 provisions are changed: 1 decided before and unchanged since, 2 to decide"));
  CHECK_THAT(help::run_dovetail({"check", "a.txt", "--decisions", "none.xlsx"}, folder.path()).err,
             Contains("none.xlsx: no such file; --decisions names"));
}
