// The grammar of time limits, on forms seen in codes and on words outside it.
#include <catch2/catch.hpp>
#include <string>

#include "compile/shown_when.h"

using help::shown;
using namespace dovetail;

TEST_CASE("time limits as codes write them", "[compile][when]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Within 2 WD of 3.1.2.", "within 2 WD after row 3.1.2"},
      {"Within 5WD of 3.3.2", "within 5 WD after row 3.3.2"},
      {"within 2 wd of step 3.1", "within 2 WD after row 3.1"},
      {"By 5 pm on SD+1", "by 1 day after term SD at 17:0"},
      {"By 5.00 p.m. on SD+1 WD.", "by 1 WD after term SD at 17:0"},
      {"by 17:00 on the next Working Day", "by 1 WD after at 17:0"},
      {"by 17:00 hours on the third Working Day after SSD", "by 3 WD after term SSD at 17:0"},
      {"By 1700 hours on SSD", "by term SSD at 17:0"},
      {"At least 15 WD prior to contract SSD.", "at least 15 WD before term contract SSD"},
      {"at least 30 WD before the Registration Effective From Date", "at least 30 WD before term Registration Effective From Date"},
      {"No later than 7 Working Days before the visit", "no later than 7 WD before event visit"},
      {"SF-2 WD", "on 2 WD before term SF"},
      {"SF \xE2\x80\x93 2 WD", "on 2 WD before term SF"},
      {"SSD + 5WD", "on 5 WD after term SSD"},
      {"At the same time as 3.2.4 or within 5 WD of 3.2.4", "same time row 3.2.4 OR within 5 WD after row 3.2.4"},
      {"five (5) Working Days after IF-901 received", "on 5 WD after message IF-901 received"},
      {"Within 24 hours of receipt", "within 24 hour after event receipt"},
      {"Within 1 WD of receipt of IF-903", "within 1 WD after message IF-903 received"},
      {"as soon as possible and in any event within 1 WD", "promptly AND within 1 WD"},
      {"As soon as reasonably practicable, but no later than 2 WD after 3.1.2", "promptly AND no later than 2 WD after row 3.1.2"},
      {"As required.", "as required"},
      {"On receipt of 3.1.4", "on row 3.1.4 received"},
      {"Following 3.2.1", "after row 3.2.1"},
      {"Immediately following 3.2.1", "immediately row 3.2.1"},
      {"On SSD", "on term SSD"},
      {"By 1 October", "by term 1 October"},
      {"Within 1 WD of exchange", "within 1 WD after event exchange"},
      {"By 23:59 on exchange date + 1 WD", "by 1 WD after term exchange date at 23:59"},
      {"Same day if received by 18:00", "by 0 CD after until 18:0"},
      {"Within 2 Working Days of 3.1.2 or 3.1.3", "within 2 WD after row 3.1.2 OR within 2 WD after row 3.1.3"},
      {"Within 1 WD of 3.1.2 if the request is rejected", "within 1 WD after row 3.1.2 [if the request is rejected]"},
      {"At 3.1.2", "on row 3.1.2"},
      {"By 5 pm on each WD", "by term each Working Day at 17:0"},
      {"Within three Business Days after the site visit", "within 3 WD after event site visit"},
      {"Within 10 minutes of 3.1.2(a)", "within 10 minute after row 3.1.2(a)"},
      {"By noon on the 5th WD after month end", "by 5 WD after event month end at 12:0"},
  }));
  CAPTURE(text);
  CHECK(shown(read_when(text)) == expected);
}

