// Comments are appended, and what is there keeps its bytes (ECMA-376-1 11.3.2, 17.13.4.2; ECMA-376-2 for content types and relationships).
#include "report/annotate/comments_part.h"

#include <algorithm>

#include "model/own_comment.h"
#include "ooxml/markup.h"
#include "report/annotate/earlier.h"
#include "report/annotate/weave.h"

namespace dovetail::annotate {
namespace {

constexpr std::string_view content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view package_relationships_uri = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The text of a part with something written before the end tag of its outermost element.
Result<std::string> with_appended(const std::string& name, std::string_view bytes, std::string_view inserted) {
  const Markup part(bytes);
  if (!part.sound()) return fail(name + " is damaged; open the document in an office program and save it again");
  const auto& root = part[0];
  std::string out(bytes);
  if (!root.empty) return out.insert(root.close, inserted);
  return out.replace(root.open_end - 2, 2, ">" + std::string(inserted) + "</" + std::string(part.name(0)) + ">");
}

std::string comment_element(const NewComment& comment, const Prefix& prefix, const std::string& date) {
  const auto& w = prefix.name;
  std::string out = "<" + w + "comment" + prefix.declaration + " " + w + "id=\"" + std::to_string(comment.id) + "\" " + w + "author=\"" +
                    std::string(own_author) + "\" " + (date.empty() ? "" : w + "date=\"" + xml_escaped(date) + "\" ") + w + "initials=\"d\">";
  for (const auto& paragraph : comment.paragraphs)
    out += "<" + w + "p><" + w + "r><" + w + "t xml:space=\"preserve\">" + xml_escaped(paragraph) + "</" + w + "t></" + w + "r></" + w + "p>";
  return out + "</" + w + "comment>";
}

/// The URI of the namespace that the outermost element of the main part is in: transitional and strict documents differ.
std::string word_uri(std::string_view main_bytes) {
  const Markup part(main_bytes);
  if (!part.sound()) return {};
  const auto name = part.name(0);
  const auto colon = name.find(':');
  return attribute_in(part.start_tag(0), colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon)));
}

bool is_strict(std::string_view uri) { return uri.find("purl.oclc.org") != std::string_view::npos; }

