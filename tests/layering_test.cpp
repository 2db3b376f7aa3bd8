// The dependency table of the architecture as data: who may include whom, and which outside library is named where.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "help/source.h"

namespace {

namespace fs = std::filesystem;

// "May include" is transitive. lint stands for lib/lint.* and lib/lint/; cli is the folder beside lib.
const std::map<std::string, std::set<std::string>> may_include{
    {"base", {}},
    {"text", {"base"}},
    {"ooxml", {"base", "text"}},  // limits and problems are given to it; UTF-16 parts need text
    {"model", {"base", "text"}},
    {"config", {"base", "text", "model"}},
    {"read", {"base", "text", "model", "ooxml"}},
    {"compile", {"base", "text", "model"}},
    {"link", {"base", "text", "model"}},
    {"check", {"base", "text", "model"}},
    {"report", {"base", "text", "model", "ooxml"}},
    {"lint", {"base", "text", "model", "ooxml", "config", "read", "compile", "link", "check", "report"}},
    {"cli", {"base", "text", "model", "ooxml", "config", "read", "compile", "link", "check", "report", "lint"}},
};

// The first part of an outside header, and the rooms that may name it.
const std::map<std::string, std::set<std::string>> outside{
    {"tl", {"base"}},
    {"unicode", {"text"}},
    {"re2", {"text"}},
    {"pugixml.hpp", {"ooxml", "read", "report"}},
    {"zip.h", {"ooxml"}},
    {"libdeflate.h", {"ooxml"}},
    {"yaml-cpp", {"config", "read"}},
    {"yaml.h", {"config"}},
    {"nlohmann", {"read", "report"}},
    {"gumbo.h", {"read"}},
    {"md4c.h", {"read"}},
    {"dtl", {"link"}},
    {"xlsxwriter.h", {"report"}},
    {"boost", {"cli"}},
    {"cereal", {"lint"}},
};

struct Include {
  std::string file, room, header;
  bool quoted;
};

std::string room_of(const fs::path& below_lib) {
  const auto first = below_lib.begin()->string();
  return below_lib.has_parent_path() ? first : "lint";
}

std::vector<Include> includes_below(const fs::path& folder, const std::string& fixed_room) {
  static const std::regex line(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)re");
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto ending = entry.path().extension();
    if (ending != ".cpp" && ending != ".h") continue;
    const auto relative = entry.path().lexically_relative(folder);
    std::ifstream in(entry.path());
    std::smatch match;
    for (std::string text; std::getline(in, text);)
      if (std::regex_match(text, match, line))
        found.push_back({relative.string(), fixed_room.empty() ? room_of(relative) : fixed_room, match[2], match[1] == "\""});
  }
  return found;
}

std::vector<Include> all_includes() {
  const fs::path source = help::source_folder();
  auto found = includes_below(source / "lib", "");
  const auto cli = includes_below(source / "cli", "cli");
  found.insert(found.end(), cli.begin(), cli.end());
  return found;
}

// What is wrong with an include, or nothing.
std::string fault_of(const Include& include) {
  const fs::path header = include.header;
  const auto first = header.begin()->string();
  const auto where = include.room + ": " + include.file + " includes " + include.header;
  const auto library = outside.find(first);
  if (library != outside.end()) return library->second.count(include.room) ? "" : where + ", which is wrapped in another room";
  if (!include.quoted) return first.find(".hpp") != std::string::npos ? where + ", an outside library that the table does not know" : "";
  if (!may_include.count(include.room)) return where + ": the table does not know this room";
  const auto room = header.has_parent_path() ? first : include.room == "cli" && header != "lint.h" ? "cli" : "lint";
  if (room == include.room) return "";
  return may_include.at(include.room).count(room) ? "" : where + ", which this room may not";
}

}  // namespace

TEST_CASE("Rooms include only what the architecture lets them", "[layering]") {
  const auto includes = all_includes();
  CHECK(includes.size() > 100);
  std::string faults;
  for (const auto& include : includes)
    if (const auto fault = fault_of(include); !fault.empty()) faults += fault + "\n";
  CHECK(faults == "");
}

TEST_CASE("The layering test sees what it forbids", "[layering]") {
  CHECK(fault_of({"check/a.cpp", "check", "link/terms.h", true}) != "");
  CHECK(fault_of({"link/a.cpp", "link", "read/readers.h", true}) != "");
  CHECK(fault_of({"base/a.cpp", "base", "text/span.h", true}) != "");
  CHECK(fault_of({"report/a.cpp", "report", "lint.h", true}) != "");
  CHECK(fault_of({"check/a.cpp", "check", "re2/re2.h", false}) != "");
  CHECK(fault_of({"lint.cpp", "lint", "boost/program_options.hpp", false}) != "");
  CHECK(fault_of({"read/a.cpp", "read", "rapidjson.hpp", false}) != "");
  CHECK(fault_of({"check/a.cpp", "check", "model/unit.h", true}) == "");
  CHECK(fault_of({"cli/a.cpp", "cli", "output.h", true}) == "");
  CHECK(fault_of({"check/a.cpp", "check", "vector", false}) == "");
}
