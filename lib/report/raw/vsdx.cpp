// A Visio drawing as read: its pages.
#include <map>

#include "report/raw/raw.h"

namespace dovetail::raw {
namespace {

struct Page {
  const Node* node = nullptr;
  std::size_t shapes = 0, connects = 0;
  std::map<std::string, std::array<std::string, 2>> ends;  // of each connector: where it begins, where it ends
  std::vector<std::string> order, texts;
};

const Node& page_of(const Document& document, const Node& node) {
  const Node* at = &node;
  while (at->parent) at = &document.nodes[at->parent];
  return *at;
}

void add_end(const Node& node, Page& page) {
  const std::string connector(attribute(node, "connector"));
  const auto [ends, fresh] = page.ends.try_emplace(connector);
  if (fresh) page.order.push_back(connector);
  const auto end = attribute(node, "end");
  if (end == "begin" || end == "end") ends->second[end == "end"] = attribute(node, "shape");
}

Json json_of(const Page& page) {
  Json json = {{"name", page.node->name}, {"shapes", page.shapes}, {"connects", page.connects}, {"pairs", Json::array()}, {"texts", page.texts}};
  for (const auto& connector : page.order)
    if (const auto& ends = page.ends.at(connector); !ends[0].empty() && !ends[1].empty()) json["pairs"].push_back({connector, ends[0], ends[1]});
  return json;
}

}  // namespace

void add_vsdx(const Document& document, Json& json) {
  std::vector<Page> pages;
  std::map<const Node*, std::size_t> index;
  for (const auto& node : document.nodes) {
    if (node.kind == "page") {
      index[&node] = pages.size();
      pages.emplace_back().node = &node;
      continue;
    }
    auto& page = pages[index[&page_of(document, node)]];
    if (node.kind == "shape") {
      ++page.shapes;
      const auto text = attribute(node, "text"), written = attribute(node, "text as written");
      if (!text.empty() && attribute(node, "text of").empty()) page.texts.emplace_back(written.empty() ? text : written);
    } else if (node.kind == "connect") {
      ++page.connects;
      add_end(node, page);
    }
  }
  json["pages"] = Json::array();
  for (const auto& page : pages) json["pages"].push_back(json_of(page));
}

}  // namespace dovetail::raw
