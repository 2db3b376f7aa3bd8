// When things go wrong around the program: full disks, signals, unreadable files, odd names. What remains on disk, and what the exit status is.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "help/program.h"
#include "help/program_path.h"
#include "help/source.h"

using Catch::Contains;
using help::bytes_of;
using help::run;
using help::run_dovetail;
using help::TemporaryFolder;
using Json = nlohmann::json;

namespace {

namespace fs = std::filesystem;

const std::string good = "XBSCP977 Meter Exchange\n\n1 Scope\n\n1.1 The Supplier shall follow paragraph 9.4.\n";

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) names.push_back(entry.path().lexically_relative(folder).string());
  std::sort(names.begin(), names.end());
  return names;
}

/// Runs a line of shell in `folder`; "$0" is the program.
help::Ran shell(const std::string& line, const std::string& folder) { return run({"sh", "-c", line, help::program()}, folder); }

/// Runs as a user to whom permissions mean something; the program itself as anyone.
std::vector<std::string> as_nobody(std::vector<std::string> words) {
  words.insert(words.begin(), help::program());
  if (::geteuid() == 0) {
    const std::vector<std::string> other{"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    words.insert(words.begin(), other.begin(), other.end());
  }
  return words;
}

}  // namespace

TEST_CASE("On a full disk the old report stays, nothing half written does, and the status is 2", "[cli][faults]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", good);
  folder.write("out.html", "what was there");
  // No file may grow beyond 2 KiB: to a program that is a disk that is full.
  const auto ran = shell("ulimit -f 2; exec \"$0\" check draft.txt --quiet --report html=out.html", folder.path());
  CAPTURE(ran.err);
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Contains("out.html: cannot be written"));
  CHECK(bytes_of(folder.path() + "/out.html") == "what was there");
  CHECK(names_in(folder.path()) == std::vector<std::string>{"draft.txt", "out.html"});
  CHECK(bytes_of(folder.path() + "/draft.txt") == good);

  for (const auto* line : {"exec \"$0\" check draft.txt >/dev/full", "exec \"$0\" text draft.txt >/dev/full", "exec \"$0\" dump draft.txt >/dev/full",
                           "exec \"$0\" check draft.txt --quiet --report json=/dev/full", "exec \"$0\" --help >/dev/full"}) {
    const auto full = shell(line, folder.path());
    CAPTURE(line, full.err);
    CHECK(full.status == 2);
    CHECK(std::count(full.err.begin(), full.err.end(), '\n') == 1);
  }
}

TEST_CASE("On a full disk copies, units and caches are not half written either", "[cli][faults]") {
  const TemporaryFolder folder;
  const auto draft = folder.path() + "/draft.docx";
  fs::copy_file(help::source_folder() + "/fixtures/xp/drafts/XBSCP901_v0.3.docx", draft);
  const auto before = bytes_of(draft);
  for (const auto* line : {"annotate draft.docx -o out.docx", "compile draft.docx -o out.unit"}) {
    const auto ran = shell("ulimit -f 2; exec \"$0\" " + std::string(line), folder.path());
    CAPTURE(line, ran.err);
    CHECK(ran.status == 2);
    CHECK(names_in(folder.path()) == std::vector<std::string>{"draft.docx"});
  }
  const auto cached = shell("ulimit -f 2; exec \"$0\" check draft.docx --fail-on never --cache cache >/dev/null", folder.path());
  CHECK(cached.status == 0);  // the findings are there; only the next run will be no faster
  CHECK_THAT(cached.err, Contains("cannot be written"));
  CHECK(names_in(folder.path()) == std::vector<std::string>{"cache", "draft.docx"});
  CHECK(bytes_of(draft) == before);
}

TEST_CASE("A folder that cannot be written is said, and nothing is left", "[cli][faults]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", good);
  fs::create_directory(folder.path() + "/closed");
  fs::permissions(folder.path() + "/closed", fs::perms::owner_read | fs::perms::owner_exec);
  fs::permissions(folder.path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  const auto ran = run(as_nobody({"check", "draft.txt", "--report", "json=closed/out.json"}), folder.path());
  CAPTURE(ran.err);
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Contains("closed/out.json: cannot be written"));
  CHECK(names_in(folder.path()) == std::vector<std::string>{"closed", "draft.txt"});
  // A folder that can only be read is no reason not to check what is in it.
  CHECK(run(as_nobody({"check", "."}), folder.path()).status == 1);
}

