// From checked settings to the structs of the model, one function per kind of file.
#pragma once

#include <string>

#include "config/fields.h"
#include "model/mapping.h"
#include "model/marking.h"
#include "model/profile.h"
#include "model/rule.h"
#include "model/vocabulary.h"
#include "text/id_shapes.h"

namespace dovetail {

/// `setting` has passed check_shape for the shape "rule", "profile", "mapping" or "marking". What a shape cannot say is checked here: `id` is what
/// the file's place demands, a message names what its check fills, fields that are named exist.
Result<Rule> load_rule(const Setting& setting, const SettingContext& context, const std::string& id);
Result<Profile> load_profile(const Setting& setting, const SettingContext& context, const std::string& name);
/// Adds what a list of instruments holds to every profile.
void add_instruments(const Setting& setting, const SettingContext& context, std::vector<Profile>& profiles);
Result<Mapping> load_mapping(const Setting& setting, const SettingContext& context, const std::string& name);
/// For the shape "id_shape".
Result<IdShape> load_id_shape(const Setting& setting, const SettingContext& context);
/// For the shape "vocabulary".
Result<Vocabulary> load_vocabulary(const Setting& setting, const SettingContext& context, const std::string& name);
Result<MarkingScheme> load_marking(const Setting& setting, const SettingContext& context, const std::string& name);

}  // namespace dovetail
