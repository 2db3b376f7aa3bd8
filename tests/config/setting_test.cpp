// YAML as a tree with lines, and what hostile YAML gets.
#include "config/setting.h"

#include <catch2/catch.hpp>
#include <chrono>

using namespace dovetail;

namespace {

std::string error_of(std::string_view yaml) {
  const auto setting = parse_yaml("f.yaml", yaml);
  return setting ? "no error" : setting.error().message;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("scalars stay as written and know their lines", "[config]") {
  const auto setting = parse_yaml("f.yaml", "a: 1.10\nb:\n  - yes\n  - '2024-01-01'\nc: {d: \"#1\", e: ~}\n");
  REQUIRE(setting);
  CHECK(setting->find("a")->text == "1.10");
  REQUIRE(setting->find("b")->items.size() == 2);
  CHECK(setting->find("b")->items[0].text == "yes");
  CHECK(setting->find("b")->items[1].line == 4);
  CHECK(setting->find("c")->find("d")->text == "#1");
  CHECK(setting->find("c")->find("e")->kind == Setting::Kind::nothing);
  CHECK(setting->find("c")->line == 5);
  CHECK(setting->find("x") == nullptr);
}

TEST_CASE("an empty file is a mapping without entries", "[config]") {
  for (const char* yaml : {"", "\n\n", "# nothing", "---\n", "...\n", "\xEF\xBB\xBF"}) {
    const auto setting = parse_yaml("f.yaml", yaml);
    REQUIRE(setting);
    CHECK(setting->kind == Setting::Kind::map);
    CHECK(setting->entries.empty());
  }
}

TEST_CASE("end marks and block texts are read as written", "[config]") {
  const auto setting = parse_yaml("f.yaml", "---\na: |\n  one\n  two\nb: >-\n  three\n  four\n...\n");
  REQUIRE(setting);
  CHECK(setting->find("a")->text == "one\ntwo\n");
  CHECK(setting->find("b")->text == "three four");
  CHECK(parse_yaml("f.yaml", "a: |\n  one")->find("a")->text == "one\n");
}

TEST_CASE("aliases stand for what they name", "[config]") {
  const auto setting = parse_yaml("f.yaml", "a: &x [1, 2]\nb: *x\n");
  REQUIRE(setting);
  CHECK(setting->find("b")->items.size() == 2);
  CHECK(setting->find("b")->line == 2);
}

TEST_CASE("bad YAML is one line that names the place", "[config]") {
  CHECK(error_of("a: 1\nb: 2\na: 3\n") == "f.yaml:3: key \"a\" stands twice, first on line 1; keep one of them");
  CHECK(error_of("a: {b: 1, b: 2}\n") == "f.yaml:1: key \"b\" stands twice, first on line 1; keep one of them");
  CHECK(error_of("? [a]\n: 1\n") == "f.yaml:1: a key must be a word, not a list; write \"key: value\", with quotes round a key of signs");
  CHECK(error_of("a: 1\n---\nb: 1\n") == "f.yaml:3: a second document begins here; keep one, without \"---\" between");
  CHECK(error_of("a: &x [*x]\n") == "f.yaml:1: an alias refers to what it stands in; write the value out");
  CHECK(error_of("a: [1, 2\nb: 3\n").find("f.yaml:") == 0);
  CHECK(error_of("a:\n\t- b\n").find("f.yaml:2: this is not YAML (") == 0);
  CHECK(error_of("a: *nowhere\n").find("f.yaml:1: this is not YAML (") == 0);
  CHECK(error_of("a: \"unclosed\n") ==
        "f.yaml:1: this is not YAML (illegal document indicator in scalar); a quotation is opened above and never closed, close it");
  CHECK(error_of("title: Trace: links\n") == "f.yaml:1: this is not YAML (illegal map value); put quotes round a value that holds \": \"");
}

TEST_CASE("hostile YAML ends soon, with a message", "[config]") {
  const auto begin = std::chrono::steady_clock::now();
  const std::string too_deep = "nested deeper than 32 levels; no key goes that deep, check the brackets";
  CHECK(error_of(repeated("[", 1000000)) == "f.yaml:1: " + too_deep);
  CHECK(error_of(repeated("{a: ", 500000)) == "f.yaml:1: " + too_deep);
  CHECK(error_of(repeated("- ", 1000000)) == "f.yaml:1: " + too_deep);
  CHECK(error_of(repeated("? ", 1000000)) == "f.yaml:1: " + too_deep);
  std::string stairs;
  for (std::size_t i = 0; i < 1500; ++i) stairs += repeated(" ", i) + "a:\n";
  CHECK(error_of(stairs) == "f.yaml:33: " + too_deep);
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string below = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(below + ", ", 8) + below + "]\n";
  }
  CHECK(error_of(bomb).find("more than 200000 values, aliases counted; split the file") != std::string::npos);
  CHECK(error_of(std::string(5U << 20U, 'x')) == "f.yaml:1: larger than 4 MiB, so not a file of settings; name another file or split it");
  CHECK_FALSE(error_of(std::string("\0\1\2\xFF\xFE", 5)).empty());
  for (const char* piece : {"!", "!!", "&", "*", "%", "a: |\n", "\"\\u", "'", ": ", ", ", "}", "]", "&a ", "!<", "- - ", "\xFF", "\r", "? :"})
    error_of(repeated(piece, 20000));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
}

TEST_CASE("a file that cannot be read says so", "[config]") {
  CHECK(read_yaml("x.yaml", "/nonexistent/x.yaml").error().message ==
        "x.yaml: there is no such file, or it cannot be opened; check the name and who may read it");
  CHECK(read_yaml("folder", "/").error().message == "folder: this is a folder; name a file in it");
}
