// The workbook, opened by another program.
#include <catch2/catch.hpp>

#include "help/program.h"
#include "help/source.h"

using Catch::Contains;
using help::run_dovetail;

namespace {

const std::string python = "/usr/bin/python3";

bool has_openpyxl() { return help::run({python, "-c", "import openpyxl"}).status == 0; }

// Runs a program in which `book` is the workbook.
help::Ran with_book(const std::string& file, const std::string& program) {
  return help::run({python, "-c", "import openpyxl, sys\nbook = openpyxl.load_workbook(sys.argv[1])\n" + program, file});
}

}  // namespace

TEST_CASE("The workbook of the example project has its sheets, heads and figures", "[report]") {
  if (!has_openpyxl()) {
    WARN("python3-openpyxl is not installed: the workbook is not opened");
    return;
  }
  const help::TemporaryFolder folder;
  const auto file = folder.path() + "/gaps.xlsx", again = folder.path() + "/again.xlsx";
  REQUIRE(run_dovetail({"check", help::source_folder() + "/fixtures/xp", "--report", "xlsx=" + file, "--report", "xlsx=" + again}).status == 1);
  CHECK(help::bytes_of(file) == help::bytes_of(again));
  const auto ran = with_book(file,
                             "print(book.sheetnames)\n"
                             "for sheet in book:\n"
                             "    assert sheet.freeze_panes == 'A2', sheet.title\n"
                             "    assert sheet.max_row == 1 or sheet.auto_filter.ref, sheet.title\n"
                             "    assert not any(cell.data_type == 'f' for row in sheet for cell in row), sheet.title\n"
                             "findings, log = book['Findings'], book['Comments log']\n"
                             "assert findings.max_row == log.max_row > 20\n"
                             "prints = [row[-1].value for row in findings.iter_rows(min_row=2)]\n"
                             "assert prints == [row[-1].value for row in log.iter_rows(min_row=2)]\n"
                             "assert findings.cell(2, findings.max_column).hyperlink.location == \"'Comments log'!A2\"\n"
                             "assert any('Accept' in v.formula1 for v in log.data_validations.dataValidation)\n"
                             "statuses = [row[0].value for row in book['Design to code'].iter_rows(min_row=2)]\n"
                             "assert 'covered' in statuses and 'uncovered' in statuses\n"
                             "assert all(row[0].value not in ('covered', 'waived', 'not owed') for row in book['Gaps'].iter_rows(min_row=2))\n"
                             "conflicts = {row[0].value: [cell.value for cell in row] for row in book['Conflicts'].iter_rows(min_row=2)}\n"
                             "assert 'LDSO in DES901 only' in conflicts['PUB-904'] and 'SUP; DSVC; LDSO' in conflicts['PUB-904']\n");
  CAPTURE(ran.err);
  CHECK(ran.status == 0);
  CHECK(
      ran.out ==
      "['Summary', 'Findings', 'Design to code', 'Code to design', 'Gaps', 'Terms', 'References', 'Changes', 'Waivers', 'Comments log', 'Conflicts', "
      "'By kind of atom', 'By code', 'By topic area', 'Artefacts and documents', 'Evidence', 'Waived atoms', 'Stale links']\n");
}

TEST_CASE("Words of an input are never a formula, and too many of them are cut", "[report]") {
  if (!has_openpyxl()) return;
  const help::TemporaryFolder folder;
  folder.write("draft.txt", "XBSCP977\n\n1 Scope\n\n1.1 \"=HYPERLINK(1)\" means the the +1 @x paragraph 9.4 " + std::string(40000, 'x') + ".\n");
  const auto file = folder.path() + "/out.xlsx";
  run_dovetail({"check", "draft.txt", "--report", "xlsx=" + file}, folder.path());
  const auto ran = with_book(file,
                             "values = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]\n"
                             "assert not any(cell.data_type == 'f' for cell in values)\n"
                             "print(max(len(str(cell.value)) for cell in values))\n");
  CAPTURE(ran.err);
  CHECK(ran.out == "32767\n");
}

TEST_CASE("A workbook is for a file, not for standard output", "[report]") {
  const auto ran = run_dovetail({"check", help::source_folder() + "/fixtures/xp", "--format", "xlsx"});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Contains("'xlsx' is none of"));
}
