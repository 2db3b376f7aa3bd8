// Findings become comments: each is given a place, a number and its words; then the parts are written.
#include "report/annotate/annotate.h"

#include <algorithm>
#include <map>
#include <memory>

#include "model/own_comment.h"
#include "ooxml/zip_edit.h"
#include "report/annotate/anchor.h"
#include "report/annotate/comment_text.h"
#include "report/annotate/comments_part.h"
#include "report/annotate/earlier.h"
#include "report/annotate/weave.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

using namespace annotate;

struct OpenPart {
  std::string name, bytes;
  std::unique_ptr<Weaver> weaver;
  bool written = false;
};

/// The parts of one package, opened when something is written into them.
class Parts {
 public:
  Parts(const Document& document, Package& package) : document_(document), package_(package) {}

  /// The part of that number; null where nothing can be written into it.
  OpenPart* open(std::uint32_t source) {
    if (source >= document_.parts.size()) return nullptr;
    const auto [entry, is_new] = parts_.try_emplace(source);
    auto& part = entry->second;
    if (is_new) {
      part.name = document_.parts[source];
      if (auto bytes = part_bytes(package_, part.name)) part.bytes = std::move(*bytes);
      part.weaver = std::make_unique<Weaver>(part.bytes);
    }
    return part.weaver->sound() ? &part : nullptr;
  }

  [[nodiscard]] std::vector<ZipEntry> written() const {
    std::vector<ZipEntry> entries;
    for (const auto& [source, part] : parts_)
      if (part.written) entries.push_back({stored_name(package_, part.name), part.weaver->result()});
    return entries;
  }

 private:
  const Document& document_;
  Package& package_;
  std::map<std::uint32_t, OpenPart> parts_;
};

bool is_wanted(const Finding& finding, Id<Document> document) {
  const bool about_the_file = finding.rule.starts_with("input.") && finding.place.span.empty();
  return finding.place.document == document && finding.introduced && finding.waived.empty() && !about_the_file;
}

bool put(const Document& document, Parts& parts, const Anchor& anchor, std::uint64_t id) {
  auto* part = parts.open(anchor.source);
  if (part == nullptr) return false;
  const auto edge = [&](const Origin& origin, std::uint32_t at) {
    return Edge{origin.element, slice(document.text, origin.span), at - origin.span.begin, anchor.note};
  };
  const bool done = anchor.on_words() ? part->weaver->on_words(id, edge(*anchor.first, anchor.begin), edge(*anchor.last, anchor.end))
                                      : part->weaver->on_paragraph(id, anchor.first->element);
  part->written = part->written || done;
  return done;
}

/// The words themselves; where no comment can stand there, as in a drawing, the nearest paragraph before them.
bool put_somewhere(const Document& document, Parts& parts, const Finding& finding, std::uint64_t id) {
  auto anchor = anchor_of(document, finding.place.span);
  if (!anchor) anchor = anchor_of(document, {});
  if (anchor && put(document, parts, *anchor, id)) return true;
  const auto first = anchor_of(document, {});
  return first && put(document, parts, *first, id);
}

/// Names the story that the words stand in, where the comment has to stand elsewhere.
std::string where_said(const Document& document, const Finding& finding) {
  const auto at = paragraph_at(document, finding.place.span.begin);
  if (!at) return {};
  switch (document.paragraphs[at].part) {
    case Part::footnote:
      return "In the footnote: ";
    case Part::endnote:
      return "In the endnote: ";
    case Part::header:
      return "In the header: ";
    case Part::footer:
      return "In the footer: ";
    case Part::comment:
      return "In a comment: ";
    case Part::text_box:
      return "In the text box: ";
    default:
      return {};
  }
}

/// Whether an earlier run has said the same; each of its comments stands for one finding.
bool is_said(std::vector<EarlierComment>& earlier, const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const auto& paragraph : paragraphs) text += paragraph + " ";
  const auto same = std::find_if(earlier.begin(), earlier.end(), [&](const EarlierComment& c) { return !c.holds && c.text == squeeze(text); });
  if (same == earlier.end()) return false;
  same->holds = true;
  return true;
}

std::set<std::string> gone(const std::vector<EarlierComment>& earlier) {
  std::set<std::string> ids;
  for (const auto& comment : earlier)
    if (!comment.holds && !comment.answered) ids.insert(comment.id);
  return ids;
}

std::string date_of(const Review& review) {
  const auto& day = review.project.as_of;
  return day.empty() ? std::string() : day + "T00:00:00Z";
}

}  // namespace

Result<Annotated> annotate_docx(const Review& review, Id<Document> id, std::string_view bytes) {
  const auto& document = review.documents[id];
  Package package(bytes, {});
  const auto main = main_part_of(package);
  if (main.empty()) return fail("the package has no main document part; open it in an office program and save it as .docx");
  Parts parts(document, package);
  auto* body = parts.open(0);
  if (body == nullptr) return fail(main + " is damaged or not in UTF-8; open the document in an office program and save it again");
  auto next = static_cast<std::uint64_t>(std::max(largest_comment_of(package, main), body->weaver->largest_comment()) + 1);
  Annotated result;
  std::vector<NewComment> comments;
  auto earlier = earlier_comments(document, package, main);
  for (const auto& finding : review.findings) {
    if (finding.key.starts_with(own_comments_key)) continue;
    if (!is_wanted(finding, id)) {
      if (finding.place.document == id && finding.introduced && finding.waived.empty()) ++result.without_place;
      continue;
    }
    auto text = comment_text(review, finding, where_said(document, finding));
    if (is_said(earlier, text))
      ++result.kept;
    else if (put_somewhere(document, parts, finding, next))
      comments.push_back({next++, std::move(text)});
    else
      ++result.without_place;
  }
  const auto removed = gone(earlier);
  for (const auto& comment : removed) body->written = body->weaver->remove_comment(comment) || body->written;
  result.comments = comments.size();
  result.removed = removed.size();
  if (comments.empty() && removed.empty()) {
    result.bytes = bytes;
    return result;
  }
  auto entries = parts.written();
  auto others = parts_with_comments(package, main, comments, removed, date_of(review));
  if (!others) return fail(others.error().message);
  entries.insert(entries.end(), others->begin(), others->end());
  const auto companions = companions_without(package, main, removed);
  entries.insert(entries.end(), companions.begin(), companions.end());
  auto written = with_entries(bytes, entries);
  if (!written) return fail(written.error().message);
  result.bytes = std::move(*written);
  return result;
}

}  // namespace dovetail
