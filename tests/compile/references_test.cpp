// What each way of citing asks for: the forms that drafters use, and what only looks like a reference.
#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "compile/references.h"

using namespace dovetail;

namespace {

/// "keyword label..last < divisions, innermost first @ document external self relative", references parted by "; ".
std::string shown(const std::string& line) {
  std::string out;
  for (const auto& found : find_references(line)) {
    out += (out.empty() ? "" : "; ") + found.keyword + (found.keyword.empty() || found.label.empty() ? "" : " ") + found.label;
    if (!found.last.empty()) out += ".." + found.last;
    for (auto division = found.divisions.rbegin(); division != found.divisions.rend(); ++division) out += " < " + *division;
    if (!found.document.empty()) out += " @ " + found.document;
    if (found.reach == ReferenceReach::external) out += " external";
    if (found.self) out += " self";
    if (found.relative) out += " relative";
  }
  return out;
}

using Case = std::pair<const char*, const char*>;

const Case references[] = {
    {"Subject to paragraph 1.1.8, each Party shall comply", "paragraph 1.1.8"},
    {"as provided in this paragraph 1.2, no charge is payable", "paragraph 1.2 self"},
    {"This Section K sets out the rules for registration", "section Section K self"},
    {"in this Annex S-2 a day is a Settlement Day", "annex Annex S-2 self"},
    {"paragraphs 1.1.2 and 6.3.3 apply", "paragraph 1.1.2; paragraph 6.3.3"},
    {"the provisions of paragraphs 1.2.1, 1.2.2, 2 (other than 2.6) and 5.3 shall survive",
     "paragraph 1.2.1; paragraph 1.2.2; paragraph 2; paragraph 2.6; paragraph 5.3"},
    {"in accordance with paragraphs 2.4 to 2.7 (inclusive)", "paragraph 2.4..2.7"},
    {"under paragraph 2.8, this paragraph 6 and paragraph 7.1.2", "paragraph 2.8; paragraph 6 self; paragraph 7.1.2"},
    {"the provisions of paragraph 5 shall apply", "paragraph 5"},
    {"the grounds in paragraph 3.1.2 or 3.1.7 upon which it relies", "paragraph 3.1.2; paragraph 3.1.7"},
    {"on the terms of clause 9.2 or 9.8 headed Termination", "clause 9.2; clause 9.8"},
    {"the cable of clause 2.2 and 2.5 metres of duct", "clause 2.2"},
    {"the rate in clause 2.2 and 2.5 kWh a day", "clause 2.2"},
    {"in paragraph (a)(i) or (ii) respectively", "paragraph (a)(i) relative; paragraph (a)(ii) relative"},
    {"(a) it acts under paragraph (b), (c) it pays and (d) it leaves", "paragraph (b) relative"},
    {"under paragraph (a), (b) or (c)", "paragraph (a) relative; paragraph (b) relative; paragraph (c) relative"},
    {"under paragraph 3.1(a), (b) and (c)(ii)", "paragraph 3.1(a); paragraph 3.1(b); paragraph 3.1(c)(ii)"},
    {"as described in paragraph B above", "paragraph (B) relative"},
    {"pursuant to Section K5.4", "section K5.4"},
    {"under Section H3.2.1(f), Section N4.1.1(a) and K5.4", "section H3.2.1(f); section N4.1.1(a); section K5.4"},
    {"Sections B1.2.3 and B3.3.2 and Sections K6 and K8", "section B1.2.3; section B3.3.2; section K6; section K8"},
    {"Section R, Section S, Section T and Section V", "section Section R; section Section S; section Section T; section Section V"},
    {"Sections F, K, V and Annex X-1", "section Section F; section Section K; section Section V; annex Annex X-1"},
    {"paragraph 1.1.2 of Annex D-5", "paragraph 1.1.2 < Annex D-5"},
    {"in paragraph 4 of Annex D-3, as amended", "paragraph 4 < Annex D-3"},
    {"Section X, Annex X-1 thereof", "annex Annex X-1 @ Section X"},
    {"Section F Annex F-1", "annex Annex F-1 @ Section F"},
    {"see section 3.3.3 (a)", "section 3.3.3(a)"},
    {"the amount (K1.2.1) is payable", "K1.2.1"},
    {"it is payable (L4.6(b)) by the Party", "L4.6(b)"},
    {"in accordance with XBSCP602", " @ XBSCP602"},
    {"XBSCP501 section 3.3.1", "section 3.3.1 @ XBSCP501"},
    {"XBSCP515, step 3.3.4", "step 3.3.4 @ XBSCP515"},
    {"XBSCP15 sections 3.5.8, 3.5.9 and 3.6.1", "section 3.5.8 @ XBSCP15; section 3.5.9 @ XBSCP15; section 3.6.1 @ XBSCP15"},
    {"see Section 3.5", "section 3.5"},
    {"Appendices 4.3 & 4.4", "appendix Appendix 4.3; appendix Appendix 4.4"},
    {"See Appendix 4.9", "appendix Appendix 4.9"},
    {"XBSCP38/5.1 Part A and C", "part Part A @ XBSCP38"},
    {"the form XBSCP509/01", " @ XBSCP509"},
    {"XBSCP128 Appendix 07", "appendix Appendix 07 @ XBSCP128"},
    {"XBSCP68 'Transfer of Registration'", " @ XBSCP68"},
    {"XBSCP02 (Proving Test Requirements)", " @ XBSCP02"},
    {"Section T3.34 (Additional Interface Testing)", "section T3.34"},
    {"Section X2.4(b) and Section X2.6(a)", "section X2.4(b); section X2.6(a)"},
    {"Section H5.33-5.40", "section H5.33..5.40"},
    {"set out in Appendix M", "appendix Appendix M"},
    {"as determined in accordance with Clause 36.4", "clause 36.4"},
    {"Section 2A, Clause 19", "section 2A; clause 19"},
    {"Section 2A 2C 2D 2E or 2F", "section 2A; section 2C; section 2D; section 2E; section 2F"},
    {"paragraph 1.15 of Schedule 22 of the XDCUSA", "paragraph 1.15 < Schedule 22 @ XDCUSA"},
    {"the penultimate sentence (only) of Clause 19.1", "clause 19.1"},
    {"clauses 24 (Contract Managers and Party Details) and 25 (Notices) of the main body", "clause 24 @ main body; clause 25 @ main body"},
    {"Part (b) of Paragraph 8.15.8 of the XCUSC", "paragraph 8.15.8(b) @ XCUSC"},
    {"paragraphs 2.1 to 2.6 (other than 2.3) of Section K", "paragraph 2.1..2.6 @ Section K; paragraph 2.3 @ Section K"},
    {"clauses 1.1 to 1.4 other than 1.3 apply", "clause 1.1..1.4; clause 1.3"},
    {"Section M, 3.3.3 a (i) applies", "section M3.3.3(a)(i)"},
    {"Section M, 3.3.3 a Party", "section M3.3.3"},
    {"section N 8. 7. 1 applies", "section N8.7.1"},
    {"in Section K, 3 Working Days later", "section Section K"},
    {"(L 3.2.2)", "L3.2.2"},
    {"see CC.6.1.1(a) and OC.5.8.2 of the Grid Code", "CC.6.1.1(a); OC.5.8.2 @ Grid Code"},
    {"Schedule 2 Part B paragraph 3", "paragraph 3 < Part B < Schedule 2"},
    {"Schedule 2, Part A, paragraph 1(b)", "paragraph 1(b) < Part A < Schedule 2"},
    {"Part Two of this Section 15", "part Part Two < Section 15"},
    {"Section GTD paragraph 3.1.4(v) and Clause 3.3(b)", "paragraph 3.1.4(v) @ Section GTD; clause 3.3(b)"},
    {"section 21 of the Electricity Act 1989", "section 21 @ Electricity Act 1989 external"},
    {"sections 29 and 60 of the Electricity Act 1989", "section 29 @ Electricity Act 1989 external; section 60 @ Electricity Act 1989 external"},
    {"paragraph 4 of Article 5 of the Guideline", "paragraph 4 < Article 5 @ Guideline external"},
    {"Articles 4, 5, 6 and 10", "article 4 external; article 5 external; article 6 external; article 10 external"},
    {"Condition 11A paragraph 4 of the PES Licence", "condition 11A external; paragraph 4 @ PES Licence external"},
    {"paragraph 7 of Condition 11A", "paragraph 7 < Condition 11A external"},
    {"Standard Condition 14.2 of the Supply Licence", "condition 14.2 @ Supply Licence external"},
    {"regulation 5(2) of the Electricity (Supply) Regulations 2031", "regulation 5(2) @ Electricity (Supply) Regulations 2031 external"},
    {"Code of Practice Four, paragraph 5.2", "paragraph 5.2 @ Code of Practice Four"},
    {"section 5 of Code of Practice 5", "section 5 @ Code of Practice 5"},
    {"Paragraph 4.2 of the Metering Operations Schedule", "paragraph 4.2 @ Metering Operations Schedule"},
    {"Table 1 of Annex S-1", "annex Annex S-1"},
    {"the table in paragraph 3.2", "paragraph 3.2"},
    {"Within 2 WD of step 3.1.2", "step 3.1.2"},
    {"steps 3.1.1 to 3.1.4", "step 3.1.1..3.1.4"},
    {"step 3.1.2 or 3.1.3, as the case may be", "step 3.1.2; step 3.1.3"},
    {"(see paragraph 9.2)", "paragraph 9.2"},
    {"paragraphs 2.1, 3.1 (other than paragraph 3.1.3) and 3.2", "paragraph 2.1; paragraph 3.1; paragraph 3.1.3; paragraph 3.2"},
    {"(see paragraph 9)", "paragraph 9"},
    {"(as defined in paragraph 2.1)", "paragraph 2.1"},
    {"(subject to paragraphs 2.1 and 2.2)", "paragraph 2.1; paragraph 2.2"},
    {"(paragraph 3.1(a))", "paragraph 3.1(a)"},
    {"sub-paragraph (a) or (b) above", "paragraph (a) relative; paragraph (b) relative"},
    {"sub-paragraphs (i) to (iii)", "paragraph (i) relative; paragraph (iii) relative"},
    {"subparagraph (iv)", "paragraph (iv) relative"},
    {"sub-clause 4.1.2(A)", "clause 4.1.2(A)"},
    {"paragraph 3.2.1(b)(ii)(A)", "paragraph 3.2.1(b)(ii)(A)"},
    {"paragraphs 3.2.1(a), (b) and (d)", "paragraph 3.2.1(a); paragraph 3.2.1(b); paragraph 3.2.1(d)"},
    {"paragraph 3.2.1(b) to (d)", "paragraph 3.2.1(b); paragraph 3.2.1(d)"},
    {"paragraph 1.2.1A", "paragraph 1.2.1A"},
    {"paragraphs 1.2.1A and 1.2.1AA", "paragraph 1.2.1A; paragraph 1.2.1AA"},
    {"Schedule 2B", "schedule Schedule 2B"},
    {"Schedules 16, 17 and 18", "schedule Schedule 16; schedule Schedule 17; schedule Schedule 18"},
    {"Schedules 16 to 18", "schedule Schedule 16..Schedule 18"},
    {"Annexes S-1 and S-2", "annex Annex S-1; annex Annex S-2"},
    {"Annex F-1, paragraph 2.3", "paragraph 2.3 < Annex F-1"},
    {"paragraph 2.3 of this Annex F-1", "paragraph 2.3 < Annex F-1"},
    {"paragraph 3 of Part B of Schedule 6", "paragraph 3 < Part B < Schedule 6"},
    {"paragraph 2.1 of Part II", "paragraph 2.1 < Part II"},
    {"Part A of Appendix 3", "part Part A < Appendix 3"},
    {"Parts A and B", "part Part A; part Part B"},
    {"Part IIA", "part Part IIA"},
    {"Chapter 4 of Part 2", "chapter Chapter 4 < Part 2"},
    {"Appendix 1 to the Grid Code", "appendix Appendix 1 @ Grid Code"},
    {"Annex 3 to Schedule 5", "annex Annex 3 < Schedule 5"},
    {"Schedule 4 to this Agreement", "schedule Schedule 4 @ this agreement"},
    {"Clause 12 of this Agreement", "clause 12 @ this agreement"},
    {"Clause 8.1 of this Code", "clause 8.1 @ this code"},
    {"section 3.2 of this Procedure", "section 3.2"},
    {"paragraph 1.1 of this Schedule", "paragraph 1.1"},
    {"paragraph 1.1 of this Schedule 77", "paragraph 1.1 < Schedule 77"},
    {"section 4.1 of this XBSC Procedure", "section 4.1"},
    {"clause 8.1 of the main body of this Code", "clause 8.1 @ main body"},
    {"clause 8.1 of the main body of the XREC", "clause 8.1 @ XREC main body"},
    {"Section 3 of the XCUSC", "section 3 @ XCUSC"},
    {"Clauses 30.1 and 30.3 of the XDCUSA", "clause 30.1 @ XDCUSA; clause 30.3 @ XDCUSA"},
    {"Section 1C of the XDCUSA", "section 1C @ XDCUSA"},
    {"paragraph 5.6 of Schedule 9 (Disputes)", "paragraph 5.6 < Schedule 9"},
    {"Schedule 9, paragraph 5.6", "paragraph 5.6 < Schedule 9"},
    {"Section K, paragraph 2.1", "paragraph 2.1 @ Section K"},
    {"XBSC Section K", " @ XBSC Section K"},
    {"XREC Schedule 14", " @ XREC Schedule 14"},
    {"paragraph 3.1 of XREC Schedule 14", "paragraph 3.1 @ XREC Schedule 14"},
    {"clause 5 of the DCC Licence", "clause 5 @ DCC Licence external"},
    {"clause 5 of that agreement", "clause 5 @ agreement external"},
    {"paragraph 9 of the Connection Agreement", "paragraph 9 @ Connection Agreement"},
    {"section 4 of the Methodology Statement", "section 4 @ Methodology Statement"},
    {"clause 4.2 of ISO 9001", "clause 4.2 @ ISO 9001"},
    {"section 6 of BS EN 62056-21", "section 6 @ BS EN 62056-21"},
    {"Section 2 of XBSCP901", "section 2 @ XBSCP901"},
    {"XBSCP 901 section 3.1", "section 3.1 @ XBSCP 901"},
    {"XBSC Procedure 901, section 3.1", "section 3.1 @ XBSC Procedure 901"},
    {"the Electricity Act 1989, section 21", "section 21 external"},
    {"Act section 21 applies", "section 21 external"},
    {"sections 6(1A) and 6(1C) of the Act", "section 6(1A) @ Act external; section 6(1C) @ Act external"},
    {"paragraph 3.2 or paragraph 3.3", "paragraph 3.2; paragraph 3.3"},
    {"paragraph 3.2 and/or 3.3", "paragraph 3.2; paragraph 3.3"},
    {"paragraph 3.2 together with 3.4", "paragraph 3.2; paragraph 3.4"},
    {"paragraphs 2.1, 2.2, and 2.3", "paragraph 2.1; paragraph 2.2; paragraph 2.3"},
    {"paragraphs 2.1 – 2.4", "paragraph 2.1..2.4"},
    {"paragraphs 2.1-2.4", "paragraph 2.1..2.4"},
    {"paragraphs 2.1 through 2.4", "paragraph 2.1..2.4"},
    {"paragraph(s) 2.1 and 2.2", "paragraph 2.1; paragraph 2.2"},
    {"PARAGRAPH 2.1", "paragraph 2.1"},
    {"Paras 2.1 and 2.2", "paragraph 2.1; paragraph 2.2"},
    {"paragraphs 2.1 to 2.3 and 2.5 (but not 2.4)", "paragraph 2.1..2.3; paragraph 2.5; paragraph 2.4"},
    {"paragraphs 2.1 (Scope) to 2.3 (Fees)", "paragraph 2.1..2.3"},
    {"Clauses 1 (Interpretation), 3 (Law) and 4 (The Code Manager)", "clause 1; clause 3; clause 4"},
    {"paragraph 3.1, paragraph 3.2 and Annex X-1", "paragraph 3.1; paragraph 3.2; annex Annex X-1"},
    {"Sections 3.1.1 and 3.1.2, and Appendix 4.1", "section 3.1.1; section 3.1.2; appendix Appendix 4.1"},
    {"Section J1.7(b)(ii)", "section J1.7(b)(ii)"},
    {"Sections J2.1 to J2.4 (inclusive)", "section J2.1..J2.4"},
    {"these paragraphs 2.1 and 2.2", "paragraph 2.1 self; paragraph 2.2"},
    {"Section A1.1 (Definitions)", "section A1.1"},
    {"Section W2.3.1; and", "section W2.3.1"},
    {"section 3.3.1.", "section 3.3.1"},
    {"paragraph 3.2, 3.3 and 3.4", "paragraph 3.2; paragraph 3.3; paragraph 3.4"},
    {"paragraphs 2.1 and 28 clear days", "paragraph 2.1"},
    {"paragraph 2.1 and 2.5 metres", "paragraph 2.1"},
    {"paragraphs 4 and 5 shall apply", "paragraph 4; paragraph 5"},
    {"paragraphs 4 and 5 Working Days", "paragraph 4"},
    {"paragraph 2.1 and 14 days after", "paragraph 2.1"},
    {"section 3A of the 1989 Act", "section 3A @ 1989 Act external"},
    {"Exhibit B", "exhibit Exhibit B"},
    {"Attachment 3", "attachment Attachment 3"},
    {"rule 4 of those Rules", "rule 4 @ those Rules"},
    {"Articles 4(2) and 5 of Regulation 2017/2195", "article 4(2) @ Regulation 2017/2195 external; article 5 @ Regulation 2017/2195 external"},
    {"paragraph 1.1 hereof", "paragraph 1.1 relative"},
    {"paragraph 1.2 above, and paragraph 1.3 below", "paragraph 1.2 relative; paragraph 1.3 relative"},
    {"the definition in Section X, Annex X-1", "annex Annex X-1 @ Section X"},
    {"Section S: Annex S-2", "annex Annex S-2 @ Section S"},
    {"paragraph 12.1 to the Agent", "paragraph 12.1"},
    {"under paragraph 4.2 in the Register", "paragraph 4.2"},
    {"paragraph 5 in Schedule 3", "paragraph 5 < Schedule 3"},
    {"Section Q6.2(a), (b) or (c)", "section Q6.2(a); section Q6.2(b); section Q6.2(c)"},
    {"Clause 4.3(A) or (B)", "clause 4.3(A); clause 4.3(B)"},
    {"see footnote 4", "footnote 4"},
    {"footnote 4 to the table", "footnote 4 @ another text"},
    {"paragraph 2.2 of the main part of this Schedule", "paragraph 2.2 < main part of this schedule"},
    {"paragraph 2.2 of the main body of Schedule 3", "paragraph 2.2 < main part < Schedule 3"},
    {"clause 25 (Notices) of the main body", "clause 25 @ main body"},
    {"conditions 4 and 5 of its licence", "condition 4 @ licence external; condition 5 @ licence external"},
};

const Case false_friends[] = {
    {"a note at the foot", ""},
    {"the Warm Homes Regulations 2011", ""},
    {"part of the Code and in part", ""},
    {"XBSC Procedures apply", ""},
    {"Section(s) of the form", ""},
    {"version 9.4 and 3.7 metres", ""},
    {"a party to the Annex", ""},
    {"the Schedule of rates", ""},
    {"step by step", ""},
    {"process 5 requests per day", ""},
    {"on the part of a Supplier", ""},
    {"this Section", ""},
    {"3.2.1 and 3.2.2 are values", ""},
    {"Condition precedent ", ""},
    {"by 30 June 2022", ""},
    {"the Parties to paragraph", ""},
    {"per unit of 2.5 MW", ""},
    {"at 5 p.m. on 3 May", ""},
    {"Ofgem's section", ""},
    {"paragraph [/]", ""},
    {"Part of Schedule", ""},
    {"clause by clause", ""},
};

}  // namespace

