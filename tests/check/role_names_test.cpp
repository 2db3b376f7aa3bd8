// Parties in FROM and TO cells: roles in all their names and forms, and who is nobody's role.
#include <catch2/catch.hpp>
#include <string>

#include "check/review_help.h"
#include "check/role_names.h"

using namespace dovetail;
using dovetail::test::ReviewBuilder;

namespace {

ReviewBuilder roles() {
  ReviewBuilder builder;
  builder.records("roles", {{{"role", "SUP"}, {"name", "Supplier"}, {"aliases", "Suppliers"}},
                            {{"role", "MSVC"}, {"name", "Metering Service"}, {"aliases", "Meter Operator;MS"}},
                            {{"role", "LDSO"}, {"name", "Licensed Distribution System Operator"}, {"aliases", "Company"}},
                            {{"role", "DIP"}, {"name", "Data Integration Platform"}}});
  return builder;
}

// "SUP MSVC + Crate Inspector, all, unclear".
std::string shown(const RoleNames& names, const Parties& parties) {
  std::string text;
  for (const std::string& role : parties.roles) text += (text.empty() ? "" : "; ") + names.shown(role);
  for (const std::string& name : parties.unknown) text += " +" + name;
  if (parties.everyone) text += " all";
  if (parties.unclear) text += " unclear";
  return text;
}

}  // namespace

TEST_CASE("a cell names roles in all their forms", "[check][roles]") {
  const ReviewBuilder builder = roles();
  const RoleNames names(builder.review);
  const auto [cell, expected] = GENERATE(table<std::string, std::string>({
      {"Supplier", "Supplier"},
      {"New Supplier(s)", "Supplier"},
      {"old and new Suppliers", "Supplier"},
      {"Supplier, Metering Services", "Supplier; Metering Service"},
      {"SUP & MSVC / LDSOs", "Supplier; Metering Service; Licensed Distribution System Operator"},
      {"Metering Service (MS)", "Metering Service"},
      {"Host Company", "Licensed Distribution System Operator"},
      {"Meter Operator or Supplier (if appointed)", "Metering Service; Supplier"},
      {"Supplier\nMeter Operator", "Supplier; Metering Service"},
      {"All Parties", " all"},
      {"N/A", ""},
      {"Internal Process", ""},
      {"", ""},
      {"Supplier Agent", " +Supplier Agent"},
      {"Supplier; Crate Inspector", "Supplier +Crate Inspector"},
      {"Supplier or its agent", "Supplier unclear"},
  }));
  CAPTURE(cell);
  CHECK(shown(names, names.read(cell)) == expected);
}

TEST_CASE("the hub passes messages on", "[check][roles]") {
  const ReviewBuilder builder = roles();
  const RoleNames names(builder.review);
  CHECK(names.is_transit(names.role_of("DIP"), ""));
  CHECK(names.is_transit(names.role_of("Company"), "via the Company"));
  CHECK_FALSE(names.is_transit(names.role_of("Supplier"), "DIP"));
}

TEST_CASE("a role that only the design names is known by that name", "[check][roles]") {
  ReviewBuilder builder;
  builder.design({{"interface", {{"id", "IF-901"}, {"sender_role", "Registrar"}, {"primary_receivers", "ALL"}}}});
  const RoleNames names(builder.review);
  CHECK_FALSE(names.has_table());
  CHECK(names.shown(names.role_of("Registrars")) == "Registrar");
  CHECK(names.of_design("ALL").everyone);
}
