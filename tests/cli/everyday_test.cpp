// What people do around a check: known findings, waivers in the text, a first project file, a site of the rules, the manual page.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "help/program.h"
#include "help/source.h"
#include "help/zip_writer.h"

using Catch::Contains;
using help::run_dovetail;
using help::TemporaryFolder;
using Json = nlohmann::json;

namespace {

std::vector<std::string> findings_of(const std::string& out) {
  std::vector<std::string> all;
  const auto json = Json::parse(out);
  for (const auto& finding : json["findings"])
    all.push_back(finding["rule"].get<std::string>() + " " + (finding["label"].is_null() ? "" : finding["label"].get<std::string>()));
  return all;
}

std::vector<std::string> found(const TemporaryFolder& folder, std::vector<std::string> words) {
  words.insert(words.begin(), "check");
  words.insert(words.end(), {"--format", "json"});
  return findings_of(run_dovetail(words, folder.path()).out);
}

}  // namespace

TEST_CASE("Known findings stay known when the text is renumbered and edited elsewhere; new ones are reported", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", "1 Scope\n\n1.1 The Supplier shall follow paragraph 9.4.\n\n1.2 The Supplier shall send the the reading.\n");
  CHECK(run_dovetail({"check", "draft.txt", "--write-known", "known.json"}, folder.path()).status == 1);
  CHECK(found(folder, {"draft.txt", "--known", "known.json"}).empty());
  CHECK(run_dovetail({"check", "draft.txt", "--known", "known.json", "--fail-on", "note"}, folder.path()).status == 0);
  folder.write("draft.txt",
               "1 Purpose\n\n1.1 This is new.\n\n2 Scope\n\n2.1 An edit goes before.\n\n2.2 The Supplier shall follow paragraph 9.4.\n\n2.3 The "
               "Supplier shall "
               "send the the reading.\n\n2.4 See also paragraph 8.8.\n");
  CHECK(found(folder, {"draft.txt", "--known", "known.json"}) == std::vector<std::string>{"reference.missing 2.4"});
  run_dovetail({"check", "draft.txt", "--known", "known.json", "--write-known", "known.json"}, folder.path());
  CHECK(Json::parse(help::bytes_of(folder.path() + "/known.json"))["findings"].size() == 3);
}

TEST_CASE("Known findings that are gone are reported once, where their rule ran on their document", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", "1 Scope\n\n1.1 Follow paragraph 9.4 and paragraph 9.5.\n\n1.2 The the end.\n");
  run_dovetail({"check", "draft.txt", "--write-known", "known.json"}, folder.path());
  folder.write("draft.txt", "1 Scope\n\n1.1 Follow nothing.\n\n1.2 The the end.\n");
  const auto ran = run_dovetail({"check", "draft.txt", "--known", "known.json"}, folder.path());
  CHECK_THAT(ran.out, Contains("known.json: 2 entries match no finding any more") && Contains("input.unused-waiver"));
  CHECK(found(folder, {"draft.txt", "--known", "known.json", "--only", "wording"}).empty());
  folder.write("other.txt", "1 Scope\n\n1.1 Other text.\n");
  CHECK(found(folder, {"other.txt", "--known", "known.json"}).empty());
  folder.write("none.json", "{}");
  CHECK(run_dovetail({"check", "draft.txt", "--known", "none.json"}, folder.path()).status == 2);
  CHECK_THAT(run_dovetail({"check", "draft.txt", "--known", "absent.json"}, folder.path()).err, Contains("absent.json: no such file"));
}

TEST_CASE("A waiver in the text covers its own paragraph alone", "[cli]") {
  const TemporaryFolder folder;
  const std::string one = "<!-- dovetail:ignore reference.missing drafted next month -->";
  const auto texts = GENERATE_COPY(table<std::string, std::string>(
      {{"draft.txt", "1 Scope\n\n1.1 Follow paragraph 9.4. " + one + "\n1.2 Follow paragraph 9.5.\n" + one + "\n1.3 Follow paragraph 9.6.\n"},
       {"draft.md", "# 1 Scope\n\n1.1 Follow paragraph 9.4. " + one + "\n\n1.2 Follow paragraph 9.5.\n\n" + one + "\n\n1.3 Follow paragraph 9.6.\n"},
       {"draft.html",
        "<h1>1 Scope</h1><p>1.1 Follow paragraph 9.4. " + one + "</p><p>1.2 Follow paragraph 9.5.</p>" + one + "<p>1.3 Follow paragraph 9.6.</p>"}}));
  folder.write(std::get<0>(texts), std::get<1>(texts));
  CAPTURE(std::get<0>(texts));
  CHECK(found(folder, {std::get<0>(texts), "--only", "reference"}) == std::vector<std::string>{"reference.missing 1.2"});
  CHECK_THAT(run_dovetail({"text", std::get<0>(texts)}, folder.path()).out, !Contains("dovetail"));
}

