// The shipped rules folder loads, and a fault in a rules folder is one line.
#include <catch2/catch.hpp>
#include <set>

#include "config/config.h"
#include "config/help.h"
#include "text/pattern.h"
#include "text/unicode.h"

using namespace dovetail;
using dovetail::test::rules_folder;
using dovetail::test::Scratch;
using dovetail::test::without;

namespace {

const Catalogue& shipped() {
  static const auto catalogue = load_catalogue(rules_folder);
  INFO((catalogue ? "" : catalogue.error().message));
  REQUIRE(catalogue);
  return *catalogue;
}

/// The error of a rules folder that holds the shipped schema and one more file.
std::string error_of(const std::string& file, std::string_view yaml) {
  const Scratch scratch;
  std::filesystem::copy_file(rules_folder + "/schema.yaml", scratch.path("schema.yaml"));
  scratch.write(file, yaml);
  const auto catalogue = load_catalogue(scratch.path());
  return catalogue ? "no error" : without(catalogue.error().message, scratch.path());
}

std::string rule_with(const std::string& lines) { return "id: a.b\ntitle: T\nseverity: note\nwhy: W\ndo: D\n" + lines; }

/// As headers are compared: without case, spaces, hyphens and underscores.
std::string bare(const std::string& header) {
  std::string result;
  for (const char c : fold(normalise(header)))
    if (c != ' ' && c != '-' && c != '_') result += c;
  return result;
}

}  // namespace

TEST_CASE("everything that is shipped loads", "[config]") {
  std::set<std::string> rules, profiles, mappings;
  for (const Rule& rule : shipped().rules) rules.insert(rule.id);
  for (const Profile& profile : shipped().profiles) profiles.insert(profile.name);
  for (const Mapping& mapping : shipped().mappings) mappings.insert(mapping.name);
  for (const char* id :
       {"reference.missing", "reference.not-used", "structure.duplicate-number", "term.undefined", "term.unused-definition", "change.residue",
        "change.unmarked", "version.baseline-moved", "timetable.sla-differs", "design.dangling", "coverage.uncovered", "data.unknown-id",
        "register.malformed", "wording.doubled-word", "input.unreadable", "input.unused-waiver", "input.nothing-checked"})
    CHECK(rules.count(id) == 1);
  for (const char* name : {"bsc-section", "bsc-annex", "bscp", "rec-main", "rec-schedule", "dcusa", "dcusa-schedule", "sec", "cusc", "generic"})
    CHECK(profiles.count(name) == 1);
  for (const char* name : {"bp-steps",   "brs",           "choreography",  "interfaces",       "interface-items",
                           "data-items", "emds-messages", "emds-variants", "emds-collections", "emds-enumerations",
                           "trace",      "horizon",       "comments",      "changes",          "versions",
                           "roles",      "topics",        "documents",     "artefacts",        "flows",
                           "responses",  "decisions"})
    CHECK(mappings.count(name) == 1);
}

TEST_CASE("rules, profiles and mappings are sorted", "[config]") {
  const auto sorted = [](const auto& list, auto name) {
    return std::is_sorted(list.begin(), list.end(), [&](const auto& a, const auto& b) { return name(a) < name(b); });
  };
  CHECK(sorted(shipped().rules, [](const Rule& rule) { return rule.id; }));
  CHECK(sorted(shipped().profiles, [](const Profile& profile) { return profile.name; }));
  CHECK(sorted(shipped().mappings, [](const Mapping& mapping) { return mapping.name; }));
}

TEST_CASE("rules read as the conventions ask", "[config]") {
  for (const Rule& rule : shipped().rules) {
    INFO(rule.id);
    CHECK_FALSE(rule.message.ends_with('.'));
    CHECK_FALSE(rule.title.ends_with('.'));
    CHECK(rule.why.ends_with('.'));
    CHECK(rule.remedy.ends_with('.'));
    CHECK(rule.message.find("violation") == std::string::npos);
    CHECK(rule.examples.bad.empty() == rule.examples.good.empty());
  }
}

