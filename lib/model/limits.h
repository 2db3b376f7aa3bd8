// How much of an input is read before it is called hostile. Each limit hit is an input.limit finding; what was read stands.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dovetail {

struct Limits {
  std::uint64_t file_bytes = 512ULL << 20;      // a code of ten million words zips to less than 100 MB
  std::uint64_t part_bytes = 400ULL << 20;      // one part, inflated: product.md asks for documents of 300 MB XML
  std::uint64_t package_bytes = 800ULL << 20;   // all parts read, inflated: memory budget of 1.5 GiB a file
  std::uint64_t ratio = 400;                    // inflated to deflated, for parts over 1 MiB: real document.xml reach 60
  std::uint32_t parts = 20000;                  // entries of a package: each picture is one
  std::uint32_t xml_depth = 4000;               // nested elements: Word nests tables to some tens
  std::uint32_t paragraphs = 4000000;
  std::uint32_t cells = 4000000;
  std::uint32_t fields_depth = 64;              // Word itself stops far below
};

}  // namespace dovetail