TEST_CASE("Unreadable files among good ones are findings, and the good ones are checked", "[cli][faults]") {
  const TemporaryFolder folder;
  folder.write("a.txt", good);
  folder.write("locked.txt", good);
  folder.write("z.docx", "this is no ZIP archive at all");
  fs::permissions(folder.path() + "/locked.txt", fs::perms::none);
  fs::permissions(folder.path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  const auto ran = run(as_nobody({"check", "a.txt", "locked.txt", "z.docx", "gone.txt", "--format", "json"}), folder.path());
  CHECK(ran.status == 1);
  const auto json = Json::parse(ran.out);
  std::vector<std::string> unreadable;
  for (const auto& finding : json["findings"])
    if (finding["rule"] == "input.unreadable") unreadable.push_back(finding["document"]);
  std::sort(unreadable.begin(), unreadable.end());
  CHECK(unreadable == std::vector<std::string>{"gone.txt", "locked.txt", "z.docx"});
  CHECK_THAT(ran.out, Contains("reference.missing"));
}

TEST_CASE("Ended in the middle, a run leaves no temporary file and no broken cache", "[cli][faults]") {
  const TemporaryFolder folder;
  const TemporaryFolder temporary;
  std::string text = "XBSCP977 Meter Exchange\n\n";
  for (int n = 1; n < 400; ++n) text += std::to_string(n) + " Scope\n\n" + std::to_string(n) + ".1 The Supplier shall follow paragraph 9.4.\n\n";
  for (int n = 0; n < 12; ++n) folder.write("drafts/d" + std::to_string(n) + ".txt", text);
  const auto plain = run_dovetail({"check", "drafts", "--format", "json"}, folder.path());
  std::size_t ended = 0;
  for (int delay = 0; delay < 12; ++delay) {
    // No signal comes to the child before it is the program: until then it would be this test program that is ended.
    sigset_t both;
    ::sigemptyset(&both);
    ::sigaddset(&both, SIGINT);
    ::sigaddset(&both, SIGTERM);
    ::sigprocmask(SIG_BLOCK, &both, nullptr);
    const auto child = ::fork();
    if (child == 0) {
      ::signal(SIGINT, SIG_DFL);
      ::signal(SIGTERM, SIG_DFL);
      ::sigprocmask(SIG_UNBLOCK, &both, nullptr);
      if (::chdir(folder.path().c_str()) != 0 || ::setenv("TMPDIR", temporary.path().c_str(), 1) != 0) ::_exit(127);
      ::execl(help::program().c_str(), "dovetail", "check", "drafts", "--cache", "cache", "--quiet", "--format", "json", "--report", "xlsx=out.xlsx",
              "--report", "json=out.json", static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::sigprocmask(SIG_UNBLOCK, &both, nullptr);
    std::this_thread::sleep_for(std::chrono::milliseconds(40 * delay));
    ::kill(child, delay % 2 == 0 ? SIGINT : SIGTERM);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) ++ended;
    if (WIFSIGNALED(status)) CHECK(WTERMSIG(status) == (delay % 2 == 0 ? SIGINT : SIGTERM));
    CHECK(names_in(temporary.path()).empty());
    for (const auto& name : names_in(folder.path())) CHECK_FALSE(name.ends_with(".tmp"));
  }
  CHECK(ended > 0);
  CHECK(run_dovetail({"check", "drafts", "--cache", "cache", "--format", "json"}, folder.path()).out == plain.out);
}

TEST_CASE("A file that changes while it is read is one state or the other, or said to be damaged", "[cli][faults]") {
  const TemporaryFolder folder;
  const auto one = help::source_folder() + "/fixtures/xp/drafts/XBSCP901_v0.2.docx",
             other = help::source_folder() + "/fixtures/xp/drafts/XBSCP901_v0.3.docx";
  const auto draft = folder.path() + "/draft.docx";
  std::atomic<bool> over = false;
  fs::copy_file(one, draft);
  std::thread writer([&] {
    for (bool first = false; !over; first = !first) std::ofstream(draft, std::ios::binary) << bytes_of(first ? one : other);
  });
  for (int n = 0; n < 8; ++n) {
    const auto ran = run_dovetail({"check", "draft.docx", "--cache", "cache", "--format", "json"}, folder.path());
    CAPTURE(ran.err);
    CHECK((ran.status == 0 || ran.status == 1 || ran.status == 2));
    CHECK((ran.out.empty() || Json::accept(ran.out)));
  }
  over = true;
  writer.join();
  fs::copy_file(one, draft, fs::copy_options::overwrite_existing);
  CHECK(run_dovetail({"check", "draft.docx", "--cache", "cache", "--format", "json"}, folder.path()).out ==
        run_dovetail({"check", "draft.docx", "--format", "json"}, folder.path()).out);
}

TEST_CASE("Names with spaces, quotes, letters of any script, dashes and line breaks are names", "[cli][faults]") {
  const TemporaryFolder folder;
  const std::vector<std::string> names{"-dash.txt", "a b  c.txt", "it's \"quoted\".txt", "line\nbreak.txt", "Überblick – 概要.txt"};
  for (const auto& name : names) folder.write("in/" + name, good);
  const auto ran =
      run_dovetail({"check", "in", "--format", "json", "--report", "html=the report.html", "--report", "sarif=Überblick.sarif"}, folder.path());
  CAPTURE(ran.err);
  CHECK(ran.status == 1);
  const auto json = Json::parse(ran.out);
  std::vector<std::string> checked;
  for (const auto& document : json["documents"]) checked.push_back(document["path"]);
  std::vector<std::string> wanted;
  for (const auto& name : names) wanted.push_back("in/" + name);
  CHECK(checked == wanted);
  CHECK(fs::exists(folder.path() + "/the report.html"));
  CHECK(Json::accept(bytes_of(folder.path() + "/Überblick.sarif")));
  const auto shown = run_dovetail({"check", "in"}, folder.path());
  CHECK_THAT(shown.out, !Contains("line\nbreak"));  // a name never makes a line of its own
}

TEST_CASE("Without a home, a locale or an environment the bytes are the same", "[cli][faults]") {
  const TemporaryFolder folder;
  folder.write("draft.txt", good + "\n1.2 The “Wähler” shall pay £5 – see paragraph 9.5.\n");
  const auto plain = run_dovetail({"check", "draft.txt", "--format", "json"}, folder.path());
  for (const auto* environment : {"", "LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8", "LC_ALL=nonsense HOME=/nonexistent", "LC_ALL=C TZ=Pacific/Kiritimati"}) {
    const auto ran = shell("exec env -i " + std::string(environment) + " \"$0\" check draft.txt --format json", folder.path());
    CAPTURE(environment, ran.err);
    CHECK(ran.status == 1);
    CHECK(ran.out == plain.out);
  }
}

TEST_CASE("Links to files are followed, links to folders and links in a circle are not", "[cli][faults]") {
  const TemporaryFolder folder;
  folder.write("elsewhere/draft.txt", good);
  fs::create_directory(folder.path() + "/in");
  fs::create_symlink("../elsewhere/draft.txt", folder.path() + "/in/linked.txt");
  fs::create_directory_symlink("../elsewhere", folder.path() + "/in/folder");
  fs::create_directory_symlink(".", folder.path() + "/in/circle");
  fs::create_symlink("nowhere.txt", folder.path() + "/in/dangling.txt");
  const auto ran = run_dovetail({"check", "in", "--format", "json"}, folder.path());
  CHECK(ran.status == 1);
  const auto json = Json::parse(ran.out);
  REQUIRE(json["documents"].size() == 1);
  CHECK(json["documents"][0]["path"] == "in/linked.txt");
}

TEST_CASE("A project reads files outside its folder only where it says so", "[cli][faults]") {
  const TemporaryFolder folder;
  folder.write("secret/draft.txt", good);
  fs::create_directories(folder.path() + "/project/x");
  fs::create_symlink("../secret/draft.txt", folder.path() + "/project/linked.txt");
  const auto outside = GENERATE(values<std::string>({"../secret/draft.txt", "x/../../secret/draft.txt", "linked.txt", "ABSOLUTE"}));
  const auto path = outside == "ABSOLUTE" ? folder.path() + "/secret/draft.txt" : outside;
  const std::string documents = "documents:\n  - {path: \"" + path + "\", id: XBSCP977, profile: bscp}\n";
  folder.write("project/dovetail.yaml", "project: XP\n" + documents);
  const auto refused = run_dovetail({"check", "project", "--format", "json"}, folder.path());
  CAPTURE(path, refused.err);
  CHECK(refused.status == 2);
  CHECK(refused.out.empty());
  CHECK_THAT(refused.err, Contains("dovetail.yaml:3") && Contains("leads out of the project's folder"));
  folder.write("project/dovetail.yaml", "project: XP\noutside: [../secret]\n" + documents);
  CHECK(run_dovetail({"check", "project"}, folder.path()).status == 1);
}

TEST_CASE("Ten thousand documents are one project", "[cli][faults]") {
  const TemporaryFolder folder;
  std::string yaml = "project: XP\ndocuments:\n";
  for (int n = 10000; n < 20000; ++n) {
    const auto id = "XBSCP" + std::to_string(n);
    folder.write("drafts/" + id + ".txt", id + " Procedure\n\n1 Scope\n\n1.1 The Supplier shall follow paragraph 1.1.\n");
    yaml += "  - {path: drafts/" + id + ".txt, id: " + id + ", profile: bscp}\n";
  }
  folder.write("dovetail.yaml", yaml);
  const auto ran = run_dovetail({"check", "--only", "reference", "--format", "json"}, folder.path());
  CAPTURE(ran.err);
  CHECK(ran.status == 0);
  CHECK(Json::parse(ran.out)["documents"].size() == 10000);
}
