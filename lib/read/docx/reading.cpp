// Opening parts once and keeping them while stories point into them.
#include "read/docx/reading.h"

#include <algorithm>

#include "text/unicode.h"

namespace dovetail::docx {
namespace {

constexpr std::size_t most_unknown_names = 100;  // a hostile file may invent a name for every element

ZipLimits zip_limits(const Limits& limits) { return {limits.part_bytes, limits.package_bytes, limits.ratio, limits.parts}; }

}  // namespace

Reading::Reading(std::string_view bytes, Document& target, const Limits& allowed)
    : document(target), limits(allowed), package(bytes, zip_limits(allowed)), formats(target, styles), revisions(target), writer(target) {}

const Source* Reading::open(const std::string& name) {
  if (std::any_of(sources.begin(), sources.end(), [&](const Source& s) { return s.name == name; })) return nullptr;
  auto xml = package.parse(name);
  if (!xml) return nullptr;
  Source source;
  source.name = name;
  source.index = static_cast<std::uint32_t>(document.parts.size());
  source.xml = std::move(xml);
  source.relationships = package.relationships(name);
  document.parts.push_back(valid_utf8(name));
  sources.push_back(std::move(source));
  return &sources.back();
}

void Reading::problem(std::string rule, std::string message) {
  for (auto& known : document.problems) {
    if (known.rule != rule || known.message != message) continue;
    ++known.count;
    return;
  }
  document.problems.push_back({std::move(rule), valid_utf8(message), {}, 1});
}

void Reading::limit(const std::string& message) {
  const bool said = std::any_of(document.problems.begin(), document.problems.end(),
                                [&](const Problem& p) { return p.rule == "input.limit" && p.message == message; });
  if (!said) problem("input.limit", message);
  document.lost.text = true;
}

void Reading::unknown_list() {
  document.lost.numbers = true;
  problem("input.unresolved-numbering", "a paragraph is numbered by a list that is not defined; it has no number");
}

void Reading::count_unknown(pugi::xml_node node) {
  const auto known = unknown.find(node.name());
  if (known != unknown.end()) {
    ++known->second;
  } else {
    ++unknown[unknown.size() < most_unknown_names ? std::string(node.name()) : std::string("(others)")];
  }
}

}  // namespace dovetail::docx
