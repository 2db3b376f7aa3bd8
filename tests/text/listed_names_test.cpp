// Cells that list several names.
#include <catch2/catch.hpp>
#include <set>

#include "text/listed_names.h"

using namespace dovetail;
using Names = std::vector<std::string>;

TEST_CASE("A cell lists several names where each piece is one", "[text]") {
  const std::set<std::string, std::less<>> known{"supplier", "ldso", "data service", "buyer and seller", "meter operator"};
  const auto listed = [&](std::string_view cell) { return listed_names(cell, [&](std::string_view name) { return known.contains(name); }); };
  const auto [cell, names] = GENERATE(table<std::string, Names>({
      {"Supplier and LDSO", {"Supplier", "LDSO"}},
      {"Suppliers & LDSOs", {"Suppliers", "LDSOs"}},
      {"LDSO/Data Service", {"LDSO", "Data Service"}},
      {"LDSO, Supplier, and Data Service", {"LDSO", "Supplier", "Data Service"}},
      {"Supplier and/or LDSO", {"Supplier", "LDSO"}},
      {"Buyer and Seller", {"Buyer and Seller"}},
      {"Supplier and Notary", {"Supplier and Notary"}},
      {"Meter Operator", {"Meter Operator"}},
      {" Sales and Marketing ", {"Sales and Marketing"}},
      {"Supplier and ", {"Supplier and"}},
      {"Android", {"Android"}},
      {"", {""}},
  }));
  CAPTURE(cell);
  CHECK(listed(cell) == names);
}