TEST_CASE("more wordings of procedures and schedules", "[compile][when]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"Within 5 WD of SSD", "within 5 WD after term SSD"},
      {"On or before SSD", "by term SSD"},
      {"By SF+5", "by 5 day after term SF"},
      {"By SF + 5 WD", "by 5 WD after term SF"},
      {"As soon as possible after 3.2.1 but no later than SSD", "promptly row 3.2.1 AND no later than term SSD"},
      {"Between SSD-5WD and SSD", "no earlier than 5 WD before term SSD AND no later than term SSD"},
      {"Between 5 and 10 WD after 3.2.1", "no earlier than 5 WD after row 3.2.1 AND no later than 10 WD after row 3.2.1"},
      {"On SSD - 1 WD or as soon as possible thereafter", "on 1 WD before term SSD OR promptly"},
      {"Same day as 3.2.1", "by 0 CD after row 3.2.1"},
      {"On the same WD as 3.2.1", "by 0 WD after row 3.2.1"},
      {"Annually", "on term each year"},
      {"Monthly", "on term each month"},
      {"Daily", "on term each day"},
      {"Weekly, by 17:00 on Friday", "by event Friday each week at 17:0"},
      {"At any time", "as required"},
      {"At least 2 months prior to the effective date", "at least 2 month before term effective date"},
      {"Within 2 WD of notification in 3.2.5", "within 2 WD after row 3.2.5"},
      {"Within 2 WD of notification from 3.2.5", "within 2 WD after row 3.2.5"},
      {"Following 3.1.2 or 3.1.3", "after row 3.1.2 OR after row 3.1.3"},
      {"If required, within 5 WD of 3.2.1", "within 5 WD after row 3.2.1 [If required]"},
      {"If rejected, within 2 WD of 3.1.2", "within 2 WD after row 3.1.2 [If rejected]"},
      {"Where the request is rejected, within 2 WD of 3.1.2", "within 2 WD after row 3.1.2 [Where the request is rejected]"},
      {"Upon receipt of D0155 in 3.2.1", "on row 3.2.1 received"},
      {"Following receipt of 3.2.1 and within 2 WD", "within 2 WD after row 3.2.1 received"},
      {"Following 3.2.1, within 2 WD", "within 2 WD after row 3.2.1"},
      {"5 WD before the EFD", "on 5 WD before term EFD"},
      {"On SSD + 1 WD", "on 1 WD after term SSD"},
      {"SSD + 8WD", "on 8 WD after term SSD"},
      {"SSD+8WD", "on 8 WD after term SSD"},
      {"Within 4 weeks of 3.2.2", "within 4 week after row 3.2.2"},
      {"After 3.3.1 and within 10 WD of SSD", "after row 3.3.1 AND within 10 WD after term SSD"},
      {"Prior to SSD", "before term SSD"},
      {"From SSD", "no earlier than term SSD"},
      {"Before 17:00 on the WD following 3.2.1", "before 1 WD after row 3.2.1 at 17:0"},
      {"By 17:00 hours on the WD after 3.2.1", "by 1 WD after row 3.2.1 at 17:0"},
      {"By close of business on the WD following 3.2.1", "by 1 WD after row 3.2.1 [close of business]"},
      {"By 17:00hrs on the next WD", "by 1 WD after at 17:0"},
      {"Within 1 WD of receiving confirmation from the Supplier", "within 1 WD after event receiving confirmation from the Supplier"},
      {"To be received by SD+3", "by 3 day after term SD"},
      {"Up to 5 WD after SSD", "no later than 5 WD after term SSD"},
      {"Not earlier than 28 days before SSD", "no earlier than 28 day before term SSD"},
      {"No earlier than 28 CD before SSD", "no earlier than 28 CD before term SSD"},
      {"At least 10 WD and no more than 20 WD before SSD", "at least 10 WD before term SSD AND within 20 WD before term SSD"},
      {"Immediately", "immediately"},
      {"Immediately upon receipt of 3.1.4", "immediately row 3.1.4 received"},
      {"1 WD after 3.2.1", "on 1 WD after row 3.2.1"},
      {"One Working Day after 3.2.1", "on 1 WD after row 3.2.1"},
      {"Following 3.2.1 within 2 WD", "within 2 WD after row 3.2.1"},
      {"As required.8", "as required"},
      {"Within 2 WD of 3.1.2.8", "within 2 WD after row 3.1.2.8"},
      {"Within 5 Working Days of receipt of the request", "within 5 WD after event receipt of the request"},
      {"Within 5 WD of receipt of notification", "within 5 WD after event receipt of notification"},
      {"Within two hours of 3.1.1", "within 2 hour after row 3.1.1"},
      {"Within 2 WDs of 3.1.2", "within 2 WD after row 3.1.2"},
      {"Within 10WD's of 3.1.2", "within 10 WD after row 3.1.2"},
      {"Within 5 business days of 3.1.2", "within 5 WD after row 3.1.2"},
      {"within 30 calendar days of SSD", "within 30 CD after term SSD"},
      {"Within 28 days of 3.1.2", "within 28 day after row 3.1.2"},
      {"Within one month of the end of the quarter", "within 1 month after event end of the quarter"},
      {"By the 10th WD of each month", "by 10 WD after event each month"},
      {"On the 5th WD of the month", "on 5 WD after event month"},
      {"By WD 10 of each month", "by 10 WD after event each month"},
      {"By the end of the WD following 3.2.1", "by 1 WD after row 3.2.1"},
      {"By the end of the next WD", "by 1 WD after"},
      {"No later than the next WD after 3.2.1", "no later than 1 WD after row 3.2.1"},
      {"By no later than 10:00 on SD+1", "no later than 1 day after term SD at 10:0"},
      {"By 10am on SD+1", "by 1 day after term SD at 10:0"},
      {"Within 15 minutes of IF-901", "within 15 minute after message IF-901"},
      {"Within 60 minutes of receipt of PUB-901", "within 60 minute after message PUB-901 received"},
      {"At the same time as 3.2.4", "same time row 3.2.4"},
      {"Concurrent with 3.2.4", "same time row 3.2.4"},
      {"In parallel with 3.2.4", "same time row 3.2.4"},
      {"On completion of 3.1.2", "on row 3.1.2"},
      {"Following completion of 3.1.2", "after row 3.1.2"},
      {"Within 1 WD of completion of 3.1.2", "within 1 WD after row 3.1.2"},
      {"Within 1 WD of completing step 3.1.2", "within 1 WD after row 3.1.2"},
      {"As soon as practicable following 3.1.2", "promptly row 3.1.2"},
      {"As soon as possible, and in any event within 2 WD of 3.1.2", "promptly AND within 2 WD after row 3.1.2"},
      {"As soon as possible and, in any event, within 2 WD of 3.1.2", "promptly AND within 2 WD after row 3.1.2"},
      {"ASAP", "promptly"},
      {"As agreed", "as required"},
      {"As agreed between the Supplier and the Metering Service", "as required"},
      {"Ongoing", "as required"},
      {"At all times", "as required"},
      {"On request", "on event request"},
      {"Upon request", "on event request"},
      {"On an ad hoc basis", "as required"},
      {"Ad hoc", "as required"},
      {"Within 2 WD of the later of 3.1.2 and 3.1.3", "within 2 WD after event later of 3.1.2 and 3.1.3"},
      {"Within 2 WD after the earlier of 3.1.2 and SSD", "within 2 WD after term earlier of 3.1.2 and SSD"},
      {"Within 2 WD of 3.1.2 / 3.1.3", "within 2 WD after row 3.1.2 OR within 2 WD after row 3.1.3"},
      {"Within 2 WD of either 3.1.2 or 3.1.3", "within 2 WD after row 3.1.2 OR within 2 WD after row 3.1.3"},
      {"Within 2 WD of steps 3.1.2 and 3.1.3", "within 2 WD after row 3.1.2 AND within 2 WD after row 3.1.3"},
      {"From 3.1.2 and within 2 WD", "within 2 WD after row 3.1.2"},
      {"Within 2 WD of 3.1.2, as appropriate", "within 2 WD after row 3.1.2 OR as required"},
      {"Within 2 WD of 3.1.2 where applicable", "within 2 WD after row 3.1.2 [where applicable]"},
      {"Within 2 WD following 3.1.2", "within 2 WD after row 3.1.2"},
      {"Within a period of 2 WD following 3.1.2", "within 2 WD after row 3.1.2"},
      {"Next WD", "on 1 WD after"},
      {"The next Working Day", "on 1 WD after"},
      {"D+2", "on 2 day after term D"},
      {"T+1", "on 1 day after term T"},
      {"On D-1 by 16:00", "by 1 day before term D at 16:0"},
      {"By 16:00 on D-1", "by 1 day before term D at 16:0"},
      {"By 16:00 D-1", "by 1 day before term D at 16:0"},
      {"16:00 on D-1", "on 1 day before term D at 16:0"},
      {"Within 24 hours of step 3.1.2", "within 24 hour after row 3.1.2"},
      {"Within 24 hrs of step 3.1.2", "within 24 hour after row 3.1.2"},
      {"Within 24h of step 3.1.2", "within 24 hour after row 3.1.2"},
      {"Within 2 WD of receipt of IF-901 from the Supplier", "within 2 WD after message IF-901 received"},
      {"Within 2 WD of the Supplier sending IF-901", "within 2 WD after message IF-901 sent"},
      {"Within 2 WD of IF-901 from the Supplier", "within 2 WD after message IF-901"},
      {"Within 2 WD of receipt of D0170 in 3.1.2", "within 2 WD after row 3.1.2 received"},
      {"Within 3 WD of 3.1.2 and by SSD", "within 3 WD after row 3.1.2 AND by term SSD"},
      {"Within 3 WD of 3.1.2 and, in any case, before SSD", "within 3 WD after row 3.1.2 AND before term SSD"},
      {"By 30 April each year", "by term 30 April each year"},
      {"By 1 October 2025", "by term 1 October 2025"},
      {"On 1 April each year", "on term 1 April each year"},
      {"No later than 1 April 2026", "no later than term 1 April 2026"},
      {"Quarterly", "on term each quarter"},
      {"Every month", "on term each month"},
      {"Each Settlement Day", "on term Each Settlement Day"},
      {"Within 2 WD of each Settlement Day", "within 2 WD after term each Settlement Day"},
      {"Within 2 WD of 3.1.2 (or 3.1.3)", "within 2 WD after row 3.1.2 OR within 2 WD after row 3.1.3"},
      {"Within 2 Working Day(s) of 3.1.2", "within 2 WD after row 3.1.2"},
  }));
  CAPTURE(text);
  CHECK(shown(read_when(text)) == expected);
}

