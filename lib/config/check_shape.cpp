// Checks settings against a shape, and words every fault for the person who wrote the file.
#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/ascii.h"
#include "config/nearest.h"
#include "config/schema.h"
#include "text/pattern.h"

namespace dovetail {
namespace {

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

/// What to do about a word that is none of `words`.
std::string remedy_for(std::string_view typed, const std::vector<std::string>& words) {
  const std::string near = nearest_word(typed, words);
  return near.empty() ? "write one of " + joined(words) : "did you mean " + in_quotes(near) + "?";
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  int parts[3] = {0, 0, 0};
  const std::pair<std::size_t, std::size_t> places[3] = {{0, 4}, {5, 2}, {8, 2}};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string_view part = text.substr(places[i].first, places[i].second);
    if (!std::all_of(part.begin(), part.end(), is_digit)) return false;
    std::from_chars(part.data(), part.data() + part.size(), parts[i]);
  }
  const auto [year, month, day] = std::tuple(parts[0], parts[1], parts[2]);
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false;
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_percent(std::string_view text) {
  if (!text.ends_with('%')) return false;
  const auto value = number_in(text.substr(0, text.size() - 1));
  return value && *value >= 0 && *value <= 100;
}

/// One pass over one file; every function returns what is wrong, or an empty string, without the place.
class Checker {
 public:
  explicit Checker(const SettingContext& context) : context_(context) {}

  Result<void> shape(const Setting& setting, const SchemaShape& shape) const {
    if (setting.kind != Setting::Kind::map) {
      if (!shape.shorthand.empty() && setting.kind != Setting::Kind::nothing) return value(setting, *shape.key(shape.shorthand));
      return fault(setting.line, shape.called + " must be a mapping of keys to values, not " + std::string(name_of(setting.kind)) + "; " +
                                     "write \"" + (shape.keys.empty() ? "key" : shape.keys.front().name) + ": …\"");
    }
    for (const SettingEntry& entry : setting.entries) {
      const SchemaKey* key = shape.key(entry.key);
      if (!key) return unknown_key(entry, shape);
      if (auto checked = value(entry.value, *key); !checked) return checked;
    }
    for (const SchemaKey& key : shape.keys)
      if (key.required && !setting.find(key.name)) return fault(setting.line, shape.called + " needs " + in_quotes(key.name) + "; add it");
    return {};
  }

 private:
  const SettingContext& context_;

  [[nodiscard]] tl::unexpected<Error> fault(int line, const std::string& what) const { return tl::unexpected(error_at(context_.file, line, what)); }

  [[nodiscard]] tl::unexpected<Error> unknown_key(const SettingEntry& entry, const SchemaShape& shape) const {
    std::vector<std::string> known;
    for (const SchemaKey& key : shape.keys) known.push_back(key.name);
    const std::string near = nearest_word(entry.key, known);
    const std::string remedy = !near.empty()   ? "did you mean " + in_quotes(near) + "?"
                               : known.empty() ? "it takes none, remove it"
                                               : "it may have " + joined(known);
    return fault(entry.line, "unknown key " + in_quotes(entry.key) + " in " + shape.called + "; " + remedy);
  }

  Result<void> value(const Setting& setting, const SchemaKey& key) const {
    if (setting.kind == Setting::Kind::nothing) return fault(setting.line, in_quotes(key.name) + " has no value; give it one or leave the key out");
    switch (key.holds) {
      case Holds::one:
        return one(setting, key.type, key.name);
      case Holds::list:
        return list(setting, key);
      case Holds::map:
        return map(setting, key);
    }
    return {};
  }

  Result<void> list(const Setting& setting, const SchemaKey& key) const {
    if (key.alone && setting.kind == Setting::Kind::text) return one(setting, key.type, key.name);
    if (setting.kind != Setting::Kind::list)
      return fault(setting.line,
                   in_quotes(key.name) + " must be a list, not " + std::string(name_of(setting.kind)) +
                       (setting.kind == Setting::Kind::text ? "; write [" + setting.text + "]" : "; put \"- \" before each of its items"));
    for (const Setting& item : setting.items)
      if (auto checked = one(item, key.type, key.name); !checked) return checked;
    return {};
  }

  Result<void> map(const Setting& setting, const SchemaKey& key) const {
    if (setting.kind != Setting::Kind::map)
      return fault(setting.line,
                   in_quotes(key.name) + " must be a mapping of names to values, not " + std::string(name_of(setting.kind)) + "; write \"name: …\"");
    for (const SettingEntry& entry : setting.entries) {
      if (!key.keys.empty()) {
        Setting name;
        name.kind = Setting::Kind::text;
        name.text = entry.key;
        name.line = entry.line;
        if (auto checked = one(name, key.keys, key.name); !checked) return checked;
      }
      if (entry.value.kind == Setting::Kind::nothing)
        return fault(entry.value.line, in_quotes(entry.key) + " has no value; give it one or leave the key out");
      if (auto checked = one(entry.value, key.type, entry.key); !checked) return checked;
    }
    return {};
  }

  Result<void> one(const Setting& setting, const std::string& type, const std::string& name) const {
    if (const auto known = context_.schema.shapes.find(type); known != context_.schema.shapes.end()) return shape(setting, known->second);
    if (type == "any") return {};
    if (setting.kind != Setting::Kind::text)
      return fault(setting.line, in_quotes(name) + " must be " + wanted(type) + ", not " + std::string(name_of(setting.kind)) + "; write one value");
    if (setting.text.empty()) return fault(setting.line, in_quotes(name) + " is empty; give it a value or leave the key out");
    const std::string wrong = scalar(setting.text, type, name);
    return wrong.empty() ? Result<void>() : fault(setting.line, wrong);
  }

