// Lanes by containers, else by geometry.
#include "compile/atoms/drawing_lanes.h"

#include <charconv>
#include <cmath>

#include "compile/atoms/node_values.h"
#include "compile/header.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

double number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && std::isfinite(value) ? value : 0;
}

bool says_any(const std::string& key, std::initializer_list<std::string_view> words) {
  for (const auto word : words)
    if (key.find(word) != std::string::npos) return true;
  return false;
}

/// The shape says of itself that it is a lane, a band or a pool, by its stencil or its user cells.
bool is_swimlane(const Node& shape) {
  const std::string master = header_key(attribute_of(shape, "master")), categories = header_key(attribute_of(shape, "user.msvShapeCategories"));
  if (says_any(master, {"separator", "phase", "connector", "flow"})) return false;
  if (says_any(categories, {"phase", "separator"})) return false;
  return says_any(master, {"swimlane", "lane", "functionalband", "pool", "participant"}) || says_any(categories, {"swimlane"}) ||
         header_key(attribute_of(shape, "user.msvStructureType")) == "container";
}

}  // namespace

bool Box::holds(const Box& other) const {
  return width > 0 && height > 0 && std::abs(other.x - x) <= width / 2 && std::abs(other.y - y) <= height / 2 && other.area() < area();
}

Lanes::Lanes(const Document& document, const std::vector<Id<Node>>& shapes, const std::vector<bool>& is_connector) : document_(document) {
  find_boxes(shapes);
  for (const Id<Node> shape : shapes)
    if (is_swimlane(document.nodes[shape])) names_[shape.value];
  if (names_.empty()) find_drawn_lanes(shapes, is_connector);
  name_lanes(shapes);
  find_members(shapes);
}

void Lanes::find_boxes(const std::vector<Id<Node>>& shapes) {
  for (const Id<Node> id : shapes) {
    const Node& shape = document_.nodes[id];
    Box box{number_of(attribute_of(shape, "x")), number_of(attribute_of(shape, "y")), std::abs(number_of(attribute_of(shape, "width"))),
            std::abs(number_of(attribute_of(shape, "height")))};
    // A shape in a group is placed from the group's corner.
    if (const auto outer = boxes_.find(shape.parent.value); shape.parent && outer != boxes_.end()) {
      box.x += outer->second.x - outer->second.width / 2;
      box.y += outer->second.y - outer->second.height / 2;
    }
    boxes_[id.value] = box;
  }
}

// Plain boxes with words that others stand in. Only large ones can be lanes, and a page has few.
void Lanes::find_drawn_lanes(const std::vector<Id<Node>>& shapes, const std::vector<bool>& is_connector) {
  constexpr std::size_t most = 2000;
  if (shapes.size() > most) return;
  for (const Id<Node> lane : shapes) {
    const Node& shape = document_.nodes[lane];
    if (is_connector[lane.value] || attribute_of(shape, "text").empty() || document_.nodes[shape.parent].kind != "page") continue;
    std::size_t inside = 0;
    for (const Id<Node> other : shapes)
      if (other != lane && !is_connector[other.value] && !attribute_of(document_.nodes[other], "text").empty() &&
          document_.nodes[other].parent == shape.parent && boxes_[lane.value].holds(boxes_[other.value]))
        ++inside;
    if (inside >= 1) names_[lane.value];
  }
}

// A lane's words may stand in a shape of its group: the heading.
void Lanes::name_lanes(const std::vector<Id<Node>>& shapes) {
  for (auto& [lane, name] : names_) name = attribute_of(document_.nodes[Id<Node>(lane)], "text");
  for (const Id<Node> id : shapes) {
    const Node& shape = document_.nodes[id];
    const auto text = attribute_of(shape, "text");
    const auto lane = names_.find(shape.parent.value);
    if (text.empty() || !shape.parent || lane == names_.end() || !lane->second.empty() || names_.contains(id.value)) continue;
    lane->second = text;
    headings_[id.value] = lane->first;
  }
}

// DEPENDSON(1, …) of a container lists what it holds; DEPENDSON(4, …) of a shape names its container (MS-VSDX 2.2.3.4.2.36).
void Lanes::find_members(const std::vector<Id<Node>>& shapes) {
  static const Pattern list = Pattern::literal(R"(DEPENDSON\(\s*([0-9]+)\s*((?:,\s*Sheet\.[0-9]+!SheetRef\(\)\s*)+)\))");
  static const Pattern sheet = Pattern::literal(R"(Sheet\.([0-9]+)!)");
  std::map<std::string, std::uint32_t, std::less<>> by_id;
  for (const Id<Node> id : shapes) by_id.emplace(attribute_of(document_.nodes[id], "id"), id.value);
  for (const Id<Node> id : shapes) {
    const std::string text(attribute_of(document_.nodes[id], "relationships"));
    std::size_t at = 0;
    while (const auto match = list.find(text, at)) {
      at = match->span.end;
      const auto type = slice(text, *match->groups[0]);
      const auto sheets = slice(text, *match->groups[1]);
      std::size_t next = 0;
      while (const auto one = sheet.find(sheets, next)) {
        next = one->span.end;
        const auto other = by_id.find(slice(sheets, *one->groups[0]));
        if (other == by_id.end()) continue;
        if (type == "1" && names_.contains(id.value)) members_[other->second] = id.value;
        if (type == "4" && names_.contains(other->second)) members_[id.value] = other->second;
      }
    }
  }
}

bool Lanes::is_heading(Id<Node> shape) const { return headings_.contains(shape.value); }

std::string Lanes::lane_of(Id<Node> shape) const {
  if (const auto own = names_.find(shape.value); own != names_.end()) return own->second;
  for (Id<Node> at = shape; at; at = document_.nodes[at].parent) {
    if (const auto member = members_.find(at.value); member != members_.end() && !names_.at(member->second).empty()) return names_.at(member->second);
    if (const auto group = names_.find(at.value); group != names_.end() && !group->second.empty()) return group->second;
  }
  const auto box = boxes_.find(shape.value);
  const std::string* best = nullptr;
  double least = 0;
  for (const auto& [lane, name] : names_) {
    const Box& around = boxes_.at(lane);
    if (box == boxes_.end() || name.empty() || !around.holds(box->second) || (best != nullptr && around.area() >= least)) continue;
    best = &name;
    least = around.area();
  }
  return best == nullptr ? std::string() : *best;
}

}  // namespace dovetail
