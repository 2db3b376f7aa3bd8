// Units on disk: the same findings and the same bytes as one process, however the documents came in.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "help/program.h"
#include "help/program_path.h"
#include "help/source.h"

using Catch::Contains;
using help::bytes_of;
using help::run;
using help::run_dovetail;
using help::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

/// A copy of the example project, and what a run over it in one process says.
struct Example {
  TemporaryFolder folder;
  std::string xp = folder.path() + "/xp";
  std::string units = folder.path() + "/units";
  help::Ran plain;

  Example() {
    fs::copy(help::source_folder() + "/fixtures/xp", xp, fs::copy_options::recursive);
    plain = check({});
  }
  [[nodiscard]] help::Ran check(std::vector<std::string> more) const {
    std::vector<std::string> words{"check", "--format", "json", "--stats"};
    words.insert(words.end(), more.begin(), more.end());
    return run_dovetail(words, xp);
  }
  /// Every file that the project may list.
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> all;
    for (const auto* part : {"baseline", "design", "drafts", "live", "registers"})
      for (const auto& entry : fs::directory_iterator(xp + "/" + part)) all.push_back(std::string(part) + "/" + entry.path().filename().string());
    std::sort(all.begin(), all.end());
    return all;
  }
};

std::string write_small(const TemporaryFolder& folder, const std::string& number) {
  return folder.write("drafts/XBSCP97" + number + ".txt",
                      "XBSCP97" + number + " Meter Exchange\n\n1 Scope\n\n1.1 The Supplier shall follow paragraph 9.4.\n");
}

}  // namespace

TEST_CASE("A second run with --cache reads nothing again, and a changed document alone is read again", "[cli][units]") {
  const Example example;
  const auto first = example.check({"--cache", "../cache"});
  CHECK(first.out == example.plain.out);
  CHECK_THAT(first.err, Contains("0 of them from units"));
  const auto second = example.check({"--cache", "../cache"});
  CHECK(second.out == example.plain.out);
  CHECK_THAT(second.err, Contains("34 files, 34 of them from units"));
  CHECK(example.check({"--cache", "../cache", "--threads", "4"}).out == example.plain.out);

  fs::copy_file(example.xp + "/baseline/XDCUSA_v9.1.docx", example.xp + "/drafts/XDCUSA_v0.1.docx", fs::copy_options::overwrite_existing);
  const auto third = example.check({"--cache", "../cache"});
  CHECK(third.out == example.check({}).out);
  CHECK(third.out != example.plain.out);
  CHECK_THAT(third.err, Contains("34 files, 33 of them from units"));
}

TEST_CASE("A cache of other rules, a damaged one and one that cannot be written change no finding", "[cli][units]") {
  const Example example;
  fs::copy(help::source_folder() + "/rules", example.folder.path() + "/rules", fs::copy_options::recursive);
  CHECK(example.check({"--cache", "../cache"}).status == 1);
  const auto other = example.check({"--cache", "../cache", "--rules", "../rules"});  // the same rules
  CHECK_THAT(other.err, Contains("34 of them from units"));
  std::ofstream(example.folder.path() + "/rules/profiles/bscp.yaml", std::ios::app) << "# another\n";
  const auto changed = example.check({"--cache", "../cache", "--rules", "../rules"});
  CHECK_THAT(changed.err, Contains(" 0 of them from units"));
  CHECK(changed.out == example.plain.out);

  for (const auto& entry : fs::directory_iterator(example.folder.path() + "/cache")) fs::resize_file(entry.path(), fs::file_size(entry.path()) / 2);
  const auto damaged = example.check({"--cache", "../cache"});
  CHECK(damaged.out == example.plain.out);

  example.folder.write("file", "no folder");
  const auto none = example.check({"--cache", "../file"});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("can be no folder"));
}

TEST_CASE("What the design teaches of its ids is part of what a cached unit depends on", "[cli][units][ids]") {
  const TemporaryFolder folder;
  folder.write("dovetail.yaml",
               "codes: [{id: HNC, name: Heat Networks Code}]\ndocuments: [{path: draft.txt, id: HNP 12, code: HNC}]\n"
               "design: [{path: reqs.csv, artefact: HNREQ, mapping: brs}]\n");
  folder.write("draft.txt",
               "HEAT NETWORKS CODE\nProcedure HNP 12\n1 Records\n1.1 The Supplier shall keep records (REQ-1).\n1.2 It shall keep them (RQ_2).\n");
  const auto design = [&](const std::string& letters) {
    folder.write("reqs.csv", "Req ID,Requirement Text,Actor\n" + letters + "1,The Supplier must keep records,Supplier\n" + letters +
                                 "2,The Supplier must keep them,Supplier\n");
  };
  const auto check = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"check", "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    return run_dovetail(words, folder.path()).out;
  };
  for (const auto* letters : {"REQ-", "RQ_", "RQ_", "REQ-"}) {
    design(letters);
    const auto plain = check({});
    CHECK(check({"--cache", "cache"}) == plain);
    CHECK_THAT(plain, Contains(std::string(letters) + (letters[2] == 'Q' ? "2" : "1") + " names no code"));
  }
}