TEST_CASE("A Word comment waives what stands in the paragraph that it is about", "[cli]") {
  const TemporaryFolder folder;
  const auto run = [](const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; };
  const auto body = "<w:p>" + run("1 Scope") + "</w:p><w:p><w:commentRangeStart w:id=\"0\"/>" + run("1.1 Follow") +
                    "<w:commentRangeEnd w:id=\"0\"/>" + run(" paragraph 9.4.") + "</w:p><w:p>" + run("1.2 Follow paragraph 9.5.") + "</w:p>";
  const auto comments = "<w:comments" + help::namespaces() + "><w:comment w:id=\"0\" w:author=\"A\"><w:p>" +
                        run("dovetail:ignore reference.missing drafted next month") + "</w:p></w:comment></w:comments>";
  folder.write("draft.docx", help::docx(body, {{"word/comments.xml", comments}}));
  CHECK(found(folder, {"draft.docx", "--only", "reference"}) == std::vector<std::string>{"reference.missing 1.2"});
}

TEST_CASE("A waiver in the text that gives no reason, names no rule or covers nothing is reported", "[cli]") {
  const TemporaryFolder folder;
  folder.write(
      "draft.txt",
      "1 Scope\n\n1.1 Follow paragraph 9.4. <!-- dovetail:ignore reference.missing -->\n1.2 Read. <!-- dovetail:ignore refrence.missing why -->\n"
      "1.3 Read on. <!-- dovetail:ignore reference.missing why --> <!-- any other comment -->\n");
  const auto ran = run_dovetail({"check", "draft.txt"}, folder.path());
  CHECK_THAT(ran.out, Contains("gives no reason") && Contains("did you mean reference.missing?") && Contains("matches no finding"));
  CHECK_THAT(ran.out, Contains("1.1: draft has no paragraph 9.4"));
}

TEST_CASE("Reviewers' decisions in the Comments log are waivers, with their reasons", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", "1 Scope\n\n1.1 Follow paragraph 9.4.\n\n1.2 Follow paragraph 9.5.\n\n1.3 Follow paragraph 9.6.\n");
  const auto json = Json::parse(run_dovetail({"check", "draft.txt", "--format", "json"}, folder.path()).out);
  const auto print = [&](std::size_t n) { return json["findings"][n]["fingerprint"].get<std::string>(); };
  folder.write("answers.csv", "Ref,Document,Response,Status,Fingerprint\nD-1,draft,kept for the transition,Reject," + print(0) +
                                  "\nD-2,draft,,Out of scope," + print(1) + "\nD-3,draft,,Open," + print(2) + "\n");
  const auto ran = run_dovetail({"check", "draft.txt", "--responses", "answers.csv", "--format", "json"}, folder.path());
  CAPTURE(ran.err);
  const auto left = findings_of(ran.out);
  CHECK(std::count(left.begin(), left.end(), "reference.missing 1.1") == 0);
  CHECK(std::count(left.begin(), left.end(), "reference.missing 1.2") == 1);
  CHECK(std::count(left.begin(), left.end(), "reference.missing 1.3") == 1);
  CHECK_THAT(ran.out, Contains("without a reason"));
  CHECK_THAT(run_dovetail({"check", "draft.txt", "--responses", "answers.csv", "--format", "csv"}, folder.path()).out,
             Contains("Reject: kept for the transition"));
}

