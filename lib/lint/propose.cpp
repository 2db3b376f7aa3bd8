// Reading and proposing in one step.
#include "lint/propose.h"

#include "compile/propose.h"
#include "read/readers.h"

namespace dovetail {

std::vector<MappingProposal> propose_mappings(const std::string& file, const std::vector<Mapping>& mappings, const Limits& limits) {
  return propose_mapping(read_file(file, file, FileKind::unknown, limits, nullptr), mappings);
}

std::string describe(const MappingProposal& proposal) {
  const std::string where = proposal.sheet.empty() ? std::string() : "sheet " + proposal.sheet + ": ";
  if (proposal.mapping.empty()) return where + "no mapping fits";
  std::string text = where + proposal.mapping + (proposal.sure >= 0.8 ? ", sure" : proposal.sure >= 0.5 ? ", likely" : ", a guess");
  const auto list = [&](const char* before, const auto& values, const auto& words) {
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "" : ", ") + words(value);
    if (!all.empty()) text += before + all;
  };
  list("; ", proposal.columns, [](const auto& column) { return column.first + " = " + column.second; });
  list("; not used: ", proposal.left_over, [](const std::string& header) { return header; });
  list("; missing: ", proposal.missing, [](const std::string& field) { return field; });
  return text;
}

}  // namespace dovetail