TEST_CASE("a footnote's mark behind a time limit is kept apart", "[compile][when]") {
  const auto [text, mark] = GENERATE(table<std::string, std::string>({{"As required.8", "8"},
                                                                      {"As required*", "*"},
                                                                      {"As required.\xC2\xB9", "\xC2\xB9"},
                                                                      {"As required[12]", "[12]"},
                                                                      {"By SSD+3", ""},
                                                                      {"Within 2 WD of 3.1.2", ""}}));
  CAPTURE(text);
  const When when = read_when(text);
  CHECK(when.understood);
  CHECK(when.mark == mark);
}

TEST_CASE("a time limit with a word outside the grammar is not understood and says so", "[compile][when]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", "not understood"},
      {"In accordance with the timetable published by the Panel", "not understood"},
      {"Within 2 (3) WD of 3.1.2", "not understood, quantified"},
      {"Within 2 WD of the end of a period of 3 months", "not understood, quantified"},
      {"By 25:00 on SSD", "not understood"},
      {"Every 5 WD", "not understood, quantified"},
      {"Within a reasonable time", "not understood"},
      {"Within 2 WD of 3.1.2 and a further 3 WD of grace", "not understood, quantified"},
      {"Normally 5 WD after 3.1.2", "not understood, quantified"},
  }));
  CAPTURE(text);
  const When when = read_when(text);
  CHECK(shown(when) == expected);
  CHECK(when.clauses.empty());
}