  static std::string wanted(const std::string& type) {
    if (type == "number" || type == "date") return "a " + type;
    if (type == "percent") return "a percentage";
    if (type == "flag") return "true or false";
    if (type == "path" || type == "file") return "the path of a file";
    return "text";
  }

  [[nodiscard]] std::string scalar(const std::string& text, const std::string& type, const std::string& name) const {
    if (const auto set = context_.schema.words.find(type); set != context_.schema.words.end()) {
      std::vector<std::string> words;
      for (const auto& [word, says] : set->second) words.push_back(word);
      return std::find(words.begin(), words.end(), text) != words.end()
                 ? ""
                 : in_quotes(name) + " cannot be " + in_quotes(text) + "; " + remedy_for(text, words);
    }
    if (type == "number") return number_in(text) ? "" : in_quotes(name) + " must be a number, not " + in_quotes(text) + "; write digits";
    if (type == "percent")
      return is_percent(text) ? "" : in_quotes(name) + " must be a percentage from 0% to 100%, not " + in_quotes(text) + "; write for example 95%";
    if (type == "flag")
      return text == "true" || text == "false" ? "" : in_quotes(name) + " must be true or false, not " + in_quotes(text) + "; write one of them";
    if (type == "date") return is_date(text) ? "" : in_quotes(name) + " is no possible date: " + in_quotes(text) + "; write a real day as YYYY-MM-DD";
    if (type == "path" || type == "file") return path(text, type == "file", name);
    if (type == "pattern") return pattern(text, name);
    return catalogue_name(text, type, name);
  }

  [[nodiscard]] std::string path(const std::string& text, bool must_exist, const std::string& name) const {
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
      return in_quotes(name) + " holds a line break or a control character; write the path on one line";
    if (!stays_inside(text))
      return in_quotes(name) + " leads out of the project's folder to " + text + "; move the file, or say so with 'outside: [FOLDER]' in this file";
    if (!must_exist) return "";
    std::error_code ignored;
    const std::string file = text.front() == '/' ? text : context_.folder + text;
    if (std::filesystem::is_directory(file, ignored)) return in_quotes(name) + " names " + text + ", which is a folder; name a file in it";
    return std::filesystem::exists(file, ignored)
               ? ""
               : in_quotes(name) + " names " + text + ", and there is no such file; correct the path or leave the key out";
  }

  /// Links are followed: what counts is where the file is.
  [[nodiscard]] bool stays_inside(const std::string& text) const {
    if (!context_.outside) return true;
    namespace fs = std::filesystem;
    std::error_code ignored;
    const auto place = [&](const std::string& path) { return fs::weakly_canonical(fs::absolute(path.empty() ? "." : path, ignored), ignored); };
    const auto within = [&](const std::string& path) { return path.starts_with('/') ? path : context_.folder + path; };
    const auto file = place(within(text));
    const auto holds = [&](const std::string& folder) {
      const auto way = file.lexically_relative(place(folder));
      return !way.empty() && *way.begin() != "..";
    };
    return holds(context_.folder) ||
           std::any_of(context_.outside->begin(), context_.outside->end(), [&](const auto& folder) { return holds(within(folder)); });
  }

  static std::string pattern(const std::string& text, const std::string& name) {
    const auto compiled = Pattern::check(text);
    return compiled ? "" : in_quotes(name) + " is a " + compiled.error().message + "; correct it (RE2 syntax, no back references or look-around)";
  }

  [[nodiscard]] std::string catalogue_name(const std::string& text, const std::string& type, const std::string& name) const {
    if (!context_.catalogue) return "";
    std::vector<std::string> known;
    if (type == "rule_name")
      for (const Rule& rule : context_.catalogue->rules) {
        known.push_back(rule.id);
        if (std::find(known.begin(), known.end(), rule.family()) == known.end()) known.push_back(rule.family());
      }
    else if (type == "profile_name")
      for (const Profile& profile : context_.catalogue->profiles) known.push_back(profile.name);
    else if (type == "mapping_name")
      for (const Mapping& mapping : context_.catalogue->mappings) known.push_back(mapping.name);
    else if (type == "marking_name" && text.ends_with(".yaml"))
      return "";  // a scheme of the project's own: whoever reads it says what is wrong with it
    else if (type == "marking_name")
      for (const MarkingScheme& scheme : context_.catalogue->markings) known.push_back(scheme.name);
    else
      return "";
    if (std::find(known.begin(), known.end(), text) != known.end()) return "";
    const std::string kind = type == "rule_name"      ? "rule or family"
                             : type == "profile_name" ? "profile"
                             : type == "marking_name" ? "marking scheme"
                                                      : "mapping";
    const std::string near = nearest_word(text, known);
    if (!near.empty()) return in_quotes(name) + ": there is no " + kind + " " + in_quotes(text) + "; did you mean " + in_quotes(near) + "?";
    return in_quotes(name) + ": there is no " + kind + " " + in_quotes(text) + "; " +
           (type == "rule_name" ? "dovetail rules lists them all" : "write one of " + joined(known));
  }
};

}  // namespace

Result<void> check_shape(const Setting& setting, const SchemaShape& shape, const SettingContext& context) {
  return Checker(context).shape(setting, shape);
}

}  // namespace dovetail