TEST_CASE("init writes a project that check runs, and never over one", "[cli]") {
  const TemporaryFolder folder;
  folder.write("p/drafts/XBSCP977_v0.2.txt", "XBSCP977 Meter Exchange\n\n1 Scope\n\n1.1 {++Follow paragraph 9.4.++}\n");
  folder.write("p/baseline/XBSCP977_v3.txt", "XBSCP977 Meter Exchange\n\n1 Scope\n\n1.1\n");
  folder.write("p/design/BRS.csv", "Requirement ID,Requirement,Target Codes\nXP-BR-MS-001,The Supplier shall read,XBSC\n");
  const auto dry = run_dovetail({"init", "p", "--dry-run"}, folder.path());
  CHECK(!std::filesystem::exists(folder.path() + "/p/dovetail.yaml"));
  CHECK(run_dovetail({"init", "p"}, folder.path()).status == 0);
  const auto text = help::bytes_of(folder.path() + "/p/dovetail.yaml");
  CHECK(text == dry.out);
  CHECK_THAT(text, Contains("path: drafts/XBSCP977_v0.2.txt") && Contains("profile: bscp") && Contains("baseline: baseline/XBSCP977_v3.txt"));
  CHECK_THAT(text, Contains("{path: design/BRS.csv, artefact: BRS, mapping: brs}"));
  CHECK(run_dovetail({"check", "p"}, folder.path()).status == 1);
  CHECK(run_dovetail({"init", "p"}, folder.path()).status == 2);
  CHECK(help::bytes_of(folder.path() + "/p/dovetail.yaml") == text);
}

TEST_CASE("init says how sure it is of a file that it has not seen", "[cli]") {
  const TemporaryFolder folder;
  folder.write("p/sure.csv", "req_id,text,target_codes\nXP-BR-MS-001,The Supplier shall read,XBSC\n");
  folder.write("p/likely.csv", "Requirement ID;Description;MoSCoW;Colour\nXP-BR-MS-021;The Supplier must ask;M;red\n");
  folder.write("p/guess.csv",
               "Nr;Wortlaut;Zustand\nXP-BR-MS-031;The Supplier shall send the reading;neu\nXP-BR-MS-032;The Bureau shall keep it;neu\n");
  folder.write("p/todo.csv", "ID,Description,Owner\n1,Buy milk,Ann\n2,Buy bread,Bob\n");
  folder.write("p/capitals.csv", "Country,Capital\nFrance,Paris\n");
  CHECK(run_dovetail({"init", "p"}, folder.path()).status == 0);
  const auto text = help::bytes_of(folder.path() + "/p/dovetail.yaml");
  CHECK_THAT(text, Contains("\n  - {path: sure.csv, artefact: sure, mapping: brs}   # requirement: 1 atom; sure\n"));
  CHECK_THAT(text, Contains("\n  - {path: likely.csv, artefact: likely, mapping: brs}   # requirement: 1 atom; likely\n"
                            "  #   brs, likely; req_id = Requirement ID, text = Description, priority = MoSCoW; not used: Colour\n"));
  const std::string entry =
      "- {path: guess.csv, artefact: guess, mapping: {gives: requirement, id: req_id, text: text, fields: {req_id: Nr, text: Wortlaut}}}";
  CHECK_THAT(text, Contains("\n  # " + entry));
  CHECK_THAT(text, !Contains("\n  - {path: todo.csv"));
  CHECK_THAT(text, Contains("# capitals.csv: nothing that a mapping knows"));
  // What a person makes good is read as it says.
  auto good = text;
  good.replace(good.find("# " + entry), 2, "");
  folder.write("p/dovetail.yaml", good);
  const auto atoms = Json::parse(run_dovetail({"trace", "p", "--format", "json"}, folder.path()).out)["atoms"];
  CHECK(atoms.size() == 4);
}

TEST_CASE("The rules are a small site with a page for each", "[cli]") {
  const TemporaryFolder folder;
  CHECK(run_dovetail({"rules", "--html", "site"}, folder.path()).status == 0);
  const auto index = help::bytes_of(folder.path() + "/site/index.html");
  const auto rules = Json::parse(run_dovetail({"rules", "--format", "json"}, folder.path()).out)["rules"];
  REQUIRE(rules.size() > 50);
  for (const auto& rule : rules) {
    const auto id = rule["id"].get<std::string>();
    CAPTURE(id);
    CHECK_THAT(index, Contains("href=\"" + id + ".html\""));
    CHECK_THAT(help::bytes_of(folder.path() + "/site/" + id + ".html"),
               Contains("<h1><code>" + id + "</code></h1>") && Contains("<h2>Why it matters</h2>"));
  }
}

