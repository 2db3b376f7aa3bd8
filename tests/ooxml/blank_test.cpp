// What is made white space before a part is parsed, and what never is.
#include "ooxml/blank.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>

using namespace dovetail;

namespace {

std::string blanked(const std::string& xml) {
  static constexpr std::array<std::string_view, 2> leaves{"w:lang", "w:sz"};
  static constexpr std::array<std::string_view, 1> elements{"w:p"};
  static constexpr std::array<std::string_view, 1> attributes{"w:rsid"};
  Buffer buffer(xml.size());
  std::copy(xml.begin(), xml.end(), buffer.data.get());
  blank_unused(buffer, {leaves, elements, attributes});
  return std::string(buffer.view());
}

/// "·" stands for a blank that was made, so that the places can be counted.
std::string with_blanks(std::string text) {
  for (std::size_t at = text.find("·"); at != std::string::npos; at = text.find("·")) text.replace(at, 2, " ");
  return text;
}

}  // namespace

TEST_CASE("Leaves and attributes become blanks of the same length", "[ooxml]") {
  CHECK(blanked(R"(<w:rPr><w:sz w:val="22"/><w:b/><w:lang/></w:rPr>)") == with_blanks("<w:rPr>··················<w:b/>·········</w:rPr>"));
  CHECK(blanked(R"(<w:p w:rsidR="00A1" w:x='1' w:rsidP='2'>a</w:p>)") == with_blanks("<w:p ·············· w:x='1' ···········>a</w:p>"));
  CHECK(blanked(R"(<w:sz w:val="a>b"/>x)") == std::string(19, ' ') + "x");
}

TEST_CASE("What holds something, is no markup or does not end stays", "[ooxml]") {
  for (const std::string xml : {R"(<w:sz>22</w:sz>)", R"(<!-- <w:sz/> --><w:t><![CDATA[<w:sz/>]]></w:t><?x <w:sz/> ?>)", R"(<w:sz w:val="2)",
                                R"(<w:sz w:val="2" <w:t>a</w:t>)", R"(<!DOCTYPE x [<!ENTITY e "<w:sz/>">]><w:sz/>)",
                                R"(<w:szCs/><w:rsid w:rsidR="1"/>)", R"(<w:p w:rsidR="1)", "<w:p ", "<", "<w:sz"}) {
    INFO(xml);
    CHECK(blanked(xml) == xml);
  }
}

TEST_CASE("What is spelled as before is blanked as before, whatever stands between", "[ooxml]") {
  const std::string leaf = R"(<w:sz w:val="2"/>)", other = "<w:lang/>", tag = R"(<w:p w:rsidR="1" w:x="2">)", half = R"(<w:p w:rsidR="1" w:x="2" )";
  const auto blank = [](const std::string& text) { return std::string(text.size(), ' '); };
  const std::string tag_blanked = R"(<w:p             w:x="2">)";
  const std::string one = leaf + other, two = leaf + "<w:b/>" + other, three = other + leaf + leaf;
  const auto of_leaves = [&](std::string text) {
    for (const auto& each : {leaf, other})
      for (auto at = text.find(each); at != std::string::npos; at = text.find(each)) text.replace(at, each.size(), blank(each));
    return text;
  };
  for (const auto& text :
       {one + "a" + one + "b" + two + one, two + one + two + three + three + one, three + "<w:sz>" + one + leaf + "<w:lang>" + two})
    CHECK(blanked(text) == of_leaves(text));
  CHECK(blanked(tag + tag + half + R"(w:rsidP="3">)" + tag) ==
        tag_blanked + tag_blanked + R"(<w:p             w:x="2")" + blank(R"( w:rsidP="3")") + ">" + tag_blanked);
  CHECK(blanked(leaf + leaf.substr(0, leaf.size() - 2)) == blank(leaf) + leaf.substr(0, leaf.size() - 2));
}
