// Normalising, words and comparison on the characters that office programs really write.
#include "text/unicode.h"

#include <catch2/catch.hpp>
#include <random>

using namespace dovetail;

TEST_CASE("Typography is normalised", "[text]") {
  const auto [given, expected] = GENERATE(table<std::string, std::string>({
      {"plain", "plain"},
      {"“Data Service”", "\"Data Service\""},
      {"Party’s ‘own’", "Party's 'own'"},
      {"2\u00A0WD\u2009of", "2 WD of"},
      {"IF\u2011901", "IF-901"},
      {"meter\u00ADing", "metering"},
      {"of\uFB01ce", "office"},
      {"cafe\u0301", "café"},
      {"e\u0301", "é"},
      {"PART A – General", "PART A – General"},
      {"tab\tvertical\vend", "tab vertical end"},
      {"", ""},
  }));
  CHECK(normalise(given) == expected);
}

TEST_CASE("Malformed bytes become the replacement character and never stop the reading", "[text]") {
  CHECK(normalise("a\xFFz") == "a\uFFFDz");
  CHECK(normalise("\xC3") == "\uFFFD");
  CHECK(valid_utf8("ok\x80") == "ok\uFFFD");
  CHECK(words("a\xFF\xFE b").size() == 2);
}

TEST_CASE("The offset map leads back to the bytes that a character stands for", "[text]") {
  std::string output;
  std::vector<Piece> pieces;
  const std::string source = "x “A” y";
  normalise(source, 100, output, pieces);
  REQUIRE(output == "x \"A\" y");
  std::string back;
  for (const auto& piece : pieces) back += source.substr(piece.source.begin - 100, piece.source.size());
  CHECK(back == source);
}

TEST_CASE("Words are whole numbers, whole possessives and the halves of hyphenated words", "[text]") {
  const std::string text = "The Party's Half-Hourly data (see 3.2.1). End.";
  std::vector<std::string> found;
  for (const auto span : words(text)) found.emplace_back(slice(text, span));
  CHECK(found == std::vector<std::string>{"The", "Party's", "Half", "Hourly", "data", "see", "3.2.1", "End"});
}

TEST_CASE("Word edges are Unicode's", "[text]") {
  CHECK(at_word_edge("né", 0));
  CHECK_FALSE(at_word_edge("né", 1));
  CHECK(at_word_edge("a b", 1));
}

TEST_CASE("Folding, squeezing and case", "[text]") {
  CHECK(fold_phrase("  Data\u00A0 SERVICE ") == "data service");
  CHECK(squeeze(" a \t b\u00A0c ") == "a b c");
  CHECK(starts_upper("Élan"));
  CHECK_FALSE(starts_upper("élan"));
  CHECK(all_upper("SECTION 1"));
  CHECK_FALSE(all_upper("123"));
  CHECK(collate("100kW", "Act") < 0);
  CHECK(collate("act", "Bill") < 0);
}

TEST_CASE("Texts of every length fold and squeeze as letter by letter", "[text]") {
  std::mt19937 random(11);
  static constexpr std::string_view letters = "AZaz@[`{09  \t\n.-MmQ";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n) text += letters[random() % letters.size()];
    std::string folded, squeezed;
    for (const char c : text) {
      const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      folded += small;
      if (c != ' ' && c != '\t' && c != '\n')
        squeezed += c;
      else if (!squeezed.empty() && squeezed.back() != ' ')
        squeezed += ' ';
    }
    if (!squeezed.empty() && squeezed.back() == ' ') squeezed.pop_back();
    REQUIRE(fold(text) == folded);
    REQUIRE(squeeze(text) == squeezed);
    const auto with_accent = text + "É" + text;
    REQUIRE(fold(with_accent) == folded + "é" + folded);
  }
}
