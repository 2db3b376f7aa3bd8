// What finding the uses of 5,000 terms costs beside reading the same texts: under 0.3 of it is asked for.
// DOVETAIL_CORPUS names a folder of .docx files: python3 ../shared/bench/make_corpus.py /tmp/corpus
#include <benchmark/benchmark.h>

#include <set>
#include <sstream>

#include "bench/floor.h"
#include "config/config.h"
#include "link/terms.h"
#include "lint.h"
#include "text/unicode.h"

using namespace dovetail;

namespace {

Job job_for(const std::string& path, Until until) {
  Job job;
  job.paths = {path};
  job.rules_folder = std::string(DOVETAIL_SOURCE) + "/rules";
  if (auto catalogue = load_catalogue(job.rules_folder)) job.catalogue = std::move(*catalogue);
  job.threads = 1;
  job.as_of = "2026-01-31";
  job.until = until;
  return job;
}

/// Adds definitions of two and three words, made of words that stand in the texts in capitals, until there are `count`.
void add_terms(Review& review, std::size_t count) {
  std::set<std::string> terms;
  auto& unit = review.units[Id<Unit>(0)];
  std::vector<std::string> words;
  for (const auto& other : review.units)
    for (const auto& form : other.forms)
      if (starts_upper(form) && form.size() > 3) words.push_back(form);
  for (std::size_t step = 1; terms.size() < count && step < words.size(); ++step)
    for (std::size_t i = 0; i + 2 * step < words.size() && terms.size() < count; ++i)
      terms.insert(words[i] + " " + words[i + step] + (i % 3 == 0 ? " " + words[i + 2 * step] : std::string()));
  for (const auto& term : terms) {
    Definition definition;
    definition.term = term;
    definition.folded = fold(term);
    definition.views = {true, true};
    definition.reach = Reach::code;
    unit.definitions.add(std::move(definition));
  }
}

void read_texts(benchmark::State& state) {
  if (!bench::corpus()) return state.SkipWithError(bench::no_corpus);
  for (auto _ : state) benchmark::DoNotOptimize(lint(job_for(bench::corpus(), Until::read)));
}

void find_uses(benchmark::State& state) {
  if (!bench::corpus()) return state.SkipWithError(bench::no_corpus);
  auto review = lint(job_for(bench::corpus(), Until::compile));
  if (!review) return state.SkipWithError("the corpus cannot be read");
  add_terms(*review, 5000);
  std::size_t words = 0, uses = 0;
  for (const auto& unit : review->units) words += unit.words.size();
  for (auto _ : state) {
    Corpus found;
    link_terms(*review, 1, found);
    uses = 0;
    for (const auto& unit : found.uses) uses += unit.size();
  }
  state.counters["words"] = static_cast<double>(words);
  state.counters["uses"] = static_cast<double>(uses);
}

BENCHMARK(read_texts)->Unit(benchmark::kMillisecond);
BENCHMARK(find_uses)->Unit(benchmark::kMillisecond);

}  // namespace
