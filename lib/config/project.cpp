// dovetail.yaml. The shape is checked first, so that here every value is what its key promises.
#include <charconv>

#include "config/config.h"
#include "config/load.h"

namespace dovetail {
namespace {

DocumentRole role_named(const std::string& word) {
  if (word == "live") return DocumentRole::live;
  if (word == "register") return DocumentRole::registered;
  if (word == "retired") return DocumentRole::retired;
  return DocumentRole::draft;
}

/// 0.95 of "95%", which has been checked.
double share_in(const std::string& percent) {
  double value = 0;
  std::from_chars(percent.data(), percent.data() + percent.size(), value);
  return value / 100;
}

class ProjectLoader {
 public:
  ProjectLoader(const Setting& setting, const SettingContext& context) : context_(context), fields_(setting, shape("project")) {}

  Result<Project> load() {
    read_project();
    read_codes();
    for (const Setting& item : fields_.items("documents"))
      if (auto read = read_document(item); !read) return tl::unexpected(read.error());
    for (const Setting& item : fields_.items("design"))
      if (auto read = read_design(item); !read) return tl::unexpected(read.error());
    for (const SettingEntry& entry : fields_.entries("registers")) project_.registers[entry.key] = entry.value.text;
    read_protections();
    read_expectations();
    read_rules();
    read_waivers();
    for (const Setting& item : fields_.items("ids")) {
      auto shape = load_id_shape(item, context_);
      if (!shape) return tl::unexpected(shape.error());
      project_.ids.push_back(std::move(*shape));
    }
    for (const std::string& file : project_.terms)
      if (auto read = read_vocabulary(file); !read) return tl::unexpected(read.error());
    return std::move(project_);
  }

 private:
  const SettingContext& context_;
  Fields fields_;
  Project project_;

  [[nodiscard]] const SchemaShape& shape(const std::string& name) const { return context_.schema.shapes.at(name); }
  [[nodiscard]] tl::unexpected<Error> fault(int line, const std::string& what) const { return tl::unexpected(error_at(context_.file, line, what)); }

  void read_project() {
    project_.file = context_.file;
    project_.folder = context_.folder;
    project_.name = fields_.text("project");
    project_.release = fields_.text("release");
    project_.releases = fields_.texts("releases");
    project_.as_of = fields_.text("as_of");
    if (fields_.find("stage")) project_.stage = fields_.text("stage");
    if (fields_.find("marking")) project_.marking = fields_.text("marking");
    project_.roles = fields_.text("roles");
    project_.terms = fields_.texts("terms");
    project_.known = fields_.text("known");
  }

  void read_codes() {
    for (const Setting& item : fields_.items("codes")) {
      const Fields code(item, shape("code"));
      project_.codes.push_back({code.text("id"), code.text("name"), code.texts("aliases")});
    }
  }

  Result<void> read_document(const Setting& item) {
    const Fields fields(item, shape("document"));
    DocumentEntry entry;
    entry.line = item.line;
    entry.path = fields.text("path");
    entry.id = fields.text("id");
    entry.code = fields.text("code");
    entry.profile = fields.text("profile");
    entry.title = fields.text("title");
    entry.baseline = fields.text("baseline");
    entry.live = fields.text("live");
    entry.topic = fields.text("topic");
    entry.version = fields.text("version");
    entry.date = fields.text("date");
    entry.release = fields.text("release");
    entry.twin = fields.text("twin");
    entry.glossary = fields.text("glossary");
    entry.stage = fields.text("stage");
    entry.marking = fields.text("marking");
    entry.aliases = fields.texts("aliases");
    entry.changes = fields.texts("changes");
    entry.change_ids = fields.texts("change_ids");
    entry.in_flight = fields.texts("in_flight");
    entry.lead = fields.flag("lead");
    entry.role = role_named(fields.text("role"));
    for (const Setting& past : fields.items("history")) {
      const Fields version(past, shape("history"));
      entry.history.push_back({version.text("version"), version.text("path"), version.text("status")});
    }
    const bool is_read = entry.role == DocumentRole::draft || entry.role == DocumentRole::live;
    if (is_read && entry.path.empty()) return fault(item.line, "a document needs \"path\", unless its role is register or retired; add it");
    if (!is_read && entry.id.empty()) return fault(item.line, "a document that is not read needs \"id\"; add it");
    project_.documents.push_back(std::move(entry));
    return {};
  }

