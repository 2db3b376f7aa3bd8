// What the programme's registers promise of the text, row by row: each case is one row on one small project.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "help/linted.h"

using namespace dovetail;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

const std::string head = "XBSC PROCEDURE\nWeather Data\nXBSCP904\n1 Introduction\n1.1 Purpose and Scope\n1.1.1 The steps are in section 3.\n";
const std::string old_text = head +
                             "2 Records\n2.1 The Observer shall keep its readings for a year.\n2.2 The Bureau shall keep its notes for a year.\n"
                             "2.3 A forecast:\n(a) has a date; and\n(b) has a place.\n";
const std::string new_text = head +
                             "2 Records\n2.1 The Observer shall keep its readings for a year.\n"
                             "2.2 The Bureau shall keep its notes for {--a year--}{++two years++}.\n"
                             "2.3 A forecast:\n(a) has a date; and\n(b) has a place{++ and a time++}.\n";

std::string project(const std::string& more, const std::string& document = {}) {
  return "project: registers\nrelease: IR1.0\nreleases: [IR0.5, IR1.0, IR1.1]\nas_of: 2024-07-01\n"
         "codes:\n  - {id: XBSC, name: X Balancing and Settlement Code}\n"
         "documents:\n  - {path: draft.txt, id: XBSCP904, code: XBSC, profile: bscp, version: \"0.3\", lead: true, release: IR1.0" +
         document + "}\n" + more;
}

/// The labels that a rule's findings have, with blanks between.
std::string labels(const Review& review, const std::string& rule) {
  std::string all;
  for (const auto& finding : review.findings)
    if (finding.rule == rule) all += (all.empty() ? "" : " ") + finding.label;
  return all;
}

std::string messages(const Review& review, const std::string& rule) {
  std::string all;
  for (const auto& finding : review.findings)
    if (finding.rule == rule) all += (all.empty() ? "" : "\n") + finding.message;
  return all;
}

std::string blocked(const Review& review, const std::string& rule) {
  for (const auto& one : review.blocked)
    if (one.rule == rule) return one.reason;
  return {};
}

const std::string comment_columns = "comment_id,code_doc,draft_version,provision,response,disposition,change_made_in\n";
const std::string with_history = ", history: [{version: \"0.2\", path: old.txt, status: consulted}]";

Review on_comment(const std::string& row, const std::string& stage = {}) {
  return help::linted(Files{{"dovetail.yaml", project(stage + "registers: {comments: comments.csv}\n", with_history)},
                            {"draft.txt", new_text},
                            {"old.txt", old_text},
                            {"comments.csv", comment_columns + row + "\n"}});
}

const std::string horizon_columns =
    "item_id,code,change_ref,change_status,implementation_date,docs_affected,provisions_affected,xp_impact,drafting_action,last_reviewed\n";
const std::string trace_columns = "link_id,atom_kind,atom_id,atom_version,link_type,code,code_doc,provision,coverage,basis,reviewed_on,status\n";
const std::string step = "bp_id,bp_version,step_id,lane_role,step_text,release\nBP904,1.0,BP904.010,Observer,Send the record,IR1.0\n";

Review on_horizon(const std::string& row, const std::string& day = "2024-07-01") {
  auto yaml = project("design:\n  - {path: steps.csv, artefact: BP904, mapping: bp-steps}\nregisters: {horizon: horizon.csv, trace: trace.csv}\n");
  yaml.replace(yaml.find("2024-07-01"), 10, day);
  return help::linted(Files{{"dovetail.yaml", yaml},
                            {"draft.txt", new_text},
                            {"steps.csv", step},
                            {"trace.csv", trace_columns + "T-1,bp_step,BP904.010,1.0,codifies,XBSC,XBSCP904,2.1,full,design,2024-06-20,Approved\n"},
                            {"horizon.csv", horizon_columns + row + "\n"}});
}

Review on_change(const std::string& row, const std::string& link, const std::string& text = new_text) {
  return help::linted(
      Files{{"dovetail.yaml", project("design:\n  - {path: steps.csv, artefact: BP904, mapping: bp-steps}\n"
                                      "registers: {changes: changes.csv, trace: trace.csv}\n")},
            {"draft.txt", text},
            {"steps.csv", step},
            {"trace.csv", trace_columns + link + "\n"},
            {"changes.csv", "change_id,kind,title,status,decided_on,release,artefact,atom_ids,from_version,to_version,evidence\n" + row + "\n"}});
}

}  // namespace

