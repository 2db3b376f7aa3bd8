// Prints both views of documents, for comparing with what other programs read: a line per paragraph of the body.
// Usage: dovetail_view [--all] FILE…   Output per file: "== FILE", then "-- baseline" and "-- proposed", each paragraph as number, tab, text;
// then "-- problems".
#include <iostream>
#include <string>

#include "model/projection.h"
#include "read/readers.h"

using namespace dovetail;

namespace {

void print_view(const Document& document, View view, bool all) {
  const auto projection = project(document, view, Spelling::faithful);
  for (const auto& line : projection.lines) {
    const auto& paragraph = document.paragraphs[line.paragraph];
    if (paragraph.part != Part::body && !all) continue;
    const auto& number = paragraph.number[index(view)];
    std::cout << number << '\t' << slice(projection.text, line.span) << '\n';
  }
}

}  // namespace

int main(int count, char** arguments) {
  bool all = false;
  for (int i = 1; i < count; ++i) {
    const std::string file = arguments[i];
    if (file == "--all") {
      all = true;
      continue;
    }
    const auto document = read_file(file, file, FileKind::unknown, Limits());
    std::cout << "== " << file << "\n-- baseline\n";
    print_view(document, View::baseline, all);
    std::cout << "-- proposed\n";
    print_view(document, View::proposed, all);
    std::cout << "-- problems\n";
    for (const auto& problem : document.problems) std::cout << problem.rule << " x" << problem.count << ": " << problem.message << '\n';
  }
}