std::string folder_of(std::string_view part) {
  const auto slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

std::string relationships_of(std::string_view part) {
  const auto folder = folder_of(part);
  return folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

Result<ZipEntry> with_content_type(Package& package, const std::string& part) {
  const auto bytes = part_bytes(package, std::string(types_part));
  if (!bytes) return fail(bytes.error().message);
  const Markup types(*bytes);
  if (!types.sound()) return fail(std::string(types_part) + " is damaged; open the document in an office program and save it again");
  const auto name = types.name(0);
  const auto prefix = std::string(name.substr(0, name.size() - types.local(0).size()));
  for (auto child = types[0].first_child; child != Markup::none; child = types[child].next)
    if (attribute_in(types.start_tag(child), "PartName") == "/" + part) return ZipEntry{stored_name(package, std::string(types_part)), *bytes};
  auto out = with_appended(std::string(types_part), *bytes,
                           "<" + prefix + "Override PartName=\"/" + xml_escaped(part) + "\" ContentType=\"" + std::string(content_type) + "\"/>");
  if (!out) return fail(out.error().message);
  return ZipEntry{stored_name(package, std::string(types_part)), std::move(*out)};
}

Result<ZipEntry> with_relationship(Package& package, const std::string& main, const std::string& part, bool strict) {
  const auto name = relationships_of(main);
  std::string bytes =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"" + std::string(package_relationships_uri) + "\"/>";
  if (package.has(name)) {
    auto there = part_bytes(package, name);
    if (!there) return fail(there.error().message);
    bytes = std::move(*there);
  }
  const auto all = package.relationships(main);
  std::string id = "rIdDovetail";
  while (relationship_with_id(all, id) != nullptr) id += "1";
  const Markup markup(bytes);
  if (!markup.sound()) return fail(name + " is damaged; open the document in an office program and save it again");
  const auto root = markup.name(0);
  const auto prefix = std::string(root.substr(0, root.size() - markup.local(0).size()));
  const std::string type = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
                                  : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
  auto out = with_appended(
      name, bytes,
      "<" + prefix + "Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + xml_escaped(part.substr(folder_of(main).size())) + "\"/>");
  if (!out) return fail(out.error().message);
  return ZipEntry{stored_name(package, name), std::move(*out)};
}

/// The part that holds the comments, as the relationships say; empty where there is none.
std::string comments_part(Package& package, const std::string& main) {
  const auto all = package.relationships(main);
  const auto* relationship = relationship_of_type(all, "comments");
  return relationship == nullptr || relationship->external ? std::string() : relationship->target;
}

std::string free_name(const Package& package, const std::string& main) {
  const auto folder = folder_of(main);
  for (int n = 0;; ++n) {
    auto name = folder + "comments" + (n == 0 ? "" : std::to_string(n)) + ".xml";
    if (!package.has(name)) return name;
  }
}

}  // namespace

std::string stored_name(const Package& package, const std::string& part) {
  const auto& names = package.names();
  if (std::find(names.begin(), names.end(), part) != names.end()) return part;
  const auto same = [&](const std::string& name) {
    const std::string_view bare = name.starts_with("/") ? std::string_view(name).substr(1) : std::string_view(name);
    return bare.size() == part.size() && std::equal(bare.begin(), bare.end(), part.begin(), [](char a, char b) {
             const auto folded = [](char c) { return c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
             return folded(a) == folded(b);
           });
  };
  const auto found = std::find_if(names.begin(), names.end(), same);
  return found == names.end() ? part : *found;
}

std::string main_part_of(Package& package) {
  const auto all = package.relationships("");
  const auto* main = relationship_of_type(all, "officeDocument");
  if (main != nullptr && !main->external && package.has(main->target)) return main->target;
  return package.has("word/document.xml") ? "word/document.xml" : std::string();
}

Result<std::string> part_bytes(Package& package, const std::string& part) {
  const auto bytes = package.read(part);
  if (!bytes) return fail(part + " cannot be read; open the document in an office program and save it again");
  auto text = bytes->view();
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto declaration = text.substr(0, text.starts_with("<?xml") ? text.find("?>") : 0);
  auto encoding = attribute_in(declaration, "encoding");
  for (char& c : encoding) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  const bool good = encoding.empty() || encoding == "utf-8" || encoding == "us-ascii" || encoding == "ascii";
  if (!good || text.find('\0') != std::string_view::npos)
    return fail(part + " is not in UTF-8; open the document in an office program and save it again");
  return std::string(bytes->view());
}

std::int64_t largest_comment_of(Package& package, const std::string& main) {
  const auto part = comments_part(package, main);
  if (part.empty() || !package.has(part)) return -1;
  const auto bytes = part_bytes(package, part);
  return bytes ? Weaver(*bytes).largest_comment() : -1;
}

Result<std::vector<ZipEntry>> parts_with_comments(Package& package, const std::string& main, const std::vector<NewComment>& comments,
                                                  const std::set<std::string>& removed, const std::string& date) {
  const auto main_bytes = part_bytes(package, main);
  if (!main_bytes) return fail(main_bytes.error().message);
  const auto uri = word_uri(*main_bytes);
  auto name = comments_part(package, main);
  const bool related = !name.empty();
  if (!related) name = free_name(package, main);
  std::string bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" + xml_escaped(uri) + "\"/>";
  if (related && package.has(name)) {
    auto there = part_bytes(package, name);
    if (!there) return fail(there.error().message);
    bytes = without_comments(*there, removed);
  }
  const Markup markup(bytes);
  if (!markup.sound()) return fail(name + " is damaged; open the document in an office program and save it again");
  std::string appended;
  for (const auto& comment : comments) appended += comment_element(comment, prefix_beside(markup, 0), date);
  auto written = with_appended(name, bytes, appended);
  if (!written) return fail(written.error().message);
  std::vector<ZipEntry> entries{{stored_name(package, name), std::move(*written)}};
  if (related && package.has(name)) return entries;
  if (package.has(types_part)) {  // a package that declares nothing is read by its relationships alone
    auto types = with_content_type(package, name);
    if (!types) return fail(types.error().message);
    entries.push_back(std::move(*types));
  }
  if (related) return entries;
  auto relationship = with_relationship(package, main, name, is_strict(uri));
  if (!relationship) return fail(relationship.error().message);
  entries.push_back(std::move(*relationship));
  return entries;
}

}  // namespace dovetail::annotate