TEST_CASE("a comment that was closed as done must be seen in its provision", "[register]") {
  const auto [row, found] = GENERATE(table<std::string, std::string>({
      {"CL-1,XBSCP904,0.2,2.1,Agreed; text updated,Accepted,0.3", "CL-1"},
      {"CL-1,XBSCP904,0.2,2.1,,Accepted,0.3", "CL-1"},  // the version says that something was done
      {"CL-1,XBSCP904,0.2,2.1,The paragraph has been reworded,Agreed,", "CL-1"},
      {"CL-1,XBSCP904,v0.2,2.1.,Text updated,Updated,v0.3", "CL-1"},     // other spellings of versions and labels
      {"CL-1,XBSCP904,0.2,\"2.1, 2.2\",Text updated,Accepted,0.3", ""},  // one of the two was changed
      {"CL-1,XBSCP904,0.2,2.2,Text updated,Accepted,0.3", ""},
      {"CL-1,XBSCP904,0.2,2.3,Text updated,Accepted,0.3", ""},  // below it something was
      {"CL-1,XBSCP904,0.2,2.1,Text updated,Accepted,0.4", ""},  // not due in this draft
      {"CL-1,XBSCP904,0.1,2.1,Text updated,Accepted,0.2", ""},  // the earlier text is not there
      {"CL-1,XBSCP904,0.2,2.9,Text updated,Accepted,0.3", ""},  // nor is the provision
      {"CL-1,XBSCP905,0.2,2.1,Text updated,Accepted,0.3", ""},  // of another document
      {"CL-1,XBSCP904,0.2,2.1,No change needed,Accepted,", ""},
      {"CL-1,XBSCP904,0.2,2.1,Text will be updated,Accepted,", ""},
      {"CL-1,XBSCP904,0.2,2.1,Out of scope,Rejected,0.3", ""},
      {"CL-1,XBSCP904,0.2,2.1,Noted,Noted,", ""},
      {"CL-1,XBSCP904,0.2,General,Text updated,Accepted,0.3", ""},
  }));
  INFO(row);
  CHECK(labels(on_comment(row), "register.comment-not-applied") == found);
}

TEST_CASE("an open comment is told at the final stage and not before", "[register]") {
  const std::string open = "CL-1,XBSCP904,0.2,2.2,Will review,Open,";
  CHECK(labels(on_comment(open), "register.comment-not-applied").empty());
  CHECK(labels(on_comment(open, "stage: consultation\n"), "register.comment-not-applied").empty());
  CHECK(messages(on_comment(open, "stage: final\n"), "register.comment-not-applied") == "CL-1: it is still open, and this is the final stage");
}

TEST_CASE("a change of live text needs an answer", "[register]") {
  const auto [row, found] = GENERATE(table<std::string, std::string>({
      {"HS-1,XBSC,P901,Approved,2024-11-01,XBSCP904,2.2,Yes,,2024-06-28", "HS-1: P901 (approved) has an impact and no action"},
      {"HS-1,XBSC,P901,Approved,2024-11-01,XBSCP904,2.2,Yes - minor,TBC,2024-06-28", "HS-1: P901 (approved) has an impact and no action"},
      {"HS-1,XBSC,P901,Approved,2024-11-01,XBSCP904,2.2,Yes,Re-baseline 2.2,2024-06-28", ""},
      {"HS-1,XBSC,P901,Raised,,XBSCP904,2.2,Yes,,2024-06-28", ""},  // nothing is decided yet
      {"HS-1,XBSC,P901,Rejected,,XBSCP904,2.1,Yes,,2023-01-01", ""},
      {"HS-1,XBSC,P901,Approved,2024-11-01,XBSCP904,2.1,No,,2024-06-28",
       "HS-1: P901 (approved) is marked as no impact, and touches text that carries BP904.010"},
      {"HS-1,XBSC,P901,Approved,2024-11-01,XBSCP904,2.2,No,,2024-06-28", ""},   // no atom is traced to 2.2
      {"HS-1,XREC,R901,Approved,2024-11-01,XBSCP904,2.1,No,,2024-06-28", ""},   // of another code
      {"HS-1,XBSC,P901,Approved,2024-11-01,XBSCP904,2.1,TBC,,2024-06-28", ""},  // nobody said either
      {"HS-1,XBSC,P901,Implemented,2024-06-20,XBSCP904,2.2,No,,2024-06-10",
       "HS-1: P901 (implemented) took effect on 2024-06-20, after its last review on 2024-06-10"},
      {"HS-1,XBSC,P901,Implemented,2024-06-20,XBSCP904,2.2,No,,2024-06-20", ""},
      {"HS-1,XBSC,P901,Raised,,XBSCP904,,No,None,2024-04-02", ""},  // 90 days
      {"HS-1,XBSC,P901,Raised,,XBSCP904,,No,None,2024-04-01", "HS-1: P901 (raised) was last reviewed on 2024-04-01"},
  }));
  INFO(row);
  CHECK(messages(on_horizon(row), "register.horizon-unhandled") == found);
}

