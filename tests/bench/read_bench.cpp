// What reading Word documents costs beside the bare inflating and parsing of the same parts, in one run and one process.
// DOVETAIL_CORPUS names a folder of .docx files: python3 ../shared/bench/make_corpus.py /tmp/corpus
#include <benchmark/benchmark.h>

#include "bench/floor.h"
#include "read/docx.h"

using namespace dovetail;

namespace {

const std::vector<std::string>& corpus() {
  static const auto loaded = bench::corpus() ? bench::packages_of(bench::corpus()) : std::vector<std::string>();
  return loaded;
}

void inflate_and_parse(benchmark::State& state) {
  if (corpus().empty()) return state.SkipWithError(bench::no_corpus);
  std::size_t total = 0;
  for (auto _ : state)
    for (const auto& package : corpus()) total += bench::inflate_and_parse(package);
  state.SetBytesProcessed(static_cast<std::int64_t>(total));
}

void read_documents(benchmark::State& state) {
  if (corpus().empty()) return state.SkipWithError(bench::no_corpus);
  std::size_t total = 0;
  for (auto _ : state) {
    for (const auto& package : corpus()) {
      Document document;
      read_docx(package, document, Limits());
      total += document.text.size();
      benchmark::DoNotOptimize(document.text.data());
    }
  }
  state.counters["text"] = benchmark::Counter(static_cast<double>(total), benchmark::Counter::kAvgIterations);
}

BENCHMARK(inflate_and_parse)->Unit(benchmark::kMillisecond);
BENCHMARK(read_documents)->Unit(benchmark::kMillisecond);

}  // namespace
