// One mapping: a file of rules/mappings, or written in a project file.
#include <algorithm>

#include "config/load.h"
#include "config/nearest.h"

namespace dovetail {

Result<Mapping> load_mapping(const Setting& setting, const SettingContext& context, const std::string& name) {
  const Fields fields(setting, context.schema.shapes.at("mapping"));
  Mapping mapping;
  mapping.name = name;
  mapping.title = fields.text("title");
  mapping.gives = fields.text("gives");
  mapping.id = fields.text("id");
  mapping.text = fields.text("text");
  mapping.parent = fields.text("parent");
  mapping.sheets = fields.texts("sheets");
  mapping.elements = fields.texts("elements");
  std::vector<std::string> names;
  for (const SettingEntry& entry : fields.entries("fields")) {
    const Fields field(entry.value, context.schema.shapes.at("field"));
    MappedField mapped{entry.key, field.texts("columns"), field.flag("required"), field.flag("many"), field.find("as") ? field.text("as") : "text"};
    mapped.columns.insert(mapped.columns.begin(), entry.key);
    mapping.fields.push_back(std::move(mapped));
    names.push_back(entry.key);
  }
  for (const char* key : {"id", "text", "parent"}) {
    const Setting* named = fields.find(key);
    if (!named || std::find(names.begin(), names.end(), named->text) != names.end()) continue;
    const std::string near = nearest_word(named->text, names);
    return tl::unexpected(error_at(context.file, named->line,
                                   "\"" + std::string(key) + "\" names the field \"" + named->text + "\", which is not among the fields; " +
                                       (near.empty() ? "add it to them" : "did you mean \"" + near + "\"?")));
  }
  return mapping;
}

}  // namespace dovetail
