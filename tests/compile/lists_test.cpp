// Which list a label continues: the list-stack rule of code-text.md 2.1.
#include "compile/lists.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace dovetail;

namespace {

/// Places labels written in one line and shows the depth of each: "(a) :(i) (ii) (b)" is "0a 1i 1ii 0b". A colon in front means that the text
/// before it ends with one, a bar that unnumbered text stands between.
std::string placed(const std::string& labels) {
  std::vector<ItemSight> sights;
  std::istringstream in(labels);
  for (std::string word; in >> word;) {
    ItemSight sight;
    for (; word.front() != '('; word.erase(0, 1)) (word.front() == ':' ? sight.after_colon : sight.after_tail) = true;
    sight.label = word;
    sights.push_back(sight);
  }
  ListStack stack;
  std::string out;
  for (std::size_t i = 0; i < sights.size(); ++i) {
    if (i + 1 < sights.size()) sights[i].next = sights[i + 1].label;
    stack.place(sights[i], i);
    out += (i > 0 ? " " : "") + std::to_string(stack.open().size() - 1) + sights[i].label.substr(1, sights[i].label.size() - 2);
  }
  return out;
}

}  // namespace

TEST_CASE("a label continues the nearest open list whose successor it is", "[compile][lists]") {
  const auto [labels, depths] = GENERATE(table<std::string, std::string>({
      {":(a) (b) (c)", "0a 0b 0c"},
      {":(a) :(i) (ii) (b)", "0a 1i 1ii 0b"},
      {":(a) :(i) (ii) :(A) (B) (iii) (b)", "0a 1i 1ii 2A 2B 1iii 0b"},
      {":(g) (h) (i) (j)", "0g 0h 0i 0j"},                   // a letter after (h)
      {":(g) (h) :(i) (ii) (i) (j)", "0g 0h 1i 1ii 0i 0j"},  // roman under (h), then the letter
      {":(a) (b) :(i) (ii) (iii) (iv) (v) (vi) (c)", "0a 0b 1i 1ii 1iii 1iv 1v 1vi 0c"},
      {":(i) (ii) :(a) (b) (iii)", "0i 0ii 1a 1b 0iii"},  // the inverted levels of a glossary
      {":(a) (aa) (b) (c)", "0a 0aa 0b 0c"},              // an item put in between
      {":(1) (1A) (2)", "01 01A 02"},
      {":(1) :(a) (b) (2) :(a) (b)", "01 1a 1b 02 1a 1b"},
      {":(t) (u) (v) (w) (x) (y)", "0t 0u 0v 0w 0x 0y"},
      {":(k) (l) (m) (n)", "0k 0l 0m 0n"},
      {":(b) (c) (d)", "0b 0c 0d"},  // an extract begins anywhere
  }));
  CAPTURE(labels);
  CHECK(placed(labels) == depths);
}

TEST_CASE("a list that begins again behind unnumbered text is another list", "[compile][lists]") {
  ListStack stack;
  const auto place = [&](const std::string& label, bool colon, bool tail, const std::string& next) {
    ItemSight sight;
    sight.label = label, sight.after_colon = colon, sight.after_tail = tail, sight.next = next;
    stack.place(sight, 0);
    return stack.open().back().id;
  };
  const auto first = place("(a)", true, false, "(b)");
  CHECK(place("(b)", false, false, "(a)") == first);
  CHECK(place("(a)", false, true, "(b)") != first);
}

TEST_CASE("a doubled label stays in its list, so that the double is seen", "[compile][lists]") {
  CHECK(placed(":(a) (b) (b) (c)") == "0a 0b 0b 0c");
  CHECK(placed(":(a) (b) (d)") == "0a 0b 0d");
}
