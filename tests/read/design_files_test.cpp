// Diagrams and tree-shaped design files: what is read out of them, and what hostile ones cannot do.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "help/zip_writer.h"
#include "read/readers.h"
#include "report/dump_raw.h"

using namespace dovetail;
using nlohmann::json;

namespace {

Document read(FileKind kind, const std::string& bytes, const Limits& limits = {}) { return read_bytes("design", bytes, kind, limits); }
json raw(const Document& document) { return json::parse(raw_json(document)); }

const Node* named(const Document& document, std::string_view name) {
  for (const auto& node : document.nodes)
    if (node.name == name) return &node;
  return nullptr;
}

std::string attribute(const Node* node, std::string_view name) {
  if (node)
    for (const auto& [key, value] : node->attributes)
      if (key == name) return value;
  return "(none)";
}

bool says(const Document& document, std::string_view rule) {
  for (const auto& problem : document.problems)
    if (problem.rule == rule) return true;
  return false;
}

std::string diagram(const std::string& inside) {
  return R"(<?xml version="1.0"?><x:definitions xmlns:x="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tns="urn:here" targetNamespace="urn:here">)" +
         inside + "</x:definitions>";
}

}  // namespace

TEST_CASE("A BPMN diagram is read under any prefix, with lanes, messages, branches and vendors' properties", "[read]") {
  const auto document = read(FileKind::bpmn, diagram(R"(
    <x:message id="m1" name="IF-901"/>
    <x:collaboration id="c"><x:participant id="p" name="Supplier" processRef="tns:proc"/>
      <x:messageFlow id="f" name="IF-901" sourceRef="t1" targetRef="p" messageRef="m1"/></x:collaboration>
    <x:process id="proc"><x:laneSet><x:lane id="l" name="Data&#10;Service"><x:flowNodeRef>t1</x:flowNodeRef><x:flowNodeRef> g1 </x:flowNodeRef>
        <x:childLaneSet><x:lane id="l2" name="Inner"/></x:childLaneSet></x:lane></x:laneSet>
      <x:userTask id="t1" name="BP901.010  Request"><x:documentation>Asks &amp; waits</x:documentation>
        <x:extensionElements><v:props xmlns:v="urn:v"><v:prop name="step" value="BP901.010"/><x:task id="not" name="ours"/></v:props></x:extensionElements></x:userTask>
      <x:exclusiveGateway id="g1" default="s2"/>
      <x:sequenceFlow id="s1" name="rejected" sourceRef="g1" targetRef="gone"><x:conditionExpression>no</x:conditionExpression></x:sequenceFlow>
      <x:sequenceFlow id="s2" sourceRef="t1" targetRef="g1"/>
      <x:boundaryEvent id="e" attachedToRef="t1"><x:timerEventDefinition><x:timeDuration>P1D</x:timeDuration></x:timerEventDefinition></x:boundaryEvent>
      <x:textAnnotation id="a"><x:text>Within 1 WD</x:text></x:textAnnotation>
    </x:process>)"));
  CHECK(attribute(named(document, "Data Service"), "flowNodeRef") == "t1 g1");
  CHECK(document.nodes[named(document, "Inner")->parent].name == "Data Service");
  const auto* task = named(document, "BP901.010 Request");
  CHECK(attribute(task, "documentation") == "Asks & waits");
  CHECK(attribute(task, "property.step") == "BP901.010");
  CHECK(attribute(named(document, "rejected"), "condition") == "no");
  CHECK(named(document, "Within 1 WD") != nullptr);
  const auto shown = raw(document);
  // Elements of the model are counted wherever they stand; one in a vendor's extension is no step of the process.
  CHECK(shown["tasks"] == 2);
  CHECK(shown["task_kinds"] == json{{"task", 1}, {"userTask", 1}});
  CHECK(shown["names"]["lane"] == json{"Data\nService", "Inner"});
  CHECK(shown["names"]["task"] == json{"BP901.010  Request", "ours"});
  CHECK(shown["lanes"] == 2);
  CHECK(shown["events"] == 1);
  CHECK(shown["names"]["message"] == json{"IF-901"});
  CHECK(shown["dangling"] == json{"gone"});  // the participant's process is named with the prefix of the file's own namespace
}

TEST_CASE("XML that declares Windows-1252 is read so", "[read]") {
  auto text = diagram("<x:process id=\"p\"><x:task id=\"t\" name=\"Ger\xE4t \x96 neu\"/></x:process>");
  text.replace(0, text.find("?>"), "<?xml version=\"1.0\" encoding=\"Windows-1252\"");
  CHECK(raw(read(FileKind::bpmn, text))["names"]["task"] == json{"Gerät – neu"});
}

TEST_CASE("Formats of other programs are named", "[read]") {
  const auto [bytes, words] = GENERATE(table<std::string, std::string>({
      {help::zip({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "x"}}), ".xlsb"},
      {help::zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}, {.stored = true}), "OpenDocument spreadsheet"},
      {help::zip({{"ppt/presentation.xml", "<p/>"}}), "presentation"},
      {"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "Excel 2003 XML"},
      {"<?xml version=\"1.0\"?><Package xmlns=\"http://www.wfmc.org/2009/XPDL2.2\"/>", "XPDL"},
      {"<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>", "save it as .docx"},
      {"<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>", "save it as .odt"},
      {std::string("\x09\x04\x06\x00\x00\x00", 6), "before 1997"},
  }));
  const auto document = read(FileKind::unknown, bytes);
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].message.find(words) != std::string::npos);
}

