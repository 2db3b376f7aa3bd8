// dovetail refs --term, as a person runs it.
#include <catch2/catch.hpp>

#include "help/program.h"

using help::run_dovetail;

namespace {

const std::string text =
    "1. Definitions\n\"Working Day\" or \"WD\": means a day {--other than a Sunday--}{++from Monday to Friday++};\n2. Duties\n2.1 Within two Working "
    "Days, or 3WD.\n"
    "2.2 In this paragraph 2, \"Site\" means a place. Paint the Site each Working Day.\n";

}  // namespace

TEST_CASE("refs --term says what a term means, for whom, and who uses it", "[cli]") {
  const help::TemporaryFolder folder;
  folder.write("draft.txt", text);
  const auto ran = run_dovetail({"refs", "--term", "working days", "draft.txt"}, folder.path());
  CHECK(ran.status == 0);
  CHECK(ran.out.find("Working Day [changed]\n") != std::string::npos);
  CHECK(ran.out.find("a day from Monday to Friday;") != std::string::npos);
  CHECK(ran.out.find("a day other than a Sunday;") != std::string::npos);
  CHECK(ran.out.find("also        WD") != std::string::npos);

  const auto scoped = run_dovetail({"refs", "--term", "Site", "draft.txt", "--format", "json"}, folder.path());
  CHECK(scoped.out.find("\"scope\": \"paragraph 2\"") != std::string::npos);
  CHECK(scoped.out.find("\"schema\": \"dovetail.glossary/1\"") != std::string::npos);
}

TEST_CASE("refs --term names what is near where nothing defines the term", "[cli]") {
  const help::TemporaryFolder folder;
  folder.write("draft.txt", text);
  const auto ran = run_dovetail({"refs", "--term", "Business Day", "draft.txt"}, folder.path());
  CHECK(ran.status == 2);
  CHECK(ran.err.find("nothing that was read defines \"Business Day\" (there is \"Working Day\")") != std::string::npos);
  CHECK(run_dovetail({"refs", "--term", " . ", "draft.txt"}, folder.path()).status == 2);
}
