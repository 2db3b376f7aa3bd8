// Unit files as bytes: what goes in comes out, and bytes that no program wrote are refused or do no harm.
#include <catch2/catch.hpp>
#include <string>

#include "fuzz/targets.h"
#include "help/linted.h"
#include "help/source.h"
#include "lint/stored/sound.h"
#include "lint/stored/unit_file.h"
#include "report/dump.h"

using namespace dovetail;

namespace {

constexpr std::uint64_t plenty = 1ULL << 30;

const std::string draft =
    "XBSCP977 Meter Exchange\n\n1 Scope\n\n1.1 \"Data Service\" means {--a--}{++the++} service in paragraph 1.2(a).\n\n1.2 The Supplier shall\n\n"
    "(a) send it to the Data Service within 5 Working Days, see Section K 5.4; and\n\n(b) wait.\n\n2 Not used\n";

struct Made {
  Review review = help::linted(draft, "bscp");
  const Document& document = *review.documents.begin();
  const Unit& unit = *review.units.begin();
};

}  // namespace

TEST_CASE("A unit file holds all that was read and compiled", "[units]") {
  const Made made;
  const auto bytes = stored::pack({"tool", "draft.txt", "abc", 7, "r", "c"}, made.document, &made.unit);
  const auto heading = stored::unpack_heading(bytes);
  REQUIRE(heading);
  CHECK(heading->path == "draft.txt");
  CHECK(heading->bytes == 7);
  auto file = stored::unpack(bytes, plenty);
  REQUIRE(file);
  REQUIRE(file->unit);
  stored::make_views(*file->unit, file->document);
  CHECK(stored::is_sound(*file->unit, file->document));
  CHECK(made.unit.has_changes);
  file->document.path = made.document.path;
  file->unit->path = made.unit.path;
  CHECK(dump_json(file->document, *file->unit, "text") == dump_json(made.document, made.unit, "text"));
  CHECK(stored::pack_facts(file->document, &*file->unit) == stored::pack_facts(made.document, &made.unit));
}

TEST_CASE("A unit file that is cut off, changed or of another version is refused with the reason", "[units]") {
  const Made made;
  const auto bytes = stored::pack({"tool", "draft.txt", "abc", 7, "r", "c"}, made.document, &made.unit);
  for (std::size_t size = 0; size < bytes.size(); size += 7) CHECK_FALSE(stored::unpack(bytes.substr(0, size), plenty));
  for (std::size_t at = bytes.size() / 2; at < bytes.size(); at += 11) {
    auto other = bytes;
    other[at] = static_cast<char>(other[at] ^ 0x10);
    CHECK_FALSE(stored::unpack(other, plenty));
  }
  CHECK(stored::unpack("PK\3\4", plenty).error().message == "it is no unit file");
  CHECK(stored::unpack("dovetail unit 99\n", plenty).error().message == "it has another version of the format");
  CHECK(stored::unpack(bytes, 100).error().message == "it would take too much memory");
}

TEST_CASE("Facts that do not fit together are refused, whatever their checksum says", "[units]") {
  Made made;
  const auto refused = [&](const auto& harm) {
    auto document = made.document;
    auto unit = made.unit;
    harm(document, unit);
    stored::UnitFile file;
    if (!stored::unpack_facts(stored::pack_facts(document, &unit), plenty, file)) return true;
    stored::make_views(*file.unit, file.document);
    return !stored::is_sound(*file.unit, file.document);
  };
  CHECK_FALSE(refused([](Document&, Unit&) {}));
  CHECK(refused([](Document& d, Unit&) { d.runs.begin()->format = Id<Format>(999); }));
  CHECK(refused([](Document& d, Unit&) { d.runs.begin()->span.end += 1; }));
  CHECK(refused([](Document& d, Unit&) { d.paragraphs.begin()->span = {5, 2}; }));
  CHECK(refused([](Document& d, Unit&) { d.text.resize(20); }));
  CHECK(refused([](Document& d, Unit&) { d.kind = static_cast<FileKind>(99); }));
  CHECK(refused([](Document&, Unit& u) { u.words.back().form = 100000; }));
  CHECK(refused([](Document&, Unit& u) { u.words.front().begin = 100000; }));
  CHECK(refused([](Document&, Unit& u) { u.provisions.begin()->parent[1] = Id<Provision>(0); }));
  CHECK(refused([](Document&, Unit& u) { u.provisions.begin()->lines[1] = {0, 4000}; }));
  CHECK(refused([](Document&, Unit& u) { u.references.begin()->span.end = 1000000; }));
  CHECK(refused([](Document&, Unit& u) { u.definitions.begin()->scope = Id<Provision>(77); }));
}

TEST_CASE("Facts with any byte changed are refused or linked, checked and reported without harm", "[units][fuzz]") {
  const Made made;
  const auto facts = stored::pack_facts(made.document, &made.unit);
  for (std::size_t at = 0; at < facts.size(); at += 13) {
    auto other = facts;
    other[at] = static_cast<char>(other[at] + 1 + static_cast<char>(at % 5));
    fuzz::unit(other);
  }
}
