// rules/schema.yaml: which keys each kind of file may have. One small checker for all of them, so that what is documented is what is accepted.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/setting.h"
#include "model/catalogue.h"

namespace dovetail {

/// How a key holds its values: one value, a list of them, or a mapping whose keys are free (or words of one set).
enum class Holds : std::uint8_t { one, list, map };

struct SchemaKey {
  std::string name;
  Holds holds = Holds::one;
  std::string type;  // a basic type, a set of words or a shape
  std::string keys;  // holds map: the set of words or the basic type that its keys are of; empty: any text
  bool required = false;
  bool alone = false;  // holds list: one value may stand without the list
  std::string says;    // one sentence
};

/// The keys of one kind of mapping.
struct SchemaShape {
  std::string name;
  std::string called;  // in messages: "a document"
  std::string says;
  std::string shorthand;  // a value that is no mapping stands for this key alone; empty: not allowed
  std::vector<SchemaKey> keys;

  [[nodiscard]] const SchemaKey* key(std::string_view key_name) const;
};

/// A check that rules may name: the settings it takes and the names it fills in messages.
struct SchemaCheck {
  std::string says;
  SchemaShape with;
  std::vector<std::string> fills;
};

struct Schema {
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> words;  // set of words to word and sentence, in file order
  std::map<std::string, SchemaShape> shapes;
  std::map<std::string, SchemaCheck> checks;
};

/// The basic types. path: a file that may be absent. file: one that must be there. rule_name (or family), profile_name, mapping_name, marking_name:
/// those of the catalogue. any: unchecked.
const std::vector<std::string>& basic_types();

/// Loads folder/schema.yaml, itself checked: every type, word set and shape that it names exists.
Result<Schema> load_schema(const std::string& folder);

/// What a file of settings is checked against besides its shape.
struct SettingContext {
  const Schema& schema;
  std::string file;                      // as named in errors
  std::string folder;                    // what paths in it are relative to, with a trailing slash, or empty
  const Catalogue* catalogue = nullptr;  // for names of rules, profiles and mappings; null: any
  // The folders beside its own that paths may lead into, from its own; none: they may lead anywhere.
  std::optional<std::vector<std::string>> outside = std::nullopt;
};

/// Checks `setting` against a shape of the schema. The first fault in reading order of the checks fails, as "FILE:LINE: what is wrong; what to do".
Result<void> check_shape(const Setting& setting, const SchemaShape& shape, const SettingContext& context);

}  // namespace dovetail
