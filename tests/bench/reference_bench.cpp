// What references and structure cost beside the reading of the same documents: finding them, giving each its outcome, and the rules about them.
// DOVETAIL_CORPUS names a folder of .docx files (python3 ../shared/bench/make_corpus.py /tmp/corpus); the aim is a quarter of the reading time.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "check/checks.h"
#include "compile/references.h"
#include "config/config.h"
#include "link/documents.h"
#include "link/provisions.h"
#include "lint.h"

using namespace dovetail;

namespace {

/// The corpus read, compiled and linked, with the rules of the two families.
const Review* corpus() {
  static const Review review = [] {
    Job job;
    const char* folder = std::getenv("DOVETAIL_CORPUS");
    const char* rules = std::getenv("DOVETAIL_RULES");
    if (folder == nullptr || rules == nullptr) return Review();
    job.paths = {folder};
    job.rules_folder = rules;
    if (auto catalogue = load_catalogue(job.rules_folder)) job.catalogue = std::move(*catalogue);
    job.threads = 1;
    job.only = {"reference", "structure"};
    job.until = Until::link;
    auto linked = lint(std::move(job));
    return linked ? std::move(*linked) : Review();
  }();
  return review.units.empty() ? nullptr : &review;
}

constexpr const char* missing = "DOVETAIL_CORPUS names no folder of .docx files, or DOVETAIL_RULES no rules";

void find_and_compile_references(benchmark::State& state) {
  if (corpus() == nullptr) return state.SkipWithError(missing);
  Review review = *corpus();
  std::size_t found = 0;
  for (auto _ : state)
    for (std::size_t n = 0; n < review.units.size(); ++n) {
      auto& unit = review.units[Table<Unit>::id_at(n)];
      unit.references.clear();
      if (review.inputs[n].profile)
        compile_references(review.documents[unit.document], *review.inputs[n].profile, CommonLines(review.documents[unit.document], unit), unit);
      found += unit.references.size();
    }
  state.counters["references"] = benchmark::Counter(static_cast<double>(found), benchmark::Counter::kAvgIterations);
}

void give_references_outcomes(benchmark::State& state) {
  if (corpus() == nullptr) return state.SkipWithError(missing);
  const DocumentIndex documents(*corpus());
  for (auto _ : state) benchmark::DoNotOptimize(link_references(*corpus(), documents, 1).size());
}

void check_references_and_structure(benchmark::State& state) {
  if (corpus() == nullptr) return state.SkipWithError(missing);
  std::size_t findings = 0;
  for (auto _ : state) findings += run_checks(*corpus(), 1).findings.size();
  state.counters["findings"] = benchmark::Counter(static_cast<double>(findings), benchmark::Counter::kAvgIterations);
}

BENCHMARK(find_and_compile_references)->Unit(benchmark::kMillisecond);
BENCHMARK(give_references_outcomes)->Unit(benchmark::kMillisecond);
BENCHMARK(check_references_and_structure)->Unit(benchmark::kMillisecond);

}  // namespace
