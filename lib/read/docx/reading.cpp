// Opening parts once and keeping them while stories point into them.
#include "read/docx/reading.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/unicode.h"

namespace dovetail::docx {
namespace {

// What stands in runs and paragraphs by the thousand and decides neither text nor number: half of the elements of a document that Word saved.
constexpr std::array<std::string_view, 51> unused_leaves{"w:adjustRightInd",
                                                         "w:autoSpaceDE",
                                                         "w:autoSpaceDN",
                                                         "w:bCs",
                                                         "w:bottom",
                                                         "w:cantSplit",
                                                         "w:cols",
                                                         "w:contextualSpacing",
                                                         "w:cs",
                                                         "w:docGrid",
                                                         "w:eastAsianLayout",
                                                         "w:effect",
                                                         "w:emboss",
                                                         "w:fitText",
                                                         "w:gridCol",
                                                         "w:hideMark",
                                                         "w:iCs",
                                                         "w:imprint",
                                                         "w:insideH",
                                                         "w:insideV",
                                                         "w:jc",
                                                         "w:keepLines",
                                                         "w:keepNext",
                                                         "w:kern",
                                                         "w:lang",
                                                         "w:lastRenderedPageBreak",
                                                         "w:noProof",
                                                         "w:noWrap",
                                                         "w:pgMar",
                                                         "w:pgSz",
                                                         "w:position",
                                                         "w:proofErr",
                                                         "w:rFonts",
                                                         "w:rtl",
                                                         "w:shadow",
                                                         "w:snapToGrid",
                                                         "w:spacing",
                                                         "w:suppressAutoHyphens",
                                                         "w:sz",
                                                         "w:szCs",
                                                         "w:tblInd",
                                                         "w:tblLayout",
                                                         "w:tblW",
                                                         "w:tcW",
                                                         "w:textAlignment",
                                                         "w:top",
                                                         "w:trHeight",
                                                         "w:vAlign",
                                                         "w:w",
                                                         "w:webHidden",
                                                         "w:widowControl"};
constexpr std::array<std::string_view, 3> bearers_of_ids{"w:p", "w:r", "w:tr"};
constexpr std::array<std::string_view, 1> unused_ids{"w:rsid"};
constexpr Unused unused{unused_leaves, bearers_of_ids, unused_ids};

constexpr std::size_t most_unknown_names = 100;  // a hostile file may invent a name for every element

ZipLimits zip_limits(const Limits& limits) { return {limits.part_bytes, limits.package_bytes, limits.ratio, limits.parts}; }

}  // namespace

Reading::Reading(std::string_view bytes, Document& target, const Limits& allowed)
    : document(target), limits(allowed), package(bytes, zip_limits(allowed)), formats(target, styles), revisions(target), writer(target) {}

const Source* Reading::open(const std::string& name) {
  if (std::any_of(sources.begin(), sources.end(), [&](const Source& s) { return s.name == name; })) return nullptr;
  auto xml = package.parse(name, false, &unused);
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
