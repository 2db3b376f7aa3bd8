// XML parts: namespaces are resolved once per part, so that asking for a name costs no walk up the tree.
#include "ooxml/xml.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace dovetail {
namespace {

struct Uri {
  std::string_view uri;
  Space space;
};

constexpr std::array uris{
    Uri{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Space::word},
    Uri{"http://purl.oclc.org/ooxml/wordprocessingml/main", Space::word},
    Uri{"http://schemas.microsoft.com/office/word/2010/wordml", Space::word2010},
    Uri{"http://schemas.microsoft.com/office/word/2012/wordml", Space::word2012},
    Uri{"http://schemas.openxmlformats.org/officeDocument/2006/math", Space::math},
    Uri{"http://purl.oclc.org/ooxml/officeDocument/math", Space::math},
    Uri{"http://schemas.openxmlformats.org/markup-compatibility/2006", Space::compatibility},
    Uri{"http://schemas.openxmlformats.org/drawingml/2006/main", Space::drawing},
    Uri{"http://purl.oclc.org/ooxml/drawingml/main", Space::drawing},
    Uri{"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", Space::word_drawing},
    Uri{"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", Space::word_drawing},
    Uri{"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", Space::shape},
    Uri{"http://schemas.openxmlformats.org/drawingml/2006/picture", Space::picture},
    Uri{"http://schemas.openxmlformats.org/drawingml/2006/chart", Space::chart},
    Uri{"urn:schemas-microsoft-com:vml", Space::vml},
    Uri{"urn:schemas-microsoft-com:office:office", Space::office},
    Uri{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", Space::relationships},
    Uri{"http://purl.oclc.org/ooxml/officeDocument/relationships", Space::relationships},
    Uri{"http://schemas.openxmlformats.org/package/2006/relationships", Space::package_relationships},
    Uri{"http://schemas.openxmlformats.org/package/2006/content-types", Space::content_types},
    Uri{"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", Space::core_properties},
    Uri{"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", Space::extended_properties},
    Uri{"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", Space::extended_properties},
    Uri{"http://purl.org/dc/elements/1.1/", Space::dublin_core},
    Uri{"http://purl.org/dc/terms/", Space::dublin_core},
    Uri{"http://schemas.openxmlformats.org/spreadsheetml/2006/main", Space::spreadsheet},
    Uri{"http://purl.oclc.org/ooxml/spreadsheetml/main", Space::spreadsheet},
    Uri{"urn:oasis:names:tc:opendocument:xmlns:office:1.0", Space::open_office},
    Uri{"urn:oasis:names:tc:opendocument:xmlns:text:1.0", Space::open_text},
    Uri{"urn:oasis:names:tc:opendocument:xmlns:table:1.0", Space::open_table},
    Uri{"urn:oasis:names:tc:opendocument:xmlns:style:1.0", Space::open_style},
    Uri{"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", Space::open_drawing},
    Uri{"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", Space::open_svg},
    Uri{"http://www.omg.org/spec/BPMN/20100524/MODEL", Space::bpmn},
    Uri{"http://www.omg.org/spec/ReqIF/20110401/reqif.xsd", Space::reqif},
    Uri{"http://www.w3.org/1999/xhtml", Space::xhtml},
    Uri{"http://www.opengroup.org/xsd/archimate/3.0/", Space::archimate},
    Uri{"http://www.opengroup.org/xsd/archimate", Space::archimate},
    Uri{"http://www.archimatetool.com/archimate", Space::archi_tool},
    Uri{"http://www.w3.org/2001/XMLSchema-instance", Space::schema_instance},
    Uri{"http://schemas.microsoft.com/office/visio/2012/main", Space::visio},
    Uri{"http://schemas.microsoft.com/office/visio/2011/1/core", Space::visio},
};

// Text that is only white space is kept where it is all an element holds: <w:t xml:space="preserve"> </w:t>.
constexpr unsigned parse_flags =
    pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute | pugi::parse_cdata | pugi::parse_ws_pcdata_single | pugi::parse_embed_pcdata;

// OpenDocument writes spaces between the elements of a paragraph.
constexpr unsigned parse_all_space = pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute | pugi::parse_cdata | pugi::parse_ws_pcdata;

/// The prefix that an attribute declares; nothing for other attributes. The default namespace has the prefix "".
std::optional<std::string_view> declared_prefix(pugi::xml_attribute attribute) {
  const char* name = attribute.name();
  if (std::strncmp(name, "xmlns", 5) != 0) return std::nullopt;
  if (name[5] == ':') return std::string_view(name + 6);
  if (name[5] == '\0') return std::string_view();
  return std::nullopt;
}

/// The next element in document order without recursion; null at the end.
pugi::xml_node next_in_order(pugi::xml_node node) {
  if (node.first_child()) return node.first_child();
  while (node && !node.next_sibling()) node = node.parent();
  return node ? node.next_sibling() : node;
}

/// A prefix that no file can have declared.
std::string numbered_prefix(Space space) { return std::string(1, '#').append(std::to_string(static_cast<int>(space))); }

/// Whether "xmlns" occurs. Three bytes are compared at once in a loop that compilers turn into vector code: several times as fast as a
/// search, and hundreds of megabytes are looked through here.
bool declares_namespace(std::string_view bytes) {
  constexpr std::size_t block = 4096;
  for (std::size_t at = 0; at + 2 < bytes.size(); at += block) {
    const std::size_t count = std::min(block, bytes.size() - 2 - at);
    const char* p = bytes.data() + at;
    unsigned char found = 0;
    for (std::size_t i = 0; i < count; ++i) found |= static_cast<unsigned char>((p[i] == 'm') & (p[i + 1] == 'l') & (p[i + 2] == 'n'));
    if (found != 0 && bytes.substr(at < 2 ? 0 : at - 2, block + 8).find("xmlns") != std::string_view::npos) return true;
  }
  return false;
}

/// Whether some element below the outermost may declare a namespace: true where that cannot be told cheaply.
bool may_declare_below_root(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (bytes.size() < 2 || bytes[0] != '<' || bytes[1] == '\0') return true;  // other encodings
  std::size_t at = 0;
  while (at + 1 < bytes.size() && (bytes[at + 1] == '?' || bytes[at + 1] == '!')) {
    at = bytes.find('<', at + 1);
    if (at == std::string_view::npos) return true;
  }
  const auto end = bytes.find('>', at);
  if (end == std::string_view::npos) return true;
  return declares_namespace(bytes.substr(end));
}

}  // namespace

Space space_named(std::string_view uri) {
  if (uri.empty()) return Space::none;
  for (const auto& known : uris)
    if (known.uri == uri) return known.space;
  return Space::other;
}

XmlPart::XmlPart(Buffer bytes, bool all_space) : bytes_(std::move(bytes)) {
  const bool deep = may_declare_below_root(bytes_.view());
  const auto result = document_.load_buffer_inplace(bytes_.data.get(), bytes_.size, all_space ? parse_all_space : parse_flags);
  if (!result) damage_ = std::string(result.description()) + " at byte " + std::to_string(result.offset);
  learn_namespaces(deep);
}

void XmlPart::declare(pugi::xml_node element) {
  for (const auto attribute : element.attributes()) {
    const auto prefix = declared_prefix(attribute);
    if (!prefix) continue;
    const Space space = space_named(attribute.value());
    const auto known = std::find_if(prefixes_.begin(), prefixes_.end(), [&](const auto& p) { return p.first == *prefix; });
    if (known == prefixes_.end()) {
      prefixes_.emplace_back(*prefix, space);
    } else if (known->second != space) {
      clash_ = true;
    }
  }
}

void XmlPart::learn_namespaces(bool deep) {
  declare(root());
  if (deep)
    for (auto node = root().first_child(); node; node = next_in_order(node)) declare(node);
  prefixes_.emplace_back("xml", Space::xml);
  suppose_usual_prefixes();
  if (std::none_of(prefixes_.begin(), prefixes_.end(), [](const auto& p) { return p.first.empty(); })) prefixes_.emplace_back("", Space::none);
  if (clash_) return rename_clashing();
  const std::string_view outermost = root().name();
  const auto colon = outermost.find(':');
  const auto usual = outermost.substr(0, colon == std::string_view::npos ? 0 : colon);
  const auto first = std::find_if(prefixes_.begin(), prefixes_.end(), [&](const auto& p) { return p.first == usual; });
  if (first != prefixes_.end()) std::iter_swap(prefixes_.begin(), first);
}

// A part that uses a prefix without declaring it is no namespace-well-formed XML; where the prefix is one that every office program writes,
// it is taken to mean what it always means.
void XmlPart::suppose_usual_prefixes() {
  constexpr std::array usual{std::pair{"w", Space::word},           std::pair{"r", Space::relationships}, std::pair{"m", Space::math},
                             std::pair{"mc", Space::compatibility}, std::pair{"w14", Space::word2010},    std::pair{"v", Space::vml}};
  const std::string_view name = root().name();
  for (const auto& [prefix, space] : usual) {
    const bool declared = std::any_of(prefixes_.begin(), prefixes_.end(), [&, p = prefix](const auto& known) { return known.first == p; });
    if (declared) continue;
    prefixes_.emplace_back(prefix, space);
    if (damage_.empty() && name.substr(0, name.find(':')) == prefix && name.find(':') != std::string_view::npos)
      damage_ = std::string("the prefix ").append(prefix).append(" is not declared");
  }
}

Space XmlPart::space(std::string_view prefix) const {
  const auto is_same = [&](const std::string& known) {  // most prefixes are a letter, which needs no call
    return known.size() == prefix.size() && (prefix.empty() || (known.front() == prefix.front() && (prefix.size() == 1 || known == prefix)));
  };
  for (const auto& [known, space] : prefixes_)
    if (is_same(known)) return space;
  return Space::other;
}

// One prefix stands for two namespaces in this part (rare: parts glued together by programs). Every element is given a prefix that names its
// namespace by number, so that the rest of the program may go by the part's one list.
void XmlPart::rename_clashing() {
  struct Declaration {
    std::string prefix;
    Space space;
    pugi::xml_node element;
  };
  std::vector<Declaration> scope;
  const auto meaning = [&](std::string_view prefix) {
    for (auto it = scope.rbegin(); it != scope.rend(); ++it)
      if (it->prefix == prefix) return it->space;
    return prefix.empty() ? Space::none : prefix == "xml" ? Space::xml : Space::other;
  };
  const auto renamed = [&](std::string_view qualified, bool attribute) {
    const auto colon = qualified.find(':');
    const auto prefix = colon == std::string_view::npos ? std::string_view() : qualified.substr(0, colon);
    const auto space = attribute && prefix.empty() ? Space::none : meaning(prefix);
    return numbered_prefix(space).append(1, ':').append(qualified.substr(colon == std::string_view::npos ? 0 : colon + 1));
  };
  const auto enter = [&](pugi::xml_node node) {
    if (node.type() != pugi::node_element) return;
    for (const auto attribute : node.attributes())
      if (const auto prefix = declared_prefix(attribute)) scope.push_back({std::string(*prefix), space_named(attribute.value()), node});
    node.set_name(renamed(node.name(), false).c_str());
    for (auto attribute : node.attributes())
      if (!declared_prefix(attribute) && std::strchr(attribute.name(), ':') != nullptr && std::strncmp(attribute.name(), "xml:", 4) != 0)
        attribute.set_name(renamed(attribute.name(), true).c_str());
  };
  const auto leave = [&](pugi::xml_node node) {
    while (!scope.empty() && scope.back().element == node) scope.pop_back();
  };
  auto node = root();
  while (node) {
    enter(node);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && !node.next_sibling()) {
      leave(node);
      node = node.parent();
    }
    if (!node) break;
    leave(node);
    node = node.next_sibling();
  }
  prefixes_.clear();
  for (int space = 0; space <= static_cast<int>(last_space); ++space)
    prefixes_.emplace_back(numbered_prefix(static_cast<Space>(space)), static_cast<Space>(space));
  prefixes_.emplace_back("", Space::none);
}