TEST_CASE("The manual page and the completions name every command and option", "[cli]") {
  const auto manual = run_dovetail({"--manual"}).out, bash = run_dovetail({"--completions", "bash"}).out,
             zsh = run_dovetail({"--completions", "zsh"}).out;
  for (const auto* command : {"check", "trace", "refs", "compare", "annotate", "fix", "text", "dump", "init", "explain", "rules"}) {
    CAPTURE(command);
    CHECK_THAT(manual, Contains(std::string(".SS \"dovetail ") + command));
    CHECK_THAT(bash, Contains(std::string("    ") + command + ") options="));
    CHECK_THAT(zsh, Contains(std::string("  ") + command + ")\n"));
    const auto help_text = run_dovetail({command, "--help"});
    CHECK(help_text.status == 0);
    CHECK_THAT(help_text.out, Contains("Examples:"));
  }
  CHECK_THAT(manual, Contains("\\-\\-write\\-known\\fR \\fIFILE"));
  CHECK_THAT(bash, Contains("--write-known"));
  if (help::run({"bash", "--version"}).status == 0) CHECK(help::run({"bash", "-n"}, {}, bash).status == 0);
  if (help::run({"zsh", "--version"}).status == 0) CHECK(help::run({"zsh", "-n"}, {}, zsh).status == 0);
  // What bash offers behind some words, the last of which is being typed.
  const auto offered = [&](const std::string& typed) {
    return help::run({"bash", "-c", bash + "COMP_WORDS=(" + typed + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _dovetail; echo \"${COMPREPLY[*]}\""})
        .out;
  };
  if (help::run({"bash", "--version"}).status != 0) return;
  CHECK(offered("dovetail an") == "annotate\n");
  CHECK(offered("dovetail check --wri") == "--write-known\n");
  CHECK(offered("dovetail check --format js") == "json\n");
  CHECK(offered("dovetail trace --format x") == "xlsx\n");
  CHECK(offered("dovetail text --view ma") == "marked\n");
}

TEST_CASE("Help names each option once, in lines that a terminal holds", "[cli]") {
  const auto text = run_dovetail({"check", "--help"}).out;
  CHECK_THAT(text, Contains("\n  -q, --quiet             findings alone") && Contains("\n  --as-of DATE ") && Contains("\n  --decisions FILE "));
  std::istringstream lines(text.substr(0, text.find("\nExamples:")));
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 84);  // 80 characters, some of them of three bytes
}

TEST_CASE("Figures and progress go to standard error, and never where nobody looks", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", "1 Scope\n\n1.1 The Supplier reads.\n");
  const auto plain = run_dovetail({"check", "draft.txt"}, folder.path());
  CHECK(plain.err.empty());
  const auto stats = run_dovetail({"check", "draft.txt", "--stats"}, folder.path());
  CHECK(stats.out == plain.out);
  CHECK_THAT(stats.err, Contains("reading ") && Contains("checking ") && Contains("1 files, ") && Contains(" provisions"));
  const auto watched = run_dovetail({"check", "draft.txt", "--progress", "always"}, folder.path());
  CHECK(watched.out == plain.out);
  CHECK_THAT(watched.err, Contains("linking"));
}

TEST_CASE("Reviews of live changes are judged today where no day is named, and that is said", "[cli]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", "1 Scope\n\n1.1 The Supplier reads.\n");
  folder.write("horizon.csv",
               "horizon_id,code,change_ref,change_status,xp_impact,drafting_action,last_reviewed\nHS-1,XBSC,P1,Raised,N,,2020-01-31\n");
  const std::string project =
      "project: p\ncodes: [{id: XBSC}]\ndocuments: [{path: draft.txt, id: D, code: XBSC, profile: generic}]\nregisters: {horizon: horizon.csv}\n";
  folder.write("dovetail.yaml", project);
  const auto today = run_dovetail({"check"}, folder.path());
  CHECK_THAT(today.out, Contains("was last reviewed on 2020-01-31"));
  CHECK_THAT(today.err, Contains("judged today"));
  const auto then = run_dovetail({"check", "--as-of", "2020-02-10"}, folder.path());
  CHECK_THAT(then.out, !Contains("last reviewed"));
  CHECK(then.err.empty());
}
