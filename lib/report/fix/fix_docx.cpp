// From words to runs of a part, and from runs to a part with other runs.
#include "report/fix/fix_docx.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "ooxml/package.h"
#include "ooxml/zip_edit.h"
#include "report/annotate/anchor.h"
#include "report/annotate/comments_part.h"
#include "report/annotate/cutting.h"
#include "report/fix/run_rewrite.h"

namespace dovetail {
namespace {

using fix::Strike;

struct Part {
  std::string name, bytes;
  std::unique_ptr<Markup> markup;
  std::map<std::uint32_t, std::vector<Strike>> runs;  // by the run's element
};

using Parts = std::map<std::uint32_t, Part>;

Part& open(Parts& parts, const Document& document, Package& package, std::uint32_t source) {
  const auto [entry, is_new] = parts.try_emplace(source);
  auto& part = entry->second;
  if (!is_new) return part;
  part.name = source < document.parts.size() ? document.parts[source] : "";
  if (auto bytes = annotate::part_bytes(package, part.name)) part.bytes = std::move(*bytes);
  part.markup = std::make_unique<Markup>(part.bytes);
  return part;
}

/// The strikes of one replacement, with the part and run of each; none where some of its words are out of reach.
struct Located {
  std::uint32_t source = 0, run = 0;
  Strike strike;
};

bool takes_revisions(std::string_view parent) {
  return parent == "p" || parent == "ins" || parent == "hyperlink" || parent == "sdtContent" || parent == "smartTag" || parent == "customXml";
}

std::optional<Located> locate(Part& part, const Origin& origin, std::string_view characters, Span words) {
  const auto& markup = *part.markup;
  const auto element = markup.named_at(origin.element);
  if (element == Markup::none || markup.local(element) != "t" || markup.local(markup[element].parent) != "r") return std::nullopt;
  const auto run = markup[element].parent;
  if (markup[run].parent == Markup::none || !takes_revisions(markup.local(markup[run].parent))) return std::nullopt;
  const auto begin = annotate::written_offset(markup.inside(element), characters, words.begin - origin.span.begin);
  const auto end = words.end == origin.span.end ? std::optional(markup.inside(element).size())
                                                : annotate::written_offset(markup.inside(element), characters, words.end - origin.span.begin);
  if (!begin || !end || *begin > *end) return std::nullopt;
  return Located{origin.source, run, {element, *begin, *end, {}}};
}

std::optional<std::vector<Located>> locate_all(const Document& document, Package& package, Parts& parts, const Replacement& replacement) {
  std::vector<Located> found;
  std::uint32_t covered = 0;
  for (const auto& origin : document.origins) {
    if (origin.kind != Origin::Kind::text || !origin.span.overlaps(replacement.span)) continue;
    auto& part = open(parts, document, package, origin.source);
    if (!part.markup->sound()) return std::nullopt;
    const Span words{std::max(origin.span.begin, replacement.span.begin), std::min(origin.span.end, replacement.span.end)};
    auto located = locate(part, origin, slice(document.text, origin.span), words);
    if (!located) return std::nullopt;
    covered += words.size();
    found.push_back(std::move(*located));
  }
  if (covered != replacement.span.size() || found.empty()) return std::nullopt;  // a tab, a symbol, an equation is among the words
  found.back().strike.inserted = xml_escaped(replacement.words);
  return found;
}

std::uint64_t first_free_id(const Markup& part) {
  std::uint64_t largest = 0;
  for (std::uint32_t n = 0; n < part.elements().size(); ++n) {
    const auto name = part.name(n);
    const auto prefix = std::string(name.substr(0, name.size() - part.local(n).size()));
    if (const auto id = integer(attribute_in(part.start_tag(n), prefix + "id")); id && *id > 0)
      largest = std::max(largest, static_cast<std::uint64_t>(*id));
  }
  return largest + 1;
}

std::string rewritten(const Part& part, const std::string& date) {
  fix::Reviser reviser{first_free_id(*part.markup), date};
  std::string out;
  std::uint64_t done = 0;
  for (const auto& [run, strikes] : part.runs) {
    const auto& element = (*part.markup)[run];
    out.append(part.bytes, done, element.begin - done);
    out += fix::rewritten_run(*part.markup, run, strikes, reviser);
    done = element.end;
  }
  return out.append(part.bytes, done);
}

}  // namespace

Result<std::string> fixed_docx(const Review& review, Id<Document> id, std::string_view bytes, std::vector<Replacement>& replacements) {
  const auto& document = review.documents[id];
  Package package(bytes, {});
  Parts parts;
  for (auto& replacement : replacements) {
    if (!replacement.left.empty()) continue;
    auto located = locate_all(document, package, parts, replacement);
    if (!located) {
      replacement.left = "the words stand where no tracked change can be written";
      continue;
    }
    for (auto& one : *located) parts.at(one.source).runs[one.run].push_back(std::move(one.strike));
  }
  std::vector<ZipEntry> entries;
  const auto date = review.project.as_of.empty() ? std::string() : review.project.as_of + "T00:00:00Z";
  for (const auto& [source, part] : parts)
    if (!part.runs.empty()) entries.push_back({annotate::stored_name(package, part.name), rewritten(part, date)});
  return with_entries(bytes, entries);  // fails for what is no sound package, also where nothing changes
}

}  // namespace dovetail
