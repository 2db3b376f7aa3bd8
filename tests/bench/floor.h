// What any reader of Word documents has to do: the measure that the program's times are held against.
#pragma once

#include <string>
#include <vector>

namespace dovetail::bench {

/// The folder that the environment's DOVETAIL_CORPUS names, or null; `no_corpus` says so.
const char* corpus();
inline constexpr const char* no_corpus = "DOVETAIL_CORPUS names no folder of .docx files";

/// The bytes of all .docx files in and below a folder, in the order of their paths.
std::vector<std::string> packages_of(const char* folder);

/// Inflates every part of a package by libdeflate into a buffer of its size and parses it in place by pugixml, and nothing else; the bytes of its
/// parts.
std::size_t inflate_and_parse(const std::string& package);

}  // namespace dovetail::bench