TEST_CASE("Hostile diagrams end", "[read]") {
  std::string deep, closed;
  for (int n = 0; n < 10000; ++n) {
    deep += "<x:subProcess id=\"s" + std::to_string(n) + "\">";
    closed += "</x:subProcess>";
  }
  CHECK(raw(read(FileKind::bpmn, diagram(deep + closed)))["subprocesses"] == 10000);
  CHECK(says(read(FileKind::bpmn, diagram(deep)), "input.damaged"));
  Limits few;
  few.cells = 50;
  const auto cut = read(FileKind::bpmn, diagram(deep + closed), few);
  CHECK(cut.nodes.size() == 50);
  CHECK(says(cut, "input.limit"));
  const std::string bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
  const auto quiet =
      read(FileKind::bpmn, bomb + R"(<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><task id="t" name="&b;&x;"/></definitions>)");
  CHECK(quiet.text.find("aaaa") == std::string::npos);
  CHECK(quiet.text.find("root:") == std::string::npos);
  CHECK(says(quiet, "input.limit"));
  CHECK_FALSE(says(read(FileKind::bpmn, "<!DOCTYPE definitions>" + diagram("")), "input.limit"));
  CHECK(says(read(FileKind::bpmn, "<html/>"), "input.unreadable"));
  CHECK(says(read(FileKind::bpmn, "no XML"), "input.unreadable"));
}

