// The bare libraries: nothing here is the program's.
#include "bench/floor.h"

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

namespace dovetail::bench {

const char* corpus() { return std::getenv("DOVETAIL_CORPUS"); }

std::vector<std::string> packages_of(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".docx") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> packages;
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    packages.push_back(bytes.str());
  }
  return packages;
}

std::size_t inflate_and_parse(const std::string& package) {
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> engine(libdeflate_alloc_decompressor(),
                                                                                                 libdeflate_free_decompressor);
  zip_error_t error;
  zip_t* archive = zip_open_from_source(zip_source_buffer_create(package.data(), package.size(), 0, &error), ZIP_RDONLY, &error);
  std::size_t total = 0;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string packed(stat.comp_size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), ZIP_FL_COMPRESSED);
    zip_fread(file, packed.data(), packed.size());
    zip_fclose(file);
    const std::unique_ptr<char[]> text(new char[stat.size]);
    libdeflate_deflate_decompress(engine.get(), packed.data(), packed.size(), text.get(), stat.size, nullptr);
    pugi::xml_document document;
    document.load_buffer_inplace(text.get(), stat.size);
    total += stat.size;
    benchmark::DoNotOptimize(document.document_element());
  }
  zip_discard(archive);
  return total;
}

}  // namespace dovetail::bench
