// Where a finding stands in the lines of a text file.
#include "report/region.h"

#include <algorithm>
#include <filesystem>

#include "model/projection.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// The bytes of the line are those of the paragraph: nothing in it is markup of the format.
bool is_as_written(const Document& document, const Paragraph& paragraph) {
  if (document.kind == FileKind::markdown || paragraph.cell || !document.notes.empty() || !document.comments.empty()) return false;
  const auto format = paragraph.format[index(View::proposed)];
  if (format && (document.paragraph_formats[format].outline < 9 || document.paragraph_formats[format].indent != 0)) return false;
  const auto first = std::lower_bound(document.runs.begin(), document.runs.end(), paragraph.span.begin,
                                      [](const Run& run, std::uint32_t at) { return run.span.begin < at; });
  return std::all_of(first, std::find_if(first, document.runs.end(), [&](const Run& run) { return run.span.begin >= paragraph.span.end; }),
                     [](const Run& run) { return !run.inserted && !run.deleted; });
}

std::uint32_t characters(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_character(text, at);
  return count;
}

}  // namespace

Region region_of(const Document& document, Span span) {
  if (document.kind != FileKind::text && document.kind != FileKind::marked_text && document.kind != FileKind::markdown) return {};
  const auto id = paragraph_at(document, span.begin);
  if (!id) return {};
  const auto& paragraph = document.paragraphs[id];
  Region region{paragraph.origin, 0, 0};
  if (span.empty() || span.end > paragraph.span.end || !is_as_written(document, paragraph)) return region;
  region.column = 1 + characters(slice(document.text, {paragraph.span.begin, span.begin}));
  region.end_column = region.column + characters(slice(document.text, span));
  return region;
}

std::string path_in_repository(const Review& review, Id<Document> id) {
  const auto& written = review.documents[id].path;
  const auto path = std::filesystem::path(review.inputs[id.value].file).lexically_normal();
  return path.empty() || path.is_absolute() || *path.begin() == ".." ? written : path.generic_string();
}

}  // namespace dovetail
