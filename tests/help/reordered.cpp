// Shuffles the lists of a project file, line by line.
#include "help/reordered.h"

#include <algorithm>
#include <random>
#include <sstream>
#include <vector>

namespace help {
namespace {

void shuffle(std::vector<std::string>& entries, std::uint32_t order) {
  if (order == 0) return std::reverse(entries.begin(), entries.end());
  std::mt19937 chance(order);
  for (std::size_t n = entries.size(); n > 1; --n) std::swap(entries[n - 1], entries[chance() % n]);
}

bool begins_entry(const std::string& line) { return line.starts_with("  - "); }
bool is_aside(const std::string& line) { return line.empty() || line.starts_with("  #"); }

}  // namespace

std::string reordered(const std::string& yaml, std::uint32_t order) {
  std::istringstream lines(yaml);
  std::string out, aside;
  std::vector<std::string> entries;
  bool listing = false;
  const auto end_list = [&] {
    shuffle(entries, order);
    for (const std::string& entry : entries) out += entry;
    out += aside;
    entries.clear();
    aside.clear();
  };
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.front() != ' ' && line.front() != '#') {
      end_list();
      listing = line.starts_with("documents:") || line.starts_with("design:");
      out += line + "\n";
    } else if (!listing) {
      out += line + "\n";
    } else if (is_aside(line)) {
      aside += line + "\n";
    } else if (begins_entry(line)) {
      entries.push_back(aside + line + "\n");
      aside.clear();
    } else if (!entries.empty()) {
      entries.back() += aside + line + "\n";
      aside.clear();
    }
  }
  end_list();
  return out;
}

}  // namespace help
