// Finding the entries of a ZIP archive whose directory is gone, by its local headers (APPNOTE.TXT 4.3.7).
#include <algorithm>

#include "ooxml/inflate.h"
#include "ooxml/zip.h"

namespace dovetail {
namespace {

constexpr std::string_view local_header("PK\3\4", 4);
constexpr std::size_t local_header_size = 30;
constexpr std::uint16_t flag_encrypted = 1;
constexpr std::uint16_t flag_descriptor = 8;
constexpr std::uint32_t in_extra_field = 0xFFFFFFFF;  // ZIP64: the true sizes stand in the extra field

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

}  // namespace

void Zip::salvage() {
  std::size_t at = bytes_.find(local_header);
  while (at != std::string_view::npos && at + local_header_size <= bytes_.size() && names_.size() < limits_.parts) {
    Entry entry;
    const auto flags = number(bytes_, at + 6, 2);
    entry.method = static_cast<std::uint16_t>(number(bytes_, at + 8, 2));
    entry.crc = number(bytes_, at + 14, 4);
    entry.packed = number(bytes_, at + 18, 4);
    entry.size = number(bytes_, at + 22, 4);
    const std::size_t name_size = number(bytes_, at + 26, 2), extra_size = number(bytes_, at + 28, 2);
    entry.offset = at + local_header_size + name_size + extra_size;
    if (entry.offset > bytes_.size()) break;
    entry.encrypted = (flags & flag_encrypted) != 0;
    entry.size_known = (flags & flag_descriptor) == 0 && entry.size != in_extra_field && entry.packed != in_extra_field;
    // Without sizes an entry reaches to the next header; inflating finds its true end.
    const std::size_t next =
        bytes_.find(local_header, entry.size_known ? std::min<std::size_t>(entry.offset + entry.packed, bytes_.size()) : entry.offset);
    if (!entry.size_known || entry.offset + entry.packed > bytes_.size()) entry.packed = std::min(next, bytes_.size()) - entry.offset;
    names_.emplace_back(bytes_.substr(at + local_header_size, name_size));
    entries_.push_back(entry);
    at = next;
  }
  if (names_.empty()) {
    remark("input.unreadable", "not a ZIP package, so not a file of an office program");
  } else {
    remark("input.damaged", "the package's directory is missing or broken; " + std::to_string(names_.size()) + " parts were found without it");
  }
}

}  // namespace dovetail
