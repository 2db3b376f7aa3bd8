// Atoms out of every form of design file: the fields are those that a table's columns would give.
#include <catch2/catch.hpp>

#include "compile/atoms/atoms.h"
#include "config/config.h"
#include "help/source.h"
#include "help/zip_writer.h"
#include "read/readers.h"

using namespace dovetail;

namespace {

const std::vector<Mapping>& shipped() {
  static const std::vector<Mapping> mappings = load_catalogue(help::source_folder() + "/rules").value().mappings;
  return mappings;
}

Unit compiled(const std::string& path, const std::string& bytes, FileKind kind = FileKind::unknown, const std::string& mapping = {}) {
  const Document document = read_bytes(path, bytes, kind, {});
  Input input;
  input.path = path;
  input.role = InputRole::design;
  input.candidates = &shipped();
  for (const Mapping& one : shipped())
    if (one.name == mapping) input.mapping = &one;
  Unit unit;
  unit.path = path;
  compile_design(document, input, unit);
  return unit;
}

const Item* find(const Table<Item>& items, std::string_view id) {
  for (const Item& item : items)
    if (item.id == id) return &item;
  return nullptr;
}

std::string field(const Unit& unit, std::string_view id, std::string_view name) {
  const Item* item = find(unit.items, id);
  return item ? std::string(item->record.field(name)) : "(no such atom)";
}

std::string ids(const Table<Item>& items, std::string_view kind = {}) {
  std::string list;
  for (const Item& item : items)
    if (kind.empty() || item.kind == kind) list += (list.empty() ? "" : " ") + item.id;
  return list;
}

std::string bpmn(const std::string& inside) {
  return R"xml(<?xml version="1.0"?><b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xp="urn:x" id="D1" name="Meter exchange">)xml" +
         inside + "</b:definitions>";
}

}  // namespace

