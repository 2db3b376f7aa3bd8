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
        auto map = Tree::object();
        for (const auto& entry : node)
          if (entry.first.IsScalar()) map[entry.first.Scalar()] = convert(entry.second, depth + 1);
        return map;
      }
      case YAML::NodeType::Null:
      case YAML::NodeType::Undefined:
        break;
    }
    return nullptr;
  }

 private:
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
