// Real redlines: what is rejected of them, written out as plain text, is their baseline view to the comparison, and nothing is unmarked.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "help/source.h"
#include "link/alignment.h"
#include "model/projection.h"
#include "read/readers.h"
#include "report/text_view.h"

using namespace dovetail;

namespace {

struct Read {
  Document document;
  Unit unit;
};

void project_both(Read& read) {
  for (const View view : both_views)
    read.unit.views[index(view)] = std::make_shared<const Projection>(project(read.document, view, Spelling::normalised));
}

bool has_contents(const Document& document) {
  for (const Field& field : document.fields)
    if (field.kind == "TOC" || field.kind == "PAGEREF") return true;
  for (const ParagraphFormat& format : document.paragraph_formats)
    if (format.style.starts_with("toc") || format.style.starts_with("TOC")) return true;
  return false;
}

/// Differences in the body; notes and running heads are not in the plain text.
std::vector<std::string> unmarked(const Read& draft, const Read& rejected) {
  std::vector<std::string> lines;
  for (const Difference& difference :
       compare_texts({rejected.document, rejected.unit, View::proposed}, {draft.document, draft.unit, View::baseline})) {
    const auto& projection = draft.unit.projection(View::baseline);
    if (difference.kind == DifferenceKind::inserted &&
        draft.document.paragraphs[projection.lines[difference.after_line].paragraph].part != Part::body)
      continue;
    if (!difference.cosmetic) lines.push_back(difference.before_words + " => " + difference.after_words);
  }
  return lines;
}

}  // namespace

TEST_CASE("real redlines have no unmarked change against their own rejected text", "[link][data]") {
  const std::filesystem::path folder = help::source_folder() + "/../shared/data";
  if (!std::filesystem::is_directory(folder)) {
    WARN("no ../shared/data here: real redlines are not compared");
    return;
  }
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".docx") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  std::size_t redlines = 0;
  for (const auto& file : files) {
    Read draft;
    draft.document = read_file(file, file, FileKind::docx, Limits());
    if (!has_changes(draft.document) || has_contents(draft.document)) continue;
    ++redlines;
    project_both(draft);
    Read rejected;
    rejected.document =
        read_bytes("rejected.txt", text_of(draft.document, TextView::baseline, {.numbers = false, .all = false}), FileKind::text, Limits());
    project_both(rejected);
    CAPTURE(file);
    CHECK(unmarked(draft, rejected) == std::vector<std::string>{});
  }
  WARN("redlines compared: " << redlines);
}
