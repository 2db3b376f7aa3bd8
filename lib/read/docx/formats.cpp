// Interning of formats; ids follow the order of first use, so they never depend on hashing.
#include "read/docx/formats.h"

#include <functional>

namespace dovetail::docx {
namespace {

void mix(std::size_t& hash, std::uint64_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL, hash ^= hash >> 29; }

}  // namespace

std::size_t Formats::HashKey::operator()(const Key& key) const {
  std::size_t hash = 1;
  mix(hash, key.direct.colour);
  mix(hash, key.direct.shading);
  mix(hash, static_cast<std::uint32_t>(key.direct.style));
  mix(hash, static_cast<std::uint64_t>(static_cast<std::uint8_t>(key.direct.highlight)) |
                static_cast<std::uint64_t>(static_cast<std::uint8_t>(key.direct.underline)) << 8 |
                static_cast<std::uint64_t>(static_cast<std::uint8_t>(key.direct.vertical)) << 16 |
                static_cast<std::uint64_t>(static_cast<std::uint8_t>(key.direct.double_strike)) << 24);
  for (const auto toggle : toggles) mix(hash, static_cast<std::uint8_t>(key.direct.*toggle));
  mix(hash, static_cast<std::uint32_t>(key.paragraph_style));
  mix(hash, static_cast<std::uint32_t>(key.table_style));
  mix(hash, key.shading);
  return hash;
}

std::size_t Formats::HashParagraph::operator()(const ParagraphFormat& format) const {
  std::size_t hash = std::hash<std::string>()(format.style);
  mix(hash, static_cast<std::uint8_t>(format.outline));
  mix(hash, static_cast<std::uint8_t>(format.list_level));
  mix(hash, static_cast<std::uint32_t>(format.list));
  mix(hash, static_cast<std::uint32_t>(format.indent));
  return hash;
}

std::size_t Formats::HashFormat::operator()(const Format& format) const {
  std::size_t hash = std::hash<std::string>()(format.highlight);
  mix(hash, format.colour);
  mix(hash, format.shading);
  mix(hash, static_cast<std::uint64_t>(format.underline) | static_cast<std::uint64_t>(format.vertical) << 8);
  for (const bool one : {format.bold, format.italic, format.strike, format.double_strike, format.hidden, format.capitals}) mix(hash, one ? 2 : 1);
  return hash;
}

Id<Format> Formats::intern(const Format& format) {
  const auto [it, added] = formats_.try_emplace(format);
  if (added) it->second = document_.formats.add(format);
  return it->second;
}

Id<Format> Formats::intern(const RunProperties& direct, std::int32_t paragraph_style, std::int32_t table_style, std::uint32_t shading) {
  const Key key{direct, paragraph_style, table_style, shading};
  if (last_format_ && key == last_) return last_format_;
  const auto [it, added] = by_key_.try_emplace(key);
  if (added) it->second = intern(styles_.format(direct, paragraph_style, table_style, shading));
  last_ = key;
  last_format_ = it->second;
  return last_format_;
}

Id<ParagraphFormat> Formats::intern(const ParagraphFormat& format) {
  const auto [it, added] = paragraphs_.try_emplace(format);
  if (added) it->second = document_.paragraph_formats.add(format);
  return it->second;
}

}  // namespace dovetail::docx
