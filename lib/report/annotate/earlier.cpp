// Word names a comment by the w14:paraId of its last paragraph in the parts beside the comments ([MS-DOCX] 2.5.1, 2.5.4, 2.5.5).
#include "report/annotate/earlier.h"

#include <algorithm>
#include <functional>
#include <map>

#include "model/own_comment.h"
#include "ooxml/markup.h"
#include "report/annotate/comments_part.h"
#include "text/unicode.h"

namespace dovetail::annotate {
namespace {

std::string prefix_of(const Markup& part, std::uint32_t element) {
  const auto name = part.name(element);
  return std::string(name.substr(0, name.size() - part.local(element).size()));
}

/// An attribute in the namespace of its element, as all of these are written.
std::string own_attribute(const Markup& part, std::uint32_t element, const std::string& local) {
  return attribute_in(part.start_tag(element), prefix_of(part, element) + local);
}

/// The id of each comment with the paragraph that Word knows it by; "" where it has none.
std::map<std::string, std::string> paragraph_ids(const Markup& part) {
  std::map<std::string, std::string> ids;
  if (!part.sound()) return ids;
  for (auto comment = part[0].first_child; comment != Markup::none; comment = part[comment].next) {
    if (part.local(comment) != "comment") continue;
    auto& id = ids[own_attribute(part, comment, "id")];
    for (auto child = part[comment].first_child; child != Markup::none; child = part[child].next)
      if (part.local(child) == "p") id = attribute_in(part.start_tag(child), "w14:paraId");
  }
  return ids;
}

/// A part that a relationship of the main part leads to; empty for none.
std::string bytes_beside(Package& package, const std::string& main, std::string_view type, std::string& name) {
  const auto all = package.relationships(main);
  const auto* relationship = relationship_of_type(all, type);
  if (relationship == nullptr || relationship->external || !package.has(relationship->target)) return {};
  name = relationship->target;
  const auto bytes = part_bytes(package, name);
  return bytes ? *bytes : std::string();
}

std::string bytes_beside(Package& package, const std::string& main, std::string_view type) {
  std::string name;
  return bytes_beside(package, main, type, name);
}

/// The bytes of a part without those elements below its outermost one.
std::string without(const std::string& bytes, const std::function<bool(const Markup&, std::uint32_t)>& goes) {
  const Markup part(bytes);
  if (!part.sound()) return bytes;
  std::string out;
  std::uint64_t done = 0;
  for (auto child = part[0].first_child; child != Markup::none; child = part[child].next) {
    if (!goes(part, child)) continue;
    out.append(bytes, done, part[child].begin - done);
    done = part[child].end;
  }
  return out.append(bytes, done);
}

}  // namespace

std::vector<EarlierComment> earlier_comments(const Document& document, Package& package, const std::string& main) {
  std::vector<EarlierComment> earlier;
  if (std::none_of(document.comments.begin(), document.comments.end(), is_own)) return earlier;
  const auto comments = bytes_beside(package, main, "comments"), extended = bytes_beside(package, main, "commentsExtended");
  const auto paragraphs = paragraph_ids(Markup(comments));
  std::set<std::string> parents;
  if (const Markup part(extended); part.sound())
    for (auto child = part[0].first_child; child != Markup::none; child = part[child].next)
      parents.insert(own_attribute(part, child, "paraIdParent"));
  for (const auto& comment : document.comments) {
    if (!is_own(comment)) continue;
    const auto paragraph = paragraphs.find(comment.id);
    const bool known = paragraph != paragraphs.end() && !paragraph->second.empty();
    const bool untold = !extended.empty() && !known;
    earlier.push_back({comment.id, squeeze(slice(document.text, comment.span)),
                       comment.resolved || untold || (known && parents.contains(paragraph->second)), false});
  }
  return earlier;
}

std::string without_comments(const std::string& bytes, const std::set<std::string>& ids) {
  return without(bytes, [&](const Markup& part, std::uint32_t element) {
    return part.local(element) == "comment" && ids.contains(own_attribute(part, element, "id"));
  });
}

std::vector<ZipEntry> companions_without(Package& package, const std::string& main, const std::set<std::string>& ids) {
  std::vector<ZipEntry> entries;
  std::set<std::string> paragraphs, durable;
  for (const auto& [id, paragraph] : paragraph_ids(Markup(bytes_beside(package, main, "comments"))))
    if (ids.contains(id) && !paragraph.empty()) paragraphs.insert(paragraph);
  const auto strip = [&](std::string_view type, const std::function<bool(const Markup&, std::uint32_t)>& goes) {
    std::string name;
    const auto bytes = bytes_beside(package, main, type, name);
    if (auto kept = without(bytes, goes); kept != bytes) entries.push_back({stored_name(package, name), std::move(kept)});
  };
  const auto names_one = [&](const Markup& part, std::uint32_t element) { return paragraphs.contains(own_attribute(part, element, "paraId")); };
  strip("commentsExtended", names_one);
  strip("commentsIds", [&](const Markup& part, std::uint32_t element) {
    if (!names_one(part, element)) return false;
    durable.insert(own_attribute(part, element, "durableId"));
    return true;
  });
  strip("commentsExtensible", [&](const Markup& part, std::uint32_t element) { return durable.contains(own_attribute(part, element, "durableId")); });
  return entries;
}

}  // namespace dovetail::annotate
