// ZIP archives in memory: a directory of entries, and their bytes with limits kept. Wraps libzip; nobody else names it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/buffer.h"
#include "ooxml/remark.h"

namespace dovetail {

/// How much is taken out of one archive. The meaning and the reasons of the numbers stand in model/limits.h.
struct ZipLimits {
  std::uint64_t part_bytes = 400ULL << 20;
  std::uint64_t package_bytes = 800ULL << 20;
  std::uint64_t ratio = 400;
  std::uint64_t parts = 20000;
};

class Zip {
 public:
  /// Opens an archive; `bytes` must outlive it. Where the directory is missing or broken the entries are found by walking their local
  /// headers, and a remark says so. Nothing found at all: no entries, and one remark "input.unreadable".
  Zip(std::string_view bytes, const ZipLimits& limits);
  Zip(Zip&&) noexcept;
  Zip& operator=(Zip&&) noexcept;
  ~Zip();

  /// Names as stored, in the order of the directory.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// The index of an entry by its exact name, or else by its name without regard to ASCII case (ECMA-376-2 6.2.2.3).
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  /// The inflated bytes of an entry. A wrong checksum or a stream that breaks off gives what was got and a remark "input.damaged";
  /// a limit hit gives nothing and "input.limit", an encrypted entry nothing and "input.encrypted".
  std::optional<Buffer> read(std::size_t index);

  /// What there is to say, in the order it was met.
  [[nodiscard]] const std::vector<Remark>& remarks() const { return remarks_; }

 private:
  struct Archive;
  struct Entry {
    std::uint64_t size = 0;  // inflated; 0 and !size_known where only a data descriptor tells
    std::uint64_t packed = 0;
    std::uint32_t crc = 0;
    std::uint16_t method = 0;
    std::uint64_t offset = 0;  // of the packed bytes; salvaged entries only
    bool size_known = true;
    bool encrypted = false;
  };
  bool open_directory();
  void salvage();
  bool within_limits(const std::string& name, std::uint64_t size, std::uint64_t packed);
  std::optional<std::string> packed_bytes(std::size_t index);
  std::optional<Buffer> unpack(const std::string& name, const Entry& entry, std::string_view packed);
  void remark(const char* rule, std::string message, const std::string& part = {});
  void index_names();

  std::string_view bytes_;
  ZipLimits limits_;
  std::unique_ptr<Archive> archive_;  // none when salvaged
  std::vector<std::string> names_;
  std::vector<Entry> entries_;
  std::vector<std::pair<std::string, std::size_t>> by_folded_name_;
  std::vector<Remark> remarks_;
  std::uint64_t read_bytes_ = 0;
};

}  // namespace dovetail
