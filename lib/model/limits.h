// How much of an input is read before it is called hostile. Each limit hit is an input.limit finding; what was read stands.
#pragma once

#include <cstdint>
#include <string_view>

namespace dovetail {

struct Limits {
  std::uint64_t file_bytes = 512ULL << 20;     // a code of ten million words zips to less than 100 MB
  std::uint64_t part_bytes = 400ULL << 20;     // one part, inflated: product.md asks for documents of 300 MB XML
  std::uint64_t package_bytes = 800ULL << 20;  // all parts read, inflated: memory budget of 1.5 GiB a file
  std::uint64_t ratio = 400;                   // inflated to deflated, for parts over 1 MiB: real document.xml reach 60
  std::uint64_t parts = 20000;                 // entries of a package: each picture is one
  std::uint64_t xml_depth = 4000;              // nested elements: Word nests tables to some tens
  std::uint64_t html_depth = 512;              // browsers stop there too, and the parser takes time of depth times elements
  std::uint64_t paragraphs = 4000000;          // ten million words have some 400,000
  std::uint64_t cells = 4000000;               // four full columns of a worksheet
  std::uint64_t fields_depth = 64;             // Word itself stops far below
};

/// A limit as a person names it: `dovetail check --limit xml-depth=100`.
struct NamedLimit {
  std::string_view name, says;
  std::uint64_t Limits::*value;
};

inline constexpr NamedLimit named_limits[] = {
    {"file-bytes", "bytes of a file", &Limits::file_bytes},
    {"part-bytes", "bytes of one part of a package, unpacked, or of the text read", &Limits::part_bytes},
    {"package-bytes", "bytes of all parts read, unpacked", &Limits::package_bytes},
    {"ratio", "how many times a part over 1 MiB may be packed", &Limits::ratio},
    {"parts", "parts of a package", &Limits::parts},
    {"xml-depth", "elements nested in XML", &Limits::xml_depth},
    {"html-depth", "elements nested in HTML", &Limits::html_depth},
    {"paragraphs", "paragraphs of a document", &Limits::paragraphs},
    {"cells", "table cells of a document", &Limits::cells},
    {"fields-depth", "fields nested in fields", &Limits::fields_depth},
};

static_assert(sizeof(Limits) == sizeof(named_limits) / sizeof(NamedLimit) * sizeof(std::uint64_t), "a limit has no name on the command line");

}  // namespace dovetail
