// Fuzz target: design exports and registers, by the mappings that ship. The first byte chooses the mapping, or that one is chosen by the headers.
#include <nlohmann/json.hpp>

#include "compile/compile.h"
#include "fuzz/promises.h"
#include "fuzz/shipped.h"
#include "fuzz/targets.h"
#include "read/csv.h"
#include "report/dump.h"

namespace dovetail::fuzz {

void mapped(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto& mappings = shipped().mappings;
  const auto choice = static_cast<unsigned char>(bytes.front());
  Document document;
  document.path = "input.csv";
  document.kind = FileKind::csv;
  read_csv(bytes.substr(1), document, small_limits());
  Input input;
  input.path = document.path;
  input.candidates = &mappings;
  if (choice < mappings.size()) input.mapping = &mappings[choice];
  input.role = InputRole::design;
  if (input.mapping != nullptr && choice % 2 == 1) {
    input.role = InputRole::register_file;
    input.register_kind = input.mapping->gives;
  }
  const auto unit = compile(document, input);
  expect(nlohmann::json::accept(dump_json(document, unit, "csv")), "dump is JSON");
}

}  // namespace dovetail::fuzz
