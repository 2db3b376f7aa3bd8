// What a draft takes out of the coverage that was there, and which of its changes need not trace to the design.
#include <catch2/catch.hpp>
#include <string>

#include "help/linted.h"

using namespace dovetail;

namespace {

const std::string head = "XBSC PROCEDURE\nWeather Data\nXBSCP904\n";
const std::string design =
    "req_id,text,actor_role,target_codes\nXP-BR-WE-001,Readings are kept,OBS,XBSC\nXP-BR-WE-002,Corrections are kept,OBS,XBSC\n";
const std::string trace = "atom_id,code,code_doc,provision\nXP-BR-WE-001,XBSC,XBSCP904,1.1\nXP-BR-WE-002,XBSC,XBSCP904,1.2\n";

std::string project(const std::string& more = {}) {
  return "codes: [{id: XBSC, name: X Code}]\ndocuments: [{path: draft.txt, id: XBSCP904, code: XBSC, profile: bscp" + more +
         "}]\ndesign: [{path: reqs.csv, artefact: BRS904, mapping: brs}]\nregisters: {trace: trace.csv}\n";
}

}  // namespace

TEST_CASE("text that a link named and the draft takes out is lost, marked or not", "[check][coverage]") {
  const std::string kept = "1 Records\n1.1 The Observer shall keep its readings.\n";
  const auto marked = help::linted({{"dovetail.yaml", project()},
                                    {"draft.txt", head + kept + "{--1.2 The Observer shall keep its corrections.--}\n"},
                                    {"reqs.csv", design},
                                    {"trace.csv", trace}});
  CHECK(help::said_by(marked, "coverage.lost").size() == 1);
  CHECK(help::said_by(marked, "coverage.uncovered").empty());
  const auto twin = help::linted({{"dovetail.yaml", project(", baseline: before.txt")},
                                  {"draft.txt", head + kept},
                                  {"before.txt", head + kept + "1.2 The Observer shall keep its corrections.\n"},
                                  {"reqs.csv", design},
                                  {"trace.csv", trace}});
  CHECK(help::said_by(twin, "coverage.lost").size() == 1);
  CHECK(help::said_by(twin, "coverage.uncovered").empty());
  const auto never = help::linted({{"dovetail.yaml", project(", baseline: before.txt")},
                                   {"draft.txt", head + kept},
                                   {"before.txt", head + kept},
                                   {"reqs.csv", design},
                                   {"trace.csv", trace}});
  CHECK(help::said_by(never, "coverage.lost").empty());
}

TEST_CASE("headings and what says which version a text is of need not trace to the design", "[check][coverage]") {
  const auto untraced = [](const std::string& text) {
    const auto review = help::linted({{"dovetail.yaml", project()}, {"draft.txt", head + text}, {"reqs.csv", design}, {"trace.csv", trace}});
    return help::said_by(review, "coverage.untraced").size();
  };
  const std::string kept = "1 Records\n1.1 The Observer shall keep its readings.\n1.2 The Observer shall keep its corrections.\n";
  CHECK(untraced(kept + "1.3 This is Version {--1.0--}{++2.0++} of it, effective from {--1 April 2022--}{++27 June 2024++}. Records are kept.\n") ==
        0);
  CHECK(untraced(kept + "1.3 Records are kept until {--1 April 2022--}{++27 June 2024++}.\n") == 1);
  CHECK(untraced(kept + "1.3 Records are kept.\n5 {--Notices--}{++Notices and Reports++}\n") == 0);  // a number that does not follow on
  CHECK(untraced(kept + "1.3 Records are kept.\nThey {--may--}{++shall++} be kept.\n") == 1);
  CHECK(untraced(kept + "1.3 Records are kept.\nVersion {--1.0--}{++2.0++}\n") == 0);
}
