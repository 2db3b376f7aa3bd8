// Loads the rules folder: every file in sorted order, each checked against schema.yaml before it is read.
#include <algorithm>
#include <filesystem>

#include "config/config.h"
#include "config/load.h"

namespace dovetail {
namespace {

namespace fs = std::filesystem;

/// The sorted entries of a folder whose names do not begin with a dot.
std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code fault;
  for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault))
    if (!entry->path().filename().string().starts_with('.')) entries.push_back(entry->path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

/// Reads every YAML file of `folder`, checks it against `shape` and hands it to `take`, which may fail.
template <class Take>
Result<void> each_file(const fs::path& folder, const std::string& shape, const Schema& schema, Take take) {
  for (const fs::path& path : entries_of(folder)) {
    const std::string file = path.string();
    if (path.extension() == ".yml") return fail(file + ": files of rules end in .yaml; rename it");
    if (path.extension() != ".yaml") continue;
    const auto setting = read_yaml(file, file);
    if (!setting) return tl::unexpected(setting.error());
    const SettingContext context{schema, file, folder.string() + "/"};
    if (auto checked = check_shape(*setting, schema.shapes.at(shape), context); !checked) return checked;
    if (auto taken = take(*setting, context, path.stem().string()); !taken) return taken;
  }
  return {};
}

bool is_family(const fs::path& path) {
  static const std::vector<std::string> others{"profiles", "mappings", "marking", "terms", "instruments", "ids"};
  return fs::is_directory(path) && std::find(others.begin(), others.end(), path.filename().string()) == others.end();
}

/// Adds a value that may have failed to load.
template <class T>
Result<void> keep(Result<T> loaded, std::vector<T>& into) {
  if (!loaded) return tl::unexpected(loaded.error());
  into.push_back(std::move(*loaded));
  return {};
}

Result<void> load_rules(const fs::path& folder, const Schema& schema, std::vector<Rule>& rules) {
  for (const fs::path& family : entries_of(folder)) {
    if (!is_family(family)) continue;
    auto loaded = each_file(family, "rule", schema, [&](const Setting& setting, const SettingContext& context, const std::string& name) {
      return keep(load_rule(setting, context, family.filename().string() + "." + name), rules);
    });
    if (!loaded) return loaded;
  }
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  return {};
}

Result<void> load_ids(const fs::path& folder, const Schema& schema, std::vector<IdShape>& ids) {
  return each_file(folder / "ids", "ids", schema, [&](const Setting& setting, const SettingContext& context, const std::string&) {
    const Fields fields(setting, schema.shapes.at("ids"));
    for (const Setting& item : fields.items("ids"))
      if (auto kept = keep(load_id_shape(item, context), ids); !kept) return kept;
    return Result<void>();
  });
}

}  // namespace

Result<std::vector<IdShape>> load_ids(const std::string& folder) {
  const auto schema = load_schema(folder);
  if (!schema) return tl::unexpected(schema.error());
  std::vector<IdShape> ids;
  if (auto loaded = load_ids(folder, *schema, ids); !loaded) return tl::unexpected(loaded.error());
  return ids;
}

Result<Catalogue> load_catalogue(const std::string& folder) {
  const auto schema = load_schema(folder);
  if (!schema) return tl::unexpected(schema.error());
  Catalogue catalogue;
  if (auto loaded = load_rules(folder, *schema, catalogue.rules); !loaded) return tl::unexpected(loaded.error());
  auto profiles = each_file(fs::path(folder) / "profiles", "profile", *schema,
                            [&](const Setting& setting, const SettingContext& context, const std::string& name) {
                              return keep(load_profile(setting, context, name), catalogue.profiles);
                            });
  if (!profiles) return tl::unexpected(profiles.error());
  auto instruments = each_file(fs::path(folder) / "instruments", "instruments", *schema,
                               [&](const Setting& setting, const SettingContext& context, const std::string&) {
                                 add_instruments(setting, context, catalogue.profiles);
                                 return Result<void>();
                               });
  if (!instruments) return tl::unexpected(instruments.error());
  auto mappings = each_file(fs::path(folder) / "mappings", "mapping", *schema,
                            [&](const Setting& setting, const SettingContext& context, const std::string& name) {
                              return keep(load_mapping(setting, context, name), catalogue.mappings);
                            });
  if (!mappings) return tl::unexpected(mappings.error());
  if (auto ids = load_ids(folder, *schema, catalogue.ids); !ids) return tl::unexpected(ids.error());
  auto vocabularies = each_file(fs::path(folder) / "terms", "vocabulary", *schema,
                                [&](const Setting& setting, const SettingContext& context, const std::string& name) {
                                  return keep(load_vocabulary(setting, context, name), catalogue.vocabularies);
                                });
  if (!vocabularies) return tl::unexpected(vocabularies.error());
  auto markings = each_file(fs::path(folder) / "marking", "marking", *schema,
                            [&](const Setting& setting, const SettingContext& context, const std::string& name) {
                              return keep(load_marking(setting, context, name), catalogue.markings);
                            });
  if (!markings) return tl::unexpected(markings.error());
  // Files are read in the order of their names, which is not that of the names without endings ("dcusa-schedule.yaml" < "dcusa.yaml").
  const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
  std::sort(catalogue.profiles.begin(), catalogue.profiles.end(), by_name);
  std::sort(catalogue.mappings.begin(), catalogue.mappings.end(), by_name);
  std::sort(catalogue.vocabularies.begin(), catalogue.vocabularies.end(), by_name);
  std::sort(catalogue.markings.begin(), catalogue.markings.end(), by_name);
  return catalogue;
}

}  // namespace dovetail