TEST_CASE("an agreed change of an atom must have reached the text that carries it", "[register]") {
  const std::string at_2_1 = "T-1,bp_step,BP904.010,1.0,codifies,XBSC,XBSCP904,2.1,full,design,2024-02-20,Approved";
  const std::string at_2_2 = "T-1,bp_step,BP904.010,1.0,codifies,XBSC,XBSCP904,2.2,full,design,2024-02-20,Approved";
  const std::string seen_since = "T-1,bp_step,BP904.010,1.1,codifies,XBSC,XBSCP904,2.1,full,design,2024-06-20,Approved";
  const std::string draft_link = "T-1,bp_step,BP904.010,1.1,codifies,XBSC,XBSCP904,2.1,full,design,2024-06-20,Draft";
  const auto [row, link, found] = GENERATE_COPY(table<std::string, std::string, std::string>({
      {"CR904,CR,Noon,Approved,2024-03-01,IR1.0,BP904,BP904.010,1.0,1.1,Minute 4", at_2_1,
       "CR904: BP904.010 was changed, and XBSCP904 2.1 is as it was"},
      {"DIN-9,DIN,Noon,Closed,2024-03-01,IR1.0,BP904,bp904.010,1.0,1.1,Minute 4", at_2_1,
       "DIN-9: BP904.010 was changed, and XBSCP904 2.1 is as it was"},
      {"CR904,CR,Noon,Approved,2024-03-01,IR1.0,BP904,BP904.010,1.0,1.1,Minute 4", at_2_2, ""},      // that text did change
      {"CR904,CR,Noon,Approved,2024-03-01,IR1.0,BP904,BP904.010,1.0,1.1,Minute 4", seen_since, ""},  // looked at since, and approved
      {"CR904,CR,Noon,Approved,2024-03-01,IR1.0,BP904,BP904.010,1.0,1.1,Minute 4", draft_link,
       "CR904: BP904.010 was changed, and XBSCP904 2.1 is as it was"},
      {"CR904,CR,Noon,Raised,,IR1.0,BP904,BP904.010,1.0,1.1,", at_2_1, ""},
      {"CR904,CR,Noon,Rejected,2024-03-01,IR1.0,BP904,BP904.010,1.0,1.1,", at_2_1, ""},
      {"CR904,CR,Noon,Approved,2024-03-01,IR1.1,BP904,BP904.010,1.0,1.1,Minute 4", at_2_1, ""},  // of a later release
      {"DIN-9,DIN,Clarify,Closed,2024-03-01,IR1.0,BP904,BP904.010,1.0,1.0,No design change", at_2_1, ""},
      {"CR904,CR,Noon,Approved,2024-03-01,IR1.0,BP904,BP904.099,1.0,1.1,Minute 4", at_2_1, ""},  // nothing carries that
  }));
  INFO(row << "\n" << link);
  CHECK(messages(on_change(row, link), "register.missed-uplift") == found);
}

