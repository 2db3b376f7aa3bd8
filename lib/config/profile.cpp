// One profile file.
#include "config/load.h"

namespace dovetail {
namespace {

std::vector<Division> divisions_of(const Fields& fields, const Schema& schema) {
  std::vector<Division> divisions;
  for (const Setting& item : fields.items("divisions")) {
    const Fields division(item, schema.shapes.at("division"));
    divisions.push_back(
        {division.text("keyword"), division.text("number"), division.flag("restarts"), division.flag("bare"), division.flag("prefixes")});
  }
  return divisions;
}

std::vector<Keyword> keywords_of(const Fields& fields, const Schema& schema) {
  std::vector<Keyword> keywords;
  for (const SettingEntry& entry : fields.entries("keywords")) {
    const Fields keyword(entry.value, schema.shapes.at("keyword"));
    keywords.push_back({entry.key, keyword.texts("at")});
  }
  return keywords;
}

}  // namespace

Result<Profile> load_profile(const Setting& setting, const SettingContext& context, const std::string& name) {
  const Fields fields(setting, context.schema.shapes.at("profile"));
  Profile profile;
  profile.name = name;
  profile.title = fields.text("title");
  profile.ids = fields.texts("ids");
  profile.titles = fields.texts("titles");
  profile.divisions = divisions_of(fields, context.schema);
  profile.keywords = keywords_of(fields, context.schema);
  profile.letters = fields.texts("letters");
  profile.headings = fields.texts("headings");
  profile.numbers = fields.text("numbers");
  profile.numbers_in_divisions = fields.text("numbers_in_divisions");
  profile.statements = fields.flag("statements");
  profile.glossary = fields.flag("glossary");
  profile.definitions_outer_roman = fields.flag("definitions_outer_roman");
  profile.imports = fields.texts("imports");
  if (fields.find("scope_of_terms")) profile.scope_of_terms = fields.text("scope_of_terms");
  return profile;
}

void add_instruments(const Setting& setting, const SettingContext& context, std::vector<Profile>& profiles) {
  const Fields fields(setting, context.schema.shapes.at("instruments"));
  const auto heads = fields.texts("heads"), names = fields.texts("names");
  for (Profile& profile : profiles) {
    profile.instrument_heads.insert(profile.instrument_heads.end(), heads.begin(), heads.end());
    profile.instrument_names.insert(profile.instrument_names.end(), names.begin(), names.end());
  }
}

}  // namespace dovetail
