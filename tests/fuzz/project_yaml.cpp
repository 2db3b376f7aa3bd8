// Fuzz target: YAML of project files, rules, profiles and mappings, and the shape of a project file.
#include "config/schema.h"
#include "config/setting.h"
#include "fuzz/promises.h"
#include "fuzz/targets.h"

namespace dovetail::fuzz {
namespace {

const Schema& schema() {
  static const Result<Schema> one = load_schema(DOVETAIL_SOURCE "/rules");
  expect(one.has_value(), "rules/schema.yaml loads");
  return *one;
}

}  // namespace

void project_yaml(std::string_view bytes) {
  const auto setting = parse_yaml("dovetail.yaml", bytes);
  if (!setting) return expect(setting.error().message.rfind("dovetail.yaml:", 0) == 0, "an error names the file and the line");
  for (const auto& [name, shape] : schema().shapes) {
    const auto checked = check_shape(*setting, shape, {schema(), "dovetail.yaml", "", nullptr});
    if (!checked) expect(checked.error().message.rfind("dovetail.yaml:", 0) == 0, "an error names the file and the line");
  }
}

}  // namespace dovetail::fuzz
