// Packages: where a part's relationships stand, and what their targets mean (ECMA-376-2 clauses 6 and 9).
#include "ooxml/package.h"

namespace dovetail {
namespace {

std::string relationships_part(std::string_view part) {
  const auto slash = part.rfind('/');
  const auto folder = slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
  const auto file = slash == std::string_view::npos ? part : part.substr(slash + 1);
  return std::string(folder) + "_rels/" + std::string(file) + ".rels";
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 && hexadecimal(text[i + 2]) >= 0) {
      result += static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace

std::optional<Buffer> Package::read(std::string_view part) {
  const auto index = zip_.find(part);
  if (!index) return std::nullopt;
  return zip_.read(*index);
}

std::unique_ptr<XmlPart> Package::parse(std::string_view part, bool all_space, const Unused* unused) {
  auto bytes = read(part);
  if (!bytes) return nullptr;
  if (unused != nullptr) blank_unused(*bytes, *unused);
  auto xml = std::make_unique<XmlPart>(std::move(*bytes), all_space);
  if (!xml->damage().empty())
    remarks_.push_back({"input.damaged", std::string(part) + " is not well-formed XML: " + xml->damage(), std::string(part)});
  return xml;
}

std::vector<Relationship> Package::relationships(std::string_view part) {
  std::vector<Relationship> result;
  const std::string name = relationships_part(part);
  const auto xml = has(name) ? parse(name) : nullptr;
  if (!xml) return result;
  for (const auto node : xml->root().children()) {
    if (node.type() != pugi::node_element || !xml->is(node, Space::package_relationships, "Relationship")) continue;
    Relationship one;
    one.id = node.attribute("Id").value();
    const std::string_view type = node.attribute("Type").value();
    one.type = type.substr(type.rfind('/') == std::string_view::npos ? 0 : type.rfind('/') + 1);
    one.external = std::string_view(node.attribute("TargetMode").value()) == "External";
    const std::string_view target = node.attribute("Target").value();
    one.target = one.external ? std::string(target) : resolve_target(part, target);
    if (!one.external && !has(one.target)) {
      const std::string decoded = percent_decoded(one.target);
      if (has(decoded)) one.target = decoded;
    }
    result.push_back(std::move(one));
  }
  return result;
}

std::vector<Remark> Package::remarks() const {
  auto all = zip_.remarks();
  all.insert(all.end(), remarks_.begin(), remarks_.end());
  return all;
}

std::string resolve_target(std::string_view source, std::string_view target) {
  if (const auto fragment = target.find('#'); fragment != std::string_view::npos && fragment > 0) target = target.substr(0, fragment);
  std::string path;
  if (target.empty() || (target.front() != '/' && target.front() != '\\')) {
    const auto slash = source.rfind('/');
    if (slash != std::string_view::npos) path = source.substr(0, slash + 1);
  }
  path += target;
  std::vector<std::string_view> steps;
  const std::string_view rest = path;
  std::size_t begin = 0;
  while (begin <= rest.size()) {
    auto end = rest.find_first_of("/\\", begin);
    if (end == std::string_view::npos) end = rest.size();
    const auto step = rest.substr(begin, end - begin);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    begin = end + 1;
  }
  std::string result;
  for (const auto step : steps) {
    if (!result.empty()) result += '/';
    result += step;
  }
  return result;
}

const Relationship* relationship_of_type(const std::vector<Relationship>& all, std::string_view type) {
  for (const auto& one : all)
    if (one.type == type) return &one;
  return nullptr;
}

const Relationship* relationship_with_id(const std::vector<Relationship>& all, std::string_view id) {
  for (const auto& one : all)
    if (one.id == id) return &one;
  return nullptr;
}

}  // namespace dovetail
