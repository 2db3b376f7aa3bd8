// One marking scheme: a file of rules/marking.
#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "config/load.h"
#include "config/marking_file.h"

namespace dovetail {
namespace {

constexpr std::array<std::string_view, 8> hues{"red", "orange", "yellow", "green", "blue", "purple", "grey", "black"};

MarkMeaning meaning_named(const std::string& word) {
  if (word == "deleted") return MarkMeaning::deleted;
  if (word == "status") return MarkMeaning::status;
  if (word == "topic") return MarkMeaning::topic;
  return word == "note" ? MarkMeaning::note : MarkMeaning::inserted;
}

std::optional<Underline> underline_named(const std::string& word) {
  if (word == "none") return Underline::none;
  if (word == "double") return Underline::twice;
  if (word == "any") return Underline::other;  // stands for every line
  return word == "single" ? std::optional(Underline::single) : std::nullopt;
}

std::optional<MarkColour> colour_named(const std::string& word) {
  if (word == "any") return MarkColour{};
  if (std::find(hues.begin(), hues.end(), word) != hues.end()) return MarkColour{MarkColour::Kind::hue, word, 0};
  MarkColour exact{MarkColour::Kind::exact, {}, 0};
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), exact.value, 16);
  if (word.size() != 6 || fault != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return exact;
}

/// Reads a colour key; a fault is kept in `fault`.
std::optional<MarkColour> colour_of(const Fields& fields, const char* key, const SettingContext& context, std::optional<Error>& fault) {
  const Setting* value = fields.find(key);
  if (!value) return std::nullopt;
  auto colour = colour_named(value->text);
  if (!colour)
    fault = error_at(context.file, value->line,
                     "\"" + std::string(key) + "\" is no colour: \"" + value->text +
                         "\"; write any, red, orange, yellow, green, blue, purple, grey, " + "black or six hex digits");
  return colour;
}

Result<ManualMark> mark_of(const Setting& item, const SettingContext& context) {
  const Fields fields(item, context.schema.shapes.at("mark"));
  ManualMark mark;
  std::optional<Error> fault;
  mark.means = meaning_named(fields.text("means"));
  mark.colour = colour_of(fields, "colour", context, fault);
  mark.highlight = colour_of(fields, "highlight", context, fault);
  mark.shading = colour_of(fields, "shading", context, fault);
  mark.underline = underline_named(fields.text("underline"));
  if (fields.find("strike")) mark.strike = fields.flag("strike");
  mark.brackets = fields.flag("brackets");
  mark.says = fields.text("says");
  if (fault) return tl::unexpected(*fault);
  if (!mark.colour && !mark.highlight && !mark.shading && !mark.underline && !mark.strike && !mark.brackets)
    return tl::unexpected(
        error_at(context.file, item.line, "a mark needs a look; give it a colour, highlight, shading, underline, strike or brackets"));
  return mark;
}

}  // namespace

Result<MarkingScheme> load_marking(const Setting& setting, const SettingContext& context, const std::string& name) {
  const Fields fields(setting, context.schema.shapes.at("marking"));
  MarkingScheme scheme;
  scheme.name = name;
  scheme.title = fields.text("title");
  scheme.mixed = fields.flag("mixed");
  if (fields.find("deletions_shown")) scheme.deletions_shown = fields.flag("deletions_shown");
  scheme.authors = fields.texts("authors");
  scheme.change_ids = fields.texts("change_ids");
  for (const Setting& item : fields.items("marks")) {
    auto mark = mark_of(item, context);
    if (!mark) return tl::unexpected(mark.error());
    scheme.marks.push_back(std::move(*mark));
  }
  return scheme;
}

Result<MarkingScheme> load_marking_file(const std::string& file, const std::string& rules_folder, const std::string& name) {
  const auto schema = load_schema(rules_folder);
  if (!schema) return tl::unexpected(schema.error());
  const auto setting = read_yaml(file, file);
  if (!setting) return tl::unexpected(setting.error());
  const auto slash = file.find_last_of('/');
  const SettingContext context{*schema, file, slash == std::string::npos ? std::string() : file.substr(0, slash + 1)};
  if (auto checked = check_shape(*setting, schema->shapes.at("marking"), context); !checked) return tl::unexpected(checked.error());
  return load_marking(*setting, context, name);
}

}  // namespace dovetail
