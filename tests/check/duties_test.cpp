// Who must do what, read from sentences of codes and requirements.
#include <catch2/catch.hpp>
#include <string>

#include "check/content_words.h"
#include "check/duties.h"
#include "check/review_help.h"

using namespace dovetail;
using dovetail::test::ReviewBuilder;

namespace {

ReviewBuilder roles() {
  ReviewBuilder builder;
  builder.records("roles", {{{"role", "SUP"}, {"name", "Supplier"}},
                            {{"role", "MSVC"}, {"name", "Metering Service"}, {"aliases", "Meter Operator"}},
                            {{"role", "DSVC"}, {"name", "Data Service"}}});
  return builder;
}

std::string shown(const std::vector<Duty>& duties, const RoleNames& names) {
  std::string text;
  for (const Duty& duty : duties) {
    text += text.empty() ? "" : "; ";
    for (const std::string& role : duty.actors) text += names.shown(role) + " ";
    text += name_of(duty.strength);
    if (duty.passive) text += " passive";
  }
  return text;
}

}  // namespace

TEST_CASE("actor and modal of a sentence", "[check][duties]") {
  const ReviewBuilder builder = roles();
  const RoleNames names(builder.review);
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"The Supplier shall send a message.", "Supplier must"},
      {"Each Metering Service must be able to receive a request.", "Metering Service must"},
      {"The Supplier will send it.", "Supplier must"},
      {"Before noon the meters shall be read by the Supplier.", "Supplier must passive"},
      {"After the end of each day the Supplier shall send it.", "Supplier must"},
      {"Before the Supplier may send it the meter is read.", ""},
      {"The Suppliers are required to send it.", "Supplier must"},
      {"A Supplier is obliged to send it.", "Supplier must"},
      {"The Supplier may send it.", "Supplier may"},
      {"The Supplier is entitled to send it.", "Supplier may"},
      {"The Supplier should send it.", "Supplier should"},
      {"The Supplier may not send it.", "Supplier must not"},
      {"The Supplier shall not send it.", "Supplier must not"},
      {"Where the request is rejected, the Supplier shall send another.", "Supplier must"},
      {"Subject to paragraph 3.2, the relevant Supplier shall promptly tell it.", "Supplier must"},
      {"The old and the new Supplier shall agree.", "Supplier must"},
      {"The Supplier and the Data Service shall agree a date.", "Data Service Supplier must"},
      {"The Supplier shall also keep it.", "Supplier must"},
      {"The Supplier(s) shall keep it.", "Supplier must"},
      {"The Supplier need not send it.", "Supplier need not"},
      {"The Supplier shall not be required to send it.", "Supplier need not"},
      {"The Supplier is not obliged to send it.", "Supplier need not"},
      {"The Supplier is under no obligation to send it.", "Supplier need not"},
      {"The Supplier does not have to send it.", "Supplier need not"},
      {"The Supplier shall not be entitled to send it.", "Supplier must not"},
      {"The Supplier is not to send it.", "Supplier must not"},
      {"The Supplier may never send it.", "Supplier must not"},
      {"The Supplier is precluded from sending it.", "Supplier must not"},
      {"The Supplier is to send it.", "Supplier must"},
      {"The Supplier is under a duty to send it.", "Supplier must"},
      {"The Supplier is under a continuing obligation to send it.", "Supplier must"},
      {"The Supplier has a duty to send it.", "Supplier must"},
      {"Each Supplier undertakes to send it.", "Supplier must"},
      {"The Supplier shall be responsible for sending it.", "Supplier must"},
      {"The Supplier needs to send it.", "Supplier must"},
      {"The Supplier is free to send it.", "Supplier may"},
      {"The Supplier has the right to send it.", "Supplier may"},
      {"The Supplier may only send it on a Working Day.", ""},
      {"The reading is to be sent by the Data Service.", ""},
      {"The purpose of this section is to send it.", ""},
      {"It is to be sent by the Supplier by 17:00.", ""},
      {"It shall be kept.", "must passive"},
      {"The reading shall be sent by the Data Service.", "Data Service must passive"},
      {"The reading must be sent by 17:00.", "must passive"},
      {"A message of the Supplier must reach the hub.", "must"},
      {"The Supplier shall procure that its Meter Operator keeps the meter.", "Metering Service Supplier must"},
      {"A meter that the Supplier may remove is kept.", ""},
      {"A meter which may be old is kept.", ""},
      {"If the Supplier may not enter, it waits.", ""},
      {"The Supplier may do this. The Data Service shall do that.", "Supplier may; Data Service must"},
      {"Updated details must reach the Data Service within 1 WD.", "must"},
      {"The Supplier Agent shall keep it.", "must"},
      {"Meters are read in May.", ""},
  }));
  CAPTURE(text);
  CHECK(shown(duties_in(text, names), names) == expected);
}

TEST_CASE("content leaves small words out and folds roles, numbers and days", "[check][duties]") {
  const ReviewBuilder builder = roles();
  const RoleNames names(builder.review);
  const auto wanted = content_of("The MSVC must register the meter within five WD", names);
  CHECK(shared(wanted, content_of("A Meter Operator shall, within 5 Working Days, complete the registration of each meter", names)) == wanted.size());
  CHECK(wanted.contains("5"));
  CHECK(content_of("of the and shall", names).empty());
  ContentWords words(names);
  const Content content = words.of("The MSVC must register the meter within five WD");
  CHECK(shared(content, words.of("A Meter Operator shall, within 5 Working Days, complete the registration of each meter")) == content.size());
  CHECK(content.size() == wanted.size());
  CHECK(std::count_if(content.begin(), content.end(), &ContentWords::is_role) == 1);
  Content more = words.of("a registration of the site");
  CHECK(shared(content, more) == 1);
  join(more, content);
  CHECK(shared(content, more) == content.size());
  CHECK(more.size() == content.size() + 1);
}

TEST_CASE("obligation columns in several words", "[check][duties]") {
  CHECK(strength_named("Must") == Strength::must);
  CHECK(strength_named("M") == Strength::must);
  CHECK(strength_named("should have") == Strength::should);
  CHECK(strength_named("optional") == Strength::may);
  CHECK(strength_named("perhaps") == Strength::none);
}
