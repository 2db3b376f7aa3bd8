// Everything is an insertion, so that what was there stays byte for byte.
#include "report/annotate/weave.h"

#include <algorithm>

#include "ooxml/xml.h"

namespace dovetail::annotate {

Prefix prefix_beside(const Markup& part, std::uint32_t element) {
  const auto name = part.name(element);
  const auto colon = name.find(':');
  if (colon != std::string_view::npos) return {std::string(name.substr(0, colon + 1)), {}};
  std::string uri;
  for (auto at = element; at != Markup::none && uri.empty(); at = part[at].parent) uri = attribute_in(part.start_tag(at), "xmlns");
  return {"dovetail:", " xmlns:dovetail=\"" + xml_escaped(uri) + "\""};
}

std::int64_t Weaver::largest_comment() const {
  std::int64_t largest = -1;
  for (std::uint32_t n = 0; n < part_.elements().size(); ++n) {
    const auto local = part_.local(n);
    if (local != "comment" && local != "commentRangeStart" && local != "commentRangeEnd" && local != "commentReference") continue;
    const auto name = part_.name(n);
    const auto prefix = std::string(name.substr(0, name.size() - local.size()));
    for (const auto& attribute : {prefix + "id", std::string("w:id")})
      if (const auto id = integer(attribute_in(part_.start_tag(n), attribute))) largest = std::max(largest, *id);
  }
  return largest;
}

std::string Weaver::tag(std::string_view local, std::uint64_t id) const {
  const auto prefix = prefix_beside(part_, 0);
  return "<" + prefix.name + std::string(local) + prefix.declaration + " " + prefix.name + "id=\"" + std::to_string(id) + "\"/>";
}

std::string Weaver::reference(std::uint64_t id) const {
  const auto prefix = prefix_beside(part_, 0);
  return "<" + prefix.name + "r" + prefix.declaration + ">" + tag("commentReference", id) + "</" + prefix.name + "r>";
}

Weaver::Insertion& Weaver::at(const Cut& cut) {
  auto& insertion = insertions_[cut.at];
  insertion.close = cut.close;
  insertion.open = cut.open;
  if (cut.text != Markup::none && attribute_in(part_.start_tag(cut.text), "xml:space") != "preserve")
    insertions_[part_[cut.text].begin + 1 + part_.name(cut.text).size()].starts = " xml:space=\"preserve\"";
  return insertion;
}

bool Weaver::on_words(std::uint64_t id, const Edge& from, const Edge& to) {
  const auto first = part_.named_at(from.element), last = part_.named_at(to.element);
  if (first == Markup::none || last == Markup::none) return false;
  const auto begin = place_before(part_, first, from.characters, from.offset);
  const auto end = (to.note ? place_behind_note : place_behind)(part_, last, to.characters, to.offset);
  if (!begin || !end || begin->at > end->at) return false;
  at(*begin).starts += tag("commentRangeStart", id);
  at(*end).ends += tag("commentRangeEnd", id) + reference(id);
  return true;
}

bool Weaver::on_paragraph(std::uint64_t id, std::uint64_t element) {
  const auto paragraph = part_.named_at(element);
  if (paragraph == Markup::none || part_.local(paragraph) != "p") return false;
  for (auto around = part_[paragraph].parent; around != Markup::none; around = part_[around].parent)
    if (part_.local(around) == "r" || part_.local(around) == "txbxContent") return false;  // in a drawing
  auto& insertion = insertions_[part_[paragraph].empty ? part_[paragraph].open_end - 2 : part_[paragraph].close];
  insertion.ends += tag("commentRangeStart", id) + tag("commentRangeEnd", id) + reference(id);
  if (part_[paragraph].empty) {
    insertion.removed = 2;  // "/>"
    insertion.close = ">";
    insertion.open = "</" + std::string(part_.name(paragraph)) + ">";
  }
  return true;
}

void Weaver::remove(std::uint32_t element) { insertions_[part_[element].begin].removed = part_[element].end - part_[element].begin; }

bool Weaver::remove_comment(const std::string& id) {
  bool found = false;
  for (std::uint32_t n = 0; n < part_.elements().size(); ++n) {
    const auto local = part_.local(n);
    if (local != "commentRangeStart" && local != "commentRangeEnd" && local != "commentReference") continue;
    const auto name = part_.name(n);
    if (attribute_in(part_.start_tag(n), std::string(name.substr(0, name.size() - local.size())) + "id") != id) continue;
    found = true;
    const auto run = part_[n].parent, first = run == Markup::none ? run : part_[run].first_child;
    const bool alone = first != Markup::none && part_.local(run) == "r" && part_[n].next == Markup::none &&
                       (first == n || (part_.local(first) == "rPr" && part_[first].next == n));
    remove(local == "commentReference" && alone ? run : n);
  }
  return found;
}

std::string Weaver::result() const {
  std::string out;
  std::uint64_t done = 0;
  for (const auto& [offset, insertion] : insertions_) {
    out.append(bytes_.substr(done, offset - done));
    out.append(insertion.close).append(insertion.ends).append(insertion.starts).append(insertion.open);
    done = offset + insertion.removed;
  }
  return out.append(bytes_.substr(done));
}

}  // namespace dovetail::annotate
