// The design's own rules over a set of exports that no built-in example resembles: a harbour, other columns, separators and vendors.
#include <catch2/catch.hpp>
#include <map>

#include "help/program.h"

using help::run_dovetail;

namespace {

const std::map<std::string, std::string> harbour{
    {"api.yaml", R"x(openapi: 3.0.3
info: {title: Berths, version: "1.0", x-release: R2}
paths: {}
components:
  schemas:
    IF-741:
      x-interface: IF-741
      type: object
      properties:
        berthClass: {x-data-item: DI71001, type: string, enum: [A, B, C]}
        shipName: {x-data-item: DI71002, type: string}
    IF-742:
      x-interface: IF-742
      type: object
      properties:
        berthClass: {x-data-item: DI71001, type: string, enum: [C, A, B]}
)x"},
    {"berths.txt", R"x(HBCP12 Berth Booking

1 Scope

1.1 This Procedure is about berths. It carries HB-BR-BK-001 and HB-BR-BK-002.

2 Booking

2.1 The Agent shall ask the Harbour Master for a berth (BP712.010, IF-741).

2.2 The Harbour Master shall confirm the berth or refuse it (BP712.020, IF-742).

2.3 The Pilot shall inspect the hull (BP713.010). Where the hull is found damaged the Pilot shall tell the Agent and the visit ends (BP713.020).

2.4 The Pilot shall bring the ship in (BP713.030).
)x"},
    {"changes.csv", R"x(Change ID,Kind,Title,Status,Decided On,Evidence,Artefact,Atoms
CR71,CR,Answer faster,Approved,2025-01-10,Board minute 4,BRS712,HB-BR-BK-002
)x"},
    {"dovetail.yaml", R"x(project: Harbour
release: R2
releases: [R1, R2, R3]
as_of: 2025-02-01
codes: [{id: HBC, name: Harbour Code}]
documents:
  - {path: berths.txt, id: HBCP12, code: HBC, profile: bscp, release: R2}
design:
  - {path: steps.csv, artefact: BP712, mapping: bp-steps}
  - {path: reqs.csv, artefact: BRS712, mapping: brs, baseline: reqs_old.csv}
  - {path: proc.bpmn, artefact: BP713}
  - {path: items.csv, artefact: CAT712, mapping: data-items}
  - {path: msgs.csv, artefact: DES712, mapping: interfaces}
  - {path: api.yaml, artefact: API712}
registers: {changes: changes.csv}
roles: roles.csv
)x"},
    {"items.csv", R"x(Data Item ID,Data Item Name,Format,Valid Set,Release
DI71001,Berth Class,CHAR(1),"A=Deep;B=Shallow;C=Lay-by",R1
DI71002,Ship Name,CHAR(40),,R1
)x"},
    {"msgs.csv", R"x(Interface Ref|Interface Name|Version|Status|Channel|Sender|Primary Recipients|Release
IF-741|Berth request|1.0|Approved|Portal|Agent|Harbour Master|R1
IF-742|Berth answer|1.0|Approved|Portal|Harbour Master|Agent|R2
)x"},
    {"proc.bpmn", R"x(<?xml version="1.0" encoding="UTF-8"?>
<model:definitions xmlns:model="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:sig="urn:vendor" id="d" targetNamespace="urn:h">
 <model:collaboration id="c"><model:participant id="pool" name="Harbour" processRef="p"/></model:collaboration>
 <model:process id="p"><model:laneSet id="ls"><model:lane id="l1" name="Pilot"><model:flowNodeRef>s</model:flowNodeRef><model:flowNodeRef>a</model:flowNodeRef><model:flowNodeRef>b</model:flowNodeRef><model:flowNodeRef>c1</model:flowNodeRef><model:flowNodeRef>g</model:flowNodeRef><model:flowNodeRef>e</model:flowNodeRef><model:flowNodeRef>x</model:flowNodeRef></model:lane></model:laneSet>
 <model:startEvent id="s" name="Ship arrives"/><model:manualTask id="a" name="BP713.010 Inspect the hull"/>
 <model:exclusiveGateway id="g" name="Hull sound?"/><model:userTask id="b" name="BP713.020 Tell the Agent"/><model:userTask id="c1" name="BP713.030 Bring the ship in"/><model:endEvent id="e"/><model:endEvent id="x"/>
 <model:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><model:sequenceFlow id="f2" sourceRef="a" targetRef="g"/>
 <model:sequenceFlow id="f3" name="sound" sourceRef="g" targetRef="c1"/><model:sequenceFlow id="f4" name="damaged" sourceRef="g" targetRef="b"/>
 <model:sequenceFlow id="f5" sourceRef="b" targetRef="x"/><model:sequenceFlow id="f6" sourceRef="c1" targetRef="e"/>
 </model:process></model:definitions>)x"},
    {"reqs.csv", R"x(Requirement Ref	Statement	Responsible Role	Obligation	BP Ref	Codes	Design Release
HB-BR-BK-001	The Agent must ask for a berth two days before arrival	Agent	must	BP712.010	HBC	R1
HB-BR-BK-002	The Harbour Master must answer within one hour	Harbour Master	must	BP712.020	HBC	R2
)x"},
    {"reqs_old.csv", R"x(Requirement Ref	Statement	Responsible Role	Obligation	BP Ref	Codes	Design Release
HB-BR-BK-001	The Agent must ask for a berth two days before arrival	Agent	must	BP712.010	HBC	R1
HB-BR-BK-002	The Harbour Master must answer within three hours	Harbour Master	must	BP712.020	HBC	R2
)x"},
    {"roles.csv", R"x(role,name,aliases
AGT,Agent,Agents
HM,Harbour Master,
PIL,Pilot,Pilots
)x"},
    {"steps.csv", R"x(Process Ref;Step No;Responsible Party;Activity;Messages;To;Next Step;Release
BP712;BP712.010;Agent;Ask for a berth;IF-741;Harbour Master;BP712.020;R1
BP712;BP712.020;Harbour Master;Confirm the berth;IF-742;Agent;;R2
)x"},
};

/// Rule and label of what `check --only design` finds, one a line.
std::string found(const help::TemporaryFolder& folder) {
  std::string lines;
  const auto ran = run_dovetail({"check", "--only", "design", "--format", "csv"}, folder.path());
  for (std::size_t at = ran.out.find('\n'); at != std::string::npos && at + 1 < ran.out.size(); at = ran.out.find('\n', at + 1)) {
    const auto rule = ran.out.find("design.", at), end = ran.out.find('"', rule);
    if (rule == std::string::npos) break;
    lines += ran.out.substr(rule, end - rule) + "\n";
    at = end;
  }
  return lines;
}

}  // namespace