  Result<void> read_design(const Setting& item) {
    const Fields fields(item, shape("design"));
    DesignEntry entry;
    entry.line = item.line;
    entry.path = fields.text("path");
    entry.artefact = fields.text("artefact");
    entry.sheet = fields.text("sheet");
    entry.version = fields.text("version");
    entry.release = fields.text("release");
    entry.baseline = fields.text("baseline");
    const Setting* mapping = fields.find("mapping");
    if (mapping && mapping->kind == Setting::Kind::text) entry.mapping = mapping->text;
    if (mapping && mapping->kind == Setting::Kind::map) {
      auto written = load_mapping(*mapping, context_, context_.file + ":" + std::to_string(mapping->line));
      if (!written) return tl::unexpected(written.error());
      entry.written_here = std::move(*written);
    }
    project_.design.push_back(std::move(entry));
    return {};
  }

  Result<void> read_vocabulary(const std::string& path) {
    const std::string file = path.starts_with('/') ? path : context_.folder + path;
    const auto setting = read_yaml(file, file);
    if (!setting) return tl::unexpected(setting.error());
    const SettingContext context{context_.schema, file, context_.folder, context_.catalogue};
    if (auto checked = check_shape(*setting, shape("vocabulary"), context); !checked) return checked;
    auto loaded = load_vocabulary(*setting, context, path);
    if (!loaded) return tl::unexpected(loaded.error());
    project_.vocabularies.push_back(std::move(*loaded));
    return {};
  }

  void read_protections() {
    for (const Setting& item : fields_.items("protected")) {
      const Fields fields(item, shape("protection"));
      project_.protections.push_back({fields.text("document"), fields.text("until"), fields.text("reason"), fields.texts("labels")});
    }
  }

  void read_expectations() {
    for (const SettingEntry& entry : fields_.entries("expect")) {
      const Fields fields(entry.value, shape("expectation"));
      Expectation expectation{entry.key, {}, fields.texts("codes"), fields.texts("or"), fields.texts("topics")};
      if (fields.find("min")) expectation.minimums.push_back({"", share_in(fields.text("min"))});
      for (const SettingEntry& one : fields.entries("by_obligation")) expectation.minimums.push_back({one.key, share_in(one.value.text)});
      if (expectation.minimums.empty()) expectation.minimums.emplace_back();
      project_.expectations.push_back(std::move(expectation));
    }
  }

  void read_rules() {
    for (const SettingEntry& entry : fields_.entries("rules")) {
      const Fields fields(entry.value, shape("rule_setting"));
      const std::string severity = fields.text("severity");
      project_.rules.push_back({entry.key, severity_named(severity), severity == "off"});
    }
  }

  void read_waivers() {
    for (const Setting& item : fields_.items("waivers")) {
      const Fields fields(item, shape("waiver"));
      Waiver waiver;
      waiver.line = item.line;
      waiver.rule = fields.text("rule");
      waiver.document = fields.text("document");
      waiver.label = fields.text("label");
      waiver.atom = fields.text("atom");
      waiver.reason = fields.text("reason");
      waiver.owner = fields.text("owner");
      waiver.until = fields.text("until");
      waiver.fingerprint = fields.text("fingerprint");
      project_.waivers.push_back(std::move(waiver));
    }
  }
};

}  // namespace

Result<Project> load_project(const std::string& file, const std::string& rules_folder, const Catalogue& catalogue) {
  const auto schema = load_schema(rules_folder);
  if (!schema) return tl::unexpected(schema.error());
  const auto setting = read_yaml(file, file);
  if (!setting) return tl::unexpected(setting.error());
  const std::size_t slash = file.find_last_of('/');
  std::vector<std::string> outside;
  if (const auto* said = setting->find("outside"))
    for (const auto& folder : said->items) outside.push_back(folder.text);
  const SettingContext context{*schema, file, slash == std::string::npos ? "" : file.substr(0, slash + 1), &catalogue, outside};
  if (auto checked = check_shape(*setting, schema->shapes.at("project"), context); !checked) return tl::unexpected(checked.error());
  return ProjectLoader(*setting, context).load();
}

}  // namespace dovetail
