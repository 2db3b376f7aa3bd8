// XML parts: parsed in place by pugixml, names known by namespace and not by prefix.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ooxml/buffer.h"

namespace dovetail {

/// The namespaces that readers know; transitional and strict spellings (ECMA-376-1 annex A, ECMA-376-4) are one.
enum class Space : std::uint8_t {
  none,
  other,
  word,
  word2010,
  word2012,
  math,
  compatibility,
  drawing,
  word_drawing,
  shape,
  picture,
  chart,
  vml,
  office,
  relationships,
  package_relationships,
  content_types,
  core_properties,
  extended_properties,
  dublin_core,
  spreadsheet,
  xml,
  open_office,
  open_text,
  open_table,
  open_style,
  open_drawing,
  open_svg,
  bpmn,
  reqif,
  xhtml,
  archimate,
  archi_tool,
  schema_instance,
  visio
};
inline constexpr Space last_space = Space::visio;

/// The namespace that a URI names; other for those nobody here knows.
Space space_named(std::string_view uri);

/// A name without its prefix. `local` lives as long as the part.
struct Name {
  Space space = Space::none;
  std::string_view local;
  friend bool operator==(const Name&, const Name&) = default;
};

/// One parsed part. No DTD is read and no entity beyond the five of XML is known, so nothing outside the part can be reached.
class XmlPart {
 public:
  /// Parses; any encoding that a byte order mark or pugixml's guess tells (UTF-8, UTF-16, UTF-32, Latin-1). A part that breaks off or is
  /// malformed keeps what stood before the fault; damage() then says where.
  /// `all_space` keeps white space between elements too, in nodes of its own (OpenDocument, where it is text).
  explicit XmlPart(Buffer bytes, bool all_space = false);
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  /// The outermost element; null when there is none.
  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }
  /// What is wrong with the part; empty when nothing is.
  [[nodiscard]] const std::string& damage() const { return damage_; }

  /// The name of an element of this part.
  [[nodiscard]] Name name(pugi::xml_node element) const { return resolve(element.name()); }
  /// Whether an element has this name.
  [[nodiscard]] bool is(pugi::xml_node element, Space space, std::string_view local) const;
  /// The namespace a prefix stands for; other when it is not declared.
  [[nodiscard]] Space space(std::string_view prefix) const;
  /// An attribute by name; null when absent. Attributes without prefix are found under Space::none.
  [[nodiscard]] pugi::xml_attribute attribute(pugi::xml_node element, Space space, std::string_view local) const;
  /// The first child element of that name; null when there is none.
  [[nodiscard]] pugi::xml_node child(pugi::xml_node element, Space space, std::string_view local) const;

 private:
  [[nodiscard]] Name resolve(const char* qualified) const;
  void learn_namespaces(bool deep);
  void declare(pugi::xml_node element);
  void rename_clashing();
  void suppose_usual_prefixes();

  Buffer bytes_;
  pugi::xml_document document_;
  std::string damage_;
  std::vector<std::pair<std::string, Space>> prefixes_;  // that of the outermost element first, since most others have it too
  bool clash_ = false;
};

/// Whether an element says xml:space="preserve" (XML 1.0 2.10).
bool preserves_space(pugi::xml_node element);

/// The characters directly inside an element, all of them joined.
std::string text_of(pugi::xml_node element);

/// A whole number with optional sign and unit-less; nothing for anything else.
std::optional<std::int64_t> integer(std::string_view text);

}  // namespace dovetail
