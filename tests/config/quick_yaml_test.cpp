// The quick parser gives what the thorough one gives, or nothing.
#include "config/quick_yaml.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "help/program.h"
#include "help/source.h"

using namespace dovetail;

namespace {

std::string text_of(const Setting& setting) {
  std::string text = std::to_string(static_cast<int>(setting.kind)) + "@" + std::to_string(setting.line) + "'" + setting.text + "'[";
  for (const Setting& item : setting.items) text += text_of(item) + ",";
  for (const SettingEntry& entry : setting.entries) text += entry.key + "@" + std::to_string(entry.line) + "=" + text_of(entry.value) + ",";
  return text + "]";
}

std::string quickly(const std::string& yaml) {
  const auto setting = quick_yaml(yaml + "\n...\n");
  return setting ? text_of(*setting) : "nothing";
}

std::string thoroughly(const std::string& yaml) {
  const auto setting = explained_yaml("f.yaml", yaml + "\n...\n");
  return setting ? text_of(*setting) : setting.error().message;
}

}  // namespace

TEST_CASE("Both parsers read the same out of every file of settings", "[config]") {
  std::size_t read = 0, quick = 0;
  for (const char* folder : {"rules", "fixtures"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(help::source_folder()) / folder)) {
      if (entry.path().extension() != ".yaml") continue;
      const auto yaml = help::bytes_of(entry.path().string());
      const auto found = quickly(yaml);
      ++read;
      if (found == "nothing") continue;
      ++quick;
      INFO(entry.path());
      CHECK(found == thoroughly(yaml));
    }
  CHECK(read > 150);
  CHECK(quick * 100 > read * 95);  // it is the usual way
}

TEST_CASE("Both parsers read the same out of what a person may write", "[config]") {
  const std::string yaml =
      GENERATE(as<std::string>(), "a: b", "a: 'it''s'\nb: \"tab\\tline\\n\\u00e9\"\n", "- a\n- b: c\n  d: [e, {f: g}]\n", "a:\n- b\n- c\n",
               "a: >\n  one\n  two\n\n  three\n    four\nb: |+\n  x\n\n\nc: d\n", "a: one\n  two\n  three # four\nb:\n", "a: ~\nb: null\nc: 'null'\n",
               "# only\na: b # c\n#d\ne: f#g\n", "a: {b: c, d: [e, f], g: {}}\nh: []\n", "a: http://example.org/x?y=z\n", "---\na: b\n...\n",
               "\"a b\": c\n'd': e\n", "a: |2\n   x\n  y\n", "a:   b  \nc:\t d\n",
               "\xEF\xBB\xBF"
               "a: \xC3\xA9\n",
               "a: b\r\nc: d\r\n", "? a\n: b\n", "a: -1\nb: - c\n");
  const auto found = quickly(yaml);
  INFO(yaml);
  if (found != "nothing") CHECK(found == thoroughly(yaml));
}

TEST_CASE("What is not plain and good is left to the thorough parser", "[config]") {
  for (const char* yaml : {"", "a: &x b\nc: *x\n", "a: !tag b\n", "a: b\n---\nc: d\n", "a: [\n", "a: 'b\n", "a: b\na: c\n", "- \n- b\n", "~",
                           "a: \xFF\n", "a: *x\n", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1"})
    CHECK(quickly(yaml) == "nothing");
}
