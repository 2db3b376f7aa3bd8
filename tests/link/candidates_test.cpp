// Suggestions, measured on links that are known: mean average precision and recall at 5, beside plain TF-IDF.
#include "link/candidates.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "config/config.h"
#include "help/source.h"
#include "lint.h"

using namespace dovetail;

namespace {

/// A project of fixtures/, read and linked.
Review example(const std::string& project = "xp") {
  Job job;
  job.paths = {help::source_folder() + "/fixtures/" + project};
  job.rules_folder = help::source_folder() + "/rules";
  auto catalogue = load_catalogue(job.rules_folder);
  REQUIRE(catalogue);
  job.catalogue = std::move(*catalogue);
  job.today = "2024-07-01";
  job.until = Until::link;
  auto review = lint(std::move(job));
  REQUIRE(review);
  return std::move(*review);
}

struct Measure {
  double precision = 0, recall = 0;
  void add(const std::vector<Suggestion>& ranked, const std::set<std::pair<Id<Unit>, Id<Provision>>>& wanted) {
    double found = 0, sum = 0, in_five = 0;
    for (std::size_t n = 0; n < ranked.size(); ++n)
      if (wanted.contains({ranked[n].unit, ranked[n].provision})) {
        ++found;
        sum += found / static_cast<double>(n + 1);
        in_five += n < 5 ? 1 : 0;
      }
    precision += sum / static_cast<double>(wanted.size());
    recall += in_five / static_cast<double>(wanted.size());
  }
};

}  // namespace

TEST_CASE("known links rank high among the candidates, and higher than by plain TF-IDF", "[link]") {
  Measure bm25, plain;
  double all = 0;
  for (const char* project : {"xp", "trades/heat", "trades/ev", "trades/flex", "trades/smart", "coverage/port"}) {
    const Review review = example(project);
    const Candidates candidates(review);
    std::map<std::string, std::set<std::pair<Id<Unit>, Id<Provision>>>> known;
    for (const TraceLink& link : review.corpus.traces)
      if (link.type == "codifies" && link.provision && review.corpus.atoms.contains(link.atom)) known[link.atom].insert({link.unit, link.provision});
    CAPTURE(project);
    REQUIRE(known.size() >= 3);
    Measure here, here_plain;
    for (const auto& [id, wanted] : known) {
      const In<Item> in = review.corpus.atoms.at(id);
      const Item& item = review.units[in.unit].items[in.id];
      here.add(candidates.for_atom(item, {}, 100), wanted);
      here_plain.add(candidates.plain_for_atom(item, 100), wanted);
    }
    const auto count = static_cast<double>(known.size());
    WARN("suggestions over " << known.size() << " known links of " << project << ": MAP " << here.precision / count << ", recall@5 "
                             << here.recall / count << "; plain TF-IDF: MAP " << here_plain.precision / count << ", recall@5 "
                             << here_plain.recall / count);
    bm25.precision += here.precision, bm25.recall += here.recall, plain.precision += here_plain.precision, plain.recall += here_plain.recall;
    all += count;
  }
  WARN("suggestions over " << all << " known links of six projects: MAP " << bm25.precision / all << ", recall@5 " << bm25.recall / all
                           << "; plain TF-IDF: MAP " << plain.precision / all << ", recall@5 " << plain.recall / all);
  CHECK(bm25.precision >= plain.precision);
  CHECK(bm25.recall >= plain.recall);
  CHECK(bm25.precision / all >= 0.8);
  CHECK(bm25.recall / all >= 0.9);
}

TEST_CASE("terms meet across endings, and ids across spellings", "[link]") {
  const auto terms = ranked_terms("Recording the records of IF\u2011901, and recorded");
  CHECK(std::count(terms.begin(), terms.end(), "record") == 3);
  CHECK(std::count(terms.begin(), terms.end(), "IF-901") == 1);
  CHECK(std::count(terms.begin(), terms.end(), "the") == 0);
}

TEST_CASE("terms are shown as the text writes them", "[link]") {
  const std::string text = "Each Supplier has Recorded the readings of IF\u2011901.";
  CHECK(as_written(ranked_terms(text), text) == std::vector<std::string>{"IF-901", "Supplier", "Recorded", "readings"});
}

TEST_CASE("an atom that is named and does not exist is an error", "[link]") {
  const Review review = example();
  CHECK_FALSE(suggest(review, {"XP-BR-NO-999"}, 5));
  const auto lists = suggest(review, {"XP-BR-DS-004"}, 3);
  REQUIRE(lists);
  REQUIRE(lists->size() == 1);
  CHECK(lists->front().best.size() == 3);
  CHECK_FALSE(lists->front().best.front().shared.empty());
  for (const auto& best : lists->front().best)
    for (const auto& word : best.shared) CHECK_THAT(normalise(review.documents[review.units[best.unit].document].text), Catch::Contains(word));
}
