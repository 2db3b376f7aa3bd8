// ZIP archives: the directory by libzip, the bytes by libdeflate into a buffer of the exact size.
#include "ooxml/zip.h"

#include <zip.h>

#include <algorithm>

#include "base/ascii.h"
#include "ooxml/inflate.h"

namespace dovetail {
namespace {

constexpr std::uint16_t stored = 0;
constexpr std::uint16_t by_deflate = 8;
constexpr std::uint64_t small_part = 1ULL << 20;  // below this a part may be as dense as it likes

std::string folded(std::string_view name) {
  std::string result(name);
  if (!result.empty() && result.front() == '/') result.erase(0, 1);
  for (char& c : result) {
    c = to_lower(c);
    if (c == '\\') c = '/';
  }
  return result;
}

}  // namespace

struct Zip::Archive {
  zip_t* handle = nullptr;
  ~Archive() {
    if (handle != nullptr) zip_discard(handle);
  }
};

Zip::Zip(std::string_view bytes, const ZipLimits& limits) : bytes_(bytes), limits_(limits) {
  if (!open_directory()) salvage();
  index_names();
}
Zip::Zip(Zip&&) noexcept = default;
Zip& Zip::operator=(Zip&&) noexcept = default;
Zip::~Zip() = default;

void Zip::remark(const char* rule, std::string message, const std::string& part) { remarks_.push_back({rule, std::move(message), part}); }

bool Zip::open_directory() {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
  if (source == nullptr) return false;
  auto archive = std::make_unique<Archive>();
  archive->handle = zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (archive->handle == nullptr) {
    zip_source_free(source);
    return false;
  }
  const auto count = zip_get_num_entries(archive->handle, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    if (static_cast<std::uint64_t>(i) >= limits_.parts) {
      remark("input.limit", "the package has more than " + std::to_string(limits_.parts) + " parts");
      break;
    }
    zip_stat_t stat;
    zip_stat_init(&stat);
    const bool known = zip_stat_index(archive->handle, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW, &stat) == 0 && (stat.valid & ZIP_STAT_NAME) != 0;
    names_.emplace_back(known ? stat.name : "");
    Entry entry;
    entry.size = stat.size;
    entry.packed = stat.comp_size;
    entry.crc = stat.crc;
    entry.method = stat.comp_method;
    entry.encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
    entries_.push_back(entry);
  }
  archive_ = std::move(archive);
  return true;
}

void Zip::index_names() {
  for (std::size_t i = 0; i < names_.size(); ++i) by_folded_name_.emplace_back(folded(names_[i]), i);
  std::stable_sort(by_folded_name_.begin(), by_folded_name_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::optional<std::size_t> Zip::find(std::string_view name) const {
  const std::string key = folded(name);
  const auto first =
      std::lower_bound(by_folded_name_.begin(), by_folded_name_.end(), key, [](const auto& a, const std::string& b) { return a.first < b; });
  if (first == by_folded_name_.end() || first->first != key) return std::nullopt;
  for (auto it = first; it != by_folded_name_.end() && it->first == key; ++it)
    if (names_[it->second] == name) return it->second;
  return first->second;
}

bool Zip::within_limits(const std::string& name, std::uint64_t size, std::uint64_t packed) {
  if (size > limits_.part_bytes) {
    remark("input.limit", name + " has " + std::to_string(size) + " bytes, more than " + std::to_string(limits_.part_bytes), name);
  } else if (size > small_part && packed > 0 && size / packed > limits_.ratio) {
    remark("input.limit", name + " is packed more than " + std::to_string(limits_.ratio) + " times", name);
  } else if (read_bytes_ + size > limits_.package_bytes) {
    remark("input.limit", name + " is not read: the package has more than " + std::to_string(limits_.package_bytes) + " bytes", name);
  } else {
    return true;
  }
  return false;
}

std::optional<std::string> Zip::packed_bytes(std::size_t index) {
  zip_file_t* file = zip_fopen_index(archive_->handle, index, ZIP_FL_COMPRESSED);
  if (file == nullptr) return std::nullopt;
  std::string packed(std::min<std::uint64_t>(entries_[index].packed, bytes_.size()), '\0');
  std::size_t used = 0;
  while (used < packed.size()) {
    const auto got = zip_fread(file, packed.data() + used, packed.size() - used);
    if (got <= 0) break;
    used += static_cast<std::size_t>(got);
  }
  zip_fclose(file);
  packed.resize(used);
  return packed;
}

std::optional<Buffer> Zip::unpack(const std::string& name, const Entry& entry, std::string_view packed) {
  if (entry.method != stored && entry.method != by_deflate) {
    remark("input.damaged", name + " is packed by a method that office programs do not use (" + std::to_string(entry.method) + ")", name);
    return std::nullopt;
  }
  if (entry.method == stored) {
    Buffer copy(packed.size());
    std::copy(packed.begin(), packed.end(), copy.data.get());
    if (entry.size_known && (copy.size != entry.size || checksum(copy.view()) != entry.crc))
      remark("input.damaged", name + " does not have the checksum that the package says", name);
    return copy;
  }
  if (entry.size_known) {
    Buffer whole(entry.size);
    if (inflate_exactly(packed, whole)) {
      if (checksum(whole.view()) != entry.crc) remark("input.damaged", name + " does not have the checksum that the package says", name);
      return whole;
    }
  }
  const std::uint64_t room = std::min(limits_.part_bytes, limits_.package_bytes - read_bytes_);
  Inflated rest = inflate_what_is_there(packed, std::min<std::uint64_t>(room, std::max<std::uint64_t>(small_part, packed.size() * limits_.ratio)));
  if (!rest.complete || entry.size_known)
    remark("input.damaged", name + " is cut off or broken; " + std::to_string(rest.bytes.size) + " bytes of it could be read", name);
  return std::move(rest.bytes);
}

std::optional<Buffer> Zip::read(std::size_t index) {
  const Entry& entry = entries_[index];
  const std::string& name = names_[index];
  if (entry.encrypted) {
    remark("input.encrypted", name + " is encrypted: save the document without a password", name);
    return std::nullopt;
  }
  if (entry.size_known && !within_limits(name, entry.size, entry.packed)) return std::nullopt;
  std::optional<Buffer> result;
  if (archive_) {
    const auto packed = packed_bytes(index);
    if (!packed) {
      remark("input.damaged", name + " is listed in the package but is not there", name);
      return std::nullopt;
    }
    result = unpack(name, entry, *packed);
  } else {
    result = unpack(name, entry, bytes_.substr(entry.offset, entry.packed));
  }
  if (result) read_bytes_ += result->size;
  return result;
}

}  // namespace dovetail
