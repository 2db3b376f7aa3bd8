// Copies of ZIP archives by libzip, which takes over unchanged entries without unpacking them.
#include "ooxml/zip_edit.h"

#include <zip.h>

#include <cstdlib>
#include <cstring>
#include <memory>

namespace dovetail {
namespace {

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

constexpr const char* unsound = "the package is damaged or no ZIP archive; open the document in an office program and save it again";

/// A source with a copy of the bytes. libzip 1.7 frees a buffer that it begins a new archive with, whoever owns it: so it must be its own.
Source source_of(std::string_view bytes, zip_error_t& error) {
  void* copy = std::malloc(bytes.size());  // NOLINT: libzip frees it
  if (copy == nullptr) return nullptr;
  std::memcpy(copy, bytes.data(), bytes.size());
  Source source(zip_source_buffer_create(copy, bytes.size(), 1, &error));
  if (!source) std::free(copy);  // NOLINT
  return source;
}

/// The whole content of a source.
Result<std::string> content(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source) != 0) return fail(unsound);
  std::string bytes(stat.size, '\0');
  const auto got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got < 0 || static_cast<zip_uint64_t>(got) != stat.size) return fail(unsound);
  return bytes;
}

bool put(zip_t* archive, const ZipEntry& entry) {
  zip_source_t* bytes = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
  if (bytes == nullptr) return false;
  auto index = zip_name_locate(archive, entry.name.c_str(), 0);
  const bool done = index >= 0 ? zip_file_replace(archive, static_cast<zip_uint64_t>(index), bytes, 0) == 0
                               : (index = zip_file_add(archive, entry.name.c_str(), bytes, ZIP_FL_ENC_UTF_8)) >= 0;
  if (!done) {
    zip_source_free(bytes);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  constexpr zip_uint16_t midnight = 0, first_of_1980 = 0x21;  // the first day that the format knows: no clock in outputs
  return zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 0) == 0 && zip_file_set_dostime(archive, at, midnight, first_of_1980, 0) == 0;
}

}  // namespace

Result<std::string> with_entries(std::string_view archive, const std::vector<ZipEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  Source source = archive.empty() ? nullptr : source_of(archive, error);
  if (!source) return fail(unsound);
  zip_t* opened = zip_open_from_source(source.get(), 0, &error);
  zip_error_fini(&error);
  if (opened == nullptr) return fail(unsound);
  zip_source_keep(source.get());  // closing gives back one hold on it, and the result is read from the other
  for (const auto& entry : entries)
    if (!put(opened, entry)) {
      zip_discard(opened);
      return fail(unsound);
    }
  if (zip_close(opened) != 0) {
    zip_discard(opened);
    return fail(unsound);
  }
  return content(source.get());
}

}  // namespace dovetail