TEST_CASE("A diagram gives steps with role, order, messages and what comes next", "[atoms]") {
  const Unit unit = compiled("design/BP901_v1.2.bpmn", bpmn(R"xml(
    <b:extensionElements><xp:doc number="BP901" version="1.3" release="IR1.1"/></b:extensionElements>
    <b:message id="m" name="IF-903"/>
    <b:collaboration id="c"><b:participant id="p1" name="Metering Service" processRef="a"/><b:participant id="p2" name="Registration Service" processRef="r"/>
      <b:participant id="p3" name="Data Service"/>
      <b:messageFlow id="f1" sourceRef="t40" targetRef="t50" messageRef="m"/><b:messageFlow id="f2" name="PUB-903 / IF-904" sourceRef="t50" targetRef="p3"/></b:collaboration>
    <b:process id="a"><b:laneSet><b:lane id="l" name="MSVC"><b:flowNodeRef>t30</b:flowNodeRef><b:flowNodeRef>t40</b:flowNodeRef></b:lane></b:laneSet>
      <b:sequenceFlow id="s" sourceRef="t30" targetRef="t40"/>
      <b:sendTask id="t40" name="BP901.040 – Send updated meter details"/><b:task id="t30" name="Visit site (BP901.030)"/></b:process>
    <b:process id="r"><b:task id="t50" name="Validate"><b:extensionElements><xp:properties><xp:property name="Step Ref" value="BP901.050"/>
        <xp:property name="Requirement" value="XP-BR-RS-001"/><xp:property name="Release" value="IR1.0"/></xp:properties></b:extensionElements></b:task></b:process>)xml"));
  CHECK(unit.id == "BP901");
  CHECK(ids(unit.items) == "BP901.030 BP901.040 BP901.050");
  CHECK(field(unit, "BP901.030", "lane_role") == "MSVC");
  CHECK(field(unit, "BP901.030", "step_text") == "Visit site");
  CHECK(field(unit, "BP901.030", "next_step") == "BP901.040");
  CHECK(field(unit, "BP901.040", "step_text") == "Send updated meter details");
  CHECK(field(unit, "BP901.040", "interface_ids") == "IF-903");
  CHECK(field(unit, "BP901.040", "to_roles") == "Registration Service");
  CHECK(field(unit, "BP901.040", "next_step") == "BP901.050");
  CHECK(field(unit, "BP901.040", "seq") == "2");
  CHECK(field(unit, "BP901.050", "interface_ids") == "PUB-903;IF-904");
  CHECK(field(unit, "BP901.050", "to_roles") == "Data Service");
  CHECK(field(unit, "BP901.050", "requirement_ids") == "XP-BR-RS-001");
  CHECK(field(unit, "BP901.050", "trigger") == "Receipt of IF-903");
  CHECK(find(unit.items, "BP901.050")->release == "IR1.0");
  CHECK(find(unit.items, "BP901.040")->release == "IR1.1");
  CHECK(find(unit.items, "BP901.040")->version == "1.3");
  CHECK(find(unit.items, "BP901.040")->parent == "BP901");
}

TEST_CASE("Gateways, events and containers without an id are passed through, and branches keep their words", "[atoms]") {
  const Unit unit = compiled("x.bpmn", bpmn(R"xml(<b:process id="p">
    <b:startEvent id="e0" name="Request received"/><b:sequenceFlow id="f0" sourceRef="e0" targetRef="BP901_010"/>
    <b:task id="BP901_010" name="Check"/><b:sequenceFlow id="f1" sourceRef="BP901_010" targetRef="g"/>
    <b:exclusiveGateway id="g" name="Valid?"/><b:sequenceFlow id="f2" name="Yes" sourceRef="g" targetRef="sub"/>
    <b:sequenceFlow id="f3" name="Request is rejected" sourceRef="g" targetRef="end"/><b:endEvent id="end"/>
    <b:subProcess id="sub" name="Carry out"><b:task id="i1" name="BP901.020 Plan"/><b:task id="i2" name="BP901.030 Visit"/>
      <b:sequenceFlow id="f5" sourceRef="i1" targetRef="i2"/></b:subProcess>
    <b:sequenceFlow id="f4" sourceRef="sub" targetRef="t4"/><b:callActivity id="t4" name="BP901.040 Report"/>
    <b:boundaryEvent id="late" name="After 5 WD" attachedToRef="i2"/><b:sequenceFlow id="f6" sourceRef="late" targetRef="t4"/></b:process>)xml"));
  CHECK(ids(unit.items) == "BP901.010 BP901.020 BP901.030 BP901.040");
  CHECK(field(unit, "BP901.010", "trigger") == "Request received");
  CHECK(field(unit, "BP901.010", "next_step") == "BP901.020");
  CHECK(field(unit, "BP901.020", "condition") == "Valid?: Yes");
  CHECK(field(unit, "BP901.030", "next_step") == "BP901.040");
  REQUIRE(unit.branches.size() >= 2);
  const Branch& rejected = unit.branches[Id<Branch>(1)];
  CHECK(rejected.gateway == "Valid?");
  CHECK(rejected.condition == "Request is rejected");
  CHECK(rejected.from == std::vector<std::string>{"BP901.010"});
  CHECK(rejected.to.empty());
}

TEST_CASE("Steps without an id of the programme are shown and are no atoms to judge", "[atoms]") {
  const Unit unit = compiled("orders.bpmn",
                             bpmn(R"xml(<b:process id="p"><b:task id="sid-52EB1772-F36E" name="UTF-8 export"/><b:task id="Task_1" name="Check order"/>
    <b:task id="Activity-12"/></b:process>)xml"));
  CHECK(ids(unit.items).empty());
  CHECK(unit.unnamed.size() == 3);
}

TEST_CASE("Ids of a scheme that nobody declared are the ids where nearly all steps bear one", "[atoms]") {
  const Unit unit = compiled("rail.bpmn", bpmn(R"xml(<b:process id="p"><b:task id="a" name="P3.01 Request possession"/>
    <b:task id="b" name="P3.02: Confirm possession"/><b:subProcess id="c" name="P3.03 Hand back"/>
    <b:sequenceFlow id="1" sourceRef="a" targetRef="b"/><b:sequenceFlow id="2" sourceRef="b" targetRef="c"/></b:process>)xml"));
  CHECK(ids(unit.items) == "P3.01 P3.02 P3.03");
  CHECK(field(unit, "P3.02", "step_text") == "Confirm possession");
  CHECK(field(unit, "P3.02", "next_step") == "P3.03");
  const auto* words = GENERATE("Phase 1 planning", "3 parts are sent");
  CHECK(ids(compiled("x.bpmn", bpmn("<b:process id=\"p\"><b:task id=\"a\" name=\"" + std::string(words) +
                                    "\"/><b:task id=\"b\" name=\"Phase 2 planning\"/></b:process>"))
                .items)
            .empty());
}

TEST_CASE("A circle of steps ends, and 10,000 nested subprocesses are walked", "[atoms]") {
  const Unit circle = compiled("c.bpmn", bpmn(R"xml(<b:process id="p"><b:task id="a" name="BP901.010 A"/><b:task id="b" name="BP901.020 B"/>
    <b:exclusiveGateway id="g"/><b:sequenceFlow id="1" sourceRef="a" targetRef="g"/><b:sequenceFlow id="2" sourceRef="g" targetRef="g"/>
    <b:sequenceFlow id="3" sourceRef="g" targetRef="b"/><b:sequenceFlow id="4" sourceRef="b" targetRef="a"/></b:process>)xml"));
  CHECK(field(circle, "BP901.010", "next_step") == "BP901.020");
  CHECK(field(circle, "BP901.020", "next_step") == "BP901.010");
  std::string deep;
  for (int i = 0; i < 10000; ++i) deep += "<b:subProcess id=\"s" + std::to_string(i) + "\">";
  deep += "<b:task id=\"t\" name=\"BP901.010 Inside\"/>";
  for (int i = 0; i < 10000; ++i) deep += "</b:subProcess>";
  const Unit nested = compiled(
      "deep.bpmn", bpmn("<b:process id=\"p\"><b:task id=\"z\" name=\"BP901.020 Last\"/><b:sequenceFlow id=\"f\" sourceRef=\"s0\" targetRef=\"z\"/>" +
                        deep + "</b:process>"));
  CHECK(nested.items.size() <= 2);
}

TEST_CASE("ReqIF attributes, relations and the hierarchy become the fields of a requirement", "[atoms]") {
  const auto object = [](const std::string& id, const std::string& number, const std::string& text) {
    return "<SPEC-OBJECT IDENTIFIER=\"" + id +
           "\"><TYPE><SPEC-OBJECT-TYPE-REF>t</SPEC-OBJECT-TYPE-REF></TYPE><VALUES><ATTRIBUTE-VALUE-STRING THE-VALUE=\"" + number +
           "\"><DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>a1</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION></ATTRIBUTE-VALUE-STRING>"
           "<ATTRIBUTE-VALUE-XHTML><DEFINITION><ATTRIBUTE-DEFINITION-XHTML-REF>a2</ATTRIBUTE-DEFINITION-XHTML-REF></DEFINITION><THE-VALUE><div>" +
           text + "</div></THE-VALUE></ATTRIBUTE-VALUE-XHTML></VALUES></SPEC-OBJECT>";
  };
  const auto [id_name, text_name] =
      GENERATE(table<std::string, std::string>({{"ReqIF.ForeignID", "ReqIF.Text"}, {"ReqID", "ReqText"}, {"Object Identifier", "Object Text"}}));
  const Unit unit = compiled(
      "BRS901.reqif",
      R"xml(<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd"><CORE-CONTENT><REQ-IF-CONTENT><SPEC-TYPES>
    <SPEC-OBJECT-TYPE IDENTIFIER="t" LONG-NAME="Requirement"><SPEC-ATTRIBUTES><ATTRIBUTE-DEFINITION-STRING IDENTIFIER="a1" LONG-NAME=")xml" +
          id_name + R"xml("/><ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="a2" LONG-NAME=")xml" + text_name +
          R"xml("/></SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE></SPEC-TYPES><SPEC-OBJECTS>)xml" + object("o1", "XP-BR-RS-001", "Publish <b>updates</b>") +
          object("o2", "XP-BR-RS-001.1", "Include the Supplier") + object("o3", "BP901.050", "Validate and publish") +
          R"xml(</SPEC-OBJECTS><SPEC-RELATIONS><SPEC-RELATION IDENTIFIER="r"><SOURCE><SPEC-OBJECT-REF>o1</SPEC-OBJECT-REF></SOURCE>
    <TARGET><SPEC-OBJECT-REF>o3</SPEC-OBJECT-REF></TARGET></SPEC-RELATION></SPEC-RELATIONS><SPECIFICATIONS><SPECIFICATION IDENTIFIER="s"><CHILDREN>
    <SPEC-HIERARCHY IDENTIFIER="h1"><OBJECT><SPEC-OBJECT-REF>o1</SPEC-OBJECT-REF></OBJECT><CHILDREN><SPEC-HIERARCHY IDENTIFIER="h2"><OBJECT><SPEC-OBJECT-REF>o2</SPEC-OBJECT-REF></OBJECT>
    </SPEC-HIERARCHY></CHILDREN></SPEC-HIERARCHY></CHILDREN></SPECIFICATION></SPECIFICATIONS></REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>)xml");
  CHECK(field(unit, "XP-BR-RS-001", "text") == "Publish updates");
  CHECK(find(unit.items, "XP-BR-RS-001.1")->parent == "XP-BR-RS-001");
  CHECK(find(unit.items, "XP-BR-RS-001")->kind == "requirement");
}

TEST_CASE("Headings and comments of a requirement tool are no requirements", "[atoms]") {
  const auto object = [](const std::string& id, const std::string& type, const std::string& text, const std::string& category) {
    const auto value = [](const std::string& of, const std::string& words) {
      return "<ATTRIBUTE-VALUE-STRING THE-VALUE=\"" + words + "\"><DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>" + of +
             "</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION></ATTRIBUTE-VALUE-STRING>";
    };
    return "<SPEC-OBJECT IDENTIFIER=\"o" + id + "\"><TYPE><SPEC-OBJECT-TYPE-REF>" + type + "</SPEC-OBJECT-TYPE-REF></TYPE><VALUES>" + value("a", id) +
           value("t", text) + value("c", category) + "</VALUES></SPEC-OBJECT>";
  };
  const Unit unit = compiled("tool.reqif",
                             R"xml(<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd"><CORE-CONTENT><REQ-IF-CONTENT><SPEC-TYPES>
      <SPEC-OBJECT-TYPE IDENTIFIER="r" LONG-NAME="Requirement Type"/><SPEC-OBJECT-TYPE IDENTIFIER="h" LONG-NAME="Heading Type"/>
      <ATTRIBUTE-DEFINITION-STRING IDENTIFIER="a" LONG-NAME="ID"/><ATTRIBUTE-DEFINITION-STRING IDENTIFIER="t" LONG-NAME="Description"/>
      <ATTRIBUTE-DEFINITION-STRING IDENTIFIER="c" LONG-NAME="Category"/></SPEC-TYPES><SPEC-OBJECTS>)xml" +
                                 object("REQ-1", "h", "Metering", "") + object("REQ-2", "r", "The agent must keep a record", "Functional") +
                                 object("REQ-3", "r", "See the old log", "Comment") + "</SPEC-OBJECTS></REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>");
  CHECK(ids(unit.items) == "REQ-2");
}

TEST_CASE("A schema gives data items, values, interfaces and what they hold", "[atoms]") {
  const Unit unit = compiled("E2E903.yaml", R"xml(openapi: 3.0.3
info: {title: XP, version: 1.1.0, x-release: IR1.1}
components:
  schemas:
    meterType: {type: string, enum: [CHECK, MAIN], x-data-item: DI90002, description: Role of the meter}
    B901: {type: object, required: [meterID], properties: {meterID: {type: string, maxLength: 10, title: DI90001 Meter Identifier}, meterType: {$ref: '#/components/schemas/meterType'}, note: {type: string}}}
    B902List: {type: array, items: {type: object, required: [reading], properties: {reading: {type: number, x-data-item: DI90003}}}}
    IF_903:
      type: object
      x-publication: PUB-903
      properties:
        CommonBlock: {type: object, properties: {eventCode: {type: array, items: {enum: [MtdUpd, MtdNew]}}}}
        CustomBlock: {type: object, properties: {B901: {$ref: '#/components/schemas/B901'}, B902List: {$ref: '#/components/schemas/B902List'}}}
)xml");
  CHECK(ids(unit.items, "data_item") == "DI90001 DI90002 DI90003");
  CHECK(field(unit, "DI90001", "name") == "Meter Identifier");
  CHECK(field(unit, "DI90001", "length") == "10");
  CHECK(field(unit, "DI90001", "dip_field") == "meterID");
  CHECK(field(unit, "DI90002", "valid_set") == "CHECK;MAIN");
  CHECK(ids(unit.items, "enumeration") == "DI90002/CHECK DI90002/MAIN");
  CHECK(field(unit, "IF-903", "publishes_as") == "PUB-903");
  CHECK(field(unit, "IF-903", "event_codes") == "MtdUpd;MtdNew");
  CHECK(field(unit, "IF-903/DI90001", "optionality") == "M");
  CHECK(field(unit, "IF-903/DI90002", "optionality") == "O");
  CHECK(field(unit, "IF-903/DI90003", "block_id") == "B902List");
  CHECK(field(unit, "IF-903/DI90003", "repeat") == "0..n");
  CHECK(find(unit.items, "DI90001")->release == "IR1.1");
  CHECK(find(unit.unnamed, "note") != nullptr);
}

TEST_CASE("An ArchiMate model gives steps with role and order, and other elements by the id in their name", "[atoms]") {
  const Unit unit =
      compiled("model.xml",
               R"xml(<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m">
    <elements><element identifier="e1" xsi:type="BusinessProcess"><name>BP901.010 Request exchange</name></element>
    <element identifier="e2" xsi:type="BusinessProcess"><name>BP901.020 Accept or reject</name></element>
    <element identifier="e3" xsi:type="BusinessRole"><name>Supplier</name></element><element identifier="e6" xsi:type="BusinessRole"><name>Metering Service</name></element>
    <element identifier="e4" xsi:type="ApplicationInterface"><name>IF-901 Exchange request</name></element>
    <element identifier="e5" xsi:type="Requirement"><name>XP-BR-MS-001 The Metering Service must be able to receive a request</name></element>
    <element identifier="e7" xsi:type="Requirement"><name>Be quick</name></element></elements>
    <relationships><relationship identifier="r1" xsi:type="Flow" source="e1" target="e2"><name>IF-901</name></relationship>
    <relationship identifier="r2" xsi:type="Assignment" source="e3" target="e1"/><relationship identifier="r4" xsi:type="Assignment" source="e6" target="e2"/>
    <relationship identifier="r3" xsi:type="Realization" source="e1" target="e5"/></relationships></model>)xml");
  CHECK(ids(unit.items) == "BP901.010 BP901.020 IF-901 XP-BR-MS-001");
  CHECK(field(unit, "BP901.010", "lane_role") == "Supplier");
  CHECK(field(unit, "BP901.010", "interface_ids") == "IF-901");
  CHECK(field(unit, "BP901.010", "to_roles") == "Metering Service");
  CHECK(field(unit, "BP901.010", "next_step") == "BP901.020");
  CHECK(field(unit, "BP901.010", "requirement_ids") == "XP-BR-MS-001");
  CHECK(field(unit, "IF-901", "name") == "Exchange request");
  CHECK(ids(unit.unnamed) == "e7");
}
