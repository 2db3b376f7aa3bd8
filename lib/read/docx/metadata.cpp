// Title, author, dates and the drafter's own properties (ECMA-376-2 clause 8, ECMA-376-1 22.2 and 22.3).
#include <string>

#include "read/docx/reading.h"
#include "text/unicode.h"

namespace dovetail::docx {
namespace {

void store(Reading& reading, std::string name, std::string_view value) {
  const auto text = trim(value);
  if (!text.empty()) reading.document.properties.emplace(valid_utf8(name), valid_utf8(text));
}

/// Elements whose names are the properties: dc:title, dcterms:modified, cp:category, Company.
void read_named(Reading& reading, const XmlPart& xml, bool application) {
  for (const auto node : xml.root().children()) {
    if (node.type() != pugi::node_element) continue;
    const auto name = xml.name(node);
    const bool wanted =
        application ? name.local == "Company" || name.local == "Manager" || name.local == "Application" || name.local == "Template" : true;
    if (!wanted) continue;
    std::string key(name.local);
    if (!key.empty() && key[0] >= 'A' && key[0] <= 'Z') key[0] = static_cast<char>(key[0] - 'A' + 'a');
    store(reading, std::move(key), text_of(node));
  }
}

/// docProps/custom.xml: <property name="Document number"><vt:lpwstr>…
void read_custom(Reading& reading, const XmlPart& xml) {
  for (const auto node : xml.root().children()) {
    if (node.type() != pugi::node_element || xml.name(node).local != "property") continue;
    const std::string_view name = node.attribute("name").value();
    for (const auto value : node.children())
      if (value.type() == pugi::node_element) store(reading, std::string("custom.").append(name), text_of(value));
  }
}

}  // namespace

void read_metadata(Reading& reading) {
  for (const auto& relationship : reading.package.relationships("")) {
    if (relationship.external) continue;
    const bool core = relationship.type == "core-properties",
               extended = relationship.type == "extended-properties" || relationship.type == "extendedProperties";
    const bool custom = relationship.type == "custom-properties" || relationship.type == "customProperties";
    if (!core && !extended && !custom) continue;
    const auto xml = reading.package.parse(relationship.target);
    if (!xml) continue;
    if (custom) {
      read_custom(reading, *xml);
    } else {
      read_named(reading, *xml, extended);
    }
  }
}

}  // namespace dovetail::docx
