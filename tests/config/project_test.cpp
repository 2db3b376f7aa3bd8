// dovetail.yaml: every key arrives, and every fault is one line with file, line, what and what to do.
#include <catch2/catch.hpp>
#include <cmath>

#include "config/config.h"
#include "config/help.h"
#include "help/source.h"

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

std::string error_of(std::string_view yaml) {
  const Scratch scratch;
  scratch.write("roles.csv", "role,name,aliases\n");
  std::filesystem::create_directories(scratch.path("folder"));
  const auto project = load_project(scratch.write("dovetail.yaml", yaml), rules_folder, shipped());
  return project ? "no error" : without(project.error().message, scratch.path());
}

const char* const whole = R"(project: XP
release: IR1.1
releases: [IR0.5, IR1.0, IR1.1]
as_of: 2024-02-29
stage: mop-up
codes:
  - {id: XBSC, name: X Balancing and Settlement Code, aliases: [X-BSC, the Code]}
  - XREC
documents:
  - path: drafts/XBSCP901_v0.3.docx
    id: XBSCP901
    aliases: [XBSC Procedure 901]
    code: XBSC
    profile: bscp
    title: Data Collection
    baseline: baseline/XBSCP901_v11.docx
    live: live/XBSCP901_v12.docx
    topic: Data Services
    lead: true
    role: draft
    version: "0.3"
    date: 2024-06-20
    release: IR1.1
    twin: drafts/XBSCP901_v0.3_clean.docx
    changes: ["3.1", "5"]
    change_ids: [P901]
    history: [{version: "0.2", path: drafts/XBSCP901_v0.2.docx, status: legal-reviewed}]
    in_flight: [other/P902_redline.docx]
    glossary: document
    stage: final
    marking: tracked
  - {id: XBSCP902, role: register}
  - {id: XBSCP903, role: retired}
  - {path: XBSCP904.docx, role: live}
design:
  - {path: design/BP901_v1.2.bpmn, artefact: BP901}
  - {path: design/BRS901.xlsx, artefact: BRS901, mapping: brs, sheet: Requirements, version: "1.1", release: IR1.0, baseline: design/BRS901_old.xlsx}
  - path: design/own.csv
    mapping:
      gives: requirement
      id: number
      text: words
      fields:
        number: {columns: Requirement no., required: true, as: id}
        words: [Wording, Text]
        roles: {columns: [Roles], many: true}
registers: {trace: registers/trace.xlsx, horizon: registers/horizon.csv}
protected:
  - {document: Section U, labels: ["2"], until: end of transition, reason: principle 12}
expect:
  requirement: {min: 99.5%, codes: [XBSC, XREC]}
  bp_step: {min: 95%, or: [requirement]}
  interface: 80%
  data_item: {min: 50%, by_obligation: {must: 100%, should: 75%}}
  variant: {by_obligation: {may: 10%}}
  message:
    codes: [XREC]
roles: roles.csv
terms: [house.yaml]
marking: mhhs
rules:
  term.undefined: {severity: note}
  wording: off
  change.unmarked: error
waivers:
  - {rule: term.unused-definition, document: XBSCP901, label: "2.2", reason: "kept", owner: XBSC drafter, until: 2025-09-30}
  - {rule: coverage.uncovered, atom: XP-BR-MS-003, fingerprint: 9f0c, reason: "system"}
known: known.json
)";

}  // namespace

