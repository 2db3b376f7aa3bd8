// Which shapes of a drawing are lanes, and what stands in them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/document.h"

namespace dovetail {

/// A box on a page, in inches from its corner; without size where the file does not say.
struct Box {
  double x = 0, y = 0, width = 0, height = 0;  // x, y: its middle
  [[nodiscard]] bool holds(const Box& other) const;
  [[nodiscard]] double area() const { return width * height; }
};

/// The lanes of one page.
class Lanes {
 public:
  /// `shapes`: the shapes of the page in order; `connectors`: ids of those that join others.
  Lanes(const Document& document, const std::vector<Id<Node>>& shapes, const std::vector<bool>& is_connector);

  [[nodiscard]] bool is_lane(Id<Node> shape) const { return names_.contains(shape.value); }
  /// Whether the shape is only a lane's heading.
  [[nodiscard]] bool is_heading(Id<Node> shape) const;
  /// The name of the lane that the shape is, or stands in; empty for none.
  [[nodiscard]] std::string lane_of(Id<Node> shape) const;

 private:
  void find_boxes(const std::vector<Id<Node>>& shapes);
  void find_drawn_lanes(const std::vector<Id<Node>>& shapes, const std::vector<bool>& is_connector);
  void name_lanes(const std::vector<Id<Node>>& shapes);
  void find_members(const std::vector<Id<Node>>& shapes);

  const Document& document_;
  std::map<std::uint32_t, Box> boxes_;
  std::map<std::uint32_t, std::string> names_;       // of lanes
  std::map<std::uint32_t, std::uint32_t> headings_;  // heading to lane
  std::map<std::uint32_t, std::uint32_t> members_;   // as the containers say: shape to lane
};

}  // namespace dovetail
