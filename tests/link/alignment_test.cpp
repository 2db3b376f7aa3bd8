// Comparing two texts: each kind of difference, random unmarked edits found exactly, and cost that stays near linear.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "link/alignment.h"
#include "link/sequence.h"
#include "read/marked_text.h"

using namespace dovetail;

namespace {

struct Compiled {
  Document document;
  Unit unit;
};

Compiled compiled(const std::string& text) {
  Compiled result;
  read_marked_text(text, result.document, Limits());
  for (const View view : both_views)
    result.unit.views[index(view)] = std::make_shared<const Projection>(project(result.document, view, Spelling::normalised));
  return result;
}

std::vector<Difference> compared(const Compiled& before, const Compiled& after) {
  return compare_texts({before.document, before.unit, View::proposed}, {after.document, after.unit, View::baseline});
}

std::string shown(const Difference& difference) {
  static const char* kinds[] = {"inserted", "deleted", "changed", "moved", "split", "joined"};
  return std::string(difference.cosmetic ? "cosmetic " : "") + kinds[static_cast<std::size_t>(difference.kind)] + ": " + difference.before_words +
         " => " + difference.after_words;
}

std::vector<std::string> compared(const std::string& before, const std::string& after) {
  std::vector<std::string> lines;
  for (const Difference& difference : compared(compiled(before), compiled(after))) lines.push_back(shown(difference));
  return lines;
}

using Lines = std::vector<std::string>;

/// Text of invented words: paragraphs of 8 to 30 words, each with a number of its own.
std::vector<std::vector<std::string>> random_paragraphs(std::mt19937& random, std::size_t count) {
  std::vector<std::vector<std::string>> paragraphs(count);
  for (std::size_t n = 0; n < count; ++n) {
    paragraphs[n].push_back(std::to_string(n / 20 + 1) + "." + std::to_string(n % 20 + 1));
    const std::size_t size = 8 + random() % 23;
    for (std::size_t w = 0; w < size; ++w) {
      std::string word;
      for (std::size_t c = 0; c < 2 + random() % 3; ++c) word += static_cast<char>('a' + random() % 12);
      paragraphs[n].push_back(word);
    }
  }
  return paragraphs;
}

std::string written(const std::vector<std::vector<std::string>>& paragraphs) {
  std::string text;
  for (const auto& paragraph : paragraphs) {
    for (std::size_t w = 0; w < paragraph.size(); ++w) text += (w == 0 ? "" : " ") + paragraph[w];
    text += '\n';
  }
  return text;
}

double seconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("each kind of difference", "[link][alignment]") {
  CHECK(compared("2.3 within three Working Days of it\n", "2.3 within five Working Days of it\n") == Lines{"changed: three => five"});
  CHECK(compared("The party shall send it.\n", "The party shall promptly send it.\n") == Lines{"changed:  => promptly"});
  CHECK(compared("The party shall promptly send it.\n", "The party shall send it.\n") == Lines{"changed: promptly => "});
  CHECK(compared("One here.\nThree here.\n", "One here.\nTwo stands here.\nThree here.\n") == Lines{"inserted:  => Two stands here."});
  CHECK(compared("One here.\nTwo stands here.\nThree here.\n", "One here.\nThree here.\n") == Lines{"deleted: Two stands here. => "});
  CHECK(compared("First of all lines\nSecond of all lines\nThird of all lines\nFourth of all lines\n",
                 "Second of all lines\nThird of all lines\nFourth of all lines\nFirst of all lines\n") ==
        Lines{"moved: First of all lines => First of all lines"});
  CHECK(compared("One part here. Other part here.\nNext\n", "One part here.\nOther part here.\nNext\n") ==
        Lines{"split: One part here. Other part here. => One part here. Other part here."});
  CHECK(compared("One part here.\nOther part here.\nNext\n", "One part here. Other part here.\nNext\n") ==
        Lines{"joined: One part here. Other part here. => One part here. Other part here."});
  CHECK(compared("3.1 The party shall send the notice\n3.2 The agent shall load it at once\n",
                 "3.2 The party shall send the notice\n3.3 The agent shall load it at once\n") ==
        Lines{"changed: 3.1 => 3.2", "changed: 3.2 => 3.3"});
  CHECK(compared("", "Some new text\n") == Lines{"inserted:  => Some new text"});
  CHECK(compared("Some old text\n", "") == Lines{"deleted: Some old text => "});
  CHECK(compared("", "").empty());
}

TEST_CASE("a provision split in two, or two joined, whatever number the second has", "[link][alignment]") {
  const std::string whole = "1.1 The agent shall send each reading. It shall keep a record of it.\n1.2 The panel may ask for the record.\n";
  const std::string parts = "1.1 The agent shall send each reading.\n1.2 It shall keep a record of it.\n1.3 The panel may ask for the record.\n";
  CHECK(compared(whole, parts) ==
        Lines{"split: 1.1 The agent shall send each reading. It shall keep a record of it. => 1.1 The agent shall send each reading. 1.2 It shall "
              "keep a record of it.",
              "changed: 1.2 => 1.3"});
  CHECK(compared(parts, whole).front() ==
        "joined: 1.1 The agent shall send each reading. 1.2 It shall keep a record of it. => 1.1 The agent shall send each reading. It shall keep a "
        "record of it.");
}

TEST_CASE("what prints the same is cosmetic, and marked changes are none", "[link][alignment]") {
  CHECK(compared("The \"Code\" and more\n",
                 "The \xE2\x80\x9C"
                 "Code\xE2\x80\x9D and more\n") == Lines{"cosmetic changed: \"Code\" => \xE2\x80\x9C"
                                                         "Code\xE2\x80\x9D"});
  CHECK(compared("A - B stands\n", "A \xE2\x80\x93 B stands\n") == Lines{"cosmetic changed: - => \xE2\x80\x93"});
  CHECK(compared("within three days\n", "within {~~three~>five~~} days\n").empty());
  CHECK(compared("One here.\nTwo here.\n", "One here.\n{++New line.\n++}Two here.\n").empty());
  CHECK(compared("One here.\n\n\nTwo here.\n", "One here.\nTwo here.\n").empty());
  CHECK(compared("1 Notices ........ 4\nText stands.\n", "1 Notices ........ 7\nText stands.\n").empty());
}

TEST_CASE("a table row is one difference", "[link][alignment]") {
  CHECK(compared("| 3.1 | On SSD | Send |\n| 3.2 | On SSD | Load |\n",
                 "| 3.1 | On SSD | Send |\n| 3.1A | By noon | Check it |\n| 3.2 | On SSD | Load |\n") ==
        Lines{"inserted:  => 3.1A By noon Check it"});
}

TEST_CASE("the words stand where the difference says", "[link][alignment]") {
  const Compiled before = compiled("First\n2.3 within three Working Days\n"), after = compiled("First\n2.3 within {++about ++}five Working Days\n");
  const auto differences = compared(before, after);
  REQUIRE(differences.size() == 1);
  CHECK(slice(before.document.text, differences[0].before) == "three");
  CHECK(slice(after.document.text, differences[0].after) == "five");
  CHECK(differences[0].before_context == "three Working Days");
}

TEST_CASE("page numbers and dates of print are not text", "[link][alignment]") {
  Compiled before = compiled("Printed on 3 May, page 4 of it\n"), after = compiled("Printed on 9 May, page 7 of it\n");
  CHECK(compared(before, after).size() == 2);
  for (Compiled* side : {&before, &after}) {
    const auto page = static_cast<std::uint32_t>(side->document.text.find("page ")) + 5;
    Field field;
    field.kind = "PAGEREF";
    field.result = {page, page + 1};
    side->document.fields.add(field);
  }
  const auto left = compared(before, after);
  REQUIRE(left.size() == 1);
  CHECK(shown(left[0]) == "changed: 3 => 9");
}

TEST_CASE("random unmarked edits are found, each once and where it is", "[link][alignment]") {
  const unsigned seed = GENERATE(range(1U, 41U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto paragraphs = random_paragraphs(random, 60);
  auto edited = paragraphs;
  std::multiset<std::string> planted;
  // Every third paragraph may be edited, once; a new word is no word of the text.
  std::vector<std::size_t> dropped;
  for (std::size_t n = 1; n < edited.size(); n += 3) {
    auto& words = edited[n];
    const std::size_t at = 1 + random() % (words.size() - 2);
    switch (random() % 5) {
      case 0:
        planted.insert("changed: " + words[at] + " => ZZZ");
        words[at] = "ZZZ";
        break;
      case 1:
        planted.insert("changed:  => ZZZ");
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), "ZZZ");
        break;
      case 2:
        dropped.push_back(n);
        planted.insert("deleted: " + written({words}).substr(0, written({words}).size() - 1) + " => ");
        break;
      case 3:
        planted.insert("changed: " + words[at] + " => ");
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      default:
        break;  // left alone
    }
  }
  std::reverse(dropped.begin(), dropped.end());
  for (const std::size_t n : dropped) edited.erase(edited.begin() + static_cast<std::ptrdiff_t>(n));
  std::multiset<std::string> found;
  for (const std::string& line : compared(written(paragraphs), written(edited))) found.insert(line);
  CHECK(found == planted);
}

TEST_CASE("a common subsequence is one, and the longest where texts are small", "[link][sequence]") {
  const unsigned seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::vector<std::uint32_t> a(random() % 60), b(random() % 60);
  for (auto* side : {&a, &b})
    for (auto& element : *side) element = random() % 4;  // nothing is unique: the exact search
  const auto pairs = common_subsequence(a, b);
  for (std::size_t n = 0; n < pairs.size(); ++n) {
    CHECK(a[pairs[n].first] == b[pairs[n].second]);
    if (n > 0) CHECK((pairs[n - 1].first < pairs[n].first && pairs[n - 1].second < pairs[n].second));
  }
  std::vector<std::vector<std::size_t>> longest(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      longest[i][j] = a[i] == b[j] ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
  const bool anchored = a.size() > 8 && b.size() > 8;  // with a unique element an anchor may cost some of the length
  if (anchored) CHECK(pairs.size() * 10 >= longest[0][0] * 7);
}

TEST_CASE("one hundred thousand words: a far move, everything renumbered, and nothing alike", "[link][alignment]") {
  std::mt19937 random(7);
  const auto paragraphs = random_paragraphs(random, 5200);
  const Compiled before = compiled(written(paragraphs));
  auto moved = paragraphs;
  std::rotate(moved.begin() + 10, moved.begin() + 11, moved.end() - 10);
  auto renumbered = paragraphs;
  for (auto& paragraph : renumbered) paragraph[0] = "9" + paragraph[0];
  const Compiled far = compiled(written(moved)), numbers = compiled(written(renumbered)), other = compiled(written(random_paragraphs(random, 5200)));
  std::vector<Difference> found;
  const double read = seconds([&] { compiled(written(paragraphs)); });
  const double of_move = seconds([&] { found = compared(before, far); });
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == DifferenceKind::moved);
  const double of_numbers = seconds([&] { found = compared(before, numbers); });
  CHECK(found.size() == paragraphs.size());
  const double of_others = seconds([&] { found = compared(before, other); });
  CHECK_FALSE(found.empty());
  WARN("100,000 words: read and projected in " << read << " s; compared: moved " << of_move << " s, renumbered " << of_numbers << " s, nothing alike "
                                               << of_others << " s");
  CHECK(of_others < 300);  // also under sanitizers; a square of the lines would take hours
}
