// What reading Word documents costs beside the bare inflating and parsing of the same parts, in one run and one process.
// DOVETAIL_CORPUS names a folder of .docx files: python3 ../shared/bench/make_corpus.py /tmp/corpus
#include <benchmark/benchmark.h>
#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "read/docx.h"

using namespace dovetail;

namespace {

std::vector<std::string> load_corpus() {
  const char* folder = std::getenv("DOVETAIL_CORPUS");
  std::vector<std::filesystem::path> files;
  if (folder != nullptr)
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".docx") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> corpus;
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    corpus.push_back(bytes.str());
  }
  return corpus;
}

const std::vector<std::string>& corpus() {
  static const auto loaded = load_corpus();
  return loaded;
}

/// The floor: every XML part inflated by libdeflate into a buffer of its size and parsed in place by pugixml, and nothing else.
std::size_t bare(const std::string& package, libdeflate_decompressor* engine) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(package.data(), package.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  std::size_t total = 0;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string packed(stat.comp_size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), ZIP_FL_COMPRESSED);
    zip_fread(file, packed.data(), packed.size());
    zip_fclose(file);
    const std::unique_ptr<char[]> text(new char[stat.size]);
    libdeflate_deflate_decompress(engine, packed.data(), packed.size(), text.get(), stat.size, nullptr);
    pugi::xml_document document;
    document.load_buffer_inplace(text.get(), stat.size);
    total += stat.size;
    benchmark::DoNotOptimize(document.document_element());
  }
  zip_discard(archive);
  return total;
}

void inflate_and_parse(benchmark::State& state) {
  if (corpus().empty()) return state.SkipWithError("DOVETAIL_CORPUS names no folder of .docx files");
  auto* engine = libdeflate_alloc_decompressor();
  std::size_t total = 0;
  for (auto _ : state)
    for (const auto& package : corpus()) total += bare(package, engine);
  libdeflate_free_decompressor(engine);
  state.SetBytesProcessed(static_cast<std::int64_t>(total));
}

void read_documents(benchmark::State& state) {
  if (corpus().empty()) return state.SkipWithError("DOVETAIL_CORPUS names no folder of .docx files");
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
