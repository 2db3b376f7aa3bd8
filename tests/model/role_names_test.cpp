// Parties in FROM and TO cells: roles in all their names and forms, and who is nobody's role.
#include <catch2/catch.hpp>
#include <string>

#include "check/review_help.h"
#include "model/role_names.h"

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

TEST_CASE("a cell names roles in all their forms", "[model][roles]") {
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

TEST_CASE("the hub passes messages on", "[model][roles]") {
  const ReviewBuilder builder = roles();
  const RoleNames names(builder.review);
  CHECK(names.is_transit(names.role_of("DIP"), ""));
  CHECK(names.is_transit(names.role_of("Company"), "via the Company"));
  CHECK_FALSE(names.is_transit(names.role_of("Supplier"), "DIP"));
}

TEST_CASE("a role that only the design names is known by that name", "[model][roles]") {
  ReviewBuilder builder;
  builder.design({{"interface", {{"id", "IF-901"}, {"sender_role", "Registrar"}, {"primary_receivers", "ALL"}}}});
  const RoleNames names(builder.review);
  CHECK_FALSE(names.has_table());
  CHECK(names.shown(names.role_of("Registrars")) == "Registrar");
  CHECK(names.of_design("ALL").everyone);
}

TEST_CASE("fields of the design name roles in all their forms too", "[model][roles]") {
  ReviewBuilder builder = roles();
  builder.design(
      {{"bp_step", {{"id", "BP901.010"}, {"lane_role", "Registrar"}, {"to_roles", "New Registrar; Registrar and LDSO; Registrar Agent"}}}});
  const RoleNames names(builder.review);
  const auto [field, expected] = GENERATE(table<std::string, std::string>({
      {"SUP", "Supplier"},
      {"New Supplier", "Supplier"},
      {"SUP and old Metering Service", "Supplier; Metering Service"},
      {"SUP, LDSO", "Supplier; Licensed Distribution System Operator"},
      {"New Registrar", "Registrar"},
      {"Registrar Agent", "Registrar Agent"},  // no form of the Registrar, and so a role of its own
      {"Supplier Agent", " +Supplier Agent"},
      {"N/A", ""},
      {"ALL", " all"},
  }));
  CAPTURE(field);
  CHECK(shown(names, names.of_design(field)) == expected);
}

TEST_CASE("ALL receivers are the roles of the table but the sender", "[model][roles]") {
  const ReviewBuilder builder = roles();
  const RoleNames names(builder.review);
  CHECK(shown(names, names.receivers("ALL", names.of_design("DIP"))) == "Supplier; Metering Service; Licensed Distribution System Operator");
  CHECK(shown(RoleNames(Review()), RoleNames(Review()).receivers("ALL", {})) == " all");
}

TEST_CASE("names of roles in running text, of names within names the longest", "[model][roles]") {
  ReviewBuilder builder = roles();
  builder.records("roles", {{{"role", "SA"}, {"name", "Supplier Agent"}}});
  const RoleNames names(builder.review);
  const auto found = names.standing_in("Each Supplier Agent shall, before the LDSO's visit, tell the metering services.");
  std::string all;
  for (const std::string& role : found) all += names.short_name(role) + " ";
  CHECK(all == "LDSO MSVC SA ");
}

TEST_CASE("a role is shown by the name of its table, short or long", "[model][roles]") {
  const ReviewBuilder builder = roles();
  const RoleNames names(builder.review);
  const std::string role = names.role_of("Meter Operator");
  CHECK(names.shown(role) == "Metering Service");
  CHECK(names.short_name(role) == "MSVC");
  CHECK(names.names_of(role) == std::vector<std::string>{"MSVC", "Metering Service", "Meter Operator", "MS"});
}
