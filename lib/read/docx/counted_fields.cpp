// Counting fields as Word does where it shows them.
#include "read/docx/counted_fields.h"

#include <algorithm>
#include <vector>

#include "read/docx/number_format.h"
#include "read/docx/properties.h"
#include "text/unicode.h"

namespace dovetail::docx {
namespace {

/// The words of an instruction, those in quotation marks whole.
std::vector<std::string> words_of(std::string_view instruction) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < instruction.size();) {
    if (instruction[at] == ' ' || instruction[at] == '\t') {
      ++at;
      continue;
    }
    const bool quoted = instruction[at] == '"';
    const auto begin = at + (quoted ? 1 : 0);
    const auto end = std::min(quoted ? instruction.find('"', begin) : instruction.find_first_of(" \t", begin), instruction.size());
    words.emplace_back(instruction.substr(begin, end - begin));
    at = end + (quoted ? 1 : 0);
  }
  return words;
}

/// What stands behind a switch ("\l"); empty where it is absent.
std::string behind(const std::vector<std::string>& words, std::string_view name) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (fold(words[i]) == name) return words[i + 1];
  return {};
}

bool says(const std::vector<std::string>& words, std::string_view name) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return fold(word) == name; });
}

/// How a list writes a level: "(" format ")".
struct Shape {
  std::string_view before;
  NumberFormat format;
  std::string_view after;
};

using Shapes = std::array<Shape, 9>;

constexpr Shapes number_default{{{"", NumberFormat::decimal, ")"},
                                 {"", NumberFormat::lower_letter, ")"},
                                 {"", NumberFormat::lower_roman, ")"},
                                 {"(", NumberFormat::decimal, ")"},
                                 {"(", NumberFormat::lower_letter, ")"},
                                 {"(", NumberFormat::lower_roman, ")"},
                                 {"", NumberFormat::decimal, "."},
                                 {"", NumberFormat::lower_letter, "."},
                                 {"", NumberFormat::lower_roman, "."}}};

constexpr Shapes outline_default{{{"", NumberFormat::upper_roman, "."},
                                  {"", NumberFormat::upper_letter, "."},
                                  {"", NumberFormat::decimal, "."},
                                  {"", NumberFormat::lower_letter, ")"},
                                  {"(", NumberFormat::decimal, ")"},
                                  {"(", NumberFormat::lower_letter, ")"},
                                  {"(", NumberFormat::lower_roman, ")"},
                                  {"(", NumberFormat::lower_letter, ")"},
                                  {"(", NumberFormat::lower_roman, ")"}}};

std::string shaped(const Shapes& shapes, std::size_t level, std::int64_t value) {
  const auto& shape = shapes[std::min(level, shapes.size() - 1)];
  return std::string(shape.before) + write_number(value, shape.format, 0) + std::string(shape.after);
}

template <std::size_t size>
std::string legal(const std::array<std::int64_t, size>& values, std::size_t level, std::string_view separator, bool ends_with_it) {
  std::string shown;
  for (std::size_t i = 0; i <= level; ++i) {
    if (i > 0) shown += separator;
    shown += std::to_string(std::max<std::int64_t>(values[i], 1));
  }
  return ends_with_it ? shown.append(separator) : shown;
}

template <std::size_t size>
void count(std::array<std::int64_t, size>& values, std::size_t level) {
  ++values[level];
  std::fill(values.begin() + static_cast<std::ptrdiff_t>(level) + 1, values.end(), 0);
}

}  // namespace

bool is_automatic_number(std::string_view kind) { return kind == "AUTONUM" || kind == "AUTONUMLGL" || kind == "AUTONUMOUT"; }

std::string AutomaticNumbers::next(std::string_view instruction, int outline) {
  const auto words = words_of(instruction);
  const bool is_heading = outline >= 0 && outline < 9;
  if (is_heading) heading_ = outline;
  const auto level = static_cast<std::size_t>(std::clamp(is_heading ? outline : heading_ + 1, 0, 9));
  count(values_, level);
  const auto kind = words.empty() ? std::string() : fold(words.front());
  if (kind == "autonumout") return shaped(outline_default, level, values_[level]);
  const auto separator = behind(words, "\\s").empty() ? std::string(".") : behind(words, "\\s");
  const bool ends_with_it = !says(words, "\\e");
  if (kind == "autonumlgl") return legal(values_, level, separator, ends_with_it);
  return std::to_string(values_[level]) + (ends_with_it ? separator : "");
}

std::optional<std::string> ListNumbers::next(std::string_view instruction) {
  const auto words = words_of(instruction);
  const auto level = integer(behind(words, "\\l"));
  if (!level || *level < 1 || *level > 9) return std::nullopt;
  const auto name = words.size() > 1 && words[1].substr(0, 1) != "\\" ? fold(words[1]) : std::string("numberdefault");
  if (name != "numberdefault" && name != "outlinedefault" && name != "legaldefault") return std::nullopt;
  auto& values = values_[name];
  const auto at = static_cast<std::size_t>(*level - 1);
  count(values, at);
  if (const auto start = integer(behind(words, "\\s")); start && *start >= 0 && *start < 1000000) values[at] = *start;
  if (name == "legaldefault") return legal(values, at, ".", true);
  return shaped(name == "outlinedefault" ? outline_default : number_default, at, values[at]);
}

std::string chosen_entry(const XmlPart& part, pugi::xml_node begin) {
  const auto list = part.child(part.child(begin, Space::word, "ffData"), Space::word, "ddList");
  auto chosen = part.child(list, Space::word, "result");
  if (!chosen) chosen = part.child(list, Space::word, "default");
  auto wanted = chosen ? integer(value_of(part, chosen)).value_or(0) : 0;
  for (const auto entry : list.children())
    if (entry.type() == pugi::node_element && part.is(entry, Space::word, "listEntry") && wanted-- == 0) return valid_utf8(value_of(part, entry));
  return {};
}

}  // namespace dovetail::docx