TEST_CASE("every key of a project file arrives", "[config]") {
  const Scratch scratch;
  for (const char* file : {"roles.csv", "known.json"}) scratch.write(file, "");
  scratch.write("house.yaml",
                "title: House style\nterms:\n  - {preferred: Licence, retired: License, documents: 'XBSCP9[0-9]+', exact: true}\ndifferent:\n  - "
                "{one: A B, other: A C}\n");
  const auto project = load_project(scratch.write("dovetail.yaml", whole), rules_folder, shipped());
  REQUIRE(project);
  CHECK(project->folder == scratch.path() + "/");
  CHECK(project->file == scratch.path() + "/dovetail.yaml");
  CHECK(project->name == "XP");
  CHECK(project->release == "IR1.1");
  CHECK(project->releases == std::vector<std::string>{"IR0.5", "IR1.0", "IR1.1"});
  CHECK(project->as_of == "2024-02-29");
  CHECK(project->stage == "mop-up");
  CHECK(project->marking == "mhhs");
  CHECK(project->known == "known.json");
  CHECK(project->roles == "roles.csv");
  CHECK(project->terms == std::vector<std::string>{"house.yaml"});
  REQUIRE(project->vocabularies.size() == 1);
  REQUIRE(project->vocabularies[0].terms.size() == 1);
  CHECK(project->vocabularies[0].terms[0].retired == std::vector<std::string>{"License"});
  CHECK(project->vocabularies[0].terms[0].exact);
  CHECK(project->vocabularies[0].different == std::vector<std::pair<std::string, std::string>>{{"A B", "A C"}});
  REQUIRE(project->codes.size() == 2);
  CHECK(project->codes[0].aliases == std::vector<std::string>{"X-BSC", "the Code"});
  CHECK(project->codes[1].id == "XREC");
  CHECK(project->registers.at("trace") == "registers/trace.xlsx");
  REQUIRE(project->protections.size() == 1);
  CHECK(project->protections[0].until == "end of transition");
  CHECK(project->protections[0].labels == std::vector<std::string>{"2"});
  REQUIRE(project->expectations.size() == 6);
  const auto minimums = [&](std::size_t n) {
    std::vector<std::pair<std::string, long>> found;
    for (const Minimum& minimum : project->expectations[n].minimums) found.emplace_back(minimum.obligation, std::lround(minimum.share * 1000));
    return found;
  };
  using Shares = std::vector<std::pair<std::string, long>>;
  CHECK(minimums(0) == Shares{{"", 995}});
  CHECK(project->expectations[1].instead == std::vector<std::string>{"requirement"});
  CHECK(minimums(2) == Shares{{"", 800}});
  CHECK(minimums(3) == Shares{{"", 500}, {"must", 1000}, {"should", 750}});
  CHECK(minimums(4) == Shares{{"may", 100}});
  CHECK(minimums(5) == Shares{{"", 1000}});
}

TEST_CASE("documents of a project file arrive whole", "[config]") {
  const Scratch scratch;
  for (const char* file : {"roles.csv", "known.json"}) scratch.write(file, "");
  scratch.write("house.yaml",
                "title: House style\nterms:\n  - {preferred: Licence, retired: License, documents: 'XBSCP9[0-9]+', exact: true}\ndifferent:\n  - "
                "{one: A B, other: A C}\n");
  const auto project = load_project(scratch.write("dovetail.yaml", whole), rules_folder, shipped());
  REQUIRE(project);
  REQUIRE(project->documents.size() == 4);
  const DocumentEntry& document = project->documents[0];
  CHECK(document.path == "drafts/XBSCP901_v0.3.docx");
  CHECK(document.line == 10);
  CHECK(document.profile == "bscp");
  CHECK(document.baseline == "baseline/XBSCP901_v11.docx");
  CHECK(document.live == "live/XBSCP901_v12.docx");
  CHECK(document.lead);
  CHECK(document.role == DocumentRole::draft);
  CHECK(document.version == "0.3");
  CHECK(document.date == "2024-06-20");
  CHECK(document.twin == "drafts/XBSCP901_v0.3_clean.docx");
  CHECK(document.changes == std::vector<std::string>{"3.1", "5"});
  CHECK(document.change_ids == std::vector<std::string>{"P901"});
  REQUIRE(document.history.size() == 1);
  CHECK(document.history[0].status == "legal-reviewed");
  CHECK(document.in_flight == std::vector<std::string>{"other/P902_redline.docx"});
  CHECK(document.glossary == "document");
  CHECK(document.stage == "final");
  CHECK(document.marking == "tracked");
  CHECK(project->documents[1].role == DocumentRole::registered);
  CHECK(project->documents[2].role == DocumentRole::retired);
  CHECK(project->documents[3].role == DocumentRole::live);
}