TEST_CASE("text whose changes are not known is not said to have missed one", "[register]") {
  const std::string link = "T-1,bp_step,BP904.010,1.0,codifies,XBSC,XBSCP904,2.1,full,design,2024-02-20,Approved";
  const std::string change = "CR904,CR,Noon,Approved,2024-03-01,IR1.0,BP904,BP904.010,1.0,1.1,Minute 4";
  CHECK(messages(on_change(change, link, old_text), "register.missed-uplift").empty());  // no marks and no baseline
}

TEST_CASE("changed text wants a comment, a change or a note", "[register]") {
  const auto with = [](const std::string& row, const std::string& text, const std::string& document = {}) {
    return labels(help::linted(Files{{"dovetail.yaml", project("registers: {comments: comments.csv}\n", document)},
                                     {"draft.txt", text},
                                     {"comments.csv", comment_columns + row + "\n"}}),
                  "register.unexplained-change");
  };
  const std::string on_2_1 = "CL-1,XBSCP904,0.2,2.1,Noted,Noted,", on_2_2 = "CL-1,XBSCP904,0.2,2.2,Text updated,Accepted,0.3";
  CHECK(with(on_2_1, new_text) == "2.2 2.3(b)");
  CHECK(with(on_2_2, new_text) == "2.3(b)");
  CHECK(with("CL-1,XBSCP904,0.2,2,All of it,Accepted,0.3", new_text).empty());  // the provision above was spoken of
  CHECK(with("CL-1,XBSCP999,0.2,2.1,Noted,Noted,", new_text).empty());          // no record is kept of this text
  CHECK(with(on_2_1, old_text).empty());
  CHECK(with(on_2_1, new_text, ", change_ids: [P904]").empty());  // the whole draft is one change with a name
}

TEST_CASE("a topic's heads are filled in, if only with none", "[register]") {
  const auto with = [](const std::string& table_text) {
    return messages(
        help::linted(Files{{"dovetail.yaml", project("registers: {topics: topics.csv}\n")}, {"draft.txt", new_text}, {"topics.csv", table_text}}),
        "register.topic-incomplete");
  };
  const std::string columns =
      "topic,lead_code,transition,consequential_change,performance_assurance,qualification,migration,terminology,earlier_topics,later_topics\n";
  CHECK(with(columns + "Weather,XBSC,None,None,None,None,None,None,None,None\n").empty());
  CHECK(with(columns + "Weather,XBSC,None,N/A,None,,None,tbc,None,None\n") == "Weather: nothing is said of qualification and terminology");
  CHECK(with("topic,lead_code,transition\nWeather,,XBSCP904 4\n") ==
        "Weather: nothing is said of lead code");  // heads without a column are not asked for
}

TEST_CASE("register rules without their register are blocked, and say so", "[register]") {
  const auto review = help::linted(Files{{"dovetail.yaml", project("")}, {"draft.txt", new_text}});
  CHECK(blocked(review, "register.horizon-unhandled") == "no horizon log");
  CHECK(blocked(review, "register.missed-uplift") == "no change log");
  CHECK(blocked(review, "register.comment-not-applied") == "no comment log");
  CHECK(blocked(review, "register.unexplained-change") == "no comment log and no change log");
}

TEST_CASE("a register that cannot be used says what is wrong, and what rests on it", "[register]") {
  const auto with = [](const std::string& kind, const std::string& table_text) {
    return help::linted(Files{{"dovetail.yaml", project("registers: {" + kind + ": r.csv}\n")}, {"draft.txt", new_text}, {"r.csv", table_text}});
  };
  const auto no_columns = with("trace", "colour,size\nred,1\n");
  CHECK(messages(no_columns, "register.malformed").find("no column") != std::string::npos);
  CHECK_FALSE(blocked(no_columns, "coverage.uncovered").empty());
  CHECK(labels(with("horizon", horizon_columns + "HS-1,XBSC,P901,Raised,2024-02-30,XBSCP904,2.1,No,None,2024-06-01\n"), "register.malformed") ==
        "HS-1");
  CHECK(
      labels(with("horizon", horizon_columns + "HS-1,XBSC,P901,Raised,2024-02-29,XBSCP904,2.1,No,None,2024-06-01\n"), "register.malformed").empty());
}
