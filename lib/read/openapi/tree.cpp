// A YAML or JSON file as one tree.
#include "read/openapi/tree.h"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <cmath>

namespace dovetail::openapi {
namespace {

struct TooLarge {};

/// YAML nodes to JSON values; aliases are written out within a budget.
class Converter {
 public:
  explicit Converter(const Limits& limits) : values_left_(limits.cells), depth_(limits.html_depth) {}

  Tree convert(const YAML::Node& node, std::uint64_t depth = 0) {
    if (values_left_-- == 0 || depth > depth_) throw TooLarge{};
    switch (node.Type()) {
      case YAML::NodeType::Scalar:
        return scalar(node);
      case YAML::NodeType::Sequence: {
        auto list = Tree::array();
        for (const auto& item : node) list.push_back(convert(item, depth + 1));
        return list;
      }
      case YAML::NodeType::Map: {
        return convert_map(node, depth);
      }
      case YAML::NodeType::Null:
      case YAML::NodeType::Undefined:
        break;
    }
    return nullptr;
  }

 private:
  Tree convert_map(const YAML::Node& node, std::uint64_t depth) {
    auto map = Tree::object();
    std::vector<Tree> merged;
    for (const auto& entry : node) {
      if (!entry.first.IsScalar()) continue;
      auto value = convert(entry.second, depth + 1);
      if (entry.first.Scalar() == "<<" && entry.first.Tag() != "!" && value.is_structured())
        merged.push_back(std::move(value));
      else
        map[entry.first.Scalar()] = std::move(value);
    }
    for (const Tree& from : merged) merge(from, map);
    return map;
  }

  /// "<<: *other": the keys of another map, or of several, where the map has not its own (YAML 1.1, type merge).
  static void merge(const Tree& from, Tree& map) {
    if (from.is_array()) {
      for (const Tree& one : from)
        if (one.is_object()) merge(one, map);
      return;
    }
    for (const auto& [key, value] : from.items())
      if (!map.contains(key)) map[key] = value;
  }

  /// "011" unquoted is meant as written, as versions and codes are.
  static bool has_leading_zero(const std::string& text) {
    return text.size() > 1 && text[0] == '0' && text.find_first_not_of("0123456789") == std::string::npos;
  }

  template <class Number>
  static std::optional<Number> number(const std::string& text) {
    Number value{};
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    return result.ec == std::errc() && result.ptr == end ? std::optional(value) : std::nullopt;
  }

  static Tree scalar(const YAML::Node& node) {
    const auto& text = node.Scalar();
    if (node.Tag() == "!") return text;  // quoted
    if (text == "~" || text == "null" || text == "Null" || text == "NULL" || text.empty()) return nullptr;
    if (text == "true" || text == "True" || text == "TRUE") return true;
    if (text == "false" || text == "False" || text == "FALSE") return false;
    if (has_leading_zero(text)) return text;
    if (const auto whole = number<std::int64_t>(text)) return *whole;
    if (text.find_first_not_of("+-.0123456789eE") == std::string::npos)
      if (const auto real = number<double>(text)) return *real;
    return text;
  }

  std::uint64_t values_left_, depth_;
};

}  // namespace

TreeOrProblem read_tree(std::string_view bytes, const Limits& limits) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[')) {
    auto tree = Tree::parse(bytes, nullptr, false);
    if (!tree.is_discarded()) return {std::move(tree), {}, {}};
  }
  try {
    return {Converter(limits).convert(YAML::Load(std::string(bytes))), {}, {}};
  } catch (const TooLarge&) {
    return {std::nullopt, "input.limit", "aliases or nesting make the file larger than is read (" + std::to_string(limits.cells) + " values)"};
  } catch (const YAML::Exception& problem) {
    return {std::nullopt, "input.unreadable", "this is neither JSON nor YAML: line " + std::to_string(problem.mark.line + 1) + ", " + problem.msg};
  }
}

}  // namespace dovetail::openapi