TEST_CASE("design, rule settings and waivers arrive", "[config]") {
  const Scratch scratch;
  for (const char* file : {"roles.csv", "known.json"}) scratch.write(file, "");
  scratch.write("house.yaml",
                "title: House style\nterms:\n  - {preferred: Licence, retired: License, documents: 'XBSCP9[0-9]+', exact: true}\ndifferent:\n  - "
                "{one: A B, other: A C}\n");
  const auto project = load_project(scratch.write("dovetail.yaml", whole), rules_folder, shipped());
  REQUIRE(project);
  REQUIRE(project->design.size() == 3);
  CHECK(project->design[1].mapping == "brs");
  CHECK(project->design[1].sheet == "Requirements");
  CHECK(project->design[1].baseline == "design/BRS901_old.xlsx");
  REQUIRE(project->design[2].written_here);
  const Mapping& mapping = *project->design[2].written_here;
  CHECK(mapping.gives == "requirement");
  REQUIRE(mapping.fields.size() == 3);
  CHECK(mapping.fields[0].columns == std::vector<std::string>{"number", "Requirement no."});
  CHECK(mapping.fields[0].required);
  CHECK(mapping.fields[0].as == "id");
  CHECK(mapping.fields[1].columns.size() == 3);
  CHECK(mapping.fields[2].many);
  REQUIRE(project->rules.size() == 3);
  CHECK(project->rules[0].severity == Severity::note);
  CHECK(project->rules[1].rule == "wording");
  CHECK(project->rules[1].off);
  CHECK_FALSE(project->rules[1].severity);
  CHECK(project->rules[2].severity == Severity::error);
  REQUIRE(project->waivers.size() == 2);
  CHECK(project->waivers[0].until == "2025-09-30");
  CHECK(project->waivers[0].owner == "XBSC drafter");
  CHECK(project->waivers[1].fingerprint == "9f0c");
  CHECK(project->waivers[1].atom == "XP-BR-MS-003");
}