TEST_CASE("Hostile schemas end: parts that name parts twice over, and blocks in blocks", "[read]") {
  const auto next = [](int n) { return R"({"$ref": "#/$defs/S)" + std::to_string(n + 1) + "\"}"; };
  std::string merged, nested;
  for (int n = 0; n < 60; ++n) {
    const std::string name = (n == 0 ? "\"S" : ",\"S") + std::to_string(n) + "\":";
    merged += name + "{\"allOf\":[" + next(n) + "," + next(n) + "],\"title\":\"T" + std::to_string(n) + "\"}";
    nested += name + R"({"type":"object","properties":{"a":)" + next(n) + ",\"b\":" + next(n) + "}}";
  }
  const auto file = [](const std::string& schemas) { return R"({"$schema":"x","$defs":{)" + schemas + R"(,"S60":{"type":"string"}}})"; };
  const auto whole = read(FileKind::openapi, file(merged));
  CHECK(whole.nodes.size() == 61);
  CHECK(whole.problems.empty());
  const auto cut = read(FileKind::openapi, file(nested));
  CHECK(cut.nodes.size() <= 200000);
  CHECK(says(cut, "input.limit"));
}

TEST_CASE("ReqIF values of every kind are text, whatever the namespace", "[read]") {
  const std::string inside = R"(
    <DATATYPES><DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="d"><SPECIFIED-VALUES><ENUM-VALUE IDENTIFIER="e1" LONG-NAME="must"/><ENUM-VALUE IDENTIFIER="e2" LONG-NAME="should"/>
      </SPECIFIED-VALUES></DATATYPE-DEFINITION-ENUMERATION></DATATYPES>
    <SPEC-TYPES><SPEC-OBJECT-TYPE IDENTIFIER="t" LONG-NAME="Requirement"><SPEC-ATTRIBUTES>
      <ATTRIBUTE-DEFINITION-STRING IDENTIFIER="a1" LONG-NAME="ID"/><ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="a2" LONG-NAME="Text"/>
      <ATTRIBUTE-DEFINITION-ENUMERATION IDENTIFIER="a3" LONG-NAME="Obligation"/></SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE></SPEC-TYPES>
    <SPEC-OBJECTS><SPEC-OBJECT IDENTIFIER="o1"><TYPE><SPEC-OBJECT-TYPE-REF>t</SPEC-OBJECT-TYPE-REF></TYPE><VALUES>
      <ATTRIBUTE-VALUE-STRING THE-VALUE="XP-BR-MS-001"><DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>a1</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION></ATTRIBUTE-VALUE-STRING>
      <ATTRIBUTE-VALUE-XHTML><DEFINITION><ATTRIBUTE-DEFINITION-XHTML-REF>a2</ATTRIBUTE-DEFINITION-XHTML-REF></DEFINITION><THE-VALUE><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>The
        <h:b>Supplier</h:b> shall</h:p><h:p>read</h:p></h:div></THE-VALUE></ATTRIBUTE-VALUE-XHTML>
      <ATTRIBUTE-VALUE-ENUMERATION><VALUES><ENUM-VALUE-REF>e1</ENUM-VALUE-REF><ENUM-VALUE-REF>e2</ENUM-VALUE-REF></VALUES><DEFINITION>
        <ATTRIBUTE-DEFINITION-ENUMERATION-REF>a3</ATTRIBUTE-DEFINITION-ENUMERATION-REF></DEFINITION></ATTRIBUTE-VALUE-ENUMERATION></VALUES></SPEC-OBJECT></SPEC-OBJECTS>
    <SPEC-RELATIONS><SPEC-RELATION IDENTIFIER="r"><SOURCE><SPEC-OBJECT-REF>o1</SPEC-OBJECT-REF></SOURCE><TARGET><SPEC-OBJECT-REF>o2</SPEC-OBJECT-REF></TARGET></SPEC-RELATION></SPEC-RELATIONS>
    <SPECIFICATIONS><SPECIFICATION IDENTIFIER="s"><CHILDREN><SPEC-HIERARCHY IDENTIFIER="h"><OBJECT><SPEC-OBJECT-REF>o1</SPEC-OBJECT-REF></OBJECT></SPEC-HIERARCHY></CHILDREN></SPECIFICATION></SPECIFICATIONS>)";
  const auto head =
      GENERATE(as<std::string>(), "<REQ-IF xmlns=\"http://www.omg.org/spec/ReqIF/20110401/reqif.xsd\">", "<REQ-IF xmlns=\"urn:vendor\">", "<REQ-IF>");
  const auto document = read(FileKind::reqif, head + "<CORE-CONTENT><REQ-IF-CONTENT>" + inside + "</REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>");
  const auto shown = raw(document);
  CHECK(shown["spec_objects"] == 1);
  CHECK(shown["relations"] == 1);
  CHECK(shown["hierarchy_nodes"] == 1);
  CHECK(shown["objects"][0] == json{{"id", "o1"},
                                    {"type", "Requirement"},
                                    {"values", {{"ID", "XP-BR-MS-001"}, {"Text", "The Supplier shall read"}, {"Obligation", "must;should"}}}});
}

