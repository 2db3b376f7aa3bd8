// What each room of a whole check costs beside the floor, the bare inflating and parsing of the same parts, in one process and on as many threads.
// DOVETAIL_CORPUS names the folder of a project; tests/bench/run makes some and puts the figures into a table.
#include <benchmark/benchmark.h>

#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "bench/floor.h"
#include "config/config.h"
#include "lint.h"
#include "report/reporters.h"

using namespace dovetail;

namespace {

void inflate_and_parse_all(benchmark::State& state) {
  if (!bench::corpus()) return state.SkipWithError(bench::no_corpus);
  const auto packages = bench::packages_of(bench::corpus());
  std::vector<std::size_t> sizes(packages.size());
  for (auto _ : state)
    parallel_for(packages.size(), static_cast<unsigned>(state.range(0)), [&](std::size_t n) { sizes[n] = bench::inflate_and_parse(packages[n]); });
  double total = 0;
  for (const auto size : sizes) total += static_cast<double>(size);
  state.counters["xml"] = total;
}

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Job whole_job(unsigned threads) {
  Job job;
  job.paths = {bench::corpus()};
  job.rules_folder = std::string(DOVETAIL_SOURCE) + "/rules";
  if (auto catalogue = load_catalogue(job.rules_folder)) job.catalogue = std::move(*catalogue);
  job.threads = threads;
  job.as_of = "2026-01-31";
  return job;
}

/// The whole job with its report; a counter for each step is its processor time in milliseconds.
void check_by_rooms(benchmark::State& state) {
  if (!bench::corpus()) return state.SkipWithError(bench::no_corpus);
  std::vector<std::pair<std::string, double>> began;
  std::size_t text = 0, words = 0;
  for (auto _ : state) {
    auto job = whole_job(static_cast<unsigned>(state.range(0)));
    job.progress = [&](std::string_view step, std::size_t done, std::size_t) {
      if (done == 0) began.emplace_back(step, processor_ms());
    };
    const auto review = lint(std::move(job));
    if (!review) return state.SkipWithError("the corpus cannot be checked");
    began.emplace_back("reporting", processor_ms());
    benchmark::DoNotOptimize(report_as("json", *review, {}));
    began.emplace_back("", processor_ms());
    text = words = 0;
    for (const auto& document : review->documents) text += document.text.size();
    for (const auto& unit : review->units) words += unit.words.size();
  }
  for (std::size_t n = 0; n + 1 < began.size(); ++n)
    if (!began[n].first.empty()) state.counters[began[n].first] += (began[n + 1].second - began[n].second) / static_cast<double>(state.iterations());
  state.counters["text"] = static_cast<double>(text);
  state.counters["words"] = static_cast<double>(words);
}

BENCHMARK(inflate_and_parse_all)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(check_by_rooms)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
