// One run, one set of figures: terminal, JSON, CSV, page and workbook show the same tables. The page and the workbook are read by Python.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "help/program.h"
#include "help/source.h"

namespace {

using Json = nlohmann::json;

// Every table of a page ({caption: rows}) or of a workbook ({sheet: rows}), heads first, as JSON; and the words of a page.
const char* const reader = R"py(
import json, sys
from html.parser import HTMLParser
import openpyxl

class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables, self.name, self.rows, self.cell, self.caption, self.words, self.skip = {}, None, None, None, None, '', False
    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == 'table': self.name, self.rows = a.get('id', ''), []
        if tag == 'tr' and self.rows is not None: self.rows.append([])
        if tag in ('th', 'td'): self.cell = ''
        if tag in ('script', 'style'): self.skip = True
    def handle_endtag(self, tag):
        if tag in ('th', 'td') and self.rows:
            self.rows[-1].append(self.cell); self.cell = None
        if tag == 'table': self.tables[self.name] = self.rows; self.rows = None
        if tag in ('script', 'style'): self.skip = False
    def handle_data(self, data):
        if self.skip: return
        if self.cell is not None: self.cell += data
        self.words += data

page = Page()
page.feed(open(sys.argv[1], encoding='utf-8').read())
book = openpyxl.load_workbook(sys.argv[2])
text = lambda v: '' if v is None else str(v)
sheets = {s.title: [[text(c) for c in row] for row in s.iter_rows(values_only=True)] for s in book}
print(json.dumps({'page': page.tables, 'words': page.words, 'book': sheets}))
)py";

/// A table of figures as {row: {column: count}}, without blanks; the page's dash is none.
std::map<std::string, std::map<std::string, std::size_t>> figures(const Json& rows) {
  std::map<std::string, std::map<std::string, std::size_t>> table;
  for (std::size_t n = 1; n < rows.size(); ++n)
    for (std::size_t i = 1; i < rows[n].size(); ++i) {
      const auto text = rows[n][i].get<std::string>();
      if (text != "0" && text.find_first_not_of("0123456789") == std::string::npos && !text.empty())
        table[rows[n][0].get<std::string>()][rows[0][i].get<std::string>()] = std::stoul(text);
    }
  return table;
}

std::string spaced(std::string name) {
  for (char& c : name)
    if (c == '_') c = ' ';
  return name;
}

std::map<std::string, std::map<std::string, std::size_t>> groups(const Json& json) {
  std::map<std::string, std::map<std::string, std::size_t>> table;
  std::map<std::string, std::size_t> all;
  for (const auto& [name, statuses] : json.items())
    for (const auto& [status, count] : statuses.items())
      if (const auto n = count.get<std::size_t>(); n != 0) {
        table[spaced(name)][spaced(status)] += n;
        table[spaced(name)]["all"] += n;
        all[spaced(status)] += n;
        all["all"] += n;
      }
  if (json.size() > 1) table["all"] = all;
  return table;
}

/// A table of a page or a workbook; what has no rows is left out of them, and is null here.
Json table_of(const Json& report, const std::string& name) { return report.value(name, Json()); }

}  // namespace