TEST_CASE("References within schemas are followed, parts merged, and nothing else is opened", "[read]") {
  const std::string yaml = R"(
openapi: 3.0.3
info: {title: Events, version: 1.8.3}
paths: {"/if-901": {post: {summary: Request}}}
components:
  schemas:
    kind: {type: string, enum: [A, 1, null, "2"]}
    Base: {type: object, required: [id], properties: {id: {type: string, maxLength: 10}}}
    Whole:
      allOf:
        - $ref: '#/components/schemas/Base'
        - {required: [kind], properties: {kind: {$ref: '#/components/schemas/kind'}, outside: {$ref: 'other.yaml#/x'}}}
    Alias: {$ref: '#/components/schemas/Whole'}
    Round: {type: object, properties: {again: {$ref: '#/components/schemas/Round'}}}
    Self: {$ref: '#/components/schemas/Self'}
    List: {type: array, items: {type: object, properties: {member: {type: number}}}}
)";
  const auto document = read(FileKind::openapi, yaml);
  const auto schemas = raw(document)["schemas"];
  CHECK(schemas["kind"]["enum"] == json{"A", 1, nullptr, "2"});
  for (const auto* name : {"Whole", "Alias"}) {
    CHECK(schemas[name]["required"] == json{"id", "kind"});
    CHECK(schemas[name]["properties"] == json{"id", "kind", "outside"});
    CHECK(schemas[name]["type"] == "object");
  }
  CHECK(schemas["Round"]["properties"] == json{"again"});
  CHECK(schemas["Self"]["type"].is_null());
  CHECK(schemas["List"] == json{{"type", "array"}, {"required", json::array()}, {"properties", json::array()}, {"enum", json::array()}});
  CHECK(attribute(named(document, "outside"), "$ref") == "other.yaml#/x");
  CHECK(named(document, "POST /if-901") != nullptr);
  CHECK(document.properties.at("version") == "1.8.3");
}

TEST_CASE("JSON Schema is read from JSON and from YAML alike", "[read]") {
  const std::string text = R"({"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Meter","type":"object","required":["id"],)"
                           R"("properties":{"id":{"$ref":"#/$defs/a~1b%20c"}},"$defs":{"a/b c":{"type":["string","null"],"const":"X"}}})";
  const auto shown = raw(read(FileKind::openapi, text));
  CHECK(shown["schemas"]["Meter"]["properties"] == json{"id"});
  CHECK(shown["schemas"]["a/b c"] == json{{"type", {"string", "null"}}, {"required", json::array()}, {"properties", json::array()}, {"enum", {"X"}}});
  CHECK(raw(read(FileKind::openapi, "# comment\n" + text)) == shown);
}

TEST_CASE("Aliases that write a small file large are stopped", "[read]") {
  std::string laughs = "openapi: 3.0.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int n = 1; n < 12; ++n) {
    const auto before = "*a" + std::to_string(n - 1);
    laughs += "a" + std::to_string(n) + ": &a" + std::to_string(n) + " [" + before;
    for (int m = 1; m < 10; ++m) laughs += ", " + before;
    laughs += "]\n";
  }
  Limits limits;
  limits.cells = 100000;
  CHECK(says(read(FileKind::openapi, laughs, limits), "input.limit"));
  CHECK(says(read(FileKind::openapi, "a: [1, 2"), "input.unreadable"));
  CHECK(says(read(FileKind::openapi, "just: text"), "input.unreadable"));
  CHECK(says(read(FileKind::openapi, std::string(100000, '[')), "input.unreadable"));
}

namespace {

const std::string visio =
    "xmlns=\"http://schemas.microsoft.com/office/visio/2012/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const std::string relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.microsoft.com/visio/2010/relationships/" + type + "\" Target=\"" + target + "\"/>";
}

}  // namespace

TEST_CASE("A Visio drawing gives pages, shapes with their data, and joined pairs", "[read]") {
  const auto bytes = help::zip({
      {"_rels/.rels", relations + relation("r1", "document", "visio/document.xml") + "</Relationships>"},
      {"visio/document.xml", "<VisioDocument " + visio + "/>"},
      {"visio/_rels/document.xml.rels", relations + relation("r1", "pages", "pages/pages.xml") + "</Relationships>"},
      {"visio/pages/pages.xml", "<Pages " + visio + "><Page ID=\"0\" Name=\"BP901\"><Rel r:id=\"r1\"/></Page></Pages>"},
      {"visio/pages/_rels/pages.xml.rels", relations + relation("r1", "page", "page1.xml") + "</Relationships>"},
      {"visio/pages/page1.xml",
       "<PageContents " + visio +
           "><Shapes><Shape ID=\"1\" Type=\"Group\"><Text>Data <cp IX=\"0\"/>Service\n</Text><Shapes><Shape ID=\"2\"><Text>BP901.010 "
           "Ask</Text><Section N=\"Property\"><Row N=\"Row_1\">"
           "<Cell N=\"Label\" V=\"Step\"/><Cell N=\"Value\" V=\"BP901.010\"/></Row></Section></Shape></Shapes></Shape><Shape ID=\"3\"/></Shapes>"
           "<Connects><Connect FromSheet=\"3\" FromCell=\"EndX\" ToSheet=\"1\"/><Connect FromSheet=\"3\" FromCell=\"BeginX\" "
           "ToSheet=\"2\"/></Connects></PageContents>"},
  });
  const auto document = read(FileKind::vsdx, bytes);
  const auto page = raw(document)["pages"][0];
  CHECK(page == json{{"name", "BP901"}, {"shapes", 3}, {"connects", 2}, {"pairs", {{"3", "2", "1"}}}, {"texts", {"Data Service", "BP901.010 Ask"}}});
  const auto* step = named(document, "BP901.010 Ask");
  CHECK(attribute(step, "property.Step") == "BP901.010");
  CHECK(document.nodes[step->parent].name == "Data Service");
  CHECK(step->origin == "page BP901, shape 2");
}