// "Requirement" is an id column where no other is, and else the text: a header that comes last for both fields is taken by the one that needs it.
TEST_CASE("no header means two fields of one mapping, but as the last resort of both", "[config]") {
  for (const Mapping& mapping : shipped().mappings) {
    std::map<std::string, std::string> known;
    std::map<std::string, int> last;
    for (const MappedField& field : mapping.fields)
      if (!field.columns.empty()) ++last[bare(field.columns.back())];
    for (const MappedField& field : mapping.fields)
      for (const std::string& column : field.columns) {
        const auto [other, is_new] = known.emplace(bare(column), field.field);
        INFO(mapping.name << ": " << column);
        CHECK((is_new || other->second == field.field || (last[bare(column)] == 2 && column == field.columns.back())));
      }
  }
}

TEST_CASE("settings of a rule arrive as text", "[config]") {
  for (const Rule& rule : shipped().rules) {
    if (rule.id == "reference.not-used") CHECK(rule.with.at("outcome") == "not_used");
    if (rule.id != "wording.doubled-word") continue;
    CHECK(rule.check.empty());
    CHECK(rule.with.at("same") == "1;2");
    CHECK(rule.with.at("edges") == "true");
    CHECK(rule.certainty == Certainty::likely);
    CHECK(Pattern::compile(rule.pattern));
  }
}

TEST_CASE("the pattern of doubled words keeps legitimate doubles", "[config]") {
  const auto rule = std::find_if(shipped().rules.begin(), shipped().rules.end(), [](const Rule& r) { return r.id == "wording.doubled-word"; });
  REQUIRE(rule != shipped().rules.end());
  const Pattern pair = Pattern::literal(rule->pattern), only = Pattern::literal(rule->with.at("only")),
                except = Pattern::literal(rule->with.at("except"));
  const auto fires = [&](const std::string& text) {
    const auto match = pair.find(text);
    return match && match->span == Span{0, static_cast<std::uint32_t>(text.size())} &&
           fold(slice(text, *match->groups[0])) == fold(slice(text, *match->groups[1])) && only.matches(text) && !except.matches(text);
  };
  for (const char* doubled : {"the the", "The the", "of of", "to  to", "shall shall", "a a", "A a", "is-a is-a", "élan élan"}) CHECK(fires(doubled));
  for (const char* fine : {"had had", "that that", "May may", "Party party", "Yes Yes", "IT it", "in in-house", "10 10", "A A", "Supplier Supplier",
                           "kWh kWh", "then the", "with with"})
    CHECK_FALSE(fires(fine));
}