TEST_CASE("terminal, JSON, CSV, page and workbook of trace show the same counts, and the filters", "[cli]") {
  const std::string filter = GENERATE("", "--kind", "--code", "port");
  const help::TemporaryFolder folder;
  const auto html = folder.path() + "/t.html", xlsx = folder.path() + "/t.xlsx", csv = folder.path() + "/t.csv",
             json_file = folder.path() + "/t.json";
  std::vector<std::string> words{"trace", help::source_folder() + (filter == "port" ? "/fixtures/coverage/port" : "/fixtures/xp")};
  for (const auto& report : {"html=" + html, "xlsx=" + xlsx, "csv=" + csv, "json=" + json_file}) words.insert(words.end(), {"--report", report});
  if (filter == "--kind") words.insert(words.end(), {"--kind", "requirement"});
  if (filter == "--code") words.insert(words.end(), {"--code", "XREC"});
  const auto text = help::run_dovetail(words).out;
  const auto json = Json::parse(help::bytes_of(json_file));
  const auto seen = help::run({"/usr/bin/python3", "-c", reader, html, xlsx});
  REQUIRE(seen.status == 0);
  const auto read = Json::parse(seen.out);
  const auto &page = read["page"], &book = read["book"];

  CHECK(figures(table_of(page, "kinds-table")) == groups(json.at("by_kind")));
  CHECK(figures(table_of(book, "By kind of atom")) == groups(json.at("by_kind")));
  CHECK(figures(table_of(page, "codes-table")) == groups(json.at("by_code")));
  CHECK(figures(table_of(book, "By code")) == groups(json.at("by_code")));
  CHECK(table_of(page, "matrix-table").size() == table_of(book, "Artefacts and documents").size());
  for (const auto& [artefact, carried] : json.at("matrix").items())
    for (const auto& [document, count] : carried.items()) {
      CHECK(figures(table_of(page, "matrix-table"))[artefact][document] == count.get<std::size_t>());
      CHECK(figures(table_of(book, "Artefacts and documents"))[artefact][document] == count.get<std::size_t>());
    }
  std::map<std::string, std::map<std::string, std::size_t>> drafted;
  for (const auto& [code, counts] : json.at("drafted").items())
    for (const auto& [head, key] : {std::pair{"Carried before", "before"}, {"Carried now", "now"}, {"Added", "added"}, {"Lost", "lost"}})
      for (const std::string& row : {std::string(code), std::string("all")})
        if (const auto count = counts.at(key).get<std::size_t>(); count != 0 && (row == code || json.at("drafted").size() > 1))
          drafted[row][head] += count;
  CHECK(figures(table_of(page, "drafts-table")) == drafted);
  CHECK(figures(table_of(book, "Before and after")) == drafted);
  std::size_t turned = 0;
  for (const auto& [code, counts] : json.at("drafted").items())
    turned += counts.at("added").get<std::size_t>() + counts.at("lost").get<std::size_t>();
  CHECK((table_of(page, "turned-table").empty() ? 0U : table_of(page, "turned-table").size() - 1) == turned);
  std::size_t gaps = 0;
  for (const auto& atom : json.at("atoms")) gaps += atom["owner"].is_null() ? 0U : 1U;
  const auto rows = [](const Json& table) { return table.is_null() || table.empty() ? 0U : table.size() - 1; };
  CHECK(rows(table_of(page, "gaps-table")) == gaps);
  CHECK(rows(table_of(book, "Gaps by owner")) == gaps);
  CHECK(rows(table_of(page, "atoms-table")) == json.at("atoms").size());
  CHECK(rows(table_of(book, "Design to code")) == json.at("atoms").size());
  const auto table = help::bytes_of(csv);
  std::size_t lines = 0;
  for (auto at = table.find("\r\n"); at != std::string::npos; at = table.find("\r\n", at + 1)) ++lines;
  CHECK(lines == json.at("atoms").size() + 1);
  std::istringstream terminal(text);
  for (std::string line; std::getline(terminal, line);)
    if (line.starts_with("all ") || line.starts_with("requirement ")) {
      CHECK(line.substr(line.find_last_of(' ') + 1) == std::to_string(groups(json.at("by_kind"))[line.substr(0, line.find(' '))]["all"]));
      break;
    }
  const std::string said = filter == "--kind" ? "--kind requirement" : filter == "--code" ? "--code XREC" : "";
  CHECK((text.find("filtered by") != std::string::npos) == !said.empty());
  CHECK((read["words"].get<std::string>().find("filtered by " + said) != std::string::npos) == !said.empty());
  CHECK((table_of(book, "Summary").dump().find("\"Filter\"") != std::string::npos) == !said.empty());
  CHECK(json.at("filters") == (said.empty() ? Json::array() : Json::array({said})));
}

TEST_CASE("the page and the workbook of check count coverage as trace does", "[cli]") {
  const help::TemporaryFolder folder;
  const auto html = folder.path() + "/c.html", xlsx = folder.path() + "/c.xlsx";
  const auto xp = help::source_folder() + "/fixtures/xp";
  const auto checked = Json::parse(help::run_dovetail({"check", xp, "--format", "json", "--report", "html=" + html, "--report", "xlsx=" + xlsx}).out);
  const auto traced = Json::parse(help::run_dovetail({"trace", xp, "--format", "json"}).out);
  CHECK(checked["coverage"]["summary"] == traced["summary"]);
  const auto read = Json::parse(help::run({"/usr/bin/python3", "-c", reader, html, xlsx}).out);
  CHECK(figures(table_of(read["page"], "codes-table")) == groups(traced["by_code"]));
  CHECK(figures(table_of(read["book"], "By code")) == groups(traced["by_code"]));
  CHECK(figures(read["page"]["matrix-table"]) == figures(read["book"]["Artefacts and documents"]));
  std::map<std::string, std::size_t> summary;
  for (const auto& row : read["book"]["Summary"])
    if (row[0] == "Coverage of the design") summary[row[1].get<std::string>()] = std::stoul(row[2].get<std::string>());
  for (const auto& [status, count] : traced["summary"].items()) CHECK(summary[spaced(status)] == count.get<std::size_t>());
  CHECK(read["book"]["Findings"].size() == checked["findings"].size() + 1);
}
