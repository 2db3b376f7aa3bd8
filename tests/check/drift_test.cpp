// Renumbering that leaves references behind: marked in the draft, or against a separate baseline; and exactly the references that it should.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "help/linted.h"

using namespace dovetail;
using help::linted;
using help::said_by;
using Lines = std::vector<std::string>;

namespace {

std::vector<std::string> fixes(const Review& review, const std::string& rule) {
  std::vector<std::string> out;
  for (const auto& finding : review.findings)
    if (finding.rule == rule) out.push_back(finding.label + ": " + (finding.fix ? finding.fix->replace : "no fix"));
  return out;
}

const std::string settings = "project: p\ndocuments:\n  - {path: draft.txt, id: XBSCP904, code: XBSC, profile: generic, baseline: baseline.txt}\n";

/// A text of chapters; each paragraph cites another. `number` renumbers a chapter and paragraph; `cited` says how a citation is written.
template <class Number, class Cited>
std::string text_of(int chapters, int paragraphs, Number number, Cited cited) {
  std::string text;
  for (int c = 1; c <= chapters; ++c) {
    text += number(c, 0) + " Chapter about " + std::string(static_cast<std::size_t>(c), 'x') + "\n";
    for (int p = 1; p <= paragraphs; ++p) {
      const int to_chapter = 1 + (c * 7 + p * 3) % chapters, to_paragraph = 1 + (c * 5 + p) % paragraphs;
      text += number(c, p) + " The person of chapter " + std::string(static_cast<std::size_t>(c), 'x') + " and place " +
              std::string(static_cast<std::size_t>(p), 'y') + " shall act in accordance with paragraph " + cited(to_chapter, to_paragraph) + ".\n";
    }
  }
  return text;
}

std::string plain(int c, int p) { return p == 0 ? std::to_string(c) + "." : std::to_string(c) + "." + std::to_string(p); }

}  // namespace

TEST_CASE("A draft without marks drifts against the baseline that it names", "[check]") {
  const std::string before =
      "1. DUTIES\n1.1 The provider shall observe the weather.\n1.2 The provider shall write it down.\n1.3 Subject to paragraph 1.2, it may rest.\n";
  const std::string after =
      "1. DUTIES\n1.1 The provider shall observe the weather.\n1.2 The provider shall be polite at all times.\n1.3 The provider shall write it "
      "down.\n"
      "1.4 Subject to paragraph 1.2, it may rest.\n";
  const auto review = linted({{"dovetail.yaml", settings}, {"draft.txt", after}, {"baseline.txt", before}});
  CHECK(said_by(review, "reference.drifted") == Lines{"1.4: paragraph 1.2"});
  CHECK(fixes(review, "reference.drifted") == Lines{"1.4: paragraph 1.3"});
  CHECK(review.findings.front().introduced);
}

TEST_CASE("One cause is one finding: drifted speaks before not-used and missing", "[check]") {
  const std::string gone =
      "1. DUTIES\n1.1 The provider shall rest.\n1.{--3--}{++2++} The provider shall write it down.\n{--1.2 The provider shall "
      "sing.--}\n1.{--4--}{++3++} See "
      "paragraph 1.4.\n1.{--5--}{++4++} Not used.\n";
  const auto review = linted(gone, "generic");
  CHECK(said_by(review, "reference.drifted") == Lines{"1.3: paragraph 1.4"});
  CHECK(said_by(review, "reference.not-used").empty());
  CHECK(said_by(review, "reference.missing").empty());
}

TEST_CASE("A fix of a drifted reference keeps its words", "[check]") {
  const std::string head = "1. DUTIES\n{++1.1 The provider shall be polite.++}\n1.{--1--}{++2++} The provider shall:\n(a) observe; and\n(b) write.\n";
  CHECK(fixes(linted(head + "1.{--2--}{++3++} See paragraph 1.1(b).\n", "generic"), "reference.drifted") == Lines{"1.3: paragraph 1.2(b)"});
  CHECK(fixes(linted(head + "1.{--2--}{++3++} See paragraph 1.{--1--}{++2++}(b).\n", "generic"), "reference.drifted").empty());
}

TEST_CASE("When a subtree is renumbered, exactly the references into it drift", "[check]") {
  const int chapters = GENERATE(3, 5, 8), paragraphs = GENERATE(2, 4), from = GENERATE(1, 2, 3);
  // Chapters from `from` on become one more, with their paragraphs; a new chapter takes their place.
  const auto renumbered = [&](int c, int p) { return plain(c >= from ? c + 1 : c, p); };
  const std::string before = text_of(chapters, paragraphs, plain, plain);
  std::string after = text_of(chapters, paragraphs, renumbered, plain);
  const std::string first = plain(from + 1, 0) + " Chapter";
  std::string fresh = plain(from, 0) + " Quite other matters\n";
  for (int p = 1; p <= paragraphs; ++p)
    fresh += plain(from, p) + " Nobody is bound by what was said on day " + std::string(static_cast<std::size_t>(p), 'z') + ".\n";
  after.insert(after.find(first), fresh);
  const auto review = linted({{"dovetail.yaml", settings}, {"draft.txt", after}, {"baseline.txt", before}});
  std::multiset<std::string> expected;
  for (int c = 1; c <= chapters; ++c)
    for (int p = 1; p <= paragraphs; ++p) {
      const int to_chapter = 1 + (c * 7 + p * 3) % chapters, to_paragraph = 1 + (c * 5 + p) % paragraphs;
      if (to_chapter >= from) expected.insert(renumbered(c, p) + ": paragraph " + renumbered(to_chapter, to_paragraph));
    }
  const auto said = fixes(review, "reference.drifted");
  CHECK(std::multiset<std::string>(said.begin(), said.end()) == expected);
  CHECK(said_by(review, "reference.missing").empty());
}

TEST_CASE("When a marked subtree is renumbered, exactly the references into it drift", "[check]") {
  const int chapters = GENERATE(4, 6), from = GENERATE(1, 2, 4);
  const int paragraphs = 3;
  const auto marked = [&](int c, int p) {
    if (c < from) return plain(c, p);
    return "{--" + std::to_string(c) + "--}{++" + std::to_string(c + 1) + "++}." + (p == 0 ? "" : std::to_string(p));
  };
  std::string text = text_of(chapters, paragraphs, marked, plain);
  const std::string first = marked(from, 0) + " Chapter";
  text.insert(text.find(first), "{++" + plain(from, 0) + " Quite other matters++}\n{++" + plain(from, 1) + " Nobody is bound by it.++}\n");
  const auto review = linted(text, "generic");
  std::size_t expected = 0;
  for (int c = 1; c <= chapters; ++c)
    for (int p = 1; p <= paragraphs; ++p) expected += 1 + (c * 7 + p * 3) % chapters >= from ? 1U : 0U;
  CHECK(said_by(review, "reference.drifted").size() == expected);
  for (const auto& finding : review.findings)
    if (finding.rule == "reference.drifted") CHECK((finding.introduced && finding.views.proposed && !finding.views.baseline));
}
