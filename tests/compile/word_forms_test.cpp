// Spellings are told apart by all their bytes, and numbered as they are met.
#include "compile/word_forms.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace dovetail;

TEST_CASE("Each spelling has one number, in the order of the text", "[compile]") {
  std::vector<std::string> forms;
  WordForms numbers(forms);
  CHECK(numbers.of("the") == 0);
  CHECK(numbers.of("The") == 1);
  CHECK(numbers.of("the") == 0);
  CHECK(numbers.of("a") == 2);
  CHECK(forms == std::vector<std::string>{"the", "The", "a"});
}

TEST_CASE("Spellings that are alike at both ends, and many of them, keep apart", "[compile]") {
  std::vector<std::string> forms;
  WordForms numbers(forms);
  std::map<std::string, std::uint32_t> expected;
  std::mt19937 random(5);
  for (int round = 0; round < 60000; ++round) {
    std::string word(1 + random() % 40, 'x');
    for (std::size_t n = 0; n < 3; ++n) word[random() % word.size()] = static_cast<char>('a' + random() % 4);
    const auto number = expected.try_emplace(word, static_cast<std::uint32_t>(expected.size())).first->second;
    REQUIRE(numbers.of(word) == number);
  }
  CHECK(forms.size() == expected.size());
  CHECK(forms.size() > 5000);
}