TEST_CASE("a fault in a rules folder is one line", "[config]") {
  const auto [file, yaml, message] = GENERATE(table<std::string, std::string, std::string>({
      {"a/b.yaml", rule_with("pattern: '(the'\nmessage: M\n"),
       "/a/b.yaml:6: \"pattern\" is a bad pattern \"(the\": missing ): (the; correct it (RE2 syntax, no back references or look-around)"},
      {"a/b.yaml", rule_with("pattern: '(a) \\1'\nmessage: M\n"),
       "/a/b.yaml:6: \"pattern\" is a bad pattern \"(a) \\1\": invalid escape sequence: \\1; correct it (RE2 syntax, no back references or "
       "look-around)"},
      {"a/b.yaml", rule_with("pattern: a\nmessage: M\nwith: {except: '['}\n"),
       "/a/b.yaml:8: \"except\" is a bad pattern \"[\": missing ]: [; correct it (RE2 syntax, no back references or look-around)"},
      {"a/b.yaml", rule_with("pattern: (a) b\nmessage: M\nwith: {same: [1, 2]}\n"),
       "/a/b.yaml:8: \"same\" names group 2, but the pattern has 1 groups; correct it"},
      {"a/b.yaml", rule_with("pattern: a\nmessage: '{2}'\n"),
       "/a/b.yaml:7: \"message\" names {2}, which nothing fills; rules/schema.yaml lists what the check fills"},
      {"a/b.yaml", rule_with("pattern: a\nmessage: M\nwith: {edge: true}\n"),
       "/a/b.yaml:8: unknown key \"edge\" in \"with\" of check pattern; did you mean \"edges\"?"},
      {"a/b.yaml", rule_with("check: residue\nmessage: M\nwith: {edges: true}\n"),
       "/a/b.yaml:8: unknown key \"edges\" in \"with\" of check residue; it takes none, remove it"},
      {"a/b.yaml", rule_with("check: reference_outcome\nmessage: M\n"), "/a/b.yaml:1: \"with\" of check reference_outcome needs \"outcome\"; add it"},
      {"a/b.yaml", rule_with("check: reference_outcome\nmessage: M\nwith: {outcome: mising}\n"),
       "/a/b.yaml:8: \"outcome\" cannot be \"mising\"; did you mean \"missing\"?"},
      {"a/b.yaml", rule_with("check: residu\nmessage: M\n"), "/a/b.yaml:6: there is no check residu; did you mean residue?"},
      {"a/b.yaml", rule_with("check: pattern\nmessage: M\n"), "/a/b.yaml:6: there is no check pattern; rules/schema.yaml lists the checks"},
      {"a/b.yaml", rule_with("check: residue\nmessage: '{lable}: M'\n"),
       "/a/b.yaml:7: \"message\" names {lable}, which nothing fills; did you mean {label}?"},
      {"a/b.yaml", rule_with("message: M\n"), "/a/b.yaml:1: a rule has either a check or a pattern; give it one of them"},
      {"a/b.yaml", rule_with("check: residue\npattern: a\nmessage: M\n"), "/a/b.yaml:6: a rule has either a check or a pattern; give it one of them"},
      {"a/c.yaml", rule_with("check: residue\nmessage: M\n"), "/a/c.yaml:1: the id is a.b, but the file stands at a.c; rename one of them"},
      {"a/b.yaml", "id: a.b\ntitle: T\nseverity: error\ncertainty: likely\nwhy: W\ndo: D\nmessage: M\ncheck: residue\n",
       "/a/b.yaml:3: what is likely is never an error; make it a warning, or sure"},
      {"a/b.yaml", rule_with("check: residue\n"), "/a/b.yaml:1: a rule needs \"message\"; add it"},
      {"a/b.yaml", rule_with("check: residue\nmessage: M\nsevrity: note\n"),
       "/a/b.yaml:8: unknown key \"sevrity\" in a rule; did you mean \"severity\"?"},
      {"a/b.yml", rule_with("check: residue\nmessage: M\n"), "/a/b.yml: files of rules end in .yaml; rename it"},
      {"profiles/p.yaml", "title: T\nids: ['*']\n",
       "/profiles/p.yaml:2: \"ids\" is a bad pattern \"*\": no argument for repetition operator: *; correct it (RE2 syntax, no back references or "
       "look-around)"},
      {"profiles/p.yaml", "title: T\nkeywords: {paragraph: decimals}\n",
       "/profiles/p.yaml:2: \"at\" cannot be \"decimals\"; did you mean \"decimal\"?"},
      {"profiles/p.yaml", "title: T\ndivisions: [{keyword: Annex}]\n", "/profiles/p.yaml:2: a division needs \"number\"; add it"},
      {"mappings/m.yaml", "gives: requirements\nfields: {}\n",
       "/mappings/m.yaml:1: \"gives\" cannot be \"requirements\"; did you mean \"requirement\"?"},
  }));
  CHECK(error_of(file, yaml) == message);
}

TEST_CASE("a folder without a schema, or with a bad one, is no folder of rules", "[config]") {
  const Scratch scratch;
  const auto none = load_catalogue(scratch.path());
  REQUIRE_FALSE(none);
  CHECK(without(none.error().message, scratch.path()) ==
        "/schema.yaml: there is no such file, or it cannot be opened; check the name and who may read it");
  const auto [yaml, message] = GENERATE(table<std::string, std::string>({
      {"shapes:\n  a:\n    called: an a\n    says: S\n    keys:\n      b: {type: texxt, says: S}\n",
       "6: no type, set of words or shape is called \"texxt\"; correct it or add it"},
      {"shapes:\n  a:\n    says: S\n", "3: \"called\" must be text; write it"},
      {"shapes:\n  a:\n    called: an a\n    says: S\n    keys:\n      b: {type: text, say: S}\n", "6: unknown key \"say\"; remove it"},
      {"words: {a: b}\nextra: 1\n", "2: unknown key \"extra\"; remove it"},
      {"{}\n", "1: the shape \"project\" is missing; add it"},
  }));
  scratch.write("schema.yaml", yaml);
  const auto bad = load_catalogue(scratch.path());
  REQUIRE_FALSE(bad);
  CHECK(without(bad.error().message, scratch.path()) == "/schema.yaml:" + message);
}
