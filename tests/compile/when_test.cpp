// The grammar of time limits, on forms seen in codes and on words outside it.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "compile/when.h"
#include "compile/when_words.h"

using namespace dovetail;

namespace {

const char* name(WhenRelation relation) {
  static const char* names[] = {"within",      "no later than", "by",    "at least", "on",         "same time",
                                "immediately", "promptly",      "after", "before",   "as required"};
  return names[static_cast<std::size_t>(relation)];
}

const char* name(TimeUnit unit) {
  static const char* names[] = {"", "minute", "hour", "day", "WD", "CD", "week", "month", "year"};
  return names[static_cast<std::size_t>(unit)];
}

// A clause as one line: "within 2 WD after row 3.1.2".
std::string shown(const WhenClause& clause) {
  std::ostringstream out;
  out << name(clause.relation);
  if (clause.quantity) out << ' ' << *clause.quantity << ' ' << name(clause.unit);
  if (clause.side == TimeSide::before) out << " before";
  if (clause.side == TimeSide::after) out << " after";
  static const char* kinds[] = {"", " row ", " message ", " event ", " term "};
  out << kinds[static_cast<std::size_t>(clause.anchor.kind)] << clause.anchor.text;
  if (clause.anchor.transfer == Transfer::received) out << " received";
  if (clause.anchor.transfer == Transfer::sent) out << " sent";
  if (clause.minute_of_day) out << (clause.cut_off ? " until " : " at ") << *clause.minute_of_day / 60 << ':' << *clause.minute_of_day % 60;
  if (!clause.condition.empty()) out << " [" << clause.condition << ']';
  return out.str();
}

std::string shown(const When& when) {
  if (!when.understood) return when.quantified ? "not understood, quantified" : "not understood";
  std::string out;
  for (const WhenClause& clause : when.clauses) out += (out.empty() ? "" : when.all ? " AND " : " OR ") + shown(clause);
  return out;
}

}  // namespace

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
