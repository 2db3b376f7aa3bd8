// Damaged copies of files, the same sequence on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dovetail::fuzz {

/// What comes out depends on the name, the seeds and how often it was asked, on nothing else: std::mt19937_64 is the same everywhere, and the
/// distributions of <random>, which are not, are left alone.
class Damage {
 public:
  /// `name` begins the sequence; `seeds`, one or more, outlive it.
  Damage(std::string_view name, const std::vector<std::string>& seeds);

  /// A copy of a seed with one to eight faults: bytes changed, put in, taken out, doubled, or taken from another seed. At most 64 KiB.
  std::string next();

 private:
  /// A number below `end`; 0 for 0.
  std::size_t below(std::size_t end);
  void put_fault(std::string& bytes);
  /// A place for a fault: anywhere, or twice as often where something is said ("<", a quotation mark, a digit).
  std::size_t place_in(const std::string& bytes);
  /// A stretch of some seed.
  std::string_view stretch();

  std::mt19937_64 random_;
  const std::vector<std::string>& seeds_;
};

}  // namespace dovetail::fuzz