TEST_CASE("A design that is right is silent, and each slip in it is one finding", "[cli]") {
  struct Slip {
    std::string file, from, to, finds;
  };
  const auto slip = GENERATE(values<Slip>({
      {"steps.csv", "Ask for a berth", "Ask for a berth", ""},
      {"api.yaml", "enum: [A, B, C]", "enum: [A, B, C, D]", "design.enumeration-differs\n"},
      {"items.csv", ";C=Lay-by", "", "design.enumeration-differs\n"},
      {"steps.csv", "IF-742;Agent;;R2", "IF-742;Agent;;R3", "design.unversioned\n"},
      {"api.yaml", "x-release: R2", "x-release: R1", "design.unversioned\n"},
      {"reqs.csv", "two days before", "three days before", "design.uncontrolled-change\n"},
      {"changes.csv", "Approved", "Raised", "design.uncontrolled-change\n"},
      {"changes.csv", "Board minute 4", "", "design.uncontrolled-change\n"},
      {"proc.bpmn", "<model:sequenceFlow id=\"f1\"",
       "<model:sequenceFlow id=\"f7\" name=\"quarantined\" sourceRef=\"g\" targetRef=\"x\"/><model:sequenceFlow id=\"f1\"",
       "design.branch-uncodified\n"},
      {"msgs.csv", "Agent|Harbour Master|R1", "Agent|Harbour Master and Pilot|R1", "design.conflict\n"},
      {"steps.csv", "BP712.020;R1", "BP712.025;R1", "design.dangling\n"},
  }));
  const help::TemporaryFolder folder;
  for (auto [name, text] : harbour) {
    const auto at = name == slip.file ? text.find(slip.from) : std::string::npos;
    if (name == slip.file) REQUIRE(at != std::string::npos);
    if (at != std::string::npos) text.replace(at, slip.from.size(), slip.to);
    folder.write(name, text);
  }
  CAPTURE(slip.file, slip.to);
  CHECK(found(folder) == slip.finds);
}