TEST_CASE("Units compiled one by one are linked to the same bytes, and the documents are not needed", "[cli][units]") {
  const Example example;
  fs::create_directory(example.units);
  std::size_t n = 0;
  for (const auto& file : example.files()) {
    const auto ran = run_dovetail({"compile", file, "-o", "../units/" + std::to_string(n++) + ".unit"}, example.xp);
    CAPTURE(file, ran.err);
    CHECK(ran.status == 0);
    CHECK(ran.out.empty());
  }
  // Only the project file, and what it wants to be there when it is read, goes to where units are linked.
  const auto there = example.folder.path() + "/there";
  fs::create_directory(there);
  fs::copy_file(example.xp + "/dovetail.yaml", there + "/dovetail.yaml");
  fs::create_directory(there + "/registers");
  fs::copy_file(example.xp + "/registers/roles.csv", there + "/registers/roles.csv");
  const auto linked =
      run_dovetail({"check", "--units", "../units", "--format", "json", "--report", "html=page.html", "--report", "manifest=files.json"}, there);
  CAPTURE(linked.err);
  CHECK(linked.status == example.plain.status);
  CHECK(linked.out == example.plain.out);
  run_dovetail({"check", "--format", "json", "--report", "html=page.html", "--report", "manifest=files.json"}, example.xp);
  CHECK(bytes_of(there + "/page.html") == bytes_of(example.xp + "/page.html"));
  CHECK(bytes_of(there + "/files.json") == bytes_of(example.xp + "/files.json"));
}

TEST_CASE("Without a project the units say what is checked", "[cli][units]") {
  const TemporaryFolder folder;
  for (const auto* number : {"1", "2", "3"}) {
    write_small(folder, number);
    CHECK(
        run_dovetail({"compile", std::string("drafts/XBSCP97") + number + ".txt", "-o", std::string("u") + number + ".unit"}, folder.path()).status ==
        0);
  }
  const auto plain = run_dovetail({"check", "drafts", "--format", "json"}, folder.path());
  const auto linked = run_dovetail({"check", "--units", ".", "--format", "json"}, folder.path());
  CHECK(linked.status == 1);
  CHECK(linked.out == plain.out);

  // One that cannot be used is said, and the others are checked.
  folder.write("u2.unit", "no unit");
  const auto damaged = run_dovetail({"check", "--units", ".", "--format", "json"}, folder.path());
  CHECK(damaged.status == 1);
  CHECK_THAT(damaged.out, Contains("input.unreadable") && Contains("u2.unit") && Contains("XBSCP973.txt"));
  fs::remove_all(folder.path() + "/drafts");
  CHECK(run_dovetail({"check", "--units", ".", "--format", "json"}, folder.path()).out == damaged.out);
}

TEST_CASE("What cannot be linked is said in one line", "[cli][units]") {
  const TemporaryFolder folder;
  write_small(folder, "1");
  fs::create_directory(folder.path() + "/empty");
  using Words = std::vector<std::string>;
  const std::vector<std::pair<Words, std::string>> rows{
      {{"check", "--units", "empty"}, "holds no unit file"},
      {{"check", "--units", "missing"}, "is no folder"},
      {{"check", "--units", "empty", "--cache", "c"}, "leave one out"},
      {{"compile", "drafts/XBSCP971.txt"}, "-o FILE.unit"},
      {{"compile", "drafts", "-o", "x.unit"}, "is a folder"},
      {{"compile", "missing.txt", "-o", "x.unit"}, "no such file"},
      {{"compile", "drafts/XBSCP971.txt", "-o", "drafts/XBSCP971.txt"}, "name another"},
      {{"compile", "drafts/XBSCP971.txt", "-o", "nowhere/x.unit"}, "cannot be written"},
  };
  for (const auto& [words, says] : rows) {
    const auto ran = run_dovetail(words, folder.path());
    CAPTURE(words, ran.err);
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, Contains(says));
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
  }
  CHECK(fs::is_empty(folder.path() + "/empty"));
  CHECK_FALSE(fs::exists(folder.path() + "/x.unit"));
  // The unit of a file that cannot be read says so when it is linked.
  folder.write("bad.docx", "this is no ZIP archive at all");
  const auto bad = run_dovetail({"compile", "bad.docx", "-o", "empty/bad.unit"}, folder.path());
  CHECK(bad.status == 0);
  CHECK_THAT(bad.err, Contains("bad.docx"));
  CHECK(run_dovetail({"check", "--units", "empty"}, folder.path()).status == 2);
}

TEST_CASE("GNU parallel and Ninja spread the reading, with the bytes of one process", "[cli][units]") {
  const TemporaryFolder folder;
  for (const auto* number : {"1", "2", "3", "4", "5"}) write_small(folder, number);
  const auto plain = run_dovetail({"check", "drafts", "--format", "json"}, folder.path());
  fs::create_directory(folder.path() + "/p");
  fs::create_directory(folder.path() + "/n");
  const auto program = help::program();
  if (run({"parallel", "--version"}).status == 0) {
    const auto ran = run({"sh", "-c", "ls drafts/*.txt | parallel -j2 '" + program + "' compile {} -o p/{/.}.unit"}, folder.path());
    CAPTURE(ran.err);
    CHECK(ran.status == 0);
    CHECK(run_dovetail({"check", "--units", "p", "--format", "json"}, folder.path()).out == plain.out);
  } else {
    WARN("GNU parallel is not installed: its half was left out");
  }
  std::string build = "rule unit\n  command = '" + program + "' compile $in -o $out\n";
  for (const auto* number : {"1", "2", "3", "4", "5"}) build += std::string("build n/") + number + ".unit: unit drafts/XBSCP97" + number + ".txt\n";
  folder.write("build.ninja", build);
  const auto ran = run({"ninja"}, folder.path());
  CAPTURE(ran.out, ran.err);
  CHECK(ran.status == 0);
  CHECK(run_dovetail({"check", "--units", "n", "--format", "json"}, folder.path()).out == plain.out);
  CHECK_THAT(run({"ninja"}, folder.path()).out, Contains("no work to do"));
}
