// OpenDocument Text, as LibreOffice and others write it.
#include "read/odt.h"
#include "text/unicode.h"

#include <memory>
#include <string>

#include "ooxml/package.h"
#include "read/builder.h"
#include "read/odt/styles.h"
#include "read/odt/writer.h"
#include "read/package_problems.h"

namespace dovetail {

namespace {

ZipLimits zip_limits(const Limits& limits) { return {limits.part_bytes, limits.package_bytes, limits.ratio, limits.parts}; }

bool is_encrypted(Package& package) {
  const auto manifest = package.has("META-INF/manifest.xml") ? package.read("META-INF/manifest.xml") : std::nullopt;
  return manifest && manifest->view().find("encryption-data") != std::string_view::npos;
}

void read_properties(Package& package, Document& document) {
  const auto meta = package.has("meta.xml") ? package.parse("meta.xml") : nullptr;
  if (!meta) return;
  for (const auto group : meta->root().children())
    for (const auto node : group.children()) {
      const Name name = meta->name(node);
      if (!name.local.empty() && !text_of(node).empty())
        document.properties.try_emplace(name.local == "creator" ? "author" : valid_utf8(name.local), valid_utf8(text_of(node)));
    }
}

/// The headers and footers of all master pages.
void read_masters(DocumentBuilder& builder, const XmlPart& part, const odt::Styles& styles, const Limits&) {
  for (const auto group : part.root().children()) {
    if (!part.is(group, Space::open_office, "master-styles")) continue;
    for (const auto page : group.children())
      for (const auto story : page.children()) {
        const Name name = part.name(story);
        if (name.space != Space::open_style || builder.full()) continue;
        const bool is_header = name.local.substr(0, 6) == "header", is_footer = name.local.substr(0, 6) == "footer";
        if (!is_header && !is_footer) continue;
        odt::Writer(builder, part, styles).write(story, is_header ? Part::header : Part::footer);
        builder.end_story();
      }
  }
}

pugi::xml_node body_of(const XmlPart& content) {
  for (const auto body : content.root().children())
    if (content.is(body, Space::open_office, "body"))
      for (const auto text : body.children())
        if (content.is(text, Space::open_office, "text")) return text;
  return {};
}

PartHolds held_by(std::string_view part) {
  if (part == "content.xml") return PartHolds::text;
  return part == "styles.xml" ? PartHolds::numbers : PartHolds::nothing;
}

}  // namespace

void read_odt(std::string_view bytes, Document& document, const Limits& limits) {
  Package package(bytes, zip_limits(limits));
  DocumentBuilder builder(document, limits);
  document.parts = {"content.xml", "styles.xml"};
  if (is_encrypted(package)) {
    builder.problem("input.encrypted", "the document is encrypted with a password; save a copy without one");
    return;
  }
  const std::unique_ptr<XmlPart> styles_part = package.has("styles.xml") ? package.parse("styles.xml", true) : nullptr;
  const std::unique_ptr<XmlPart> content = package.parse("content.xml", true);
  const pugi::xml_node body = content ? body_of(*content) : pugi::xml_node();
  if (body) {
    odt::Styles styles;
    if (styles_part) styles.read(*styles_part);
    styles.read(*content);
    odt::Writer(builder, *content, styles).write(body, Part::body);
    builder.set_source(1);
    if (styles_part) read_masters(builder, *styles_part, styles, limits);
    read_properties(package, document);
  } else {
    builder.problem("input.unreadable", "this is no OpenDocument text: it has no content.xml with a text body");
  }
  tell_remarks(package.remarks(), held_by, document);
}

}  // namespace dovetail