TEST_CASE("a fault in a project file is one line", "[config]") {
  const auto [yaml, message] = GENERATE(table<std::string, std::string>({
      {"project: XP\ndocments: []\n", "2: unknown key \"docments\" in the project file; did you mean \"documents\"?"},
      {"documents:\n  - paht: a.docx\n", "2: unknown key \"paht\" in a document; did you mean \"path\"?"},
      {"codes:\n  - {id: X, colour: red}\n", "2: unknown key \"colour\" in a code; it may have id, name, aliases"},
      {"- a\n", "1: the project file must be a mapping of keys to values, not a list; write \"project: …\""},
      {"documents: drafts/a.docx\n", "1: \"documents\" must be a list, not text; write [drafts/a.docx]"},
      {"documents: {path: a}\n", "1: \"documents\" must be a list, not a mapping; put \"- \" before each of its items"},
      {"documents:\n  - a.docx\n", "2: a document must be a mapping of keys to values, not text; write \"path: …\""},
      {"documents:\n  - path: [a, b]\n", "2: \"path\" must be the path of a file, not a list; write one value"},
      {"documents:\n  - path: \"\"\n", "2: \"path\" is empty; give it a value or leave the key out"},
      {"documents:\n  - path: \"a\\nb\"\n", "2: \"path\" holds a line break or a control character; write the path on one line"},
      {"documents:\n  - id: A\n", "2: a document needs \"path\", unless its role is register or retired; add it"},
      {"documents:\n  - {role: register, path: a}\n", "2: a document that is not read needs \"id\"; add it"},
      {"documents:\n", "1: \"documents\" has no value; give it one or leave the key out"},
      {"documents:\n  - {path: a, role: drfat}\n", "2: \"role\" cannot be \"drfat\"; did you mean \"draft\"?"},
      {"documents:\n  - {path: a, role: owner}\n", "2: \"role\" cannot be \"owner\"; write one of draft, live, register, retired"},
      {"documents:\n  - {path: a, lead: yes}\n", "2: \"lead\" must be true or false, not \"yes\"; write one of them"},
      {"documents:\n  - {path: a, profile: bcsp}\n", "2: \"profile\": there is no profile \"bcsp\"; did you mean \"bscp\"?"},
      {"documents:\n  - {path: a, glossary: all}\n", "2: \"glossary\" cannot be \"all\"; write one of code, document, none"},
      {"documents:\n  - {path: a, history: [{version: \"1\", path: b}]}\n", "2: an entry of the history needs \"status\"; add it"},
      {"stage: consistancy\n", "1: \"stage\" cannot be \"consistancy\"; did you mean \"consistency\"?"},
      {"as_of: 2023-02-29\n", "1: \"as_of\" is no possible date: \"2023-02-29\"; write a real day as YYYY-MM-DD"},
      {"as_of: 2024-13-01\n", "1: \"as_of\" is no possible date: \"2024-13-01\"; write a real day as YYYY-MM-DD"},
      {"as_of: 1 July 2024\n", "1: \"as_of\" is no possible date: \"1 July 2024\"; write a real day as YYYY-MM-DD"},
      {"as_of: 2024-00-10\n", "1: \"as_of\" is no possible date: \"2024-00-10\"; write a real day as YYYY-MM-DD"},
      {"waivers:\n  - {rule: change.residue, reason: r, until: 2024-06-31}\n",
       "2: \"until\" is no possible date: \"2024-06-31\"; write a real day as YYYY-MM-DD"},
      {"waivers:\n  - {rule: change.residue}\n", "2: a waiver needs \"reason\"; add it"},
      {"waivers:\n  - {rule: change.residu, reason: r}\n",
       "2: \"rule\": there is no rule or family \"change.residu\"; did you mean \"change.residue\"?"},
      {"rules: {no.such.thing: off}\n", "1: \"rules\": there is no rule or family \"no.such.thing\"; dovetail rules lists them all"},
      {"rules: {term: {severity: fatal}}\n", "1: \"severity\" cannot be \"fatal\"; write one of off, note, warning, error"},
      {"rules: {term: {level: note}}\n", "1: unknown key \"level\" in a rule setting; it may have severity"},
      {"rules: {term: {}}\n", "1: a rule setting needs \"severity\"; add it"},
      {"expect: {requirment: {min: 10%}}\n", "1: \"expect\" cannot be \"requirment\"; did you mean \"requirement\"?"},
      {"expect: {requirement: {min: 0.9}}\n", "1: \"min\" must be a percentage from 0% to 100%, not \"0.9\"; write for example 95%"},
      {"expect: {requirement: {min: 101%}}\n", "1: \"min\" must be a percentage from 0% to 100%, not \"101%\"; write for example 95%"},
      {"registers: {traces: a.csv}\n", "1: \"registers\" cannot be \"traces\"; did you mean \"trace\"?"},
      {"registers: {trace: }\n", "1: \"trace\" has no value; give it one or leave the key out"},
      {"registers: [a.csv]\n", "1: \"registers\" must be a mapping of names to values, not a list; write \"name: …\""},
      {"roles: rolls.csv\n", "1: \"roles\" names rolls.csv, and there is no such file; correct the path or leave the key out"},
      {"roles: folder\n", "1: \"roles\" names folder, which is a folder; name a file in it"},
      {"known: known.json\n", "1: \"known\" names known.json, and there is no such file; correct the path or leave the key out"},
      {"terms: [roles.csv, house.yaml]\n", "1: \"terms\" names house.yaml, and there is no such file; correct the path or leave the key out"},
      {"design:\n  - {path: a, mapping: brss}\n", "2: \"name\": there is no mapping \"brss\"; did you mean \"brs\"?"},
      {"design:\n  - path: a\n    mapping: {gives: requirement}\n", "3: a mapping needs \"fields\"; add it"},
      {"design:\n  - path: a\n    mapping:\n      gives: requirement\n      id: req\n      fields: {req_id: ID}\n",
       "5: \"id\" names the field \"req\", which is not among the fields; add it to them"},
      {"design:\n  - path: a\n    mapping: {gives: requirement, fields: {a: {columns: [b], as: ids}}}\n",
       "3: \"as\" cannot be \"ids\"; did you mean \"id\"?"},
      {"project: XP\nproject: XQ\n", "2: key \"project\" stands twice, first on line 1; keep one of them"},
  }));
  CHECK(error_of(yaml) == "/dovetail.yaml:" + message);
}

TEST_CASE("missing documents, design files and registers are left to whoever reads them", "[config]") {
  CHECK(
      error_of(
          "documents: [{path: no.docx, baseline: no.docx, live: no.docx, twin: no.docx}]\ndesign: [{path: no.csv}]\nregisters: {trace: no.csv}\n") ==
      "no error");
  CHECK(error_of("") == "no error");
}

TEST_CASE("a project file that is not there", "[config]") {
  const auto project = load_project("no/dovetail.yaml", rules_folder, shipped());
  REQUIRE_FALSE(project);
  CHECK(project.error().message == "no/dovetail.yaml: there is no such file, or it cannot be opened; check the name and who may read it");
}

TEST_CASE("the example project's file loads, and its names are those of the rules folder", "[config]") {
  const auto project = load_project(help::source_folder() + "/fixtures/xp/dovetail.yaml", rules_folder, shipped());
  INFO((project ? "" : project.error().message));
  REQUIRE(project);
  CHECK_FALSE(project->documents.empty());
  CHECK_FALSE(project->design.empty());
}