TEST_CASE("long and odd texts end soon", "[compile][when]") {
  std::string many;
  for (int n = 0; n < 20000; ++n) many += "or within 2 WD of 3.1.2 ";
  CHECK_FALSE(read_when(many).understood);
  CHECK_FALSE(read_when("\xFF\xFE within \x01 ((((").understood);
  CHECK_FALSE(read_when("Within").understood);
  CHECK_FALSE(read_when("Within 2 WD of").understood);
}

TEST_CASE("choreography columns stand over the text", "[compile][when]") {
  Unit unit;
  const auto add = [&](std::vector<std::pair<std::string, std::string>> fields) {
    Item item;
    item.kind = "choreography";
    item.record.fields = std::move(fields);
    unit.items.add(item);
  };
  add({{"sla_text", "Within 1 WD of exchange"},
       {"sla_qty", "1"},
       {"sla_unit", "WD"},
       {"sla_relation", "within"},
       {"sla_anchor", "exchange completed"}});
  add({{"sla_text", "Within 1 WD of IF-901"}});
  add({{"sla_text", "see the operations manual"},
       {"sla_qty", "2"},
       {"sla_unit", "hours"},
       {"sla_relation", "no later than"},
       {"sla_anchor", "IF-903 received"}});
  add({{"sla_text", "see the operations manual"}});
  add({{"sla_text", "Same day if received by 18:00"},
       {"sla_qty", "0"},
       {"sla_unit", "CD"},
       {"sla_relation", "by"},
       {"sla_anchor", "IF-903 received"},
       {"time_of_day", "18:00"}});
  add({{"sla_text", "Within 1 WD"}, {"sla_qty", "some"}});
  compile_slas(unit);
  std::vector<std::string> lines;
  for (const Sla& sla : unit.slas) lines.push_back(shown(sla.when));
  CHECK(lines == std::vector<std::string>{"within 1 WD after event exchange completed", "within 1 WD after message IF-901",
                                          "no later than 2 hour after message IF-903 received", "not understood",
                                          "by 0 CD after message IF-903 received until 18:0", "not understood, quantified"});
}
