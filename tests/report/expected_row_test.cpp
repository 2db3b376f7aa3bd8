// The row that the design implies for a step.
#include "report/expected_row.h"

#include <catch2/catch.hpp>

#include "help/linted.h"

using namespace dovetail;

namespace {

const std::string yaml =
    "codes: [{id: XBSC, name: X Code}]\ndocuments: [{path: draft.txt, id: XBSCP904, code: XBSC, profile: bscp}]\n"
    "design:\n  - {path: steps.csv, artefact: BP904, mapping: bp-steps}\n  - {path: opc.csv, artefact: OPC904, mapping: choreography}\n"
    "  - {path: des.csv, artefact: DES904, mapping: interfaces}\nregisters: {trace: trace.csv}\nroles: roles.csv\n";
const std::string steps =
    "bp_id,bp_version,step_id,lane_role,step_text,trigger,interface_ids,to_roles\n"
    "BP904,1.0,BP904.010,OBS,Send the record,Storm over,IF-941,BUR;SUP\n"
    "BP904,1.0,BP904.020,BUR,Send a correction,Error found,IF-942,\n"
    "BP904,1.0,BP904.030,BUR,Keep the record,Receipt of IF-941,,\n"
    "BP904,1.0,BP904.040,,Publish,,PUB-943; IF-949,\n";
const std::string opc =
    "oc_id,opc_version,bp_step,interface_id,sender_role,receiver_roles,sla_text,sla_qty,sla_unit,sla_relation,sla_anchor,time_of_day\n"
    "OC-904-01,1.0,BP904.010,IF-941,OBS,BUR,Within 1 WD of the storm,,,,,\n"
    "OC-904-02,1.0,BP904.020,IF-942,BUR,OBS,,2,WD,within,IF-941 received,18:00\n";
const std::string des =
    "interface_id,name,version,status,transport,sender_role,primary_receivers\n"
    "IF-941,Weather record,1.0,Approved,DIP,OBS,BUR\nIF-942,Weather correction,1.0,Approved,Email,BUR,OBS\n"
    "PUB-943,Weather bulletin,1.0,Approved,DIP,BUR,SUP;OBS\n";
const std::string draft =
    "XBSC PROCEDURE\nWeather Data\nXBSCP904\n1 Introduction\n1.1 Scope\n1.1.1 The steps are in section 3.\n3 Interface and Timetable Information\n"
    "3.1 Collection\n| REF. | WHEN | ACTION | FROM | TO | INFORMATION REQUIRED | METHOD |\n"
    "| 3.1.1 | By noon | Send the record | Observer | Bureau | IF-941 Weather record | DIP |\n"
    "| 3.1.2 | At once | Keep it | Bureau |  | | Internal Process |\n";

/// The implied row of a step, and the rows that were drafted for it.
std::vector<std::string> rows(const std::string& step) {
  const auto review = help::linted({{"dovetail.yaml", yaml},
                                    {"draft.txt", draft},
                                    {"steps.csv", steps},
                                    {"opc.csv", opc},
                                    {"des.csv", des},
                                    {"roles.csv", "role,name,aliases\nSUP,Supplier,\nOBS,Observer,\nBUR,Bureau,\n"},
                                    {"trace.csv",
                                     "link_id,atom_kind,atom_id,link_type,code,code_doc,provision,coverage,basis,status\n"
                                     "T-1,bp_step,BP904.010,codifies,XBSC,XBSCP904,3.1.1,full,design,Approved\n"}});
  const ExpectedRows expected(review);
  for (const auto& entry : review.corpus.coverage) {
    if (review.units[entry.item.unit].items[entry.item.id].id != step) continue;
    const auto row = expected.of(entry);
    std::vector<std::string> lines{row_line(row.expected)};
    for (const auto& [document, drafted] : row.drafted) lines.push_back(document + ": " + row_line(drafted));
    return lines;
  }
  return {};
}

}  // namespace

TEST_CASE("the process says who and what, the choreography when, the catalogue with which message", "[report]") {
  CHECK(rows("BP904.010") == std::vector<std::string>{"REF 3.1.1 | WHEN Within 1 WD of the storm | ACTION Send the record | FROM Observer | TO "
                                                      "Bureau, Supplier | INFORMATION IF-941 Weather record | METHOD DIP",
                                                      "XBSCP904: REF 3.1.1 | WHEN By noon | ACTION Send the record | FROM Observer | TO Bureau | "
                                                      "INFORMATION IF-941 Weather record | METHOD DIP"});
}

TEST_CASE("an expected row takes what is left open from the parts of a limit and from the catalogue", "[report]") {
  CHECK(rows("BP904.020") ==
        std::vector<std::string>{"REF – | WHEN within 2 WD of IF-941 received, 18:00 | ACTION Send a correction | FROM Bureau | TO Observer | "
                                 "INFORMATION IF-942 Weather correction | METHOD Email"});
  CHECK(rows("BP904.040") == std::vector<std::string>{"REF – | WHEN – | ACTION Publish | FROM Bureau | TO Supplier, Observer | "
                                                      "INFORMATION PUB-943 Weather bulletin; IF-949 | METHOD DIP"});
}

TEST_CASE("a step without a message is an internal process, at its trigger", "[report]") {
  CHECK(rows("BP904.030").front() ==
        "REF – | WHEN Receipt of IF-941 | ACTION Keep the record | FROM Bureau | TO – | INFORMATION – | METHOD Internal Process");
}