TEST_CASE("References are read in all their forms", "[compile]") {
  for (const auto& [line, wanted] : references) {
    INFO(line);
    CHECK(shown(line) == wanted);
  }
}

TEST_CASE("What only looks like a reference is none", "[compile]") {
  for (const auto& [line, nothing] : false_friends) {
    INFO(line);
    CHECK(shown(line) == nothing);
  }
}

TEST_CASE("A reference's words go from the document in front to the end of its chain", "[compile]") {
  const auto words = [](std::string_view line, std::size_t n) { return std::string(slice(line, find_references(line).at(n).span)); };
  CHECK(words("see paragraph 9.4, and stop", 0) == "paragraph 9.4");
  CHECK(words("see paragraph 5 of Schedule 3, and stop", 0) == "paragraph 5 of Schedule 3");
  CHECK(words("see XBSCP901 section 3.1 now", 0) == "XBSCP901 section 3.1");
  CHECK(words("see paragraphs 2.1 and 2.2 of Annex S-2 now", 0) == "paragraphs 2.1");
  CHECK(words("see paragraphs 2.1 and 2.2 of Annex S-2 now", 1) == "2.2 of Annex S-2");
  CHECK(words("in Section Z14.2.1, paragraph 8.8 of Annex Z-9, XBSCP999 section 12.4 and so on", 1) == "paragraph 8.8 of Annex Z-9");
  CHECK(words("in Section Z14.2.1, paragraph 8.8 of Annex Z-9, XBSCP999 section 12.4 and so on", 2) == "XBSCP999 section 12.4");
}
