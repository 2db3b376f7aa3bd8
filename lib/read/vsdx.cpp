// Visio drawings: pages, shapes, and which connector joins which.
#include "read/vsdx.h"

#include <algorithm>
#include <array>
#include <map>

#include "ooxml/package.h"
#include "read/nodes.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

struct Cells {
  const char* visio;
  const char* ours;
};
constexpr std::array<Cells, 4> geometry{{{"PinX", "x"}, {"PinY", "y"}, {"Width", "width"}, {"Height", "height"}}};

using Attributes = std::vector<std::pair<std::string, std::string>>;

struct Master {
  std::string name;
  std::map<std::string, Attributes> shapes;  // by id: cells, and "text" where it has some
  std::string first;                         // the shape that stands for the whole
};

class VsdxReading {
 public:
  VsdxReading(Package& package, NodeWriter& writer) : package_(package), writer_(writer) {}

  /// Whether the package is a drawing.
  bool read() {
    const auto roots = package_.relationships("");
    const auto* start = relationship_of_type(roots, "document");
    const std::string drawing = start ? start->target : "visio/document.xml";
    if (!package_.has(drawing)) return false;
    const auto parts = package_.relationships(drawing);
    if (const auto* masters = relationship_of_type(parts, "masters")) read_masters(masters->target);
    if (const auto* pages = relationship_of_type(parts, "pages")) read_pages(pages->target);
    return true;
  }

 private:
  void read_masters(const std::string& name) {
    const auto part = package_.has(name) ? package_.parse(name) : nullptr;
    if (!part) return;
    const auto related = package_.relationships(name);
    for (const auto master : part->root().children()) {
      auto& known = masters_[master.attribute("ID").value()];
      known.name = master.attribute("Name") ? master.attribute("Name").value() : master.attribute("NameU").value();
      const auto reference = part->child(master, Space::visio, "Rel");
      const auto* to = relationship_with_id(related, part->attribute(reference, Space::relationships, "id").value());
      if (to && !to->external) read_master(to->target, known);
    }
  }

  // What shapes made from the master have, unless they say otherwise.
  void read_master(const std::string& name, Master& known) {
    const auto part = package_.has(name) ? package_.parse(name, true) : nullptr;
    if (!part) return;
    for (auto element = part->root(); element; element = next_element(element, part->root())) {
      if (!part->is(element, Space::visio, "Shape")) continue;
      const std::string id = element.attribute("ID").value();
      if (known.shapes.empty()) known.first = id;
      Node shape;
      if (const auto text = part->child(element, Space::visio, "Text")) add_text(text, shape);
      add_cells(*part, element, shape);
      known.shapes.try_emplace(id, std::move(shape.attributes));
    }
  }

  void read_pages(const std::string& name) {
    const auto part = package_.has(name) ? package_.parse(name) : nullptr;
    if (!part) return;
    const auto related = package_.relationships(name);
    for (const auto page : part->root().children()) {
      if (!part->is(page, Space::visio, "Page") || writer_.full()) continue;
      const auto reference = part->child(page, Space::visio, "Rel");
      const auto* to = relationship_with_id(related, part->attribute(reference, Space::relationships, "id").value());
      Node node;
      node.kind = "page";
      node.id = page.attribute("ID").value();
      node.name = page.attribute("Name") ? page.attribute("Name").value() : page.attribute("NameU").value();
      node.origin = "page " + node.name;
      if (page.attribute("Background").as_bool()) node.attributes.emplace_back("background", "1");
      const auto title = node.name;
      const auto id = writer_.add(std::move(node), title);
      if (id && to && !to->external) read_page(to->target, id);
    }
  }

  void read_page(const std::string& name, Id<Node> page) {
    const auto part = package_.has(name) ? package_.parse(name, true) : nullptr;  // a blank between two formats is a word's edge
    if (!part) return;
    std::map<std::size_t, Id<Node>> shapes;  // by element
    for (auto element = part->root(); element && !writer_.full(); element = next_element(element, part->root())) {
      const Name kind = part->name(element);
      if (kind.space != Space::visio) continue;
      if (kind.local == "Shape") {
        auto shape = shape_of(*part, element, page, shapes);  // before its words are looked at: it sets them
        shapes.emplace(element.hash_value(), writer_.add(std::move(shape), words_));
      }
      if (kind.local == "Connect") add_connect(element, page);
    }
  }

  Node shape_of(const XmlPart& part, pugi::xml_node element, Id<Node> page, const std::map<std::size_t, Id<Node>>& shapes) {
    const auto& on = writer_.document().nodes[page];
    Node node;
    node.kind = "shape";
    node.parent = page;
    for (auto above = element.parent(); above; above = above.parent())
      if (const auto found = shapes.find(above.hash_value()); found != shapes.end()) {
        node.parent = found->second;
        break;
      }
    const std::string id = element.attribute("ID").value();
    node.id = on.id + "/" + id;
    node.origin = on.origin + ", shape " + id;
    node.attributes.emplace_back("id", id);
    words_.clear();
    const auto text = part.child(element, Space::visio, "Text");
    if (text) add_text(text, node);
    const auto master = masters_.find(element.attribute("Master").value());
    if (master != masters_.end()) node.attributes.emplace_back("master", master->second.name);
    add_cells(part, element, node);
    if (const auto* made_from = master_shape_of(element)) inherit(*made_from, !text, node);
    node.name = !words_.empty() ? words_ : element.attribute("Name").value();
    return node;
  }

