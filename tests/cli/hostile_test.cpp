// Words that want to act: escape sequences, control characters, broken UTF-8, workflow commands. In every text format they are words or gone.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "help/program.h"
#include "text/unicode.h"

using help::bytes_of;
using help::run_dovetail;
using help::TemporaryFolder;

TEST_CASE("In every text format controls and broken characters of an input are harmless", "[cli][hostile]") {
  const TemporaryFolder folder;
  const std::string hostile =
      std::string("\x1b[31m\x1b]0;t\x07 \xFF\xFE \xC3( \xED\xA0\x80 \x08\x7f \xC2\x9B") + "::error file=x::pwned %0A =cmd|'/c calc'!A0 </script>";
  folder.write("draft.txt", "XBSCP977 Meter Exchange\n\n1 Scope\n\n1.1 \"" + hostile + "\" means the the " + hostile + " paragraph 9.4 of Schedule " +
                                hostile + ".\n");
  const auto* format = GENERATE("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "html", "manifest", "worksheet");
  CAPTURE(format);
  const auto ran = run_dovetail({"check", "draft.txt", "--report", std::string(format) + "=out", "--quiet"}, folder.path());
  CHECK(ran.status == 1);
  const auto report = bytes_of(folder.path() + "/out");
  REQUIRE_FALSE(report.empty());
  CHECK(dovetail::valid_utf8(report) == report);
  for (const char c : report) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r'));
  for (const auto* gone : {"\x7f", "\xC2\x9B", "\n::error file=x"}) CHECK(report.find(gone) == std::string::npos);
  if (std::string(format) == "json" || std::string(format) == "sarif" || std::string(format) == "gitlab" || std::string(format) == "manifest")
    CHECK(nlohmann::json::accept(report));
}