bool XmlPart::is(pugi::xml_node element, Space wanted, std::string_view local) const {
  const std::string_view name = element.name();
  if (name.size() < local.size() || name.substr(name.size() - local.size()) != local) return false;
  if (name.size() == local.size()) return space("") == wanted;
  const std::size_t colon = name.size() - local.size() - 1;
  return name[colon] == ':' && space(name.substr(0, colon)) == wanted;
}

Name XmlPart::resolve(const char* qualified) const {
  const char* colon = std::strchr(qualified, ':');
  if (colon == nullptr) return {space(""), qualified};
  return {space({qualified, static_cast<std::size_t>(colon - qualified)}), colon + 1};
}

pugi::xml_attribute XmlPart::attribute(pugi::xml_node element, Space wanted, std::string_view local) const {
  for (const auto attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (name.size() < local.size() || name.substr(name.size() - local.size()) != local) continue;
    if (name.size() == local.size()) {
      if (wanted == Space::none) return attribute;
      continue;
    }
    const std::size_t colon = name.size() - local.size() - 1;
    if (name[colon] == ':' && space(name.substr(0, colon)) == wanted) return attribute;
  }
  return {};
}

pugi::xml_node XmlPart::child(pugi::xml_node element, Space space, std::string_view local) const {
  for (const auto node : element.children())
    if (node.type() == pugi::node_element && is(node, space, local)) return node;
  return {};
}

bool preserves_space(pugi::xml_node element) {
  for (auto attribute = element.first_attribute(); attribute; attribute = attribute.next_attribute())
    if (std::strcmp(attribute.name(), "xml:space") == 0) return std::strcmp(attribute.value(), "preserve") == 0;
  return false;
}

std::string text_of(pugi::xml_node element) {
  std::string text = element.value();  // parse_embed_pcdata: the first stretch of characters is the element's own value
  for (const auto node : element.children())
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
  return text;
}

std::optional<std::int64_t> integer(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::int64_t value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace dovetail
