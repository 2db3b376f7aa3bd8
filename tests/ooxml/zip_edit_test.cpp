// Copies of archives with other entries: what is not replaced stays, and the archive that was given stays too.
#include "ooxml/zip_edit.h"

#include <catch2/catch.hpp>

#include "help/zip_writer.h"
#include "ooxml/zip.h"

using namespace dovetail;

TEST_CASE("An entry is replaced wherever it stands in the archive", "[ooxml]") {
  const help::Parts parts{{"first.xml", std::string(4000, 'a')}, {"second.xml", "<b/>"}, {"third.xml", std::string(900, 'c')}, {"last.xml", "<d/>"}};
  const std::size_t which = GENERATE(range<std::size_t>(0, 4));
  const bool stored = GENERATE(false, true);
  std::string archive = help::zip(parts, {.stored = stored});
  const std::string before = archive;
  const auto copy = with_entries(archive, {{parts[which].first, "<other/>"}});
  REQUIRE(copy);
  CHECK(archive == before);
  archive.assign(archive.size(), 'x');  // its memory is still ours
  Zip read(*copy, {});
  for (std::size_t n = 0; n < parts.size(); ++n) {
    const auto entry = read.find(parts[n].first);
    REQUIRE(entry);
    const auto bytes = read.read(*entry);
    REQUIRE(bytes);
    CHECK(std::string(bytes->view()) == (n == which ? "<other/>" : parts[n].second));
  }
}