  /// The shape of a master that a shape of a page is an instance of: the master as a whole, or a part of the master of a group around it.
  [[nodiscard]] const Attributes* master_shape_of(pugi::xml_node element) const {
    const std::string part_id = element.attribute("MasterShape").value();
    for (auto at = element; at; at = at.parent()) {
      if (!at.attribute("Master") || (at != element && part_id.empty())) continue;
      const auto master = masters_.find(at.attribute("Master").value());
      if (master == masters_.end()) return nullptr;
      const auto shape = master->second.shapes.find(at == element ? master->second.first : part_id);
      return shape == master->second.shapes.end() ? nullptr : &shape->second;
    }
    return nullptr;
  }

  /// A shape that says nothing of a cell, or of its text, has what its master has.
  void inherit(const Attributes& from, bool with_text, Node& node) {
    for (const auto& [key, value] : from) {
      if (!with_text && key.starts_with("text")) continue;
      if (std::any_of(node.attributes.begin(), node.attributes.end(), [&, wanted = key](const auto& own) { return own.first == wanted; })) continue;
      node.attributes.emplace_back(key, value);
      if (key != "text") continue;
      words_ = value;
      node.attributes.emplace_back("text of", "master");
    }
  }

  void add_text(pugi::xml_node text, Node& node) {
    words_ = squeezed_text(text);
    node.attributes.emplace_back("text", words_);
    if (std::string written(trim(whole_text(text))); written != words_) node.attributes.emplace_back("text as written", std::move(written));
  }

  void add_cells(const XmlPart& part, pugi::xml_node element, Node& node) const {
    for (const auto child : element.children()) {
      const Name kind = part.name(child);
      if (kind.local == "Cell")
        for (const auto& [visio, ours] : geometry)
          if (std::string_view(child.attribute("N").value()) == visio) node.attributes.emplace_back(ours, child.attribute("V").value());
      if (kind.local == "Cell" && std::string_view(child.attribute("N").value()) == "Relationships")
        node.attributes.emplace_back("relationships", child.attribute("F").value());
      const std::string_view section = kind.local == "Section" ? child.attribute("N").value() : "";
      if (section == "Property")
        for (const auto row : child.children()) add_property(row, node);
      if (section == "User")  // containers and swimlanes say so here
        for (const auto row : child.children())
          if (row.attribute("N")) node.attributes.emplace_back(std::string("user.") + row.attribute("N").value(), cell_of(row, "Value"));
    }
  }

  static std::string cell_of(pugi::xml_node row, std::string_view wanted) {
    for (const auto cell : row.children())
      if (wanted == cell.attribute("N").value()) return squeeze(cell.attribute("V") ? cell.attribute("V").value() : squeezed_text(cell));
    return {};
  }

  // Shape data: named by its label, or by its row.
  static void add_property(pugi::xml_node row, Node& node) {
    const auto label = cell_of(row, "Label");
    const auto name = label.empty() ? std::string(row.attribute("N").value()) : label;
    if (!name.empty()) node.attributes.emplace_back("property." + name, cell_of(row, "Value"));
  }

  void add_connect(pugi::xml_node element, Id<Node> page) {
    Node node;
    node.kind = "connect";
    node.parent = page;
    const std::string_view cell = element.attribute("FromCell").value();
    node.attributes.emplace_back("connector", element.attribute("FromSheet").value());
    node.attributes.emplace_back("end", cell.substr(0, 5) == "Begin" ? "begin" : cell.substr(0, 3) == "End" ? "end" : std::string(cell));
    node.attributes.emplace_back("shape", element.attribute("ToSheet").value());
    node.origin = writer_.document().nodes[page].origin + ", connector " + node.attributes.front().second;
    writer_.add(std::move(node), "");
  }

  Package& package_;
  NodeWriter& writer_;
  std::map<std::string, Master> masters_;  // by id
  std::string words_;                      // of the shape at hand
};

}  // namespace

void read_vsdx(std::string_view bytes, Document& document, const Limits& limits) {
  NodeWriter writer(document, limits);
  Package package(bytes, {limits.part_bytes, limits.package_bytes, limits.ratio, limits.parts});
  const bool is_drawing = VsdxReading(package, writer).read();
  bool said = false;
  for (const auto& remark : package.remarks()) {
    writer.problem(remark.rule, remark.message);
    said = said || remark.rule == "input.unreadable" || remark.rule == "input.encrypted";
  }
  if (!is_drawing && !said) writer.problem("input.unreadable", "this package holds no Visio drawing");
}

}  // namespace dovetail