TEST_CASE("A Visio shape that has no words of its own has those of its master, and so has a shape in a group", "[read]") {
  const auto bytes = help::zip({
      {"_rels/.rels", relations + relation("r1", "document", "visio/document.xml") + "</Relationships>"},
      {"visio/document.xml", "<VisioDocument " + visio + "/>"},
      {"visio/_rels/document.xml.rels",
       relations + relation("r1", "pages", "pages/pages.xml") + relation("r2", "masters", "masters/masters.xml") + "</Relationships>"},
      {"visio/masters/masters.xml",
       "<Masters " + visio +
           "><Master ID=\"7\" Name=\"Task\"><Rel r:id=\"r1\"/></Master><Master ID=\"9\" Name=\"Card\"><Rel r:id=\"r2\"/></Master></Masters>"},
      {"visio/masters/_rels/masters.xml.rels",
       relations + relation("r1", "master", "master1.xml") + relation("r2", "master", "master2.xml") + "</Relationships>"},
      {"visio/masters/master1.xml",
       "<MasterContents " + visio +
           "><Shapes><Shape ID=\"5\"><Cell N=\"Width\" V=\"2\"/><Text>Check the reading</Text></Shape></Shapes></MasterContents>"},
      {"visio/masters/master2.xml", "<MasterContents " + visio +
                                        "><Shapes><Shape ID=\"5\" Type=\"Group\"><Shapes><Shape ID=\"6\"><Text>Head</Text></Shape><Shape "
                                        "ID=\"8\"><Text>Foot</Text></Shape></Shapes></Shape></Shapes></MasterContents>"},
      {"visio/pages/pages.xml", "<Pages " + visio + "><Page ID=\"0\" Name=\"P\"><Rel r:id=\"r1\"/></Page></Pages>"},
      {"visio/pages/_rels/pages.xml.rels", relations + relation("r1", "page", "page1.xml") + "</Relationships>"},
      {"visio/pages/page1.xml", "<PageContents " + visio +
                                    "><Shapes><Shape ID=\"1\" Master=\"7\"/><Shape ID=\"2\" Master=\"7\"><Text>Own words</Text></Shape><Shape "
                                    "ID=\"3\" Master=\"7\"><Text/></Shape>"
                                    "<Shape ID=\"4\" Master=\"9\" Type=\"Group\"><Shapes><Shape ID=\"10\" MasterShape=\"6\"/><Shape ID=\"11\" "
                                    "MasterShape=\"8\"><Text>End</Text></Shape>"
                                    "<Shape ID=\"12\"/></Shapes></Shape></Shapes></PageContents>"},
  });
  const auto document = read(FileKind::vsdx, bytes);
  const auto text_of = [&](const std::string& id) {
    for (const auto& node : document.nodes)
      if (node.id == "0/" + id) return attribute(&node, "text");
    return std::string("no such shape");
  };
  CHECK(text_of("1") == "Check the reading");
  CHECK(text_of("2") == "Own words");
  CHECK(text_of("3").empty());
  CHECK(text_of("10") == "Head");
  CHECK(text_of("11") == "End");
  CHECK(text_of("12") == "(none)");
  CHECK(attribute(named(document, "Check the reading"), "width") == "2");
  CHECK(raw(document)["pages"][0]["texts"] == json{"Own words", "End"});
}
