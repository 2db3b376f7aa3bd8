// Ids of another programme: a project says how they are spelt.
#include <catch2/catch.hpp>

#include "help/linted.h"

using namespace dovetail;

namespace {

const std::string draft =
    "XBSC PROCEDURE\nWeather Data\nXBSCP904\n1 Introduction\n1.1 Scope\n1.1.1 The steps are in 2.\n2 Records\n"
    "2.1 The Supplier shall keep its readings. [RQ/0012]\n2.2 The Supplier shall send them.\n";
const std::string design = "req_id,text,target_codes\nrq 12,The Supplier must keep its readings,XBSC\nRQ/13,The Supplier must lose them,XBSC\n";

std::string project(const std::string& ids) {
  return "codes: [{id: XBSC, name: X Code}]\ndocuments: [{path: draft.txt, id: XBSCP904, code: XBSC, profile: bscp}]\n"
         "design: [{path: design.csv, artefact: BRS904, mapping: brs}]\n" +
         ids;
}

}  // namespace

TEST_CASE("a project's own id shapes are tried before the built-in ones, in cells and in text", "[lint]") {
  const std::string shape = "ids:\n  - {family: requirement, pattern: 'RQ[ /-]?0*([1-9][0-9]*)', canonical: 'RQ-{1}', in_text: 'RQ[/-][0-9]+'}\n";
  const auto review = help::linted({{"dovetail.yaml", project(shape)}, {"draft.txt", draft}, {"design.csv", design}});
  CHECK(help::said_by(review, "coverage.uncovered") == std::vector<std::string>{"RQ-13: RQ/13"});
  // The next project does not inherit them.
  const auto other = help::linted({{"dovetail.yaml", project("")}, {"draft.txt", draft}, {"design.csv", design}});
  for (const auto& unit : other.units)
    for (const auto& item : unit.items) CHECK(item.id != "RQ-13");
}

TEST_CASE("a pattern of ids that is none is a fault of the project file", "[lint]") {
  const std::string broken = "ids:\n  - {family: requirement, pattern: 'RQ([0-9]+)', canonical: 'RQ-{2}'}\n";
  CHECK_THROWS_WITH(help::linted({{"dovetail.yaml", project(broken)}, {"draft.txt", draft}, {"design.csv", design}}),
                    Catch::Contains("dovetail.yaml:5") && Catch::Contains("names group 2, and the pattern has 1"));
}
